if (!window.followsLinks) {
  window.followsLinks = true;
  document.addEventListener("click", event => {
    const link = event.target.closest?.('a[href^="?"]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.href === location.href) return;
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
  });
  // A chart is as wide as the screen it was drawn on; with a frame of its own it can shrink to the paper.
  addEventListener("beforeprint", () => {
    for (const chart of document.querySelectorAll(".main-svg")) {
      chart.setAttribute("viewBox", `0 0 ${chart.getAttribute("width")} ${chart.getAttribute("height")}`);
    }
  });
}
