"""Orders and deeds in a real browser: from a cell to the words that prove it, and the link that says so."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

Open = Callable[..., Page]

UNIT = "中国安能"


def link(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def open_matrix(open_any: Open, query: str = "?page=orders", **screen: int) -> Page:
    page = open_any(query, **screen)
    page.locator(".matrix").wait_for()
    page.locator(".st-key-evidence .article").wait_for()
    return page


def expect_proof(page: Page) -> None:
    expect(page.locator(".matrix a[aria-current]")).to_contain_text("进占 3 米")
    expect(page.locator(".cell h2")).to_have_text(f"封堵决口 · {UNIT}")
    expect(page.locator(".cell li[aria-current]")).to_contain_text("右岸还在抢筑裹头")
    expect(page.locator(".article mark.quote").first).to_have_text("右岸还在抢筑裹头")


def test_a_cell_opens_its_deeds_and_a_deed_its_source_and_the_link_says_it_all(
    open_any: Open, errors: list[str]
) -> None:
    page = open_matrix(open_any, height=800)
    page.locator(".matrix a", has_text="进占 3 米").click()
    expect(page.locator(".cell h2")).to_have_text(f"封堵决口 · {UNIT}")
    expect(page.locator(".cell h2")).to_be_in_viewport()
    assert link(page) == {"page": ["orders"], "cell": [f"breach_closure~{UNIT}"]}
    page.locator(".cell a", has_text="右岸还在抢筑裹头").click()
    expect_proof(page)
    assert set(link(page)) == {"page", "cell", "fact"}

    other = open_matrix(open_any, page.url)
    expect_proof(other)
    page.go_back()
    page.go_back()
    expect(page.locator(".cell h2")).to_have_text("各主题的指令与行动")
    assert page.locator("[data-testid=stException]").count() == 0
    assert errors == []


def test_the_theme_stays_in_sight_when_the_matrix_is_moved_sideways(open_any: Open) -> None:
    page = open_matrix(open_any, width=1000)
    matrix = page.locator(".matrix")
    assert matrix.evaluate("one => one.scrollWidth - one.clientWidth") > 50
    head = matrix.locator("tbody th[scope=row]").first
    before = head.bounding_box()
    matrix.evaluate("one => { one.scrollLeft = 50 }")
    assert head.bounding_box() == before


def test_on_a_phone_every_theme_is_a_block_and_nothing_is_moved_sideways(open_any: Open) -> None:
    page = open_matrix(open_any, "?page=orders&cell=breach_closure", width=390, height=844)
    for part in ("html", "[data-testid=stMain]", ".matrix", ".cell"):
        assert page.locator(part).evaluate("part => part.scrollWidth - part.clientWidth") <= 0, part
    cell = page.locator(".matrix a", has_text="进占 3 米")
    expect(cell).to_contain_text(UNIT)
    box = cell.bounding_box()
    assert box
    assert box["width"] > 300
