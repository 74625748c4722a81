if (!window.followsLinks) {
  window.followsLinks = true;
  document.addEventListener("click", event => {
    const link = event.target.closest?.('a[href^="?"]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.href === location.href) return;
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    // What it changes may lie below: the page is drawn anew, and then brought there.
    const shown = link.dataset.shows;
    if (shown) setTimeout(() => document.querySelector(`.${shown}`)?.scrollIntoView({block: "nearest"}), 400);
  });
}
