"""Figures of one thing are drawn over time; figures of different things never stand in one line."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.series import Look, draw_series, series_name
from dashboard.data import Tables
from dashboard.series import Series, find_series, place_in_time
from dashboard.tellings import gather

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
LOOK = Look(palette=LIGHT, lang="zh", sources={"f0": "《北堤险情》"}, chosen="f0")


def figure(value: float, hour: int, sentence: str = "口门宽{}米。", **more: object) -> dict[str, Any]:
    """Give a fact of a width, or what `more` makes of it, its words at the place they have in `sentence`."""
    told = sentence.format(value)
    usual = {"kind": "distance", "aspect": "breach_width", "measure": "m", "modifier": "exact"}
    start = told.index(str(value))
    quote = told[start:].rstrip("。")
    where = {"quote": quote, "quote_start": start, "quote_end": start + len(quote), "sentence_end": len(told)}
    bounds = {"value_min": float(value), "value_max": float(value)}
    return usual | where | bounds | {"start": NINE.replace(hour=hour), "sentence": told} | more


def find(make: Make, *facts: dict[str, Any]) -> list[Series]:
    return find_series(gather(make(list(facts)).timeline))


PERSONNEL: dict[str, Any] = {
    "kind": "personnel",
    "aspect": "deployed",
    "measure": "person",
    "responder": "西溪民兵",
}
PEOPLE = {"kind": "people", "aspect": "evacuated", "measure": "person"}
LEVEL = {"kind": "water_level", "aspect": "level"}

DRAWN: list[tuple[list[dict[str, Any]], str]] = [
    ([figure(30, 9), figure(60, 12)], "决口宽"),
    ([figure(30, 9), figure(60, 12, status="forecast")], "决口宽"),
    ([figure(30, 9), figure(60, 12, start=None, reported_at=NINE.replace(day=4))], "决口宽"),
    (
        [figure(50, 9, "投入{}人。", **PERSONNEL), figure(80, 12, "投入{}人。", **PERSONNEL)],
        "投入人员 · 西溪民兵",
    ),
    (
        [figure(31, 9, "青湖站水位{}米。", **LEVEL), figure(32, 12, "青湖站水位{}米。", **LEVEL)],
        "水位 · 青湖站",
    ),
    (
        [
            figure(70, 9, "转移{}人。", **PEOPLE, place="北村"),
            figure(90, 12, "转移{}人。", **PEOPLE, place="北村"),
        ],
        "转移群众 · 北村",
    ),
    ([figure(70, 9, "累计转移{}人。", **PEOPLE), figure(90, 12, "累计转移{}人。", **PEOPLE)], "转移群众"),
    (
        [figure(3, 9, "左岸进占{}米。", aspect="advance"), figure(9, 12, "左岸进占{}米。", aspect="advance")],
        "进占 · 左岸",
    ),
]

APART: list[list[dict[str, Any]]] = [
    [],
    [figure(30, 9)],
    # one moment, one fact, no time
    [figure(30, 9), figure(60, 9)],
    [figure(30, 9), figure(30, 12, same_as="f0")],
    [figure(30, 9), figure(60, 12, start=None)],
    # nothing seen, only expected
    [figure(30, 9, status="forecast"), figure(60, 12, status="forecast")],
    # other things
    [figure(30, 9), figure(60, 12, aspect="depth")],
    [figure(30, 9, "1号口门宽{}米。"), figure(60, 12, "2号口门宽{}米。")],
    [figure(3, 9, "左岸进占{}米。", aspect="advance"), figure(9, 12, "右岸进占{}米。", aspect="advance")],
    [figure(50, 9, **PERSONNEL), figure(80, 12, **PERSONNEL | {"responder": "东溪消防救援队"})],
    [figure(50, 9, **PERSONNEL | {"responder": None}), figure(80, 12, **PERSONNEL | {"responder": None})],
    [figure(31, 9, "青湖站水位{}米。", **LEVEL), figure(32, 12, "石桥站水位{}米。", **LEVEL)],
    [figure(31, 9, "青湖站水位{}米。", **LEVEL), figure(33, 12, "青湖站警戒水位{}米。", **LEVEL)],
    # villages without a name, and parts
    [figure(70, 9, "转移{}人。", **PEOPLE), figure(90, 12, "转移{}人。", **PEOPLE)],
    [figure(50, 9, **PERSONNEL), figure(80, 12, "又派出{}人。", **PERSONNEL)],
    # a person has rejected it
    [figure(30, 9), figure(60, 12, verdict="rejected")],
]


@pytest.mark.parametrize(("facts", "name"), DRAWN)
def test_figures_of_one_thing_are_a_series(make: Make, facts: list[dict[str, Any]], name: str) -> None:
    (series,) = find(make, *reversed(facts))
    assert series_name(series, "zh") == name
    assert [point.value_min for point in series.points] == [fact["value_min"] for fact in facts]


@pytest.mark.parametrize("facts", APART)
def test_what_is_no_series_is_not_drawn(make: Make, facts: list[dict[str, Any]]) -> None:
    assert find(make, *facts) == []


def test_what_is_asked_for_most_comes_first(make: Make) -> None:
    people = [figure(50, 9, **PERSONNEL), figure(80, 12, **PERSONNEL)]
    found = find(make, *people, figure(30, 9), figure(60, 12))
    assert [series.aspect for series in found] == ["breach_width", "deployed"]


@pytest.mark.parametrize(
    ("fact", "moment"),
    [
        ({"start": NINE}, NINE),
        ({"end": NINE}, NINE),
        ({"start": NINE, "end": NINE.replace(hour=11)}, NINE.replace(hour=10)),
        ({"start": NINE.replace(hour=0), "time_precision": "day"}, NINE.replace(hour=12)),
        ({"reported_at": NINE.replace(hour=0), "time_precision": None}, NINE.replace(hour=12)),
        ({"reported_at": NINE, "time_precision": None}, NINE),
    ],
)
def test_a_span_stands_at_its_middle(make: Make, fact: dict[str, Any], moment: dt.datetime) -> None:
    (row,) = make([fact]).timeline.itertuples()
    assert place_in_time(row) == pd.Timestamp(moment)


def draw(make: Make, *facts: dict[str, Any], look: Look = LOOK) -> go.Figure:
    series = find(make, *facts)
    moments = [place_in_time(point) for one in series for point in one.points]
    return draw_series(series, (min(moments), max(moments)), look)


def points(figure: go.Figure) -> Any:  # noqa: ANN401  # a trace, of which plotly has no type
    (trace,) = [trace for trace in figure.data if trace.customdata is not None]
    return trace


@pytest.mark.parametrize(
    ("more", "symbol"),
    [
        ({}, "circle"),
        ({"value_max": None}, "triangle-up"),
        ({"value_min": None}, "triangle-down"),
        ({"status": "forecast"}, "circle-open"),
        ({"start": None, "reported_at": NINE.replace(hour=12)}, "circle-open"),
        ({"contradicts": "f0"}, "x"),
    ],
)
def test_a_mark_says_how_far_a_figure_can_be_trusted(make: Make, more: dict[str, Any], symbol: str) -> None:
    drawn = points(draw(make, figure(30, 9), figure(60, 12, **more)))
    assert list(drawn.customdata) == ["f0", "f1"]
    assert drawn.marker.symbol[1] == symbol
    assert (drawn.marker.symbol[0] == "x") == (symbol == "x")


def test_a_range_has_a_bar_as_long_as_it_is(make: Make) -> None:
    drawn = points(draw(make, figure(30, 9), figure(60, 12, value_max=90.0, modifier="range")))
    reach = list(drawn.error_y.array)
    assert reach[0] == 0
    assert reach[1] > 0
    assert drawn.y[0] - drawn.y[1] == pytest.approx(reach[1] * 3)


def test_higher_figures_stand_higher_and_what_is_expected_hangs_on_dashes(make: Make) -> None:
    drawn = draw(make, figure(30, 9), figure(60, 12), figure(45, 15, status="forecast"))
    heights = list(points(drawn).y)
    assert heights[1] < heights[2] < heights[0]
    assert [trace.line.dash for trace in drawn.data if trace.mode == "lines"] == [None, "dash"]
    assert len(drawn.data[1].x) == 2


def test_the_words_of_two_figures_of_one_moment_stand_apart(make: Make) -> None:
    drawn = draw(make, figure(30, 6), figure(60, 12), figure(90, 12, contradicts="f1"), figure(95, 18))
    (text,) = [trace for trace in drawn.data if trace.mode == "text"]
    sides = dict(zip(text.text, text.textposition, strict=True))
    assert sides["60 米"].startswith("bottom")
    assert sides["90 米"].startswith("top")


def test_words_that_would_cover_each_other_are_left_out(make: Make) -> None:
    facts = [figure(30 + place, 9) | {"start": NINE + dt.timedelta(minutes=place)} for place in range(60)]
    drawn = draw(make, *facts)
    (text,) = [trace for trace in drawn.data if trace.mode == "text"]
    assert {"30 米", "89 米"} <= set(text.text)
    assert len(text.text) < 15
    assert len(points(drawn).x) == 60


def test_a_hover_tells_value_time_and_source_and_the_chosen_fact_is_ringed(make: Make) -> None:
    drawn = draw(make, figure(30, 9), figure(60, 12, status="forecast"))
    assert points(drawn).hovertext[0] == "<b>30 米</b><br>6月3日 9时<br>《北堤险情》<br>30米"
    assert "预计" in points(drawn).hovertext[1]
    (ring,) = [trace for trace in drawn.data if trace.mode == "markers" and trace.hoverinfo == "skip"]
    assert pd.Timestamp(ring.x[0]) == pd.Timestamp(NINE)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_of_a_report_never_act_in_a_chart(make: Make, palette: Any) -> None:  # noqa: ANN401  # a palette
    hostile = "<a href='http://example.invalid'>点我</a>"
    facts = [figure(50, hour, **PERSONNEL | {"responder": hostile}, place=hostile) for hour in (9, 12)]
    look = Look(palette=palette, lang="en", sources={"f0": hostile}, chosen=None)
    drawn = str(draw(make, *[fact | {"quote": hostile} for fact in facts], look=look).to_dict())
    assert "<a" not in drawn
    assert "&lt;a" in drawn
