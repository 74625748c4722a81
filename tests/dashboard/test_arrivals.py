"""Every acting unit stands in the order of its first act, with its lag from the breach."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.arrivals import Arrival, first_units, lag_after, list_arrivals
from dashboard.data import Tables
from dashboard.lags import Lag
from dashboard.situation import find_breach
from dashboard.tellings import gather
from dashboard.views.arrivals import lag_words
from dashboard.wording import rows

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
NOON, EVENING = NINE.replace(hour=12), NINE.replace(hour=18)
FIRE, MILITIA = "石桥县消防救援大队", "柳林垸民兵连"
BREACH: dict[str, Any] = {"aspect": "breach", "start": NINE, "quote": "发生决口"}
COUNT: dict[str, Any] = {
    "kind": "personnel", "aspect": "deployed", "measure": "person", "value_min": 40.0,
}  # fmt: skip  # one fact


def act(unit: str | None, hour: int, aspect: str = "works", **more: object) -> dict[str, Any]:
    return {"responder": unit, "aspect": aspect, "start": NINE.replace(hour=hour)} | more


def arrive(make: Make, *facts: dict[str, Any]) -> list[Arrival]:
    timeline = gather(make(list(facts)).timeline)
    return list_arrivals(timeline, find_breach(timeline))


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ([BREACH], "f0"),
        ([BREACH, {**BREACH, "start": NINE.replace(hour=8)}], "f1"),
        ([{**BREACH, "status": "forecast"}], None),
        ([{**BREACH, "start": None}], None),
        ([{**BREACH, "start": NINE.replace(month=1, day=1), "time_precision": "year"}], None),
        ([{**BREACH, "aspect": "hazard"}], None),
        # A report looks back on another flood.
        ([{**BREACH, "start": NINE.replace(year=1996)}, BREACH], "f1"),
        ([], None),
    ],
)
def test_the_breach_is_the_earliest_observed_one(
    make: Make, facts: list[dict[str, Any]], found: str | None
) -> None:
    told = [{**fact, "reported_at": NINE.replace(day=4)} for fact in facts]
    breach = find_breach(make(told).timeline)
    assert (breach.fact_id if breach is not None else None) == found


LAGS: list[tuple[dict[str, Any], dict[str, Any], Lag, str]] = [
    ({}, {"start": NOON}, Lag(order="after", low=3, high=3), "决口后约 3 小时"),
    ({}, {"start": NINE.replace(minute=20)}, Lag(order="after"), "决口后不到 1 小时"),
    ({}, {"start": NINE}, Lag(order="same"), "与决口同时"),
    ({}, {"start": NINE.replace(day=8)}, Lag(order="after", low=120, high=120), "决口后约 5 天"),
    ({}, {"start": NINE.replace(hour=7)}, Lag(order="before"), "先于决口"),
    (
        {"start": NINE.replace(hour=6), "end": NOON, "time_precision": "part_of_day"},
        {"start": NINE.replace(hour=14)},
        Lag(order="after", low=2, high=8),
        "决口后约 2–8 小时",
    ),
    (
        {"start": NINE.replace(hour=6), "end": NOON, "time_precision": "part_of_day"},
        {"start": NINE},
        Lag(order="same", high=3),
        "决口后 ≤ 3 小时",
    ),
    ({}, {"end": NOON}, Lag(order="same", high=3), "决口后 ≤ 3 小时"),
    ({}, {"end": NINE.replace(hour=8)}, Lag(order="before"), "先于决口"),
    ({}, {"reported_at": EVENING}, Lag(order="same", high=9), "决口后 ≤ 9 小时"),
    (
        {},
        {"start": NINE.replace(hour=0), "time_precision": "day"},
        Lag(order="same", high=15),
        "决口后 ≤ 15 小时",
    ),
    ({}, {}, Lag(order="unknown"), "与决口的间隔不明"),
]


@pytest.mark.parametrize(("breach", "deed", "lag", "words"), LAGS)
def test_a_lag_from_the_breach_says_what_the_times_allow(
    make: Make, breach: dict[str, Any], deed: dict[str, Any], lag: Lag, words: str
) -> None:
    first, second = rows(make([BREACH | breach, deed]).timeline)
    assert lag_after(first, second) == lag
    assert lag_words(lag, "zh") == words


def test_without_a_breach_no_lag_is_told(make: Make) -> None:
    (one,) = arrive(make, act(FIRE, 12))
    assert one.first.lag == Lag(order="unknown")


def test_units_come_in_the_order_of_their_first_act_undated_ones_last(make: Make) -> None:
    found = arrive(
        make,
        BREACH,
        act("河西市医疗队", 9, start=None),
        act(MILITIA, 14),
        act(FIRE, 15),
        act(FIRE, 12, "order", quote="接到命令"),
        act("东山省水利厅", 10, status="planned"),
        act(None, 10),
    )
    assert [one.unit for one in found] == [FIRE, MILITIA, "河西市医疗队"]
    assert [one.first.fact.fact_id for one in found] == ["f4", "f2", "f1"]


def test_the_first_act_of_each_sort_is_told_and_the_rest_counted(make: Make) -> None:
    (one,) = arrive(
        make,
        act(FIRE, 12, "order", quote="接到命令"),
        act(FIRE, 12, "arrival", quote="赶赴现场"),
        act(FIRE, 14, "arrival", quote="抵达石桥县"),
        act(FIRE, 14, "rescue", quote="展开救援"),
        act(FIRE, 16, "works", quote="加固堤防"),
        act(FIRE, 13, **COUNT),
        act(FIRE, 13, "equipment", kind="equipment", quote="8艘"),
    )
    told = [(step.sort, step.fact.fact_id) for step in one.steps]
    assert told == [("ordered", "f0"), ("on_the_way", "f1"), ("there", "f2"), ("at_work", "f3")]
    assert [row.fact_id for row in one.later] == ["f6", "f4"]
    assert one.count is not None
    assert one.count.fact_id == "f5"


@pytest.mark.parametrize(
    ("fact", "sort"),
    [(act(FIRE, 12, **COUNT), "counted"), (act(FIRE, 12, "evacuated", kind="people"), "figure")],
)
def test_a_number_is_how_a_unit_came_where_nothing_else_is_told(
    make: Make, fact: dict[str, Any], sort: str
) -> None:
    (one,) = arrive(make, fact)
    assert one.first.sort == sort


def test_units_that_acted_together_came_each(make: Make) -> None:
    joint = act(f"{FIRE}、{MILITIA}", 12, responder_type="fire_rescue")
    found = arrive(make, joint, act(MILITIA, 15, responder_type="militia"))
    assert [(one.unit, one.responder_type) for one in found] == [(FIRE, "fire_rescue"), (MILITIA, "militia")]


def test_a_count_of_its_own_goes_before_one_it_shares(make: Make) -> None:
    shared = act(f"{FIRE}、{MILITIA}", 15, **COUNT)
    found = {one.unit: one for one in arrive(make, shared, act(FIRE, 12, **COUNT), act("青湖站", 12))}
    counts = {unit: one.count.fact_id if one.count is not None else None for unit, one in found.items()}
    assert counts == {FIRE: "f1", MILITIA: "f0", "青湖站": None}


@pytest.mark.parametrize(
    ("facts", "firsts"),
    [
        ([act(FIRE, 12), act(MILITIA, 13)], [FIRE]),
        ([act(FIRE, 12), act(MILITIA, 12)], [FIRE, MILITIA]),
        ([act(FIRE, 12, time_precision="part_of_day"), act(MILITIA, 16), act("青湖站", 18)], [FIRE, MILITIA]),
        ([act(FIRE, 12, start=None, end=NOON), act(MILITIA, 13)], [MILITIA]),
        ([act(FIRE, 12, start=None, end=NOON)], [FIRE]),
        ([], []),
    ],
)
def test_the_first_are_all_that_the_times_do_not_set_after_another(
    make: Make, facts: list[dict[str, Any]], firsts: list[str]
) -> None:
    assert [one.unit for one in first_units(arrive(make, *facts))] == firsts
