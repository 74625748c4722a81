"""The plan is made of facts alone: what nobody reported is dashed, said, or not there."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.breach import find_breaches
from dashboard.charts.breach import draw_breach
from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.series import Look
from dashboard.levels import find_levels
from dashboard.plan import lay_out
from dashboard.tellings import gather
from tests.dashboard.test_breach import Make, deed, figure
from tests.dashboard.watering import BOTH, ONLY_ADVANCE, ONLY_LINE, read


def draw(timeline: Any, lang: str = "zh", chosen: str | None = None) -> go.Figure:  # noqa: ANN401  # a table
    (breach,) = find_breaches(timeline)
    look = Look(palette=LIGHT, lang=lang, sources={}, chosen=chosen)
    return draw_breach(breach, lay_out(breach), find_levels(timeline), look)


def words(figure: go.Figure) -> list[str]:
    """List the words that open a source, without their underlining."""
    told = [text for trace in figure.data if trace.type == "scatter" and trace.text for text in trace.text]
    return [text.replace("<u>", "").replace("</u>", "") for text in told]


def notes(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_everything_reported_is_written_and_opens_its_source() -> None:
    timeline = gather(read(BOTH).timeline)
    drawn = draw(timeline)
    assert words(drawn) == [
        "外水位 33.2 米", "内水位 32.1 米", "口门宽：150 米", "左岸进占 12 米", "右岸进占 ≥ 20 米",
        "剩余 118 米", "距决口 约 2 公里", "第二道防线 · 长 约 14.3 公里", "⚠ 柳西间堤渗漏等险情陆续出现",
    ]  # fmt: skip  # two lines
    clickable = [fact for trace in drawn.data for fact in trace.customdata]
    assert set(clickable) <= set(timeline["fact_id"])
    assert len(clickable) == len(words(drawn)) + 3  # two filled parts, and the hazard's mark
    bars = [trace for trace in drawn.data if trace.type == "bar"]
    assert [bar.x[0] for bar in bars] == pytest.approx([52 * 12 / 150, 52 * 20 / 150])
    assert "dot" not in str(drawn.layout.shapes)


def test_a_width_nobody_reported_is_dashed_and_said() -> None:
    drawn = draw(gather(read(ONLY_ADVANCE).timeline))
    assert words(drawn) == ["左岸进占 3 米"]
    assert "口门宽：未见报道" in notes(drawn)
    assert "dot" in str(drawn.layout.shapes)


def test_of_the_second_line_alone_no_advance_is_made_up() -> None:
    drawn = draw(gather(read(ONLY_LINE).timeline))
    assert words(drawn) == ["距决口 约 2 公里", "第二道防线 · 长 约 14.3 公里"]
    assert not [trace for trace in drawn.data if trace.type == "bar"]


def test_a_side_nobody_named_is_hatched_away_from_both_banks(make: Make) -> None:
    facts = [figure(100, "口门宽100米。", "breach_width"), figure(20, "已封堵20米。")]
    drawn = draw(gather(make(facts).timeline))
    assert "未说明哪一侧进占 20 米" in words(drawn)
    (bar,) = [trace for trace in drawn.data if trace.type == "bar"]
    assert bar.marker.pattern.shape == "/"
    assert bar.base[0] > 24
    assert bar.base[0] + bar.x[0] < 76


def test_a_closed_breach_and_a_dispute_are_said_and_the_chosen_stands_out(make: Make) -> None:
    facts = [
        figure(100, "口门宽100米。", "breach_width"),
        figure(120, "口门宽120米。", "breach_width", contradicts="f0"),
        deed("决口合龙", 12),
    ]
    drawn = draw(gather(make(facts).timeline), chosen="f2")
    assert "口门宽：120 米 ⚠" in words(drawn)
    assert "<b>▶ 决口合龙</b>" in words(drawn)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_of_a_report_never_act_in_the_plan(make: Make, palette: Any) -> None:  # noqa: ANN401  # a palette
    hostile = "<a href='http://example.invalid'>合龙</a>"
    timeline = gather(make([deed(hostile, sentence=hostile)]).timeline)
    (breach,) = find_breaches(timeline)
    look = Look(palette=palette, lang="en", sources={"f0": hostile}, chosen=None)
    drawn = str(draw_breach(breach, lay_out(breach), find_levels(timeline), look).to_dict())
    assert "<a" not in drawn
    assert "&lt;a" in drawn
