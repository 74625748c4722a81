"""No word of the other language on any page, in either language; reports speak Chinese in both."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.state import PAGES

Open = Callable[..., Page]

LOCALES = {"zh": "zh-CN", "en": "en-US"}
SAID = """
() => {
  const said = [];
  const spoken = ["title", "aria-label", "placeholder", "alt"];
  // Report text, the cells of tables that hold it, icons drawn by name, code.
  const apart = "html [lang], canvas td, [data-testid=stIconMaterial], script, style, noscript, code";
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
    left = {words: re.sub(ALLOWED[lang], "", words) for words in page.evaluate(SAID)}
    return [words for words, rest in left.items() if re.search(FOREIGN[lang], rest)]


def settle(page: Page) -> None:
    """Wait until the page is drawn and says nothing new for a while."""
    page.locator(".stMain h1").first.wait_for()
    page.wait_for_function(
        "() => !document.querySelector('[data-stale=true], .stSpinner, [data-testid=stSkeleton]')"
    )
    page.wait_for_timeout(1500)


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_speaks_one_language(open_any: Open, name: str, lang: str) -> None:
    page = open_any(f"?page={name}" if name else "", locale=LOCALES[lang])
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    assert foreign(page, lang) == []


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize("control", ["share", "takeaway"])
def test_what_opens_speaks_the_pages_language(open_page: Open, control: str, lang: str) -> None:
    page = open_page("", locale=LOCALES[lang])
    page.locator(f".st-key-{control} button").first.click()
    page.wait_for_timeout(800)
    assert foreign(page, lang) == []


def test_a_search_without_a_match_says_so_in_chinese(open_page: Open) -> None:
    page = open_page()
    page.locator(".st-key-unit").get_by_role("combobox").first.click()
    page.keyboard.type("没有的单位")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert foreign(page, "zh") == []


def test_a_unit_is_found_by_either_of_its_names(open_page: Open) -> None:
    page = open_page("", locale="en-US")
    for words in ("Hunan", "湖南"):
        page.locator(".st-key-unit").get_by_role("combobox").first.click()
        page.keyboard.type(words)
        expect(page.get_by_role("option", name="Armed Police Hunan Corps 武警湖南总队")).to_be_visible()
        page.keyboard.press("Escape")


def test_the_names_of_controls_follow_a_change_of_language(open_page: Open) -> None:
    page = open_page()
    expect(page.get_by_label("收起侧栏")).to_have_count(1)
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_label("Collapse sidebar")).to_have_count(1)
    expect(page.get_by_label("收起侧栏")).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "query", "lang", "title"),
    [
        ("zh-CN", "", "zh", "团洲垸决口"),
        ("en-US", "", "en", "Tuanzhou Polder dike breach"),
        ("de-DE", "", "en", "Tuanzhou Polder dike breach"),
        ("en-US", "?lang=zh", "zh", "团洲垸决口"),
        ("zh-CN", "?lang=en", "en", "Tuanzhou Polder dike breach"),
    ],
)
def test_the_browser_and_then_the_link_choose_the_language(
    open_any: Open, locale: str, query: str, lang: str, title: str
) -> None:
    page = open_any(query, locale=locale)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("html")).to_have_attribute("lang", lang)
