"""The timeline under a mouse and a finger: a box is a period, a header folds, a mark is proved."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.serving import ROW_NAMES

Open = Callable[..., Page]

CHART = ".st-key-timeline .nsewdrag"


def link(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def names(page: Page) -> list[str]:
    return page.locator(ROW_NAMES).all_text_contents()


def drag(page: Page, begin: float, end: float) -> None:
    """Drag a box over the chart, from one share of its width to another."""
    box = page.locator(CHART).first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * begin, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * (begin + end) / 2, box["y"] + 120, steps=4)
    page.mouse.move(box["x"] + box["width"] * end, box["y"] + 120, steps=4)
    page.mouse.up()


def test_a_box_is_a_period_and_its_link_shows_the_same(open_page: Open, errors: list[str]) -> None:
    page = open_page(height=1600)
    drag(page, 0.3, 0.6)
    page.wait_for_url("**from=*")
    assert set(link(page)) == {"from", "to"}
    expect(page.locator(".st-key-timeline_ways")).to_contain_text("只显示")
    expect(page.locator(".st-key-timeline")).not_to_contain_text("国家指令")
    other = open_page(page.url, height=1600)
    assert names(other) == names(page)
    page.get_by_role("link", name="显示全部时段").click()
    expect(page.locator(".st-key-timeline")).to_contain_text("国家指令")
    assert link(page) == {}
    assert errors == []


def test_the_name_of_a_type_folds_it_by_click_and_by_link(open_page: Open) -> None:
    page = open_page(height=1600)
    head = page.locator(ROW_NAMES, has_text="个单位").first.bounding_box()
    assert head is not None
    page.mouse.click(head["x"] + 40, head["y"] + head["height"] / 2)
    page.wait_for_url("**fold=*")
    expect(page.locator(".st-key-timeline")).not_to_contain_text("武警湖南总队")
    assert link(page)["fold"] == ["armed_police", "directives"]
    page.get_by_role("link", name="展开武警").press("Enter")
    expect(page.locator(".st-key-timeline")).to_contain_text("武警湖南总队")
    assert link(page) == {}


def test_a_mark_opens_its_proof_in_a_period_too(open_page: Open) -> None:
    page = open_page("?from=2024-07-05T12:00&to=2024-07-06T00:00", height=1600)
    page.locator(".st-key-timeline .scatterlayer path.point").nth(4).click(force=True)
    page.wait_for_url("**fact=*")
    assert set(link(page)) == {"from", "to", "fact"}
    expect(page.locator(".article mark.quote").first).to_be_visible()


def test_no_words_are_cut_off_on_a_phone(open_page: Open) -> None:
    page = open_page(width=390, height=844)
    edges = page.locator(".st-key-timeline .textpoint text").evaluate_all(
        "words => words.map(one => one.getBoundingClientRect()).filter(box => box.width)"
        ".map(box => [box.left, box.right])"
    )
    assert edges
    for left, right in edges:
        assert left >= 0
        assert right <= 390


def test_a_finger_moves_the_page_over_the_chart_and_its_tap_is_a_click(open_page: Open) -> None:
    page = open_page(width=390, height=844, has_touch=True)
    chart = page.locator(CHART).first
    chart.scroll_into_view_if_needed()
    before = chart.bounding_box()
    assert before is not None
    touch = page.context.new_cdp_session(page)
    x, y = before["x"] + 120, min(before["y"] + 400, 700)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        touch.send(
            "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 20 * step}]}
        )
        page.wait_for_timeout(30)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(500)
    after = chart.bounding_box()
    assert after is not None
    assert after["y"] < before["y"] - 100
    assert link(page) == {}
    mark = page.locator(".st-key-timeline .scatterlayer path.point").nth(6)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**fact=*")
