"""The page of sources in a real browser: marks are chosen, told and found by mouse and by keyboard."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]

SHOWS = "element => getComputedStyle(element, '::after').content"
SEEN = """element => {
    const place = element.getBoundingClientRect();
    return place.top >= 0 && place.bottom <= innerHeight;
}"""


def open_sources(open_any: Open, query: str = "", **screen: object) -> Page:
    page = open_any(f"?page=sources{query}", **screen)
    page.locator(".reading article").first.wait_for()
    return page


def mark(page: Page, words: str) -> Locator:
    return page.locator(".reading a.fact", has_text=words).first


def test_a_mark_that_is_clicked_is_proved_beside_it_and_stays_in_its_place(
    open_any: Open, requests: list[str], errors: list[str]
) -> None:
    page = open_sources(open_any)
    words = mark(page, "300余名")
    words.scroll_into_view_if_needed()
    page.evaluate("window.isSamePage = true")
    before = words.bounding_box()
    assert before
    words.click()
    expect(mark(page, "300余名")).to_have_attribute("aria-current", "true")
    expect(page.locator(".st-key-evidence")).to_contain_text("≥ 300 人")
    assert "fact=" in page.url
    assert page.evaluate("window.isSamePage")
    after = mark(page, "300余名").bounding_box()
    assert after
    assert abs(after["y"] - before["y"]) < 1
    assert page.locator(".st-key-evidence .proof").evaluate(SEEN)
    assert [url for url in requests if "localhost" not in url and url.startswith("http")] == []
    assert errors == []


def test_a_mark_tells_its_row_to_the_mouse_and_to_the_keyboard(open_any: Open) -> None:
    page = open_sources(open_any)
    words = mark(page, "300余名")
    assert "人数" not in words.evaluate(SHOWS)
    words.hover()
    assert "≥ 300 人" in words.evaluate(SHOWS)
    page.mouse.move(0, 0)
    mark(page, "接到出动命令").focus()
    page.keyboard.press("Tab")
    assert "≥ 300 人" in words.evaluate(SHOWS)
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-evidence")).to_contain_text("≥ 300 人")


def test_a_link_opens_the_text_where_its_fact_stands_and_steps_lead_on(open_any: Open) -> None:
    page = open_sources(open_any)
    address = mark(page, "数公里").get_attribute("href")
    page = open_sources(open_any, f"&{str(address).removeprefix('?')}", height=700)
    expect(mark(page, "数公里")).to_be_in_viewport()
    for _ in range(4):
        chosen = str(page.locator(".reading .first.ringed").first.get_attribute("href"))
        page.get_by_role("button", name="上一条").click()
        page.locator(f'.reading .ringed:not([href="{chosen}"])').first.wait_for()
        expect(page.locator(".reading .first.ringed").first).to_be_in_viewport()


def test_the_evidence_of_another_page_leads_to_the_whole_text(open_page: Open) -> None:
    page = open_page()
    page.locator(".st-key-evidence").get_by_role("link", name="看全文").click()
    expect(page.locator(".reading .first.ringed").first).to_be_in_viewport()
