"""Adding reports, without a browser: uploaded or pasted, checked, saved or not."""

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from extract.errors import StoreError
from extract.store import Store
from tests.dashboard.reporting import BREACH, CONCERT, LEVEL, NOW, press, read, run, text

DAY = dt.date(2024, 7, 6)


def upload(page: AppTest, *files: tuple[str, str]) -> AppTest:
    page.file_uploader[0].set_value([(name, words.encode(), "text/plain") for name, words in files])
    return run(page)


def paste(page: AppTest, words: str, **fields: str) -> AppTest:
    page.text_area(key="paste_text").set_value(words)
    for field, value in fields.items():
        page.text_input(key=f"paste_{field}").set_value(value)
    return press(page, "读取")


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


def test_with_the_last_report_left_out_nothing_is_said_of_what_came_twice(page: AppTest) -> None:
    upload(run(page), ("a.txt", BREACH), ("again.txt", BREACH))
    assert "重复的 1 篇已略去" in text(page)
    press(page, "不要这篇")
    assert "重复的" not in text(page)


def test_what_is_in_the_store_is_said_and_not_saved_again(page: AppTest, store: Store) -> None:
    store.add(read(BREACH), NOW)
    store.add(read(LEVEL), NOW)
    store.remove(read(LEVEL).report.report_id, NOW)
    upload(run(page), ("a.txt", BREACH), ("b.txt", LEVEL))
    assert "已在库中" in text(page)
    assert "曾被删除" in text(page)
    assert page.button(key="save").disabled


def test_an_assumed_date_that_is_right_is_confirmed_before_saving(page: AppTest, store: Store) -> None:
    upload(run(page), ("a.txt", BREACH))
    press(page, "日期无误")
    assert "年份只是假定" not in text(page)
    press(page, "保存 1 篇")
    assert store.reports()["published_basis"].tolist() == ["given"]


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


@pytest.mark.parametrize("way", ["uploaded", "pasted", "dated", "saved"])
def test_a_store_that_cannot_be_written_says_so_and_what_was_pasted_stays(
    page: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    run(page)
    if way in {"dated", "saved"}:
        paste(page, BREACH)

    def refuse(*_: object) -> None:
        raise StoreError("flood.db: read only")

    monkeypatch.setattr(Store, "add" if way == "saved" else "foresee", refuse)
    if way == "uploaded":
        upload(page, ("a.txt", BREACH))
    elif way == "pasted":
        paste(page, BREACH)
        assert page.text_area(key="paste_text").value == BREACH
    elif way == "dated":
        page.text_input(key=f"date_{read(BREACH).report.report_id}").set_value("2024-07-06")
        run(page)
    else:
        press(page, "保存 1 篇")
        assert "保存前核对：1 篇" in text(page)
    assert "flood.db: read only" in text(page)
    assert page.title[0].value == "报道"
    assert store.reports().empty


def test_an_empty_store_lets_reports_be_added_at_once(app: Path, url: str, store: Store) -> None:
    assert url
    page = run(AppTest.from_file(str(app), default_timeout=30))
    assert page.title[0].value == "还没有报道"
    upload(page, ("a.txt", BREACH))
    press(page, "保存 1 篇")
    assert page.title[0].value == "柳林垸决口"
    assert len(store.reports()) == 1
