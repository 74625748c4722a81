/* Clicks, and resolves with the milliseconds to the first frame that shows something else in the place watched:
   all of them, until the browser asked the server, until the last of its messages came, until it was drawn. */
(element, watched) => new Promise((done, fail) => {
  const shown = () => [...document.querySelectorAll(watched)].map(part => part.textContent).join("\n");
  const old = shown();
  window.traffic = { sent: [], received: [] };
  const begin = performance.now();
  const look = () => {
    const now = performance.now(), text = shown();
    if (text && text !== old) {
      requestAnimationFrame(frame => {
        const end = Math.max(frame, now), { sent, received } = window.traffic;
        const came = received.filter(time => time <= end).at(-1) ?? end;
        done({ all: end - begin, sent: (sent[0] ?? begin) - begin, server: came - (sent[0] ?? begin), drawn: end - came });
      });
    } else if (now - begin > 30000) {
      fail(new Error(`Nothing changed in ${watched}.`));
    } else {
      requestAnimationFrame(look);
    }
  };
  element.click();
  look();
})
