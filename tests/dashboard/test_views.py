"""What views decide, apart from drawing it."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from dashboard.data import Tables
from dashboard.links import cite
from dashboard.state import View
from dashboard.tellings import gather
from dashboard.views.facts import tabulate
from dashboard.views.sidebar import period_steps
from dashboard.views.timeline import follow
from dashboard.wording import published_words

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")


SINCE, UNTIL = (dt.datetime.fromisoformat(f"2023-06-03T{hour}") for hour in ("08:00", "20:00"))
LED: list[tuple[View, list[dict[str, object]], list[dict[str, object]], View | None]] = [
    (View(), [{"customdata": "f1"}, {"customdata": "f2"}], [], View(fact="f1")),
    (View(), [{"customdata": ["f3"]}], [], View(fact="f3")),
    (View(units=("甲队",)), [{"customdata": "f1"}], [], View(units=("甲队",), fact="f1")),
    (View(), [], [], None),
    (View(), [{"x": 1}], [], None),
    # The name of a group.
    (
        View(fact="f1"),
        [{"customdata": "fold:directives militia"}],
        [],
        View(fact="f1", fold=("directives", "militia")),
    ),
    (View(), [{"customdata": "fold:"}], [], View(fold=())),
    (View(fold=()), [{"customdata": "fold:auto"}], [], View()),
    # A cell of the overview, inside the period that is shown.
    (
        View(),
        [{"customdata": "period:2023-06-03T08:00/2023-06-03T20:00"}],
        [],
        View(since=SINCE, until=UNTIL),
    ),
    (
        View(since=SINCE),
        [{"customdata": "period:2023-06-03T00:00/2023-06-03T20:00"}],
        [],
        View(since=SINCE, until=UNTIL),
    ),
    # A box goes before the points in it, and reaches outward to whole minutes.
    (
        View(),
        [{"customdata": "f1"}],
        [{"x": ["2023-06-03 08:00:12.5", "2023-06-03 19:59:01"]}],
        View(since=SINCE, until=UNTIL),
    ),
    (View(), [], [{"x": ["2023-06-03 19:59:01", "2023-06-03 08:00:12.5"]}], View(since=SINCE, until=UNTIL)),
    (View(), [], [{"x": ["2023-06-03 08:00:12", "2023-06-03 08:01:00"]}], None),
]


@pytest.mark.parametrize(("view", "points", "boxes", "led"), LED)
def test_a_selection_in_a_chart_leads_to_a_view_or_to_none(
    view: View, points: list[dict[str, object]], boxes: list[dict[str, object]], led: View | None
) -> None:
    assert follow(view, points, boxes) == led


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
