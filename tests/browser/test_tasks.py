"""What people come for, in as many clicks as they are promised: three at most from the first screen."""

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.serving import follow, settle

Step = Callable[[Page], Locator]


def way(words: str) -> Step:
    """Follow a link or press a button of the page."""
    return lambda page: page.locator(".stMain a, .stMain button, .share button").filter(has_text=words).first


def at(selector: str, words: str = "") -> Step:
    return lambda page: page.locator(selector).filter(has_text=words).first


def whole(page: Page) -> Locator:
    """Follow the way to the whole text of the fact that the address names, once it is drawn."""
    (fact,) = parse_qs(urlsplit(page.url).query)["fact"]
    return page.locator(f'.origin a[href*="{fact}"]').filter(has_text="看全文")


UNITS = at(".st-key-unit [role=combobox]")
TASKS: tuple[tuple[str, Sequence[Step], str, Sequence[str]], ...] = (
    ("现在情况怎样，消息截至何时", (), ".lead", ["截至 7月6日 14:40", "内外水位已经齐平", "≥ 2,150 人"]),
    ("5日20时前哪些单位到场，谁说的", (way("力量与人员"),), ".ledger.arrivals",
     ["7月5日 18时许", "武警第二机动总队某支队", "官兵抵达决口现场", "新华社"]),
    ("决口多久后队伍开始行动", (way("力量与人员"),), ".ledger.arrivals", ["决口后"]),
    ("≥ 2,150 人里最大的数，原话怎么说", (way("据新华社"),), ".article mark.quote", ["1400余人"]),
    ("哪些指令没有见到行动", (way("指令与行动"),), ".matrix", ["转移安置", "报道未提及"]),
    ("中国安能为封堵做了什么，指令后多久", (way("指令与行动"), at(".matrix td a", "进占 3 米")), ".cell",
     ["3 米", "指令后约"]),
    ("武警湖南总队做了什么", (UNITS, at("[role=option]", "湖南总队")), ".st-key-timeline",
     ["≥ 100 人"]),
    ("第二道防线有多长、多远、有无险情", (way("堤防与水情"),), ".stMain .lead",
     ["约 14.3 公里", "约 2 公里", "渗漏"]),
    ("这个数在整版报道的哪里", (at(".lead a", "约 14.3 公里"), whole), ".reading .ringed",
     ["约14.3公里"]),
    ("报道里哪些话读过而没有事实", (way("原文"),), ".legend", ["句没有"]),
    ("把这一画面发到群里", (way("分享"), at(".share button", "复制")), ".share", ["已复制"]),
    ("打印一份态势报告", (way("导出"),), "[data-testid=stPopoverBody]", ["态势报告"]),
    ("给外国同事看", (at(".st-key-lang button", "English"),), ".lead", ["≥ 2,150 people", "dike breach"]),
)  # fmt: skip  # a table: the question, the clicks, where the answer stands, its words
MOST = 3


@pytest.fixture(scope="module")
def shown(browser: Browser, address: str) -> Iterator[Page]:
    """Give a page of the dashboard."""
    with browser.new_context(viewport={"width": 1440, "height": 1000}, locale="zh-CN") as context:
        page = context.new_page()
        page.goto(address)
        yield page


@pytest.fixture
def page(shown: Page) -> Page:
    """Give the first screen, whatever was looked at before."""
    shown.keyboard.press("Escape")
    follow(shown, "?")
    settle(shown, 300)
    return shown


@pytest.mark.parametrize(
    ("clicks", "place", "answer"), [task[1:] for task in TASKS], ids=[task[0] for task in TASKS]
)
def test_a_question_is_answered_in_three_clicks(
    page: Page, clicks: Sequence[Step], place: str, answer: Sequence[str]
) -> None:
    assert len(clicks) <= MOST
    for click in clicks:
        click(page).click()
    for words in answer:
        expect(page.locator(place).filter(has_text=words).first).to_contain_text(words)


def test_yesterday_evening_is_one_slider_away(page: Page) -> None:
    slider = page.locator(".st-key-at input[type=range], .st-key-at [role=slider]").first
    slider.press("Home")
    expect(page.locator(".moment")).to_contain_text("不是最新")
    expect(page.locator("[data-testid=stMain]")).not_to_contain_text("1,400 人")
