/* Resolves once the page has been drawn and nothing in it has changed for `quiet` milliseconds. */
quiet => new Promise((done, fail) => {
  const begin = performance.now();
  let last = begin;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => {
    const now = performance.now();
    const app = document.querySelector('[data-testid="stApp"]');
    const drawn = app?.dataset.testScriptState === "notRunning"
      && document.querySelector('h1, [data-testid="stAlert"]')
      /* Streamlit loads the code of an element with the first one of its kind; a skeleton stands there. */
      && !app.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
      /* A table is a canvas; its words come a little later. */
      && [...app.querySelectorAll('[data-testid="stDataFrame"] canvas:first-of-type')].every(drawn => drawn.textContent)
      && !document.getAnimations().some(one => one.playState === "running" && one.effect.getComputedTiming().endTime < 5000)
      && [...app.querySelectorAll(".js-plotly-plot")].every(plot => plot.querySelector(".main-svg"));
    if (drawn && now - last >= quiet) {
      watch.disconnect();
      requestAnimationFrame(() => done(now - begin));
    } else if (now - begin > 60000) {
      watch.disconnect();
      fail(new Error(`The page is not done after a minute: ${app?.dataset.testScriptState}.`));
    } else {
      setTimeout(look, 25);
    }
  };
  look();
})
