"""Reports come in by a real browser and by the watched folder, and every open page shows them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from dashboard.session import now
from extract.pipeline import extract
from extract.store import Store
from tests.browser.serving import dashboard

Open = Callable[..., Page]

TEXT = (
    "{place}堤防发生决口 各方全力封堵\n\n"
    "本报石桥县7月6日电 7月5日16时许，石桥县{place}一线堤防发生决口，决口宽约{metres}米。"
    "截至6日11时，武警东山总队800余名官兵到达现场。\n\n"
    "文艺晚会在河西市举行\n\n本报河西市7月6日电 河西市昨晚举行文艺晚会，300名演员登台演出，观众达2000人。"
    "晚会由市文化馆主办，演出了歌舞、戏曲等二十个节目。\n"
)
SECONDS = 20_000
"""Milliseconds within which an open page learns of a change: it looks every 3 seconds, the folder every 2."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("adding")


@pytest.fixture(scope="module")
def inbox(folder: Path) -> Path:
    made = folder / "inbox"
    made.mkdir()
    return made


@pytest.fixture(scope="module")
def adding(folder: Path, inbox: Path) -> Iterator[str]:
    """Give the address of a dashboard of its own, with a watched folder."""
    with dashboard(folder, "--inbox", str(inbox)) as served:
        yield served


@pytest.fixture
def open_reports(open_any: Open, adding: str) -> Open:
    """Give a way to open the page of reports."""

    def open_reports(query: str = "", **screen: Any) -> Page:  # noqa: ANN401  # passed on
        page = open_any(f"{adding}?page=reports{query}", **screen)
        page.locator(".st-key-adding [data-testid=stFileUploader]").wait_for()
        return page

    return open_reports


def words(place: str, metres: int) -> str:
    return TEXT.format(place=place, metres=metres)


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def upload(page: Page, *files: FilePayload) -> None:
    page.locator("[data-testid=stFileUploader] input").set_input_files(files)
    page.locator(".st-key-preview").wait_for()


def test_files_are_uploaded_checked_saved_and_lead_to_their_incident(open_reports: Open) -> None:
    page = open_reports()
    upload(page, file("a.txt", words("柳林垸", 150)), file("b.txt", words("柳林垸", 140)))
    preview = page.locator(".st-key-preview")
    expect(preview).to_contain_text("2 篇文章，其中 1 篇不涉及汛情，未采用：文艺晚会在河西市举行")
    box = preview.get_by_label("报道日期").first
    box.fill("2024年7月6日")
    box.press("Enter")
    expect(preview).to_contain_text("由人给出")
    page.get_by_role("button", name="保存 2 篇").click()
    expect(page.locator(".st-key-saved")).to_contain_text("已保存 2 篇")
    page.get_by_role("button", name="看“柳林垸决口”的态势").first.click()
    expect(page.get_by_role("heading", level=1, name="柳林垸决口")).to_be_visible()


def test_pasted_words_are_read(open_reports: Open) -> None:
    page = open_reports()
    page.get_by_role("tab", name="粘贴文字").click()
    page.get_by_label("报道全文").fill(words("东河垸", 90))
    page.get_by_label("报道日期（可不填）").fill("2024-07-06")
    page.get_by_role("button", name="读取").click()
    expect(page.locator(".st-key-preview")).to_contain_text("“东河垸决口”（新事件）")
    page.get_by_role("button", name="放弃").click()
    expect(page.locator(".st-key-preview")).to_have_count(0)


def test_a_hostile_name_is_shown_and_that_is_all(open_reports: Open, errors: list[str]) -> None:
    page = open_reports()
    upload(page, file("<img src=x onerror=alert(1)>![a](http:example.invalid).txt", words("西河垸", 70)))
    expect(page.locator(".candidate")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".st-key-preview img").count() == 0
    assert errors == []


