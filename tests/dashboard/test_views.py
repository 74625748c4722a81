"""What views decide, apart from drawing it."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest
import streamlit as st

from dashboard import session
from dashboard.data import Tables
from dashboard.links import cite
from dashboard.state import View
from dashboard.tellings import gather
from dashboard.views.facts import tabulate
from dashboard.views.sidebar import period_steps
from dashboard.views.timeline import take_click
from dashboard.wording import published_words

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")


@pytest.mark.parametrize(
    ("points", "chosen"),
    [
        ([{"customdata": "f1"}, {"customdata": "f2"}], ["f1"]),
        ([{"customdata": ["f3"]}], ["f3"]),
        ([], []),
    ],
)
def test_a_click_on_a_mark_chooses_its_fact_and_beside_it_nothing(
    monkeypatch: pytest.MonkeyPatch, points: list[dict[str, object]], chosen: list[str]
) -> None:
    clicked = SimpleNamespace(selection=SimpleNamespace(points=points))
    monkeypatch.setattr(st, "session_state", {"timeline": clicked})
    found: list[str | None] = []
    monkeypatch.setattr(session, "choose", found.append)
    take_click("timeline")
    assert found == chosen


@pytest.mark.parametrize(
    ("basis", "date", "clue", "words"),
    [
        ("given", dt.date(2023, 6, 3), None, "报道日期 2023-06-03"),
        ("inferred", dt.date(2023, 6, 3), "星期六", "报道日期 2023-06-03（年份据“星期六”推断）"),
        ("assumed", None, None, "报道日期不明"),
    ],
)
def test_the_head_says_how_the_date_is_known(
    basis: str, date: dt.date | None, clue: str | None, words: str
) -> None:
    report = SimpleNamespace(published=date, published_basis=basis, published_clue=clue)
    assert published_words(report, "zh") == words


def test_an_assumed_year_is_said_to_be_assumed() -> None:
    report = SimpleNamespace(published=dt.date(2026, 6, 3), published_basis="assumed", published_clue=None)
    assert "2026-06-03?" in published_words(report, "zh")
    assert "assumed" in published_words(report, "en")


def test_every_date_of_such_a_report_is_marked(make: Make) -> None:
    tables = make([{"start": NINE}], report={"published_basis": "assumed"})
    assert list(tabulate(gather(tables.timeline), "zh")["time"]) == ["6月3日 9时?"]


def test_a_link_in_the_text_keeps_the_view_and_escapes_its_words() -> None:
    link = cite("f1", "<b>北堤</b>", View(units=("西溪民兵",)))
    assert "fact=f1" in link
    assert "unit=%E8%A5%BF" in link
    assert "&lt;b&gt;" in link


def test_a_period_is_set_in_round_hours_or_where_the_link_says(make: Make) -> None:
    reach = make([{"start": NINE}, {"start": NINE.replace(day=4)}]).choices.period
    moments = period_steps(reach, View(since=NINE.replace(minute=7)))
    assert moments[0] == dt.datetime.fromisoformat("2023-06-03")
    assert moments[-1] == dt.datetime.fromisoformat("2023-06-05")
    assert NINE.replace(minute=7) in moments


def test_a_long_archive_has_no_more_steps_than_can_be_set(make: Make) -> None:
    reach = make([{"start": NINE}, {"start": NINE.replace(year=2024)}]).choices.period
    assert len(period_steps(reach, View())) < 130


def test_without_times_there_is_no_period_to_set(make: Make) -> None:
    assert period_steps(make([{"time_precision": None}]).choices.period, View()) == []
