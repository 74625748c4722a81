/* Lists what does not fit: what reaches beyond the screen, what is wider than its container and does not
   scroll on purpose, and text that is cut off. */
() => {
  const problems = new Set();
  const slack = 1.5;  /* pixels; letters and rounding reach that far */
  const name = element => {
    const named = element.closest('[class*="st-key-"]');
    const key = named ? `${named.className.match(/st-key-[\w-]+/)[0]} ` : "";
    return `${key}${element.tagName.toLowerCase()}.${element.dataset?.testid ?? element.className?.baseVal ?? element.className}`;
  };
  const report = (what, element, words) => problems.add(`${what}: ${name(element)} "${words.trim().slice(0, 40)}"`);
  const scrolls = way => /auto|scroll/.test(way);
  const cuts = way => /hidden|clip/.test(way);
  /* What is for screen readers only is one pixel large or clipped away on purpose. */
  const unseen = box => box.width <= 1 || box.height <= 1;
  const sidebar = document.querySelector('[data-testid="stSidebar"]');
  const closed = sidebar && unseen(sidebar.getBoundingClientRect()) ? sidebar : null;
  const visible = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !element.closest('[aria-hidden="true"], canvas, script, style') && !closed?.contains(element);

  const page = document.documentElement;
  for (const part of ["html", '[data-testid="stMain"]', '[data-testid="stMainBlockContainer"]']) {
    const element = document.querySelector(part);
    if (element && element.scrollWidth > element.clientWidth) report("wider than the screen", element, part);
  }

  const framed = style => parseFloat(style.borderLeftWidth) || parseFloat(style.borderRightWidth)
    || !/transparent|, 0\)$/.test(style.backgroundColor);

  /* Follows a box of text or of a picture outwards, through everything that could cut it or that it leaves. */
  const check = (element, box, words) => {
    /* A line's box is higher than its letters, by a quarter of their size above and below. */
    const loose = slack + parseFloat(getComputedStyle(element).fontSize) / 4;
    const free = { x: false, y: false };
    let lifted = false;
    for (let around = element; around && around !== page; around = around.parentElement) {
      const style = getComputedStyle(around), frame = around.getBoundingClientRect();
      if (style.display === "inline") continue;
      if ((unseen(frame) && cuts(style.overflowX)) || style.clipPath !== "none" || style.clip !== "auto") return;
      free.x ||= scrolls(style.overflowX);
      free.y ||= scrolls(style.overflowY);
      const wide = !free.x && (box.left < frame.left - slack || box.right > frame.right + slack);
      const high = !free.y && (box.top < frame.top - loose || box.bottom > frame.bottom + loose);
      const cut = (wide && cuts(style.overflowX)) || (high && cuts(style.overflowY));
      if (cut || (wide && !lifted && framed(style))) {
        report(cut ? "cut off" : "wider than its container", around, words);
        return;
      }
      lifted ||= /absolute|fixed/.test(style.position);
    }
    if (!free.x && (box.left < -slack || box.right > innerWidth + slack)) report("beyond the screen", element, words);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !visible(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (!unseen(box)) check(element, box, node.data);
  }
  for (const element of document.querySelectorAll("img, table, pre, .main-svg")) {
    const box = element.getBoundingClientRect();
    if (!unseen(box) && visible(element)) check(element.parentElement, box, element.tagName);
  }
  return [...problems];
}
