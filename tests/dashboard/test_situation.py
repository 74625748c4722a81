"""The state now is chosen from the facts; nothing is added but a sum of lower bounds."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from dashboard.data import Tables
from dashboard.situation import sum_up
from dashboard.tellings import gather

Make = Callable[..., Tables]

DAY = dt.datetime.fromisoformat("2023-06-03")


def count(unit: str | None, low: float | None, **more: object) -> dict[str, Any]:
    usual = {"kind": "personnel", "measure": "person", "value_max": low, "modifier": "exact", "start": DAY}
    return usual | {"responder": unit, "value_min": low} | more


def test_people_are_the_sum_of_each_units_latest_lower_bound(make: Make) -> None:
    people = sum_up(
        make(
            [
                count("东溪消防救援队", 40),
                count("东溪消防救援队", 60, start=DAY.replace(day=4), value_max=None, modifier="at_least"),
                count("西溪民兵", 30),
                count("西溪民兵", 20),
                count(None, 5),
                count(None, 7),
                count("计划", 900, status="planned"),
            ]
        ).timeline
    ).people
    assert people is not None
    assert people.low == 60 + 30 + 5 + 7
    assert not people.exact
    assert [row.value_min for row in people.counted] == [60, 30, 7, 5]


def test_a_count_told_twice_is_summed_once(make: Make) -> None:
    again = count(None, 40, same_as="f0")
    people = sum_up(make([count("东溪消防救援队", 40), again]).timeline).people
    assert people is not None
    assert people.low == 40
    assert len(people.counted) == 1


def test_a_count_is_exact_only_if_everybody_counted(make: Make) -> None:
    alone = sum_up(make([count("西溪民兵", 30)]).timeline).people
    silent = sum_up(
        make([count("西溪民兵", 30), {"responder": "东溪消防救援队", "start": DAY}]).timeline
    ).people
    assert alone is not None
    assert alone.exact
    assert silent is not None
    assert not silent.exact
    assert silent.silent == ("东溪消防救援队",)


def test_units_that_acted_together_are_silent_one_by_one(make: Make) -> None:
    joint = {"responder": "西溪民兵、东溪消防救援队、南溪医院", "start": DAY}
    people = sum_up(make([count("西溪民兵", 30), joint]).timeline).people
    assert people is not None
    assert people.silent == ("东溪消防救援队", "南溪医院")


def test_an_upper_bound_alone_adds_nothing(make: Make) -> None:
    people = sum_up(make([count("西溪民兵", None, value_max=300, modifier="at_most")]).timeline).people
    assert people is not None
    assert people.low == 0
    assert not people.exact


def test_the_newest_of_each_kind_is_taken(make: Make) -> None:
    closure = {"theme": "breach_closure", "value_min": 3, "value_max": 3}
    now = sum_up(
        make(
            [
                {"kind": "water_level", "quote": "水位上涨", "start": DAY},
                {"kind": "water_level", "quote": "水位回落", "start": DAY.replace(hour=9)},
                {"kind": "distance", "aspect": "advance", "start": DAY, **closure},
                {
                    "kind": "distance",
                    "aspect": "advance",
                    "start": DAY.replace(hour=5),
                    **closure,
                    "value_min": 9,
                },
                {"kind": "duration", "aspect": "closure", "status": "forecast", "start": DAY, **closure},
                {"kind": "distance", "aspect": "dike_length", "theme": "second_line", "time_precision": None},
            ]
        ).timeline
    )
    assert [row.quote for row in now.water] == ["水位回落"]
    assert [row.value_min for row in now.advance] == [9]
    assert now.duration is not None
    assert now.second_line is not None
    assert now.distance is None
    assert now.latest == pd.Timestamp(DAY.replace(hour=9))


def test_the_latest_known_time_is_no_forecast_and_no_whole_day(make: Make) -> None:
    facts = [
        {"start": DAY.replace(hour=9)},
        {"start": DAY, "time_precision": "day"},
        {"start": DAY.replace(day=9), "status": "forecast"},
    ]
    assert sum_up(make(facts).timeline).latest == pd.Timestamp(DAY.replace(hour=9))


@pytest.mark.parametrize(("hour", "latest"), [(8, 8), (11, 9)])
def test_what_may_last_longer_is_known_until_the_moment_asked_for(make: Make, hour: int, latest: int) -> None:
    fact = {"start": DAY, "end": DAY.replace(hour=9), "time_precision": "hour"}
    now = sum_up(make([fact]).timeline, DAY.replace(hour=hour))
    assert now.latest == pd.Timestamp(DAY.replace(hour=latest))


def test_casualties_are_the_newest_of_the_whole_else_the_largest_of_a_place(make: Make) -> None:
    people = {"kind": "people", "measure": "person", "start": DAY}
    later = people | {"start": DAY.replace(hour=9)}
    now = sum_up(
        make(
            [
                people | {"aspect": "dead", "value_min": 5, "value_max": 5},
                later | {"aspect": "dead", "value_min": 4, "value_max": 4},
                people | {"aspect": "dead", "value_min": 9, "value_max": 9, "status": "forecast"},
                people | {"aspect": "evacuated", "value_min": 300, "place": "石桥村"},
                people
                | {"aspect": "evacuated", "value_min": 20, "place": "柳林村", "start": DAY.replace(hour=9)},
                people | {"aspect": "missing"},
            ]
        ).timeline
    )
    assert [(row.aspect, row.value_min) for row in now.casualties] == [("dead", 4)]
    assert now.evacuated is not None
    assert now.evacuated.value_min == 300


def test_the_flood_begins_with_its_first_breach(make: Make) -> None:
    breach = {"aspect": "breach", "start": DAY.replace(hour=9)}
    facts = [
        breach | {"start": DAY.replace(hour=12)},
        breach,
        breach | {"time_precision": None, "start": None},
    ]
    event = sum_up(make(facts).timeline).event
    assert event is not None
    assert event.fact_id == "f1"


def test_nothing_is_made_of_nothing(make: Make) -> None:
    now = sum_up(make([]).timeline)
    assert (now.latest, now.people, now.water, now.advance) == (None, None, (), ())


def test_of_two_figures_in_contradiction_one_is_the_newest(make: Make) -> None:
    level = {"kind": "water_level", "aspect": "level", "measure": "m", "start": DAY.replace(hour=9)}
    now = sum_up(
        make(
            [
                level | {"value_min": 31.2, "value_max": 31.2},
                level | {"value_min": 32.4, "value_max": 32.4, "contradicts": "f0"},
                level | {"aspect": "condition", "quote": "水位回落"},
            ]
        ).timeline
    )
    assert [row.fact_id for row in now.water] == ["f0", "f2"]


def test_of_two_figures_of_one_time_the_one_reported_later_is_the_newest(make: Make) -> None:
    advance = {"kind": "distance", "aspect": "advance", "theme": "breach_closure", "start": DAY}
    facts = [
        advance | {"value_min": 9, "reported_at": DAY.replace(day=5)},
        advance | {"value_min": 3, "reported_at": DAY.replace(day=4)},
    ]
    now = sum_up(make(facts).timeline)
    assert [row.value_min for row in now.advance] == [9]


def test_both_sides_of_the_newest_advance_are_the_state_now(make: Make) -> None:
    closing = {"kind": "distance", "aspect": "advance", "theme": "breach_closure", "measure": "m"}
    nine = dt.datetime.fromisoformat("2023-06-03T09:00")
    sides = [{"place": "左岸", "value_min": 68.0}, {"place": "右岸", "value_min": 20.0}]
    facts = [{**closing, "start": nine.replace(hour=6), "value_min": 12.0}] + [
        {**closing, **side, "start": nine} for side in sides
    ]
    assert [row.place for row in sum_up(make(facts).timeline).advance] == ["左岸", "右岸"]


def test_people_told_again_count_where_their_leading_telling_is_not_there(make: Make) -> None:
    count = {"kind": "personnel", "measure": "person", "responder": "东溪民兵", "value_min": 40, "start": DAY}
    tables = make([count | {"same_as": "told later"}])
    people = sum_up(gather(tables.timeline)).people
    assert people is not None
    assert people.low == 40


@pytest.mark.parametrize(
    ("hour", "moved"),
    [pytest.param(9, 5600, id="a place has more since"), pytest.param(7, 5200, id="it had more before")],
)
def test_no_part_is_larger_than_the_whole(make: Make, hour: int, moved: int) -> None:
    people = {"kind": "people", "aspect": "evacuated", "measure": "person"}
    whole = people | {"value_min": 5200, "start": DAY.replace(hour=8)}
    part = people | {"value_min": 5600, "start": DAY.replace(hour=hour), "place": "柳林垸"}
    evacuated = sum_up(make([whole, part]).timeline).evacuated
    assert evacuated is not None
    assert evacuated.value_min == moved


def test_a_level_comes_before_its_margin_and_no_line_is_one(make: Make) -> None:
    level = {"kind": "water_level", "measure": "m", "start": DAY, "value_min": 1.0, "value_max": 1.0}
    aspects = ("above_warning", "level", "warning_level")
    now = sum_up(make([level | {"aspect": aspect} for aspect in aspects]).timeline)
    assert [row.aspect for row in now.water] == ["level", "above_warning"]
