"""The page of reports, without a browser: adding, checking, saving, correcting, moving, removing."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import session
from extract.store import Store
from tests.dashboard.reporting import BREACH, CONCERT, LEVEL, NOW, read

WAIT = 30
DAY = dt.date(2024, 7, 6)


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    made = f"sqlite:///{tmp_path / 'flood.db'}"
    monkeypatch.setenv("FLOOD_STORE", made)
    monkeypatch.setattr(session, "now", lambda: NOW)
    return made


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


@pytest.fixture
def page(app: Path, url: str) -> AppTest:
    """Give the page of reports of an empty store, not yet run."""
    assert url
    made = AppTest.from_file(str(app), default_timeout=WAIT)
    made.query_params["page"] = "reports"
    return made


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def open_report(page: AppTest, report_id: str) -> AppTest:
    page.query_params["report"] = report_id
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button whose label holds some words."""
    next(button for button in page.button if label in button.label).click()
    return run(page)


def text(page: AppTest) -> str:
    """Return all words of the page that a test can see."""
    kinds = ("title", "subheader", "caption", "markdown", "warning", "success", "info", "error")
    said = [str(getattr(element, "value", "")) for kind in kinds for element in page.get(kind)]
    said += [element.proto.body for element in page.get("html")]
    return re.sub(r"\\(?=\W)", "", "\n".join(said))


def upload(page: AppTest, *files: tuple[str, str]) -> AppTest:
    page.file_uploader[0].set_value([(name, words.encode(), "text/plain") for name, words in files])
    return run(page)


def paste(page: AppTest, words: str, **fields: str) -> AppTest:
    page.text_area(key="paste_text").set_value(words)
    for field, value in fields.items():
        page.text_input(key=f"paste_{field}").set_value(value)
    return press(page, "读取")


def test_the_switch_leads_to_the_reports_and_back_and_keeps_the_filters(
    app: Path, url: str, store: Store
) -> None:
    assert url
    store.add(read(BREACH, published=DAY), NOW)
    page = AppTest.from_file(str(app), default_timeout=WAIT)
    page.query_params["kind"] = "personnel"
    run(page).button(key="add").click()
    assert run(page).title[0].value == "报道"
    assert page.query_params["kind"] in ("personnel", ["personnel"])
    press(page, "看汛情态势")
    assert page.title[0].value == "柳林垸决口"
    assert page.pills(key="kind").value == ["personnel"]


def test_an_upload_is_shown_before_it_is_stored(page: AppTest, store: Store) -> None:
    upload(run(page), ("a.txt", f"{BREACH}\n{CONCERT}"))
    said = text(page)
    for words in (
        "保存前核对：1 篇",
        "柳林垸堤防发生决口",
        "2 篇文章，其中 1 篇不涉及汛情，未采用：文艺晚会在河西市举行",
        "“柳林垸决口”（新事件）",
        "年份只是假定",
        "新报道",
    ):
        assert words in said, words
    assert "约150米" in page.dataframe[0].value["quote"].tolist()
    assert store.reports().empty


def test_the_uploader_is_empty_for_the_next_files_and_what_waits_stays(page: AppTest) -> None:
    upload(run(page), ("a.txt", BREACH))
    assert page.file_uploader[0].value == []
    upload(page, ("b.txt", LEVEL), ("a-again.txt", BREACH))
    assert "保存前核对：2 篇" in text(page)
    assert "重复的 1 篇已略去" in text(page)


def test_saving_stores_all_and_leads_to_the_incident(page: AppTest, store: Store) -> None:
    upload(run(page), ("a.txt", BREACH), ("b.txt", LEVEL))
    press(page, "保存 2 篇")
    assert "已保存 2 篇" in text(page)
    assert "保存前核对" not in text(page)
    assert sorted(store.reports()["source_name"]) == ["a.txt", "b.txt"]
    assert store.reports()["added_at"].tolist() == [NOW, NOW]
    press(page, "看“柳林垸决口”的态势")
    assert page.title[0].value == "柳林垸决口"


def test_discarding_stores_nothing(page: AppTest, store: Store) -> None:
    upload(run(page), ("a.txt", BREACH))
    press(page, "放弃")
    assert "保存前核对" not in text(page)
    assert store.reports().empty


