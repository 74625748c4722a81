if (!window.followsLinks) {
  window.followsLinks = true;
  document.addEventListener("click", event => {
    const link = event.target.closest?.('a[href^="?"]:not([target="_blank"])');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const target = new URL(link.href);
    // What stands in a frame stays made for a frame.
    for (const [name, value] of new URL(location.href).searchParams)
      if (name.startsWith("embed")) target.searchParams.append(name, value);
    if (target.href === location.href) return;
    history.pushState(null, "", target);
    dispatchEvent(new PopStateEvent("popstate"));
    // What it changes may lie below: the page is drawn anew, and then brought there.
    const shown = link.dataset.shows;
    if (shown) setTimeout(() => document.querySelector(`.${shown}`)?.scrollIntoView({block: "nearest"}), 400);
  });
  // A chart is as wide as the screen it was drawn on; with a frame of its own it can shrink to the paper.
  addEventListener("beforeprint", () => {
    for (const chart of document.querySelectorAll(".main-svg")) {
      chart.setAttribute("viewBox", `0 0 ${chart.getAttribute("width")} ${chart.getAttribute("height")}`);
    }
  });
}
