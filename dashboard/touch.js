if (!window.scrollsOverCharts) {
  window.scrollsOverCharts = true;
  // A finger moves the page over a chart too, and its tap is a click; Plotly would hold the page still.
  addEventListener("touchstart", event => {
    if (event.target.closest?.(".nsewdrag")) event.stopPropagation();
  }, {capture: true, passive: true});
}
