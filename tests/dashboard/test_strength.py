"""Strength over time adds lower bounds, each from when it was told until the unit's next count."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.palette import LIGHT
from dashboard.charts.strength import Look, draw_strength
from dashboard.data import Tables
from dashboard.situation import sum_up
from dashboard.strength import Strength, find_strength
from dashboard.tellings import gather

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
DAY = NINE.replace(hour=0)
FIRE, MILITIA = "石桥县消防救援大队", "柳林垸民兵连"
LOOK = Look(palette=LIGHT, lang="zh", sources={}, chosen=None, exact=False, breach=None)


def count(unit: str | None, low: float | None, hour: int | None, **more: object) -> dict[str, Any]:
    usual: dict[str, Any] = {"kind": "personnel", "aspect": "deployed", "measure": "person"}
    usual |= {"modifier": "at_least", "responder_type": "fire_rescue", "quote": f"{low}余人"}
    start = None if hour is None else NINE.replace(hour=hour)
    return usual | {"responder": unit, "value_min": low, "start": start} | more


def find(make: Make, *facts: dict[str, Any], until: int = 20) -> Strength | None:
    return find_strength(gather(make(list(facts)).timeline), pd.Timestamp(NINE.replace(hour=until)), None)


def heights(strength: Strength) -> list[tuple[int, float]]:
    return [(moment.hour, total) for moment, total in strength.totals()]


CASES: list[tuple[str, list[dict[str, Any]], list[tuple[int, float]]]] = [
    ("units add up", [count(FIRE, 40, 9), count(MILITIA, 100, 12)], [(9, 40), (12, 140)]),
    ("a later count holds", [count(FIRE, 40, 9), count(FIRE, 90, 12)], [(9, 40), (12, 90)]),
    ("a count may fall", [count(FIRE, 90, 9), count(FIRE, 40, 12)], [(9, 90), (12, 40)]),
    ("of one time the largest holds", [count(FIRE, 40, 9), count(FIRE, 60, 9)], [(9, 60)]),
    (
        "an upper bound alone adds nothing",
        [count(FIRE, 40, 9), count(None, None, 12, value_max=300.0)],
        [(9, 40), (12, 40)],
    ),
    ("unnamed ones stand each for itself", [count(None, 5, 9), count(None, 7, 12)], [(9, 5), (12, 12)]),
    ("those of two units are one layer", [count(f"{FIRE}、{MILITIA}", 500, 9)], [(9, 500)]),
    ("a plan adds nothing", [count(FIRE, 40, 9), count(MILITIA, 90, 12, status="planned")], [(9, 40)]),
    ("one told twice is counted once", [count(FIRE, 40, 9), count(None, 40, 9, same_as="f0")], [(9, 40)]),
    ("households are none", [count(FIRE, 40, 9), count(MILITIA, 9, 12, measure="household")], [(9, 40)]),
]


@pytest.mark.parametrize(("facts", "totals"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_sum_of_lower_bounds_over_time(
    make: Make, facts: list[dict[str, Any]], totals: list[tuple[int, float]]
) -> None:
    strength = find(make, *facts)
    assert strength is not None
    assert heights(strength) == totals
    people = sum_up(gather(make(facts).timeline)).people
    assert people is not None
    assert strength.at(strength.final) == people.low


@pytest.mark.parametrize(
    ("fact", "sure"),
    [
        ({"start": NINE}, [True]),
        ({"start": DAY, "time_precision": "day"}, [False]),
        ({"start": NINE.replace(hour=12), "time_precision": "part_of_day"}, [False, True]),
        ({"start": None, "end": NINE}, [True]),
        ({"start": None, "reported_at": DAY}, [False]),
    ],
)
def test_a_count_of_an_uncertain_time_is_not_sure_before_its_end(
    make: Make, fact: dict[str, Any], sure: list[bool]
) -> None:
    strength = find(make, count(FIRE, 40, 9) | fact)
    assert strength is not None
    assert [step.sure for step in strength.steps] == sure


def test_layers_stand_on_each_other_by_type(make: Make) -> None:
    strength = find(
        make,
        count(FIRE, 40, 9),
        count(MILITIA, 100, 10, responder_type="militia"),
        count("河西市消防救援支队", 60, 11),
    )
    assert strength is not None
    last = {step.layer: (step.responder_type, step.base, step.low) for step in strength.steps}
    assert last == {
        FIRE: ("fire_rescue", 0, 40),
        "河西市消防救援支队": ("fire_rescue", 40, 60),
        MILITIA: ("militia", 100, 100),
    }


def test_before_the_first_count_there_is_no_sum_not_even_none(make: Make) -> None:
    timeline = make([count(FIRE, 40, 9)]).timeline
    strength = find_strength(timeline, None, pd.Timestamp(NINE.replace(hour=3)))
    assert strength is not None
    assert strength.begin.hour == 3
    assert heights(strength) == [(9, 40)]


def test_many_units_are_a_layer_a_type(make: Make) -> None:
    strength = find(make, *(count(f"第{number}队", 10, 9 + number % 8) for number in range(30)))
    assert strength is not None
    assert {step.layer for step in strength.steps} == {"fire_rescue"}
    assert strength.at(strength.final) == 300


def test_a_count_that_nothing_dates_is_left_out_and_named(make: Make) -> None:
    strength = find(make, count(FIRE, 40, 9), count(MILITIA, 90, None))
    assert strength is not None
    assert [row.fact_id for row in strength.left_out] == ["f1"]
    assert find(make, count(MILITIA, 90, None)) is None


def bars(figure: go.Figure) -> tuple[go.Bar, go.Bar]:
    solid, hollow = (trace for trace in figure.data if isinstance(trace, go.Bar))
    return solid, hollow


def scatters(figure: go.Figure, mode: str) -> list[go.Scatter]:
    return [trace for trace in figure.data if isinstance(trace, go.Scatter) and trace.mode == mode]


def labels(figure: go.Figure) -> str:
    return " ".join(str(note.text) for note in figure.layout.annotations)


def test_every_step_and_mark_opens_its_fact(make: Make) -> None:
    strength = find(make, count(FIRE, 40, 9), count(FIRE, 90, 12), count(MILITIA, 20, 18, status="planned"))
    assert strength is not None
    figure = draw_strength(strength, LOOK)
    solid, hollow = bars(figure)
    assert list(solid.customdata) == ["f0", "f1"]
    assert list(hollow.customdata) == ["f2"]
    assert (list(hollow.base), list(hollow.y)) == ([90], [20])
    (marks,) = scatters(figure, "markers")
    assert list(marks.customdata) == ["f0", "f1"]


def test_a_lower_bound_never_looks_exact(make: Make) -> None:
    strength = find(make, count(FIRE, 40, 9), count(MILITIA, 30, 9, value_max=30.0, modifier="exact"))
    assert strength is not None
    figure = draw_strength(strength, LOOK)
    (edge,) = scatters(figure, "lines")
    assert edge.line.dash == "dash"
    assert "≥ 70 人" in labels(figure)


def test_what_is_exact_looks_so(make: Make) -> None:
    strength = find(make, count(FIRE, 40, 9, value_max=40.0, modifier="exact"))
    assert strength is not None
    figure = draw_strength(strength, replace(LOOK, exact=True))
    (edge,) = scatters(figure, "lines")
    assert edge.line.dash == "solid"
    assert "≥" not in labels(figure)


@pytest.mark.parametrize(
    ("fact", "symbol", "hatch"),
    [
        ({}, "triangle-up", ""),
        ({"value_max": 40.0}, "circle", ""),
        ({"start": DAY, "time_precision": "day"}, "triangle-up-open", "/"),
        ({"start": None, "reported_at": NINE}, "triangle-up-open", ""),
        ({"value_min": None, "value_max": 40.0}, "triangle-down", ""),
    ],
)
def test_a_mark_says_how_well_a_count_and_its_time_are_known(
    make: Make, fact: dict[str, Any], symbol: str, hatch: str
) -> None:
    strength = find(make, count(FIRE, 40, 9) | fact)
    assert strength is not None
    figure = draw_strength(strength, LOOK)
    (marks,) = scatters(figure, "markers")
    assert list(marks.marker.symbol) == [symbol]
    assert list(bars(figure)[0].marker.pattern.shape) == [hatch]


def test_a_dispute_shows(make: Make) -> None:
    strength = find(make, count(FIRE, 40, 9), count(FIRE, 60, 9, contradicts="f0"))
    assert strength is not None
    (marks,) = scatters(draw_strength(strength, LOOK), "markers")
    assert list(marks.marker.symbol) == ["x"]


def test_labels_of_many_types_stay_inside_the_chart(make: Make) -> None:
    types = ["military", "militia", "fire_rescue", "medical", "government", "volunteers", "armed_police"]
    facts = [count(code, 1 if code != "military" else 5000, 9, responder_type=code) for code in types]
    strength = find(make, *facts)
    assert strength is not None
    figure = draw_strength(strength, LOOK)
    top = figure.layout.yaxis.range[1]
    placed = [note.y for note in figure.layout.annotations]
    assert len(placed) == len(types) + 1
    assert placed == sorted(placed)
    assert all(0 < height < top for height in placed)


def test_words_of_a_report_never_act(make: Make) -> None:
    hostile = '<a href="http://example.invalid">点我</a>'
    strength = find(make, count(hostile, 40, 9, quote=hostile))
    assert strength is not None
    said = str(draw_strength(strength, LOOK).to_json())
    assert "\\u003ca" not in said
    assert "u0026lt;a" in said or "&lt;a" in said
