"""The page of reports, without a browser: listed, opened, corrected, moved, removed."""

import datetime as dt
import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from extract.store import Store
from tests.dashboard.reporting import BREACH, CONCERT, LEVEL, NOW, press, read, run, text

DAY = dt.date(2024, 7, 6)


def open_report(page: AppTest, report_id: str) -> AppTest:
    page.query_params["report"] = report_id
    return run(page)


def test_the_switch_leads_to_the_reports_and_back_and_keeps_the_filters(
    app: Path, url: str, store: Store
) -> None:
    assert url
    store.add(read(BREACH, published=DAY), NOW)
    page = AppTest.from_file(str(app), default_timeout=30)
    page.query_params["kind"] = "personnel"
    run(page).button(key="add").click()
    assert run(page).title[0].value == "报道"
    assert page.query_params["kind"] in ("personnel", ["personnel"])
    del page.query_params["page"]
    run(page)
    assert page.title[0].value == "柳林垸决口"
    assert page.pills(key="kind").value == ["personnel"]


def test_the_list_is_searched_and_shows_removed_ones_apart(page: AppTest, store: Store) -> None:
    for number, words in enumerate((BREACH, LEVEL, CONCERT)):
        store.add(read(words, source_name=f"{number}.txt", published=DAY), NOW)
    store.remove(read(CONCERT).report.report_id, NOW)
    run(page)
    assert sorted(page.dataframe[0].value["source"]) == ["0.txt", "1.txt"]
    page.text_input(key="find").set_value("各方 决口")
    assert run(page).dataframe[0].value["source"].tolist() == ["0.txt"]
    assert page.query_params["find"] == "各方 决口"
    page.text_input(key="find").set_value("liulin")
    assert sorted(run(page).dataframe[0].value["source"]) == ["0.txt", "1.txt"]
    page.text_input(key="find").set_value("没有这篇")
    assert "没有符合的报道" in text(run(page))
    page.text_input(key="find").set_value("")
    page.toggle(key="show_removed").set_value(True)
    assert run(page).dataframe[0].value["source"].tolist() == ["2.txt"]
    assert page.query_params["list"] == "removed"


def test_a_part_of_a_long_list_is_in_the_link(page: AppTest, store: Store) -> None:
    for number in range(53):
        store.add(read(f"{LEVEL}第{number}号。", source_name=f"{number}.txt", published=DAY), NOW)
    page.query_params["part"] = "2"
    assert len(run(page).dataframe[0].value) == 3
    page.query_params["part"] = "9"
    assert len(run(page).dataframe[0].value) == 3
    page.query_params["find"] = "52.txt"
    assert len(run(page).dataframe[0].value) == 1


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


def test_an_assumed_date_that_is_right_is_confirmed(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    open_report(page, read(BREACH).report.report_id)
    page.checkbox(key="edit_right").check()
    press(page, "保存更正")
    assert store.reports()["published_basis"].tolist() == ["given"]
    assert store.reports()["published"].astype(str).tolist() == ["2026-07-06"]
    assert "edit_right" not in page.session_state


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
    assert "理由：版面&lt;b&gt;日期&lt;/b&gt;" in said
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
