"""A report whose words try to act: on every page they are shown, and that is all."""

import datetime as dt
import re
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from extract.store import Store
from extract.table import ZONE
from tests.browser.hostile import ALL, LONG, hostile
from tests.browser.serving import dashboard, follow, settle

Open = Callable[..., Page]

QUIET = 500
"""Milliseconds: what acts has begun to by then."""
PAGES = (
    "?",
    "?lang=en&fact=d",
    "?page=orders",
    "?page=forces",
    "?page=water",
    "?page=sources",
    "?page=reports",
    "?page=reports&report=r",
    f"?{urlencode({'unit': ALL, 'q': '<b>', 'incident': '<b>x</b>', 'from': LONG, 'kind': ALL})}",
)
# What lies outside the box it belongs to: the names of elements whose words reach beyond the page's part, or
# beyond the element of Streamlit that holds them, where nothing cuts them off.
ASTRAY = """() => {
  const clips = part => getComputedStyle(part).overflowX !== "visible" || part.tagName === "svg";
  const astray = [];
  for (const box of document.querySelectorAll("[data-testid=stElementContainer]")) {
    const edge = box.getBoundingClientRect();
    if (!edge.width || !edge.height || box.querySelector("iframe")) continue;
    for (const part of box.querySelectorAll("*")) {
      const own = [...part.childNodes].some(node =>
        node.nodeType === 3 && /HYPERLINK|堤岸|w{20}/.test(node.data));
      const place = part.getBoundingClientRect();
      if (!own || !place.width) continue;
      const inside = place.left >= edge.left - 2 && place.right <= edge.right + 2
        && place.top >= edge.top - 12 && place.bottom <= edge.bottom + 12;
      let above = part, cut = false;
      while (above !== box) { cut ||= clips(above); above = above.parentElement; }
      if (!inside && !cut) astray.push(`${part.tagName} ${part.textContent.slice(0, 40)} ${place.right}`);
    }
  }
  const main = document.querySelector("[data-testid=stMain]");
  if (main.scrollWidth > main.clientWidth) astray.push(`page ${main.scrollWidth} > ${main.clientWidth}`);
  return astray;
}"""
LEADS_AWAY = """() => [...document.images].filter(image => /example/.test(image.src)).length
  + [...document.links].filter(link => link.hostname !== location.hostname).length"""
COVERS = """() => [...document.querySelectorAll("[data-testid=stMain] *")]
  .filter(part => getComputedStyle(part).position === "fixed" && /堤岸|按/.test(part.textContent)).length"""


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a dashboard with the hostile report."""
    folder = tmp_path_factory.mktemp("hostile")
    with Store(f"sqlite:///{folder / 'flood.db'}") as store:
        store.add(hostile(), dt.datetime(2026, 11, 22, tzinfo=ZONE))
    with dashboard(folder) as served:
        yield served


@pytest.fixture
def look(
    open_any: Open, hostile_address: str, requests: list[str], errors: list[str]
) -> Iterator[Callable[..., Page]]:
    """Give a way to open a page; nothing may have acted in any when the test is done."""
    pages: list[tuple[Page, list[str]]] = []

    def look(query: str, **screen: Any) -> Page:  # noqa: ANN401  # passed on
        page = open_any(hostile_address + query, **screen)
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        pages.append((page, dialogs))
        settle(page, QUIET)
        return page

    yield look
    for page, dialogs in pages:
        assert dialogs == []
        expect_inert(page)
    away = [url for url in requests if urlsplit(url).hostname != "localhost" and "://" in url]
    assert away == []
    assert errors == []


def expect_inert(page: Page) -> None:
    assert page.evaluate("window.acted") is None
    assert page.title().endswith(("汛情态势", "Flood situation"))
    assert page.evaluate(LEADS_AWAY) == 0
    assert page.evaluate(COVERS) == 0


def expect_only_shown(page: Page) -> None:
    said = page.locator("[data-testid=stMain]").inner_text()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", said)
    assert not re.search("[\u0300-\u036f]{4}", said)
    assert page.evaluate(ASTRAY) == []
    expect_inert(page)


@pytest.mark.parametrize("query", [PAGES[-1], "?embed=true"])
def test_words_of_a_report_or_a_link_are_only_shown(look: Callable[..., Page], query: str) -> None:
    expect_only_shown(look(query))


def test_words_of_a_report_are_only_shown_on_every_page(look: Callable[..., Page]) -> None:
    page = look(PAGES[0])
    for query in PAGES:
        follow(page, query)
        settle(page, QUIET)
        assert page.evaluate("location.search") == query.rstrip("?"), query
        expect_only_shown(page)


@pytest.mark.parametrize("query", ["?", "?page=reports&report=r"])
def test_on_a_phone_they_stay_in_their_place_too(look: Callable[..., Page], query: str) -> None:
    assert look(query, width=390, height=844).evaluate(ASTRAY) == []


def test_hovers_options_and_what_opens_show_them_as_text(look: Callable[..., Page]) -> None:
    page = look("?")
    marks = page.locator(".st-key-timeline .scatterlayer .point")
    for place in range(min(marks.count(), 4)):
        marks.nth(place).hover(force=True)
        page.wait_for_timeout(150)
        assert page.locator(".hoverlayer a, .hoverlayer foreignObject").count() == 0
    page.locator(".st-key-unit").get_by_role("combobox").first.click()
    expect(page.get_by_role("option").first).to_contain_text("onerror")
    assert "\u202e" not in page.get_by_role("option").first.inner_text()
    page.keyboard.press("Escape")
    page.locator(".st-key-share button").first.click()
    page.locator(".share").wait_for()
    assert page.locator(".share img").count() <= 1
    assert page.locator(".share").evaluate("box => box.scrollWidth <= box.clientWidth")


def test_what_is_pasted_is_shown_as_text_before_it_is_saved(look: Callable[..., Page]) -> None:
    page = look("?page=reports")
    page.get_by_role("tab").nth(1).click()
    page.locator(".st-key-paste_text textarea").fill(
        f"7月5日，北堤{ALL}决口，水位33米。\n\n队伍{ALL}40人到达。"
    )
    page.locator(".st-key-paste_title input").fill(ALL)
    page.get_by_role("button", name="读取", exact=False).first.click()
    page.locator(".candidate").first.wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate(ASTRAY) == []


def test_the_link_says_them_as_text_too(hostile_address: str) -> None:
    with urllib.request.urlopen(hostile_address, timeout=10) as answer:  # noqa: S310  # our own server
        served = answer.read().decode()
    head = served.split("</head>")[0]
    assert "⟨U+202E⟩" in head
    assert "<img" not in served
    assert "window.acted" not in "".join(re.findall(r"<script[^>]*>(.*?)</script>", served, re.DOTALL))
