"""Figures say what the facts say, and how well each time is known."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.labels import SCREENS
from dashboard.charts.lanes import Line, lay_out
from dashboard.charts.marks import make_marks
from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.personnel import draw_personnel
from dashboard.charts.spans import find_domain
from dashboard.charts.ticks import time_axis, time_ticks
from dashboard.charts.timeline import draw_sheets, draw_timeline
from dashboard.charts.traces import Look, explain_symbols
from dashboard.data import Tables
from dashboard.situation import sum_up
from dashboard.strings import TYPES
from tests.dashboard.drawing import names_of

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
LOOK = Look(chosen=None, palette=LIGHT, lang="zh")


def draw(tables: Tables, look: Look = LOOK) -> go.Figure:
    figure = draw_timeline(tables.timeline, tables.directives, look)
    assert figure is not None
    return figure


def words(figure: go.Figure) -> str:
    return str(figure.to_dict())


def test_facts_of_one_time_and_row_share_a_mark_the_count_of_people_first(make: Make) -> None:
    facts = [
        {"start": NINE, "responder": "西溪民兵"},
        {"start": NINE, "responder": "西溪民兵", "kind": "personnel", "measure": "person", "value_min": 40.0},
        {"start": NINE, "responder": "东溪消防救援队"},
    ]
    figure = draw(make(facts))
    points = [
        point for trace in figure.data for point in (trace.customdata if trace.customdata is not None else ())
    ]
    assert sorted(point for point in points if not point.startswith("fold:")) == ["f1", "f2"]
    assert "≥ 40 人 +1" in words(figure)


def test_a_row_stands_for_a_responder_and_directives_stand_on_top(make: Make) -> None:
    figure = draw(make([{"start": NINE, "responder": "西溪民兵"}, {"start": NINE}], [{}]))
    titles = names_of(figure)
    assert titles[:3] == [
        "<b>⊞ 国家指令</b>",
        "<b>险情与进展</b>",
        "<span style='color:#59636E'>■</span> <b>西溪民兵</b>",
    ]
    assert "某负责人 · 1 条" in words(figure)


def test_no_label_covers_another(make: Make) -> None:
    facts = [
        {"start": NINE + dt.timedelta(minutes=20 * place), "quote": "队伍陆续到达北堤"} for place in range(12)
    ]
    tables = make(facts)
    domain = find_domain(tables.timeline, tables.directives)
    assert domain is not None
    marks = tuple(make_marks(tables.timeline, domain, "zh"))
    _, places = lay_out([Line(row="r", title="险情", html="险情", marks=marks)], domain, SCREENS)
    assert len({(place.height, place.mark.begin) for place in places}) == 12
    assert len({place.height for place in places}) > 3


def test_words_of_a_report_never_act_in_a_chart(make: Make) -> None:
    hostile = '<a href="http://example.invalid">点我</a>'
    facts = [{"start": NINE, "responder": hostile, "quote": hostile, "kind": "personnel", "value_min": 3.0}]
    tables = make(facts, [{"issuer": hostile, "quote": hostile}])
    people = sum_up(tables.timeline.assign(measure="person")).people
    assert people is not None
    for figure in (draw(tables), draw_personnel(people, LIGHT, "zh")):
        assert "<a" not in words(figure)
        assert "&lt;a" in words(figure)


def test_the_chosen_fact_is_ringed(make: Make) -> None:
    tables = make([{"start": NINE}, {"start": NINE.replace(hour=15)}])
    chosen = draw(tables, Look(chosen="f1", palette=DARK, lang="zh"))
    (ring,) = [trace for trace in chosen.data if trace.mode == "markers" and trace.hoverinfo == "skip"]
    assert pd.Timestamp(ring.x[0]) == pd.Timestamp(NINE.replace(hour=15))


def test_without_a_time_there_is_no_chart(make: Make) -> None:
    tables = make([{"time_precision": None}])
    assert draw_timeline(tables.timeline, tables.directives, LOOK) is None


def test_bars_of_people_are_lower_bounds_with_an_arrow_where_open(make: Make) -> None:
    usual = {"kind": "personnel", "measure": "person", "start": NINE}
    people = sum_up(
        make(
            [
                usual | {"responder": "西溪民兵", "value_min": 40.0, "modifier": "at_least"},
                usual
                | {"responder": "东溪消防救援队", "value_min": 90.0, "value_max": 90.0, "modifier": "exact"},
            ]
        ).timeline
    ).people
    assert people is not None
    (bar,) = draw_personnel(people, LIGHT, "zh").data
    assert list(bar.x) == [40, 90]
    assert list(bar.text) == ["≥ 40 人 →", "90 人"]


@pytest.mark.parametrize("hours", [3, 24, 96, 24 * 60, 24 * 900])
def test_an_axis_has_a_few_ticks_in_the_viewers_language(hours: int) -> None:
    begin = pd.Timestamp(NINE)
    values, told = time_ticks(begin, begin + pd.Timedelta(hours=hours), "zh")
    assert 1 <= len(values) == len(told) <= 9
    assert "月" in told[0]
    assert "日" in told[0]


@pytest.mark.parametrize("hours", [3, 24, 52, 96])
def test_a_small_chart_has_ticks_that_stand_apart(hours: int) -> None:
    begin, end = pd.Timestamp(NINE), pd.Timestamp(NINE) + pd.Timedelta(hours=hours)
    small = time_axis(begin, end, LIGHT, "zh", assumed=False, is_small=True)
    assert 1 <= len(small["tickvals"]) <= 6  # type: ignore[arg-type]  # a list


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_type_of_responder_has_its_colour(palette: Any) -> None:  # noqa: ANN401  # a palette
    assert set(palette.types) | {"unspecified"} == set(TYPES)


@pytest.mark.parametrize(("hour", "anchor"), [(1, "left"), (12, "center"), (23, "right")])
def test_the_words_of_the_latest_time_stay_inside_the_chart(make: Make, hour: int, anchor: str) -> None:
    day = NINE.replace(hour=0)
    facts = [
        {"fact_id": "latest", "start": NINE.replace(hour=hour)},
        {"fact_id": "that day", "start": day, "time_precision": "day"},
    ]
    figure = draw(make(facts))
    (words,) = [note for note in figure.layout.annotations if "所知最晚" in note.text]
    assert words.xanchor == anchor


def test_a_high_timeline_is_parted_between_rows_on_one_time_axis(make: Make) -> None:
    facts = [{"start": NINE.replace(hour=hour), "responder": f"{hour}号队"} for hour in range(9, 19)]
    tables = make(facts, [{}])
    sheets = draw_sheets(tables.timeline, tables.directives, LOOK, 120)
    whole = draw(tables)
    assert len(sheets) == 3
    assert all(sheet.layout.yaxis.range[0] <= 125 for sheet in sheets)
    assert {sheet.layout.xaxis.range for sheet in sheets} == {whole.layout.xaxis.range}
    titles = [[name for name in names_of(sheet) if "号队" in name] for sheet in sheets]
    assert [len(part) for part in titles] == [2, 5, 3]
    points = [id_ for sheet in sheets for trace in sheet.data for id_ in trace.customdata or ()]
    assert sorted(points) == sorted(id_ for trace in whole.data for id_ in trace.customdata or ())
    for sheet in sheets:
        heights = [y for trace in sheet.data for y in trace.y if y > 0]
        assert 0 < min(heights) < max(heights) < sheet.layout.yaxis.range[0]


def test_a_row_higher_than_a_sheet_has_one_for_itself(make: Make) -> None:
    tables = make([{"start": NINE}, {"start": NINE, "responder": "东溪消防救援队"}])
    assert len(draw_sheets(tables.timeline, tables.directives, LOOK, 10)) == 2
    assert draw_sheets(make([]).timeline, make([]).directives, LOOK, 10) == []


def test_symbols_are_explained_for_the_kinds_that_occur(make: Make) -> None:
    timeline = make([{"kind": "action"}, {"kind": "personnel"}, {"kind": "area"}]).timeline
    assert explain_symbols(timeline, "zh") == "● 人数 ▲ 行动 ⬟ 其他数值"


def test_a_crowd_of_facts_is_gathered_by_coarser_times(make: Make) -> None:
    minutes = (NINE + dt.timedelta(minutes=7 * place) for place in range(1000))
    facts = [{"start": minute, "time_precision": "minute"} for minute in minutes]
    timeline = make(facts).timeline
    domain = find_domain(timeline, make([]).directives)
    assert domain is not None
    marks = make_marks(timeline, domain, "zh")
    assert len(marks) < 130
    assert sum(len(mark.ids) for mark in marks) == 1000
    assert "6月3日 09:00 … 6月3日 09:56" in marks[0].hover


def test_what_plotly_was_not_asked_to_check_it_would_accept(make: Make) -> None:
    facts = [{"start": NINE, "responder": f"{number}号队"} for number in range(3)]
    figure = draw(make(facts, [{}])).to_dict()
    # All but the word that Plotly is to find in the template.
    assert figure["layout"].pop("dragmode") == "by template"
    assert go.Figure(figure).layout.template.layout.dragmode == "select"


@pytest.mark.parametrize(
    ("at", "since", "words", "lines"),
    [
        (None, None, "所知最晚 6月3日 15:00", 1),
        (NINE.replace(hour=12), None, "截至 6月3日 12:00", 1),
        # Beyond the axis there are its words alone.
        (NINE.replace(day=20), None, "截至 6月20日 09:00", 0),
        (NINE.replace(hour=12), NINE.replace(hour=13), "截至 6月3日 12:00", 0),
    ],
)
def test_a_line_stands_at_the_latest_time_or_the_moment_asked_for(
    make: Make, at: dt.datetime | None, since: dt.datetime | None, words: str, lines: int
) -> None:
    tables = make([{"start": NINE}, {"start": NINE.replace(hour=15)}])
    figure = draw(tables, Look(chosen=None, palette=LIGHT, lang="zh", at=at, since=since))
    assert words in [note.text for note in figure.layout.annotations]
    assert sum(shape.line.dash == "dot" for shape in figure.layout.shapes) == lines


def test_the_times_of_reports_stand_on_top_a_day_as_a_day(make: Make) -> None:
    tables = make([{"start": NINE, "reported_at": NINE.replace(hour=11)}, {"start": NINE.replace(hour=15)}])
    (ticks,) = [trace for trace in draw(tables).data if trace.mode == "lines+markers"]
    assert set(ticks.hovertext) == {"报道时间 6月3日 11:00", "报道时间 6月3日"}
    assert all(height < 0 for height in ticks.y)


def test_bars_end_where_the_period_does(make: Make) -> None:
    tables = make([{"start": NINE.replace(hour=0), "time_precision": "day"}, {"start": NINE}])
    look = Look(
        chosen=None, palette=LIGHT, lang="zh", since=NINE.replace(hour=8), until=NINE.replace(hour=12)
    )
    (bar,) = [trace for trace in draw(tables, look).data if trace.type == "bar"]
    assert [pd.Timestamp(begin) for begin in bar.base] == [pd.Timestamp(NINE.replace(hour=8))]
    assert list(bar.x) == [4 * 3600 * 1000]
