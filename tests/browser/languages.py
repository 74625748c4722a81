"""Which words a page says in a language, but for those of reports, and which of them are of the other."""

import re

from playwright.sync_api import Page

LOCALES = {"zh": "zh-CN", "en": "en-US"}
SAID = """
() => {
  const said = [];
  const spoken = ["title", "aria-label", "placeholder", "alt"];
  // Report text, the cells of tables that hold it, icons drawn by name, code.
  const icons = "[data-testid=stIconMaterial], [data-testid=stExpanderIcon]";
  const apart = `html [lang], canvas td, ${icons}, script, style, noscript, code`;
  const read = node => {
    if (node.nodeType === Node.TEXT_NODE) { said.push(node.textContent.trim()); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(apart)) return;
    const style = getComputedStyle(node);
    if (style.display === "none") return;
    for (const name of spoken) said.push(node.getAttribute(name) ?? "");
    // Words of no size stand behind the ones that are shown in their place.
    const isSeen = parseFloat(style.fontSize) && style.visibility !== "hidden";
    for (const child of node.childNodes) if (isSeen || child.nodeType !== Node.TEXT_NODE) read(child);
  };
  read(document.documentElement);
  return [...new Set(said)].filter(Boolean);
}
"""
QUOTED = r"“[^”]*”|《[^》]*》"
"""Words of a report or a file's name inside a phrase."""
CODES = r"\b[a-z_]+\.[a-z_0-9]+\b|\S+\.(?:txt|html|pdf|docx|jsonl)\b|https?:\S+"
"""The name of a rule, of a file, an address."""
ALLOWED = {
    "zh": rf"{QUOTED}|{CODES}|m³/s|CSV|Excel|JSON Lines|Parquet|HXL|HTML|PDF|Word|docx|gz|MB|QR|PNG|English",
    # What is searched is Chinese whoever searches.
    "en": rf"e\.g\. 彩条布|中文|{QUOTED}|{CODES}",
}
FOREIGN = {"zh": r"[A-Za-z]{2,}", "en": r"[\u2e80-\u9fff\uff00-\uffef]"}


def foreign(page: Page, lang: str) -> list[str]:
    """List what a page says that is not in its language."""
    left = {words: re.sub(ALLOWED[lang], "", words) for words in page.evaluate(SAID)}
    return [words for words, rest in left.items() if re.search(FOREIGN[lang], rest)]
