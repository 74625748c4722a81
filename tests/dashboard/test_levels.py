"""Levels as last seen, against their lines, on one scale with the other side of the dike."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard.charts.palette import DARK
from dashboard.charts.panels import stack_panels
from dashboard.charts.series import Look, draw_series
from dashboard.levels import find_levels, find_readings, find_states
from dashboard.series import LEVELS as ASPECTS
from dashboard.series import PEOPLE, Series, find_series, place_in_time
from dashboard.tellings import gather
from tests.dashboard.watering import BOTH, LEVELS, ONLY_ADVANCE, RESERVOIR, read

LATER = (
    "柳林垸决口\n\n河西新闻网2031年7月7日电 7日8时，柳林垸决口处内水位32.70米，外水位32.98米。"
    "7日8时，青湖站超警戒水位1.20米。"
)


def facts(*texts: str) -> pd.DataFrame:
    return gather(read(*texts).timeline)


def quotes(rows: Iterable[Any]) -> list[str]:
    return [row.quote for row in rows]


def test_the_newest_levels_are_told_by_side_and_by_gauge() -> None:
    levels = find_levels(facts(BOTH, LATER))
    assert levels.inside is not None
    assert levels.outside is not None
    assert (levels.inside.value_min, levels.outside.value_min) == (32.7, 32.98)
    assert [(one.of, one.row.value_min) for one in levels.gauges] == [("青湖站", 33.25)]


def test_a_condition_is_told_without_a_number_and_a_warning_level_is_no_level() -> None:
    levels = find_levels(facts(ONLY_ADVANCE))
    assert quotes(levels.conditions) == ["内外水位已经齐平"]
    assert (levels.inside, levels.outside, levels.gauges) == (None, None, ())
    assert [one.row.value_min for one in find_levels(facts(LEVELS)).gauges] == [31.92]


def test_rises_and_conditions_are_listed_in_time() -> None:
    assert quotes(find_states(facts(LEVELS))) == ["上涨1.06米", "水位开始回落"]


def test_readings_are_the_newest_of_each_thing() -> None:
    read_ = find_readings(facts(RESERVOIR), ("level", "discharge"))
    assert {(one.aspect, one.of, one.row.value_min) for one in read_} == {
        ("level", "白茅水库", 125.8),
        ("discharge", "白茅水库入库", 2100.0),
    }


def series(*texts: str) -> list[Series]:
    return find_series(facts(*texts), ASPECTS)


def test_a_level_has_its_warning_lines_and_what_was_told_over_them() -> None:
    (gauge,) = [one for one in series(BOTH, LATER) if one.of == "青湖站"]
    assert [line.value_min for line in gauge.lines] == [31.5, 33.0]
    assert [row.value_min for row in gauge.over] == [1.75, 1.2]
    ((panel,), _) = stack_panels([gauge], "zh")
    # At 8 on the 6th the level itself is told; on the 7th only how far over the warning line.
    assert [point.row.value_min for point in panel.over] == [1.2]
    heights = {point.row.value_min: point.height for point in panel.points}
    lines = {line.words: line.height for line in panel.lines}
    assert set(lines) == {"警戒水位 31.5 米", "保证水位 33 米"}
    assert heights[33.25] < lines["保证水位 33 米"] < heights[1.2] < lines["警戒水位 31.5 米"]
    assert [point.words for point in panel.over] == ["超警戒 1.2 米"]


def test_both_sides_of_a_dike_stand_on_one_scale() -> None:
    (dike,) = [one for one in series(BOTH, LATER) if one.aspect == "inside_level"]
    assert dike.twin is not None
    ((panel,), _) = stack_panels([dike], "zh")
    inside, outside = ([point.height for point in strand] for strand in panel.strands)
    assert outside[0] < outside[1] < inside[1] < inside[0]
    assert {point.words for point in panel.points} == {
        "内 32.1 米",
        "外 33.2 米",
        "内 32.7 米",
        "外 32.98 米",
    }


def test_heights_over_a_line_nobody_told_stand_over_the_line_alone() -> None:
    text = "清水河\n\n2031年7月6日电 6日8时，青湖站超警戒水位0.4米。6日20时，青湖站超警戒水位0.9米。"
    (over,) = series(text)
    assert (over.aspect, [row.value_min for row in over.points]) == ("above_warning", [0.4, 0.9])
    ((panel,), _) = stack_panels([over], "zh")
    ((line,), points) = (panel.lines, panel.points)
    assert line.row is None
    assert line.height > points[0].height > points[1].height


def test_a_single_level_is_drawn_where_a_line_measures_it_and_people_are_not_asked_for() -> None:
    (gauge,) = series("清水河\n\n2031年7月6日电 6日8时，青湖站水位32.1米。青湖站警戒水位31.5米。")
    assert len(gauge.points) == 1
    assert series("清水河洪水上涨\n\n东山日报2031年7月6日电 6日8时，青湖站水位32.1米，洪水上涨。") == []
    assert find_series(facts(BOTH, LATER), PEOPLE) == []


def test_every_point_line_and_statement_can_be_clicked() -> None:
    timeline = facts(LEVELS)
    found, states = find_series(timeline, ASPECTS), find_states(timeline)
    moments = [place_in_time(row) for one in found for row in one.placed]
    look = Look(palette=DARK, lang="zh", sources={}, chosen=states[1].fact_id)
    figure = draw_series(found, (min(moments), max(moments)), look, states)
    clickable = {fact for trace in figure.data if trace.customdata is not None for fact in trace.customdata}
    drawn = timeline[timeline["kind"] == "water_level"]
    assert clickable == set(drawn["fact_id"])
    (lane,) = [trace for trace in figure.data if trace.mode == "markers+text"]
    assert list(lane.marker.symbol) == ["arrow-bar-up", "diamond"]
    assert list(lane.text) == ["1.06 米", "水位开始回落"]
    rings = [trace for trace in figure.data if trace.mode == "markers" and trace.hoverinfo == "skip"]
    assert [pd.Timestamp(ring.x[0]).hour for ring in rings] == [20]
