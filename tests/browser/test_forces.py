"""The page of forces in a real browser: figures open their sources, and a phone scrolls one way alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

UNIT = "岳阳军分区"


def forces(open_any: Open, query: str = "", **screen: int) -> Page:
    page = open_any(f"?page=forces{query}", **screen)
    page.locator(".st-key-strength .main-svg").first.wait_for()
    page.locator(".ledger.arrivals").wait_for()
    return page


def test_a_count_in_the_table_opens_its_source(open_any: Open, errors: list[str]) -> None:
    page = forces(open_any)
    line = page.locator(".ledger.arrivals tr", has_text=UNIT)
    expect(line).to_contain_text("7月5日 16时许")
    line.get_by_role("link", name="≥ 300 人").click()
    page.wait_for_url("**fact=*")
    expect(page.locator(".st-key-evidence mark.quote")).to_have_text("300余名")
    expect(page.locator(".ledger.arrivals tr.chosen")).to_contain_text(UNIT)
    assert errors == []


def test_a_step_of_the_chart_opens_its_source(open_any: Open) -> None:
    page = forces(open_any)
    page.locator(".st-key-strength .barlayer .point").first.click(force=True)
    page.wait_for_url("**fact=*")
    expect(page.locator(".proof")).to_contain_text("≥ 300 人")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_tables_are_blocks(open_any: Open, lang: str) -> None:
    page = forces(open_any, f"&lang={lang}", width=390, height=800)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = "[...document.querySelectorAll('.ledger, .ledger *')].filter(one => one.scrollWidth > innerWidth)"
    assert page.evaluate(f"{wide}.length") == 0
    assert (
        page.locator(".ledger.arrivals td").first.evaluate("one => getComputedStyle(one).display") == "block"
    )
