"""What opens and what changes speaks the page's language; the browser chooses it, then the link.

Of the pages themselves that is looked at in `test_everywhere`.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.languages import LOCALES, foreign
from tests.browser.serving import settle

Open = Callable[..., Page]


@pytest.mark.parametrize("lang", LOCALES)
def test_what_opens_speaks_the_pages_language(open_page: Open, lang: str) -> None:
    page = open_page("", locale=LOCALES[lang])
    for control in ("share", "takeaway"):
        page.locator(f".st-key-{control} button").first.click()
        page.locator("[data-testid=stPopoverBody] button").first.wait_for()
        settle(page)
        assert foreign(page, lang) == []
        page.keyboard.press("Escape")


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
