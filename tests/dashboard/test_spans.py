"""A span says when a row holds, and what of that is certain."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from dashboard.charts.marks import make_marks
from dashboard.charts.orders import make_directive_marks
from dashboard.charts.spans import Domain, find_domain, join_cores
from dashboard.charts.traces import symbol_of
from dashboard.data import Tables

Make = Callable[..., Tables]

LAST = pd.Timestamp("2023-06-08")


def at(text: str) -> dt.datetime:
    """Read a day of June and an hour: `3 09`."""
    day, hour = text.split()
    return dt.datetime(2023, 6, int(day), int(hour))  # noqa: DTZ001  # local, as in the tables


# Of a fact: its columns; the form, the first and last instant, the core and the arrows of its mark.
SPANS: list[tuple[dict[str, Any], str, str, str, tuple[str, str] | None, str]] = [
    ({"start": at("3 09")}, "instant", "3 09", "3 09", None, ""),
    ({"start": at("3 09"), "end": at("3 11")}, "span", "3 09", "3 11", ("3 09", "3 11"), ""),
    # A day, a part of it: somewhere inside, nothing certain.
    ({"start": at("3 00"), "time_precision": "day"}, "window", "3 00", "4 00", None, ""),
    (
        {"start": at("3 12"), "end": at("3 18"), "time_precision": "part_of_day"},
        "window",
        "3 12",
        "3 18",
        None,
        "",
    ),
    # From one window to another: certain between them, if anything lies there.
    (
        {"start": at("3 12"), "end": at("4 12"), "time_precision": "part_of_day"},
        "span",
        "3 12",
        "4 12",
        ("3 18", "4 06"),
        "",
    ),
    (
        {"start": at("3 06"), "end": at("3 18"), "time_precision": "part_of_day"},
        "window",
        "3 06",
        "3 18",
        None,
        "",
    ),
    (
        {"start": at("3 00"), "end": at("5 00"), "time_precision": "day"},
        "span",
        "3 00",
        "6 00",
        ("4 00", "5 00"),
        "",
    ),
    ({"start": at("3 00"), "end": at("4 00"), "time_precision": "day"}, "window", "3 00", "5 00", None, ""),
    # It began, and nobody says until when; a point in time that only looks alike.
    ({"start": at("3 12"), "time_precision": "part_of_day"}, "onward", "3 12", "3 18", None, "→"),
    ({"start": at("3 09"), "time_text": "从3日9时起"}, "onward", "3 09", "3 09", None, "→"),
    (
        {"start": at("3 00"), "time_precision": "day", "time_text": "3日以来"},
        "onward",
        "3 00",
        "4 00",
        None,
        "→",
    ),
    ({"start": at("3 09"), "time_text": "3日9时许"}, "instant", "3 09", "3 09", None, ""),
    # The end alone.
    ({"end": at("3 09")}, "until", "3 09", "3 09", None, "←"),
    ({"end": at("3 12"), "time_precision": "part_of_day"}, "until", "3 06", "3 12", None, "←"),
    ({"end": at("3 00"), "time_precision": "day"}, "until", "3 00", "4 00", None, "←"),
    # The report's time alone.
    ({"reported_at": at("3 09"), "time_precision": None}, "reported", "3 09", "3 09", None, ""),
    ({"reported_at": at("3 00"), "time_precision": None}, "window", "3 00", "4 00", None, ""),
    # Expected after all that was seen.
    ({"start": at("9 09"), "status": "forecast"}, "later", "9 00", "9 00", None, "→"),
    ({"start": at("3 09"), "status": "forecast"}, "instant", "3 09", "3 09", None, ""),
]
DOMAIN = Domain(begin=pd.Timestamp("2023-06-01"), last=LAST, end=pd.Timestamp("2023-06-09"))


@pytest.mark.parametrize(("fact", "form", "begin", "finish", "core", "arrows"), SPANS)
def test_a_mark_shows_how_well_its_time_is_known(
    make: Make,
    fact: dict[str, Any],
    form: str,
    begin: str,
    finish: str,
    core: tuple[str, str] | None,
    arrows: str,
) -> None:
    (mark,) = make_marks(make([fact]).timeline, DOMAIN, "zh")
    assert (mark.form, mark.begin, mark.finish) == (form, at(begin), at(finish))
    assert mark.core == (core and (at(core[0]), at(core[1])))
    assert "←" * mark.comes_from_before + "→" * mark.goes_on == arrows
    assert mark.is_hollow == (form == "reported" or fact.get("status") == "forecast")


KINDS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "action"}, "triangle-up"),
    ({"kind": "personnel", "value_min": 3.0}, "circle"),
    ({"kind": "distance", "value_min": 3.0}, "square"),
    ({"kind": "water_level", "aspect": "level", "value_min": 33.0}, "diamond"),
    ({"kind": "water_level", "aspect": "condition"}, "cross"),
    ({"kind": "water_level", "aspect": "condition", "value_min": 33.0}, "diamond"),
    ({"kind": "duration", "value_min": 3.0}, "star"),
    ({"kind": "rainfall", "value_min": 3.0}, "pentagon"),
]


@pytest.mark.parametrize("time", [{"start": at("3 09")}, {"start": at("3 00"), "time_precision": "day"}])
@pytest.mark.parametrize(("fact", "symbol"), KINDS)
def test_a_mark_keeps_its_kind_however_its_time_is_known(
    make: Make, fact: dict[str, Any], symbol: str, time: dict[str, Any]
) -> None:
    (mark,) = make_marks(make([fact | time]).timeline, DOMAIN, "zh")
    assert symbol_of(mark) == symbol


ORDERS: list[tuple[dict[str, Any], str, str, str]] = [
    ({"start": at("3 06"), "end": at("3 12")}, "window", "3 06", "3 12"),
    ({"start": at("3 09"), "end": None}, "instant", "3 09", "3 09"),
    ({"start": at("3 00"), "end": None}, "window", "3 00", "4 00"),
    ({"start": at("3 00"), "end": at("4 00")}, "window", "3 00", "4 00"),
]


@pytest.mark.parametrize(("order", "form", "begin", "finish"), ORDERS)
def test_a_directive_stands_where_it_may_have_been_given(
    make: Make, order: dict[str, Any], form: str, begin: str, finish: str
) -> None:
    (mark,) = make_directive_marks(make([], [order]).directives, "zh")
    assert (mark.form, mark.begin, mark.finish) == (form, at(begin), at(finish))


@pytest.mark.parametrize(
    ("since", "until", "begin", "end"),
    [
        (None, None, "3 08", "3 19"),
        (at("3 10"), None, "3 10", "3 19"),
        (None, at("3 12"), "3 08", "3 12"),
        (at("3 10"), at("3 12"), "3 10", "3 12"),
        (at("5 00"), None, "5 00", "6 00"),
    ],
)
def test_the_axis_spans_the_period_asked_for_or_all_that_was_seen(
    make: Make, since: dt.datetime | None, until: dt.datetime | None, begin: str, end: str
) -> None:
    facts = [{"start": at("3 09")}, {"start": at("3 18")}, {"start": at("9 09"), "status": "forecast"}]
    tables = make(facts)
    domain = find_domain(tables.timeline, tables.directives, since, until)
    assert domain is not None
    assert (domain.begin, domain.end) == (at(begin), at(end))
    assert domain.clip(pd.Timestamp(at("1 00"))) == at(begin)
    assert (domain.share(pd.Timestamp(at("1 00"))), domain.share(pd.Timestamp(at("20 00")))) == (0, 1)


def test_certain_is_what_is_certain_of_all() -> None:
    one, two, six = (
        (pd.Timestamp(at(a)), pd.Timestamp(at(b)))
        for a, b in [("3 01", "3 05"), ("3 02", "3 09"), ("3 06", "3 07")]
    )
    assert join_cores([one, two]) == (two[0], one[1])
    assert join_cores([one, six]) is None
    assert join_cores([one, None]) is None
    assert join_cores([]) is None
