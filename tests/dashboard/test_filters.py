"""What a view keeps."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.data import Tables
from dashboard.filters import (
    as_of,
    choices,
    filter_directives,
    filter_facts,
    left_out,
    undated,
)
from dashboard.state import View

Make = Callable[..., Tables]

DAY = dt.datetime.fromisoformat("2023-06-03")
TEAM, GROUP = "东溪消防救援队", "西溪民兵"
FACTS: list[dict[str, Any]] = [
    {"fact_id": "at nine", "start": DAY.replace(hour=9), "responder": TEAM, "responder_type": "fire_rescue"},
    {"fact_id": "whole day", "start": DAY, "time_precision": "day", "kind": "personnel", "responder": GROUP},
    {"fact_id": "until noon", "end": DAY.replace(hour=12), "kind": "water_level", "sentence": "水位下降。"},
    {"fact_id": "reported at ten", "reported_at": DAY.replace(hour=10), "time_precision": None},
    {"fact_id": "no time", "time_precision": None, "kind": "distance"},
]  # fmt: skip  # a table


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        (View(), {"at nine", "whole day", "until noon", "reported at ten", "no time"}),
        (View(units=("西溪民兵",)), {"whole day"}),
        (View(units=("西溪民兵", "东溪消防救援队")), {"at nine", "whole day"}),
        (View(types=("fire_rescue",)), {"at nine"}),
        (View(kinds=("distance", "water_level")), {"until noon", "no time"}),
        (View(units=("西溪民兵",), kinds=("action",)), set()),
        (View(query="水位"), {"until noon"}),
        (View(query="消防 北堤"), {"at nine", "whole day", "reported at ten", "no time"}),
        (View(query="(["), set()),
        (View(since=DAY.replace(hour=9)), {"at nine", "whole day", "until noon", "reported at ten"}),
        (View(since=DAY.replace(hour=11)), {"whole day", "until noon"}),
        (View(until=DAY.replace(hour=9)), {"at nine", "whole day"}),
        (View(since=dt.datetime.fromisoformat("2023-06-04")), set()),
        (View(until=dt.datetime.fromisoformat("2023-06-02")), set()),
    ],
)
def test_a_view_keeps_the_facts_of_its_choice(make: Make, view: View, kept: set[str]) -> None:
    assert set(filter_facts(make(FACTS).timeline, view)["fact_id"]) == kept


EIGHT = DAY.replace(hour=8)
STATE: list[dict[str, Any]] = [
    {"fact_id": "early, told late", "start": EIGHT, "reported_at": DAY.replace(hour=20)},
    {"fact_id": "late", "start": DAY.replace(hour=18), "reported_at": DAY.replace(hour=20)},
    {"fact_id": "expected", "start": DAY.replace(day=9), "reported_at": EIGHT, "status": "forecast"},
    {"fact_id": "day", "start": DAY, "time_precision": "day", "reported_at": None},
    {"fact_id": "no time", "time_precision": None},
]


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        (View(), {"early, told late", "late", "expected", "day", "no time"}),
        (View(at=DAY.replace(hour=7)), {"day"}),
        (View(at=EIGHT), {"early, told late", "expected", "day"}),
        (View(at=EIGHT, then=True), {"expected", "day"}),
        (View(at=DAY.replace(hour=20), then=True), {"early, told late", "late", "expected", "day"}),
        (View(at=DAY.replace(day=2)), set()),
        # What nothing dates had begun by the end of the day it was told on.
        (View(at=DAY.replace(day=4)), {"early, told late", "late", "expected", "day", "no time"}),
        (View(at=DAY.replace(day=4), then=True), {"early, told late", "late", "expected", "day", "no time"}),
    ],
)
def test_a_state_is_what_had_begun_by_then_and_was_expected_then(
    make: Make, view: View, kept: set[str]
) -> None:
    assert set(as_of(make(STATE).timeline, view)["fact_id"]) == kept


def test_a_state_has_the_directives_given_by_then(make: Make) -> None:
    directives = make([], [{}]).directives
    assert len(as_of(directives, View(at=DAY.replace(hour=6)))) == 1
    assert as_of(directives, View(at=DAY.replace(hour=5))).empty
    undated = make([], [{"start": None, "end": None}]).directives
    assert len(as_of(undated, View(at=DAY.replace(day=4)))) == 1
    assert as_of(undated, View(at=DAY.replace(hour=20))).empty


def test_a_unit_keeps_what_it_did_together_with_others(make: Make) -> None:
    tables = make(
        [{"fact_id": "joint", "responder": f"{TEAM}、{GROUP}"}, {"fact_id": "own", "responder": TEAM}]
    )
    timeline = tables.timeline
    assert set(filter_facts(timeline, View(units=(GROUP,)))["fact_id"]) == {"joint"}
    assert set(filter_facts(timeline, View(units=(TEAM,)))["fact_id"]) == {"joint", "own"}
    assert list(choices(timeline, tables.directives).units) == [TEAM, GROUP]


def test_what_has_no_time_at_all_is_counted_when_a_period_leaves_it_out(make: Make) -> None:
    timeline = make(FACTS).timeline
    assert left_out(timeline, View()) == 0
    assert left_out(timeline, View(since=DAY)) == 1
    assert set(undated(timeline)["fact_id"]) == {"reported at ten", "no time"}


def test_directives_follow_period_and_search_but_no_unit(make: Make) -> None:
    directives = make([], [{}]).directives
    assert len(filter_directives(directives, View(units=("西溪民兵",), kinds=("action",)))) == 1
    assert len(filter_directives(directives, View(since=DAY.replace(hour=13)))) == 0
    assert len(filter_directives(directives, View(query="巡查"))) == 1
    assert len(filter_directives(directives, View(query="彩条布"))) == 0


def test_choices_come_from_the_data_the_commonest_first(make: Make) -> None:
    tables = make([*FACTS, {"responder": "西溪民兵"}], [{}])
    offered = choices(tables.timeline, tables.directives)
    assert offered.units == ["西溪民兵", "东溪消防救援队"]
    assert "d0" in offered.facts
    assert "at nine" in offered.facts
