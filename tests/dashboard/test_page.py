"""The whole page, without a browser: every view, both languages, and what is shown when nothing can be."""

import datetime as dt
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.__main__ import prepare
from extract.errors import StoreError
from extract.store import Store
from tests.dashboard.conftest import NOW
from tests.extract.reports import tell

UNIT = "岳阳军分区"
WAIT = 30
"""Seconds; the first run loads Plotly."""


@pytest.fixture
def page(app: Path, store_url: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Give the page of the bundled report, not yet run."""
    monkeypatch.setenv("FLOOD_STORE", store_url)
    return AppTest.from_file(str(app), default_timeout=WAIT)


def text(page: AppTest) -> str:
    """Return all words of the page that a test can see."""
    kinds = ("title", "header", "caption", "markdown")
    said = [getattr(element, "value", "") for kind in kinds for element in page.get(kind)]
    html = [element.proto.body for element in page.get("html")]
    return "\n".join(map(str, [*said, *html, *(metric.value for metric in page.metric)]))


def link(page: AppTest) -> dict[str, list[str]]:
    """Return the link's parameters, each with all its values."""
    params = {name: page.query_params[name] for name in page.query_params}
    return {name: [value] if isinstance(value, str) else list(value) for name, value in params.items()}


def open_page(page: AppTest, **params: str | list[str]) -> AppTest:
    for name, value in params.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def follow_card(page: AppTest) -> None:
    """Follow the first card's link, as the browser does."""
    cards = next(part.proto.body for part in page.get("html") if '<div class="card">' in part.proto.body)
    query = parse_qs(unescape(cards.split('href="?')[1].split('"')[0]))
    page.query_params.clear()
    open_page(page, **query)


def test_the_first_screen_says_the_state_now(page: AppTest) -> None:
    open_page(page)
    assert page.title[0].value == "团洲垸决口"
    metrics = {metric.label: metric.value for metric in page.metric}
    assert metrics["已投入人员（下限）"] == "≥ 2,150 人"
    assert metrics["水位"] == "内外水位已经齐平"
    assert metrics["封堵进占"] == "3 米（左岸）"
    assert metrics["第二道防线"] == r"约 14\.3 公里"
    assert metrics["国家指令"] == "21 条"


def test_the_year_is_shown_with_the_clue_that_told_it(page: AppTest) -> None:
    assert "年份据“新中国成立75年" in text(open_page(page))


def test_every_part_is_there(page: AppTest) -> None:
    open_page(page)
    assert [part.value for part in page.header] == [
        "时间线", "原文依据", "指令与行动", "事实表",
    ]  # fmt: skip  # one line
    assert len(page.get("plotly_chart")) == 1
    assert len(page.dataframe[0].value) > 20


def test_the_evidence_marks_the_words_of_the_chosen_fact(page: AppTest, store_url: str) -> None:
    with Store(store_url) as store:
        facts = store.timeline()
    chosen = facts[facts["quote"] == "300余名"].iloc[0]
    said = text(open_page(page, fact=chosen["fact_id"]))
    assert '<mark class="quote">300余名</mark>' in said
    assert "≥ 300 人" in said
    assert chosen["rule"] in said


def test_a_directive_can_be_chosen_too(page: AppTest, store_url: str) -> None:
    with Store(store_url) as store:
        chosen = store.directives().iloc[6]
    said = text(open_page(page, fact=chosen["directive_id"]))
    assert f'<mark class="quote">{chosen["quote"]}</mark>' in said


def test_a_unit_narrows_figures_table_and_counts_alike(page: AppTest) -> None:
    open_page(page, unit=UNIT)
    assert page.multiselect(key="unit").value == [UNIT]
    assert set(page.dataframe[0].value["unit"]) == {UNIT}
    assert {metric.label: metric.value for metric in page.metric}["已投入人员（下限）"] == "≥ 300 人"
    assert "筛选后" in text(page)
    assert "筛选范围内未提及" in text(page)


def test_using_a_filter_writes_the_link_and_clearing_empties_it(page: AppTest) -> None:
    open_page(page)
    page.multiselect(key="unit").set_value([UNIT]).run()
    assert link(page)["unit"] == [UNIT]
    page.button(key="clear").click().run()
    assert "unit" not in link(page)
    assert page.multiselect(key="unit").value == []


def test_a_card_opens_its_source_and_keeps_the_filters(page: AppTest) -> None:
    open_page(page, unit=UNIT)
    follow_card(page)
    assert link(page)["unit"] == [UNIT]
    assert '<mark class="quote">300余名</mark>' in text(page)


def test_next_and_previous_lead_through_the_facts(page: AppTest) -> None:
    open_page(page, unit=UNIT)
    follow_card(page)
    first = link(page)["fact"]
    page.button(key="next").click().run()
    assert link(page)["fact"] != first
    page.button(key="previous").click().run()
    assert link(page)["fact"] == first


def test_a_link_shows_the_state_of_its_moment_and_names_it(page: AppTest) -> None:
    said = text(open_page(page, at="2024-07-05T20:00"))
    assert "截至 7月5日 20:00 的态势，不是最新" in said
    assert page.metric[0].value == "≥ 400 人"
    assert page.select_slider(key="at_zh").value == dt.datetime.fromisoformat("2024-07-05T20:00")


def test_the_moment_is_set_and_taken_back_with_its_slider(page: AppTest) -> None:
    open_page(page)
    latest = page.select_slider(key="at_zh").value
    page.select_slider(key="at_zh").set_value(dt.datetime.fromisoformat("2024-07-06")).run()
    assert link(page) == {"at": ["2024-07-06T00:00"]}
    page.select_slider(key="at_zh").set_value(latest).run()
    assert link(page) == {}


def test_a_period_and_a_search_are_restored_from_the_link(page: AppTest) -> None:
    open_page(page, **{"from": "2024-07-06T11:30", "to": "2024-07-06", "q": "间堤"})
    start, end = page.select_slider(key="period_zh").value
    assert f"{start:%dT%H:%M} {end:%dT%H:%M}" == "06T11:30 07T00:00"
    assert page.text_input(key="q").value == "间堤"
    assert len(page.dataframe[0].value) > 0


def test_english_leaves_only_the_reports_own_words_in_chinese(page: AppTest) -> None:
    open_page(page, lang="en", kind="personnel")
    assert page.pills(key="kind").value == ["personnel"]
    assert [part.value for part in page.header][:2] == ["Timeline", "Evidence"]
    kinds = ("button", "multiselect", "text_input", "metric")
    labels = [getattr(widget, "label", "") for kind in kinds for widget in page.get(kind)]
    assert not [label for label in labels if re.search(r"[\u4e00-\u9fff]", label)]


def test_what_the_link_asks_for_in_vain_is_named(page: AppTest) -> None:
    open_page(page, unit=["无此单位", UNIT], fact="nosuch", kind="volume", **{"from": "昨天"})
    warnings = "".join(warning.value for warning in page.warning)
    for value in ("无此单位", "nosuch", "volume", "昨天"):
        assert value in warnings
    assert page.multiselect(key="unit").value == [UNIT]
    page.button(key="stale_remove").click().run()
    assert not page.warning
    assert link(page)["unit"] == [UNIT]


def test_filters_without_a_match_are_named_and_each_can_be_taken_off(page: AppTest) -> None:
    open_page(page, q="没有这样的词", unit=UNIT)
    said = text(page)
    assert "没有符合筛选条件" in said
    assert f"响应单位：{UNIT}" in said
    assert "检索原文：没有这样的词" in said
    assert f'<a href="?{urlencode({"unit": UNIT})}" target="_self">去掉</a>' in said
    assert '<a href="?" target="_self">清除全部筛选</a>' in said
    page.button(key="clear_here").click().run()
    assert "没有符合筛选条件" not in text(page)
    assert page.metric


def test_an_empty_store_says_how_to_add_a_report(
    app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLOOD_STORE", f"sqlite:///{tmp_path / 'empty.db'}")
    page = open_page(AppTest.from_file(str(app), default_timeout=WAIT))
    assert page.title[0].value == "还没有报道"
    assert "flood-extract" in page.code[0].value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_store_that_cannot_be_read_is_explained(
    app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database " * 100)
    monkeypatch.setenv("FLOOD_STORE", f"sqlite:///{broken}")
    page = open_page(AppTest.from_file(str(app), default_timeout=WAIT), lang=lang)
    assert page.error
    assert "broken.db" in page.code[0].value


@pytest.fixture
def own_page(app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Give the page of the bundled report in a store of the test's own, which it may change."""
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    prepare(url, NOW)
    monkeypatch.setenv("FLOOD_STORE", url)
    return AppTest.from_file(str(app), default_timeout=WAIT)


def test_a_fact_that_is_rejected_leaves_every_figure_and_comes_back(
    own_page: AppTest, store_url: str
) -> None:
    with Store(store_url) as store:
        facts = store.timeline()
    chosen = facts[facts["quote"] == "300余名"].iloc[0]["fact_id"]
    page = open_page(own_page, fact=chosen)
    page.text_input(key=f"judge_reason_{chosen}").set_value("与另一处重复")
    page.button(key="judge_rejected").click().run()
    assert not page.exception
    assert {metric.label: metric.value for metric in page.metric}["已投入人员（下限）"] == "≥ 1,850 人"
    assert "300余名" not in set(page.dataframe[0].value["quote"])
    said = text(page)
    assert "已驳回，不计入数字" in said
    assert "与另一处重复" in said
    assert "已驳回 1 条" in page.expander[0].label
    page.button(key="judge_back").click().run()
    assert {metric.label: metric.value for metric in page.metric}["已投入人员（下限）"] == "≥ 2,150 人"


def test_a_confirmed_fact_says_so_and_stays(own_page: AppTest) -> None:
    page = open_page(own_page)
    before = len(page.dataframe[0].value)
    page.button(key="judge_confirmed").click().run()
    assert not page.exception
    assert "已确认" in text(page)
    assert len(page.dataframe[0].value) == before


def test_a_verdict_the_store_cannot_keep_is_said_to_be_lost(
    app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    prepare(url, NOW)
    monkeypatch.setenv("FLOOD_STORE", url)
    page = open_page(AppTest.from_file(str(app), default_timeout=WAIT))

    def refuse(*_: object) -> None:
        raise StoreError("flood.db: read only")

    monkeypatch.setattr(Store, "correct", refuse)
    page.button(key="judge_confirmed").click().run()
    assert not page.exception
    assert "read only" in page.error[0].value
    assert "已确认" not in text(page)


def test_a_link_to_an_incident_that_became_part_of_another_leads_there(
    app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    monkeypatch.setenv("FLOOD_STORE", url)
    breach = "柳林垸决口"
    with Store(url) as store:
        for name, day in (("a", "2031-07-01"), ("b", "2031-08-20")):
            store.add(tell(name, (breach, day)), NOW)
        second = store.incidents_of("b")[0]
        store.add(tell("c", (breach, "2031-07-25")), NOW)
        assert store.incidents_of("b") == [breach] != [second]
    page = open_page(AppTest.from_file(str(app), default_timeout=WAIT), incident=second)
    assert page.title[0].value == breach
    assert not page.warning
