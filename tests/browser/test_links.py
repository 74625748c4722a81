"""Whatever a viewer does, the address shows another what they see: random walks over all there is to use.

More walks than the one here, from other seeds: `FLOOD_WALKS=5-40 pytest tests/browser/test_links.py`.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import ElementHandle, Page
from playwright.sync_api import TimeoutError as TooLong

from tests.browser.conftest import Flood
from tests.browser.serving import settle

Open = Callable[..., Page]

USABLE, SHOWN = (
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("usable.js", "shown.js")
)
FIRST, LAST = (int(seed) for seed in os.environ.get("FLOOD_WALKS", "0-0").split("-"))
STEPS, COMPARED_EVERY = 30, 10
WORDS = ("决口", "水位", "查无此语", "", "", "")
OFTEN = ("link", "mark", "button")
SENT = 300
"""Milliseconds after which Streamlit has sent what was typed, slid or chosen in a table."""
ROW, HEAD = 35, 52
"""Pixels: a row of a table, and the middle of the first one."""


@pytest.mark.parametrize("seed", range(FIRST, LAST + 1))
def test_the_address_shows_what_the_viewer_saw(
    open_any: Open, flood: Flood, errors: list[str], seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311  # no secret: a walk must be the same each time
    page = open_any(flood.address)
    settle(page)
    with telling(seed) as done:
        for number in range(1, STEPS + 1):
            done.append(step(page, dice))
            assert page.locator("[data-testid=stException]").count() == 0
            if number % COMPARED_EVERY == 0:
                compare(page, open_any)
        assert errors == []


@contextmanager
def telling(seed: int) -> Iterator[list[str]]:
    """Give a list of steps that is told with whatever goes wrong."""
    done: list[str] = []
    try:
        yield done
    except Exception as error:
        error.add_note("\n".join((f"The walk of seed {seed}:", *done)))
        raise


def compare(page: Page, open_any: Open) -> None:
    """Hold that a page's address shows in a fresh browser what the page does."""
    other = open_any(page.url)
    settle(other)
    page.mouse.move(0, 0)  # no mark and no sign of help is under it
    settle(page)
    found = differences(page.evaluate(SHOWN), other.evaluate(SHOWN))
    other.context.close()
    assert found == []


def step(page: Page, dice: random.Random) -> str:
    """Use one thing of the page, or go back; say what was done and where that led."""
    offered = page.evaluate(USABLE)
    kinds = sorted({one["kind"] for one in offered})
    # A link and a mark lead further than a filter, which soon leaves nothing to use.
    kind = dice.choice([*kinds, "back", *(often for often in OFTEN if often in kinds)])
    if kind == "back":
        # Before the first page there is none.
        words = "" if page.evaluate("history.length") > 2 and page.go_back() is None else "(nothing before)"
    else:
        place, words = dice.choice(
            [(i, one["words"]) for i, one in enumerate(offered) if one["kind"] == kind]
        )
        element = page.evaluate_handle("place => window.usable[place]", place).as_element()
        assert element is not None
        ACTS.get(kind, click)(page, element, dice)
    page.wait_for_timeout(SENT)
    settle(page)
    return f"{kind} {words} -> {unquote(urlsplit(page.url).query)}"


def click(_page: Page, element: ElementHandle, _dice: random.Random) -> None:
    # A mark lies under the layer that takes the chart's clicks.
    element.scroll_into_view_if_needed()
    element.click(force=True)


def slide(page: Page, element: ElementHandle, dice: random.Random) -> None:
    element.focus()
    for _ in range(dice.randint(1, 4)):
        page.keyboard.press(dice.choice(["ArrowLeft", "ArrowRight", "Home", "End"]))


def choose(page: Page, element: ElementHandle, dice: random.Random) -> None:
    element.click()
    try:
        page.locator("[role=option]").first.wait_for(timeout=2000)
    except TooLong:  # all are chosen
        return
    options = page.locator("[role=option]")
    options.nth(dice.randrange(options.count())).click()
    page.keyboard.press("Escape")


def type_words(_page: Page, element: ElementHandle, dice: random.Random) -> None:
    element.fill(dice.choice(WORDS))
    element.press("Enter")


def choose_row(_page: Page, element: ElementHandle, dice: random.Random) -> None:
    element.scroll_into_view_if_needed()
    rows = int(element.evaluate("canvas => canvas.clientHeight")) // ROW - 1
    element.click(position={"x": 18, "y": HEAD + ROW * dice.randrange(max(rows, 1))}, force=True)


def look_into(page: Page, element: ElementHandle, dice: random.Random) -> None:
    click(page, element, dice)
    settle(page)
    page.keyboard.press("Escape")


ACTS: dict[str, Callable[[Page, ElementHandle, random.Random], None]] = {
    "slider": slide,
    "unit": choose,
    "incident": choose,
    "search": type_words,
    "row": choose_row,
    "popover": look_into,
}


def differences(expected: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """Say part by part where two pages differ, each up to the first thing that does."""
    found = []
    for part, shown in expected.items():
        if shown != got[part]:
            pairs = [pair for pair in zip(shown, got[part], strict=False) if pair[0] != pair[1]]
            first = pairs[0] if pairs else (len(shown), len(got[part]))
            found.append(f"{part}: {str(first[0])[:300]!r} became {str(first[1])[:300]!r}")
    return found