def test_a_corrected_date_moves_the_times(open_reports: Open, folder: Path) -> None:
    read = extract(words("南河垸", 60), today=now().date(), source_name="c.txt")
    with Store(f"sqlite:///{folder / 'flood.db'}") as store:
        store.add(read, now())
    page = open_reports()
    page.goto(f"{page.url}&report={read.report.report_id}")
    page.locator(".st-key-edit summary").click()
    page.get_by_label("报道日期").fill("2024-07-06")
    page.get_by_label("理由", exact=True).first.fill("版面日期")
    page.get_by_role("button", name="保存更正").click()
    expect(page.get_by_text("条事实和指令的时间随之移动")).to_be_visible()
    expect(page.get_by_text("→ 2024-07-05 16:00")).to_be_visible()
    page.locator(".st-key-history summary").click()
    expect(page.locator(".st-key-history")).to_contain_text("理由：版面日期")


def test_what_is_dropped_into_the_folder_shows_on_open_pages_with_their_filters(
    open_any: Open, open_reports: Open, adding: str, inbox: Path, folder: Path
) -> None:
    with Store(f"sqlite:///{folder / 'flood.db'}") as store:
        store.add(extract(words("北河垸", 310), today=now().date()), now())
    page = open_any(f"{adding}?incident=北河垸决口&kind=distance")
    expect(page.locator(".st-key-facts")).to_contain_text("310", timeout=SECONDS)
    filled = open_reports()
    upload(filled, file("e.txt", words("中河垸", 50)))

    (inbox / "d2.txt").write_text(words("北河垸", 320), encoding="utf-8")
    (inbox / "d3.png").write_bytes(b"\x89PNG\r\n\x1a\n..")
    expect(page.locator(".st-key-facts")).to_contain_text("320", timeout=SECONDS)
    assert re.search("kind=distance", page.url)
    expect(page.locator(".st-key-facts")).not_to_contain_text("800")
    expect(filled.locator(".st-key-news")).to_contain_text("有新数据", timeout=SECONDS)
    expect(filled.locator(".st-key-preview")).to_contain_text("中河垸")
    filled.get_by_role("button", name="点击刷新").click()
    expect(filled.get_by_text("有新数据")).to_have_count(0)
    expect(filled.locator(".st-key-preview")).to_contain_text("中河垸")
    expect(filled.locator(".st-key-adding")).to_contain_text("d3.png", timeout=SECONDS)


def test_a_page_at_rest_is_not_drawn_again(open_any: Open, adding: str) -> None:
    page = open_any(adding)
    page.locator(".st-key-facts canvas").first.wait_for()
    page.wait_for_timeout(2000)
    page.evaluate(
        "() => { window.drawn = 0; new MutationObserver(all => { window.drawn += all.length }).observe("
        "document.querySelector('[data-testid=stMain]'), {childList: true, subtree: true}) }"
    )
    page.wait_for_timeout(4000)
    assert page.evaluate("window.drawn") == 0


@pytest.mark.parametrize(
    ("lang", "others"), [("zh", r"Upload|per file|Browse|Limit|Drag"), ("en", r"[\u4e00-\u9fff]")]
)
def test_each_language_speaks_alone(open_reports: Open, lang: str, others: str) -> None:
    page = open_reports(f"&lang={lang}")
    shown = page.locator(".st-key-adding").evaluate(
        "box => [...box.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).fontSize) > 0)"
        ".flatMap(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data)"
        ".concat(getComputedStyle(e, '::after').content)).join(' ')"
    )
    assert not re.search(others, shown)


@pytest.mark.parametrize(("width", "height"), [(1440, 1000), (390, 844)])
def test_nothing_reaches_beyond_the_screen(
    open_reports: Open, errors: list[str], width: int, height: int
) -> None:
    page = open_reports(width=width, height=height)
    upload(page, file("f.txt", words("上河垸", 40)))
    for part in ("html", "[data-testid=stMain]", "[data-testid=stMainBlockContainer]"):
        over = page.locator(part).evaluate("part => part.scrollWidth - part.clientWidth")
        assert over <= 0, part
    assert errors == []
