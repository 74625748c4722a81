"""Orders meet the deeds of their theme."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.data import Tables
from dashboard.lags import Lag
from dashboard.responses import Response, count_unthemed, is_work, match_all, match_responses

Make = Callable[..., Tables]

NOON = dt.datetime.fromisoformat("2023-06-03T12:00")
FIRST, SECOND = {"start": NOON, "end": None}, {"start": NOON.replace(day=5), "end": None}


def match(tables: Tables) -> tuple[Response, ...]:
    return match_responses(tables.directives, tables.timeline)


def test_deeds_stand_beside_the_orders_of_their_theme_the_unanswered_after_them(make: Make) -> None:
    tables = make(
        [
            {"theme": "rescue", "start": NOON},
            {"theme": "rescue", "start": NOON.replace(hour=9)},
            {"theme": "evacuation", "start": NOON, "status": "planned"},
            {"theme": "drainage", "start": NOON, "aspect": "hazard"},
            {"theme": "drainage", "kind": "distance", "aspect": "dike_length", "value_min": 5.0},
        ],
        [
            {"themes": ("general",)},
            {"themes": ("evacuation",)},
            {"themes": ("rescue", "drainage")},
            {"themes": ("rescue",)},
        ],
    )
    found = match(tables)
    assert [(response.theme, len(response.directives)) for response in found] == [
        ("rescue", 2), ("evacuation", 1), ("drainage", 1), ("general", 1),
    ]  # fmt: skip  # one line
    assert [work.fact.fact_id for work in found[0].work] == ["f1", "f0"]
    assert [len(response.work) for response in found] == [2, 0, 0, 0]
    assert not found[-1].answerable


def test_without_directives_there_is_nothing_to_answer(make: Make) -> None:
    assert match(make([{}])) == ()


UNIT = {"responder": "东溪消防救援队"}


@pytest.mark.parametrize(
    ("fact", "is_deed"),
    [
        ({}, True),
        ({"status": "planned"}, False),
        ({"status": "forecast"}, False),
        ({"status": "required"}, False),
        ({"aspect": "breach"}, False),
        ({"aspect": "hazard"} | UNIT, False),
        ({"kind": "distance", "aspect": "advance"}, True),
        ({"kind": "distance", "aspect": "breach_width"}, False),
        ({"kind": "distance", "aspect": "breach_width"} | UNIT, False),
        ({"kind": "people", "aspect": "evacuated"}, True),
        ({"kind": "people", "aspect": "missing"} | UNIT, False),
        ({"kind": "water_level", "aspect": "level"} | UNIT, False),
        ({"kind": "personnel", "aspect": "deployed"}, False),
        ({"kind": "personnel", "aspect": "deployed"} | UNIT, True),
    ],
)
def test_what_is_a_deed(make: Make, fact: dict[str, Any], *, is_deed: bool) -> None:
    assert list(is_work(make([fact]).timeline)) == [is_deed]


def test_an_advance_answers_the_order_to_close_the_breach_though_nobody_is_named(make: Make) -> None:
    advance = {"kind": "distance", "aspect": "advance", "theme": "breach_closure", "value_min": 35.0}
    (response,) = match(
        make([advance, {**advance, "aspect": "breach_width"}], [{"themes": ("breach_closure",)}])
    )
    assert [work.fact.fact_id for work in response.work] == ["f0"]


@pytest.mark.parametrize(
    ("orders", "deed", "lag", "since"),
    [
        # Ordered once.
        ([FIRST], NOON.replace(hour=15), Lag(order="after", low=3, high=3), "d0"),
        ([FIRST], NOON.replace(hour=9), Lag(order="before"), "d0"),
        # Ordered anew: the last time before the deed counts, whoever gave it and however they are listed.
        ([FIRST, SECOND], NOON.replace(day=4), Lag(order="after", low=24, high=24), "d0"),
        ([SECOND, FIRST], NOON.replace(day=4), Lag(order="after", low=24, high=24), "d1"),
        ([FIRST, SECOND], NOON.replace(day=5, hour=14), Lag(order="after", low=2, high=2), "d1"),
        # All are later: the first of them counts.
        ([SECOND, FIRST], NOON.replace(day=2), Lag(order="before"), "d1"),
        # A directive at the time of the deed is not certainly later than it.
        ([FIRST, SECOND], NOON.replace(day=5), Lag(order="same"), "d1"),
        # A directive that nothing dates is passed over; where none is dated nothing is known.
        (
            [{"start": None, "end": None}, FIRST],
            NOON.replace(hour=13),
            Lag(order="after", low=1, high=1),
            "d1",
        ),
        ([{"start": None, "end": None}], NOON, Lag(order="unknown"), None),
        ([FIRST], None, Lag(order="unknown"), None),
        # Its day alone is told: it may have been given at any hour of it.
        ([{"start": NOON.replace(hour=0), "end": None}], NOON.replace(hour=9), Lag(order="same"), "d0"),
        (
            [{"start": NOON.replace(hour=0), "end": None}],
            NOON.replace(day=4, hour=6),
            Lag(order="after", low=6, high=30),
            "d0",
        ),
    ],
)
def test_a_deed_counts_from_the_latest_directive_not_later_than_it(
    make: Make, orders: list[dict[str, Any]], deed: dt.datetime | None, lag: Lag, since: str | None
) -> None:
    orders = [
        {"themes": ("rescue",), "issuer": f"负责人{place}", **order} for place, order in enumerate(orders)
    ]
    (response,) = match(make([{"start": deed}], orders))
    (work,) = response.work
    assert work.lag == lag
    assert (work.since and work.since.directive_id) == since


@pytest.mark.parametrize(
    ("fact", "lag"),
    [
        ({"end": NOON.replace(hour=20)}, Lag(order="by", high=8)),
        ({"reported_at": NOON.replace(hour=20)}, Lag(order="by", high=8)),
        ({"reported_at": NOON.replace(day=4, hour=0)}, Lag(order="by", high=36)),
    ],
)
def test_of_a_deed_whose_end_alone_is_told_the_lag_is_an_upper_bound(
    make: Make, fact: dict[str, Any], lag: Lag
) -> None:
    (response,) = match(make([fact], [{"themes": ("rescue",), **FIRST}]))
    assert response.work[0].lag == lag


def test_work_that_no_directive_asks_for_stands_apart_the_most_first(make: Make) -> None:
    tables = make(
        [{"theme": "drainage"}, {"theme": "recovery"}, {"theme": "recovery"}, {}, {"theme": None}],
        [{"themes": ("rescue",)}],
    )
    _, found = match_all(tables.directives, tables.timeline)
    assert [(one.theme, one.directives, len(one.work)) for one in found] == [
        ("recovery", (), 2),
        ("drainage", (), 1),
    ]
    assert found[0].work[0].since is None
    assert count_unthemed(tables.timeline) == 1
