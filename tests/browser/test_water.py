"""A number in the plan of the breach opens its source, by mouse and by keyboard."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def open_water(open_any: Open, **screen: int) -> Page:
    page = open_any("?page=water", **screen)
    page.locator(".st-key-breach .textpoint text").first.wait_for()
    return page


def test_a_click_on_a_number_of_the_plan_opens_its_source(open_any: Open, errors: list[str]) -> None:
    page = open_water(open_any)
    expect(page.locator(".proof")).to_contain_text("3 米")
    page.locator(".st-key-breach .textpoint", has_text="14.3").click(force=True)
    page.wait_for_url("**fact=*")
    expect(page.locator(".proof")).to_contain_text("约 14.3 公里")
    assert parse_qs(urlsplit(page.url).query)["page"] == ["water"]
    expect(page.locator(".st-key-breach .textpoint", has_text="▶").last).to_contain_text("14.3")
    assert errors == []


def test_the_same_number_is_a_link_below_for_the_keyboard(open_any: Open) -> None:
    page = open_water(open_any, width=390, height=900)
    page.locator(".st-key-breach .figures a", has_text="约 2 公里").press("Enter")
    page.wait_for_url("**fact=*")
    expect(page.locator(".proof")).to_contain_text("约 2 公里")


def test_words_of_the_plan_stay_inside_it_on_a_phone(open_any: Open) -> None:
    page = open_water(open_any, width=390, height=900)
    frame = page.locator(".st-key-breach .main-svg").first.bounding_box()
    assert frame
    for label in page.locator(".st-key-breach .textpoint text").all():
        box = label.bounding_box()
        assert box
        assert frame["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