def test_one_of_many_can_be_left_out(page: AppTest, store: Store) -> None:
    upload(run(page), ("a.txt", BREACH), ("b.txt", LEVEL))
    press(page, "不要这篇")
    press(page, "保存 1 篇")
    assert store.reports()["source_name"].tolist() == ["b.txt"]


def test_what_is_in_the_store_is_said_and_not_saved_again(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    store.add(read(LEVEL), NOW)
    store.remove(read(LEVEL).report.report_id, NOW)
    upload(run(page), ("a.txt", BREACH), ("b.txt", LEVEL))
    assert "已在库中" in text(page)
    assert "曾被删除" in text(page)
    assert page.button(key="save").disabled


def test_the_date_is_set_before_saving_and_moves_the_times(page: AppTest, store: Store) -> None:
    upload(run(page), ("a.txt", BREACH))
    key = f"date_{read(BREACH).report.report_id}"
    assert page.text_input(key=key).value == "2026-07-06"
    page.text_input(key=key).set_value("2024年7月6日")
    run(page)
    assert "年份只是假定" not in text(page)
    press(page, "保存 1 篇")
    assert store.reports()["published"].tolist() == [DAY]
    assert set(store.timeline()["start"].dropna().dt.year) == {2024}


def test_a_wrong_date_is_refused_in_the_viewers_language(page: AppTest) -> None:
    upload(run(page), ("a.txt", BREACH))
    page.text_input(key=f"date_{read(BREACH).report.report_id}").set_value("6/7/2024")
    assert "“6/7/2024”读不成一个确定的日期" in text(run(page))


def test_files_that_cannot_be_read_are_named_and_the_rest_is_read(page: AppTest) -> None:
    upload(run(page), ("../../<b>x</b>.txt", " "), ("b.txt", LEVEL))
    assert "有 1 个文件读不了" in text(page)
    assert "x<" not in text(page)
    assert "b>.txt" in text(page)
    assert "保存前核对：1 篇" in text(page)
    press(page, "知道了")
    assert "读不了" not in text(page)


def test_pasted_words_are_read_with_what_is_known_of_them(page: AppTest, store: Store) -> None:
    paste(run(page), BREACH, title="决口报道", publisher="东山日报", date="2024-07-06")
    assert "决口报道" in text(page)
    assert page.text_area(key="paste_text").value == ""
    press(page, "保存 1 篇")
    report = store.reports().iloc[0]
    assert (report.title, report.publisher, report.published) == ("决口报道", "东山日报", DAY)
    assert page.dataframe[0].value["source"].tolist() == ["粘贴的文字"]


@pytest.mark.parametrize(
    ("words", "date", "told"), [("  ", "", "还没有文字"), (BREACH, "某日", "“某日”读不成一个确定的日期")]
)
def test_what_was_pasted_stays_where_something_is_missing(
    page: AppTest, words: str, date: str, told: str
) -> None:
    paste(run(page), words, date=date)
    assert told in text(page)
    assert page.text_area(key="paste_text").value == words


def test_the_list_is_searched_and_shows_removed_ones_apart(page: AppTest, store: Store) -> None:
    for number, words in enumerate((BREACH, LEVEL, CONCERT)):
        store.add(read(words, source_name=f"{number}.txt", published=DAY), NOW)
    store.remove(read(CONCERT).report.report_id, NOW)
    run(page)
    assert sorted(page.dataframe[0].value["source"]) == ["0.txt", "1.txt"]
    page.text_input(key="find").set_value("各方 决口")
    assert run(page).dataframe[0].value["source"].tolist() == ["0.txt"]
    page.text_input(key="find").set_value("没有这篇")
    assert "没有符合的报道" in text(run(page))
    page.text_input(key="find").set_value("")
    page.toggle(key="show_removed").set_value(True)
    assert run(page).dataframe[0].value["source"].tolist() == ["2.txt"]


def test_a_report_shows_where_each_thing_is_known_from(page: AppTest, store: Store) -> None:
    store.add(read(BREACH, title="决口"), NOW)
    said = text(open_report(page, read(BREACH).report.report_id))
    for words in (
        "2026-07-06?",
        "年份为假定",
        "由人给出",
        "柳林垸决口",
        "breach.txt",
        "2026-11-22 12:00",
        "入库",
    ):
        assert words in said, words
    assert "约150米" in said.replace("\n", "")


def test_a_corrected_date_says_what_moved_and_can_be_taken_back(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    open_report(page, read(BREACH).report.report_id)
    page.text_input(key="edit_published").set_value("2024-07-06")
    page.text_input(key="edit_reason").set_value("版面<b>日期</b>")
    press(page, "保存更正")
    said = text(page)
    assert "已更正：报道日期 2026-07-06 → 2024-07-06" in said
    assert re.search(r"\d+ 条事实和指令的时间随之移动", said)
    assert "2026-07-05 16:00 → 2024-07-05 16:00" in said
    assert "人工更正，原为“2026-07-06”" in said
    assert "理由：版面<b>日期</b>" in said
    assert set(store.timeline()["start"].dropna().dt.year) == {2024}
    press(page, "撤回")
    assert "已撤回" in text(page)
    assert page.text_input(key="edit_published").value == "2026-07-06"
    assert set(store.timeline()["start"].dropna().dt.year) == {2026}


def test_a_date_that_is_none_changes_nothing_and_stays_to_be_mended(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    open_report(page, read(BREACH).report.report_id)
    for typed in ("2024", ""):
        page.text_input(key="edit_published").set_value(typed)
        press(page, "保存更正")
        assert "读不成一个确定的日期" in text(page)
        assert page.text_input(key="edit_published").value == typed
    assert store.corrections() == []


def test_title_and_publisher_are_corrected_too(page: AppTest, store: Store) -> None:
    store.add(read(BREACH, title="旧题"), NOW)
    open_report(page, read(BREACH).report.report_id)
    page.text_input(key="edit_title").set_value("新题")
    page.text_input(key="edit_publisher").set_value("东山日报")
    press(page, "保存更正")
    assert "标题 旧题 → 新题；发布单位 不明 → 东山日报" in text(page)
    assert store.reports()[["title", "publisher"]].iloc[0].tolist() == ["新题", "东山日报"]
    press(page, "保存更正")
    assert "没有改动" in text(page)


def test_a_report_moves_to_another_incident_or_a_new_one(page: AppTest, store: Store) -> None:
    store.add(read(BREACH, published=DAY), NOW)
    store.add(read(BREACH.replace("柳林垸", "东河垸"), published=DAY), NOW)
    report_id = read(BREACH).report.report_id
    open_report(page, report_id)
    page.selectbox(key=f"to_{report_id}").set_value("东河垸决口")
    press(page, "移动")
    assert "已移到“东河垸决口”" in text(page)
    assert store.incidents_of(report_id) == ["东河垸决口"]
    page.selectbox(key=f"to_{report_id}").set_value("")
    press(page, "移动")
    assert "请写新事件的名称" in text(page)
    page.text_input(key=f"name_{report_id}").set_value("青湖洪水")
    press(page, "移动")
    assert store.incidents_of(report_id) == ["青湖洪水"]


def test_removing_takes_two_clicks_and_can_be_undone(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    open_report(page, read(BREACH).report.report_id)
    press(page, "删除")
    press(page, "不删除")
    assert len(store.reports()) == 1
    press(page, "删除")
    press(page, "确定删除")
    assert "已于 2026-11-22 12:00 删除" in text(page)
    assert store.reports().empty
    press(page, "恢复")
    assert "已恢复" in text(page)
    assert len(store.reports()) == 1


def test_a_report_that_is_not_there_is_named(page: AppTest) -> None:
    open_report(page, "nosuch")
    assert "nosuch" in text(page)
    assert page.file_uploader


def test_an_empty_store_lets_reports_be_added_at_once(app: Path, url: str, store: Store) -> None:
    assert url
    page = run(AppTest.from_file(str(app), default_timeout=WAIT))
    assert page.title[0].value == "还没有报道"
    upload(page, ("a.txt", BREACH))
    press(page, "保存 1 篇")
    assert page.title[0].value == "柳林垸决口"
    assert len(store.reports()) == 1


def test_english_leaves_only_the_reports_own_words_in_chinese(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    page.query_params["lang"] = "en"
    kinds = ("button", "text_input", "text_area", "toggle", "selectbox", "expander", "tab", "file_uploader")
    for _ in range(2):
        run(page)
        labels = [getattr(widget, "label", "") for kind in kinds for widget in page.get(kind)]
        own = [label for label in labels if "柳林垸" not in label]
        assert not [label for label in own if re.search(r"[\u4e00-\u9fff]", label)]
        page.query_params["report"] = read(BREACH).report.report_id
