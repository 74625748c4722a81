"""Orders meet the deeds of their theme."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.data import Tables
from dashboard.responses import Lag, match_responses, measure_lag

Make = Callable[..., Tables]

DAY = pd.Timestamp(2023, 6, 3)
NOON = dt.datetime.fromisoformat("2023-06-03T12:00")


@pytest.mark.parametrize(
    ("work_begin", "work_end", "lag"),
    [
        (-20, -20, Lag(order="before")),
        (-24, 6, Lag(order="before")),
        (0, 24, Lag(order="same")),
        (14, 14, Lag(order="after", low=2, high=8)),
        (12, 12, Lag(order="after", low=0, high=6)),
    ],
)
def test_a_lag_has_both_bounds(work_begin: int, work_end: int, lag: Lag) -> None:
    hours = [DAY + pd.Timedelta(hours=hour) for hour in (6, 12, work_begin, work_end)]
    assert measure_lag(*hours) == lag


def test_a_time_that_is_not_known_gives_no_lag() -> None:
    assert measure_lag(DAY, DAY, pd.NaT, pd.NaT) == Lag(order="unknown")  # type: ignore[arg-type]  # a missing time


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
    found = match_responses(tables.directives, tables.timeline)
    assert [(response.theme, len(response.directives)) for response in found] == [
        ("rescue", 2), ("evacuation", 1), ("drainage", 1), ("general", 1),
    ]  # fmt: skip  # one line
    assert [work.fact.fact_id for work in found[0].work] == ["f1", "f0"]
    assert [len(response.work) for response in found] == [2, 0, 0, 0]
    assert not found[-1].answerable


def test_without_directives_there_is_nothing_to_answer(make: Make) -> None:
    tables = make([{}])
    assert match_responses(tables.directives, tables.timeline) == ()


def test_an_advance_answers_the_order_to_close_the_breach_though_nobody_is_named(make: Make) -> None:
    advance = {"kind": "distance", "aspect": "advance", "theme": "breach_closure", "value_min": 35.0}
    tables = make([advance, {**advance, "aspect": "breach_width"}], [{"themes": ("breach_closure",)}])
    (response,) = match_responses(tables.directives, tables.timeline)
    assert [work.fact.fact_id for work in response.work] == ["f0"]
