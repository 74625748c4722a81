"""Every view, in both languages and themes, from a phone to a wall: it fits, and all can read it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from dashboard.state import PAGES
from tests.browser.conftest import Flood
from tests.browser.languages import LOCALES, foreign
from tests.browser.serving import settle
from tests.browser.stores import UNIT

Open = Callable[..., Page]

LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
PHONE, LAPTOP, WALL = 390, 1440, 2560
WIDTHS = (LAPTOP, WALL, PHONE)
VIEWS: dict[str, dict[str, str]] = {
    **{page or "situation": {"page": page} for page in PAGES},
    "report in the sources": {"page": "sources", "report": "{report}"},
    "report managed": {"page": "reports", "report": "{report}"},
    "past state": {"at": "2031-07-06T10:00"},
    "past state as known then": {"at": "2031-07-06T10:00", "known": "then"},
    "chosen fact": {"fact": "{fact}"},
    "filtered": {"unit": UNIT, "kind": "personnel"},
    "no match": {"unit": UNIT, "q": "查无此语"},
    "stale link": {"unit": "无此单位"},
    "embedded": {"embed": "true"},
}
PLAIN = len(PAGES) + 3
"""So many of them are looked at in both languages."""
SERIOUS = {"serious", "critical"}
AXE = """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(({violations}) =>
    violations.flatMap(({id, impact, nodes}) => nodes.map(({target, html, any, none}) => ({
        id, impact, target: target.join(" "), html: html.slice(0, 160),
        why: [...any, ...none].map(({message}) => message).join("; ").slice(0, 200)}))))"""
LEVELS = "headings => headings.filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"
# The theme changes colours, so nothing else is looked for a second time.
RULES = {"light": ("wcag2a", "wcag2aa"), "dark": ("color-contrast",)}


def address(view: dict[str, str], flood: Flood) -> str:
    named = {
        name: value.format(report=flood.report, fact=flood.fact) for name, value in view.items() if value
    }
    return f"{flood.address}?{urlencode(named)}"


# What is chosen on a page is made of the same parts as the page itself, which both languages show.
SEEN = [
    (view, lang) for place, view in enumerate(VIEWS) for lang in ("zh", "en") if place < PLAIN or lang == "zh"
]


@pytest.mark.parametrize(("view", "lang"), SEEN)
def test_every_view_fits_every_screen_and_can_be_read_by_all(
    open_any: Open, flood: Flood, requests: list[str], errors: list[str], view: str, lang: str
) -> None:
    page = open_any(address(VIEWS[view], flood), locale=LOCALES[lang])
    settle(page)
    page.evaluate(AXE_SCRIPT)
    assert foreign(page, lang) == []
    levels = page.locator(":is(h1, h2, h3, h4, h5, h6)").evaluate_all(LEVELS)
    assert all(after - before <= 1 for before, after in pairwise([0, *levels])), levels
    problems: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1000})
        for theme in RULES:
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of two words
            problems += [f"{width} {theme}: {problem}" for problem in look(page, width, theme)]
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.locator("html").get_attribute("lang") == lang
    assert away(requests) == []
    assert errors == []
    assert problems == [], "\n" + "\n".join(problems)


@pytest.mark.parametrize("opened", ["stExpandSidebarButton", "share", "takeaway"])
def test_what_opens_on_a_phone_fits_it(open_any: Open, flood: Flood, opened: str) -> None:
    page = open_any(f"{flood.address}?unit={UNIT}", width=PHONE)
    settle(page)
    page.locator(f"[data-testid={opened}], .st-key-{opened} button").first.click()
    settle(page)
    page.evaluate(AXE_SCRIPT)
    assert look(page, PHONE, "light") == []


def look(page: Page, width: int, theme: str) -> list[str]:
    """Give what does not fit at a width and in a theme, and what some cannot read."""
    settle(page)
    problems: list[str] = page.evaluate(LAYOUT)
    if width != WALL:
        found = [one for one in page.evaluate(AXE, RULES[theme]) if one["impact"] in SERIOUS]
        problems += [f"{one['id']}: {one['target']} {one['html']} ({one['why']})" for one in found]
    return problems


def away(requests: list[str]) -> list[str]:
    """Give the requests that left the machine."""
    return [url for url in requests if urlsplit(url).hostname not in {"localhost", None}]


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ('<div style="width: 3000px; height: 9px">wide</div>', "wider than the screen"),
        ('<div style="width: 40px; overflow: hidden; white-space: nowrap">cut off here</div>', "cut off"),
        ('<div style="height: 9px; overflow: hidden">a<br>b</div>', "cut off"),
        ('<div style="width: 40px; border: 1px solid"><img width="90" height="9"></div>', "wider than its"),
        (
            '<div style="width: 40px; border: 1px solid; overflow: auto"><img width="90"></div>',
            "",
        ),
        ('<div style="width: 1px; height: 1px; overflow: hidden">for readers of the screen</div>', ""),
        ('<div style="position: fixed; left: -50px">half out</div>', "beyond the screen"),
    ],
)
def test_what_does_not_fit_is_found(open_any: Open, markup: str, problem: str) -> None:
    page = open_any("about:blank")
    page.set_content(f"<!doctype html><body>{markup}")
    found = page.evaluate(LAYOUT)
    assert found[0].startswith(problem) if problem else found == []
