/* Lists what a viewer could use on the page now, as {kind, words}; the elements are kept in window.usable.
   What writes into the store, gives a file or opens what a link cannot name is left out. */
() => {
  const kinds = {
    link: '[data-testid="stMain"] a[href^="?"]:not([aria-current])',
    pill: '[data-testid="stButtonGroup"] button',
    button: '[data-testid="stMain"] [data-testid="stButton"] button',
    slider: 'input[type="range"]',
    unit: ".st-key-unit input",
    search: ".st-key-q input",
    incident: ".st-key-incident input",
    mark: ".js-plotly-plot .scatterlayer .point, .js-plotly-plot .barlayer .point path",
    row: '[data-testid="stDataFrame"] canvas:first-of-type',
    popover: '[data-testid="stPopover"] button',
  };
  const barred = ["verdict", "adding", "preview", "saved", "edit", "move", "history", "remove_box", "restore", "takeaway", "news"]
    .map(key => `.st-key-${key}`).join();
  window.usable = [];
  const told = [];
  for (const [kind, selector] of Object.entries(kinds)) {
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      const shown = box.width && box.height && getComputedStyle(element).visibility !== "hidden";
      if (!shown || element.disabled || element.closest(barred)) continue;
      window.usable.push(element);
      const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
      told.push({ kind, words: words.trim().slice(0, 30) });
    }
  }
  return told;
}
