"""Figures over time as small charts one under another, on one axis of time.

Heights are pixels, as in the timeline: each thing has its own scale, so every point says its value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import Palette, dress
from dashboard.charts.panels import GAP, TITLE, Line, Panel, stack_panels
from dashboard.charts.states import LANE, State, place_states
from dashboard.charts.ticks import time_axis
from dashboard.charts.values import write_values
from dashboard.quotes import escape_chart
from dashboard.series import Series
from dashboard.strings import ASPECTS, STATUSES, name, say
from dashboard.wording import Row, known, place_words, time_words, value_words

_MARGIN = 0.06
_BARE = pd.Timedelta(hours=6)
"""Room around a single moment."""
_LINE_ROOM = 0.4
"""The share of the time drawn that is left free on the right for the names of lines."""
_NEAR = 40
"""So many pixels around words a click still means them."""
_STILL = {"marker": {"opacity": 1}}
"""What is chosen has its ring; nothing fades."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: the colours, the language, the sources' names by fact, the chosen fact's id."""

    palette: Palette
    lang: str
    sources: Mapping[str, str]
    chosen: str | None


def draw_series(
    series: Sequence[Series],
    span: tuple[pd.Timestamp, pd.Timestamp],
    look: Look,
    states: Sequence[Row] = (),
) -> go.Figure:
    """Draw series one under another between two times; a point's `customdata` is its fact's id.

    Args:
        series: What is drawn, in this order.
        span: From when to when.
        look: How.
        states: What was said without a figure of the level, and rises and falls: a lane of their own.
    """
    panels, height = stack_panels(series, look.lang)
    points = [point for panel in panels for point in panel.points]
    begin, end = _reach(span, has_lines=any(panel.lines for panel in panels))
    placed = place_states(states, begin, end, look.lang)
    depth = TITLE + LANE * (1 + max(state.lane for state in placed)) + GAP if placed else 0.0
    figure = go.Figure(
        [
            *_steps(panels, look),
            *_marks(panels, look),
            *write_values(panels, begin, end, look.palette),
            *_line_names(panels, begin, end, look),
            *_states(placed, height + TITLE, look),
        ]
    )
    titles = [(series_name(panel.series, look.lang), panel.top) for panel in panels]
    titles += [(say(look.lang, "water_states"), height)] if placed else []
    assumed = any(row.assumed for row in (*states, *(point.row for point in points)))
    figure.update_layout(
        shapes=[*_partings([top for _, top in titles[1:]], look), *_lines(panels, look)],
        annotations=[_title(words, top, look) for words, top in titles],
        xaxis=time_axis(begin, end, look.palette, look.lang, assumed=assumed, is_small=True),
        yaxis={"range": [height + depth, 0], "visible": False, "fixedrange": True},
        hovermode="closest",
        hoverdistance=_NEAR,
    )
    dressed = dress(figure, look.palette, round(height + depth) + 44)
    dressed.update_layout(margin={"t": 0, "r": 0})
    return dressed


def series_name(series: Series, lang: str) -> str:
    """Name a series: what it measures, and whose or where."""
    aspects = say(lang, "list").join(name(lang, ASPECTS, one.aspect) for one in series.strands)
    return say(lang, "sep").join(filter(None, (aspects, series.of and place_words(series.of, lang))))


def tell_hover(row: Row, look: Look) -> str:
    """Tell a fact that is pointed at: value, time, status, source and words, escaped for a chart."""
    lang = look.lang
    status = [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
    against = [say(lang, "bearing_contradicts")] if row.disputed else []
    told = [time_words(row, lang), *status, look.sources.get(row.fact_id, ""), row.quote, *against]
    lines = [f"<b>{escape_chart(value_words(row, lang))}</b>", *map(escape_chart, told)]
    return "<br>".join(line for line in lines if line)


def _reach(span: tuple[pd.Timestamp, pd.Timestamp], *, has_lines: bool) -> tuple[pd.Timestamp, pd.Timestamp]:
    length = span[1] - span[0] or _BARE
    margin = length * _MARGIN
    return span[0] - margin, span[1] + (length * _LINE_ROOM if has_lines else margin)


def _steps(panels: Sequence[Panel], look: Look) -> Iterator[go.Scatter]:
    """Step from figure to figure; what is only expected hangs on a dashed line."""
    for place, points in ((place, strand) for panel in panels for place, strand in enumerate(panel.strands)):
        seen = [point for point in points if point.row.status == "observed"]
        later = [point for point in points if point.row.status != "observed"]
        # Amounts of rain are each of its own hours: nothing leads from one to the next.
        if points[0].row.kind == "rainfall":
            continue
        colour = look.palette.water if place else _colour(points[0].row, look)
        steps = {"color": colour, "width": 2, "shape": "hv"}
        expected = {"color": colour, "width": 2, "dash": "dash"}
        for part, line in ((seen, steps), ([*seen[-1:], *later] if later else [], expected)):
            if part:
                yield go.Scatter(
                    mode="lines", x=[point.moment for point in part], y=[point.height for point in part],
                    line=line, hoverinfo="skip",
                )  # fmt: skip


def _marks(panels: Sequence[Panel], look: Look) -> Iterator[go.Scatter]:
    points = [point for panel in panels for point in panel.points]
    over = {point.row.fact_id for panel in panels for point in panel.over}
    twins = {point.row.fact_id for panel in panels for strand in panel.strands[1:] for point in strand}
    if not points:
        return
    colours = [_shade(point.row, look, is_twin=point.row.fact_id in twins) for point in points]
    ringed = [point for point in points if point.row.fact_id == look.chosen]
    yield go.Scatter(
        mode="markers",
        x=[point.moment for point in points],
        y=[point.height for point in points],
        error_y={
            "array": [point.low - point.height for point in points],
            "color": look.palette.muted,
            "thickness": 1.5,
            "width": 4,
        },
        marker={
            "symbol": [
                "diamond-open" if point.row.fact_id in over else _symbol(point.row) for point in points
            ],
            "size": 9,
            "color": colours,
            "line": {"width": [0 if point.row.disputed else 2 for point in points], "color": colours},
        },
        customdata=[point.row.fact_id for point in points],
        hovertext=[tell_hover(point.row, look) for point in points],
        hovertemplate="%{hovertext}<extra></extra>",
        selected=_STILL,
        unselected=_STILL,
        cliponaxis=False,
    )
    if ringed:
        yield _ring([(point.moment, point.height) for point in ringed], look)


def _ring(places: Sequence[tuple[pd.Timestamp, float]], look: Look) -> go.Scatter:
    """Ring what is chosen."""
    return go.Scatter(
        mode="markers", x=[moment for moment, _ in places], y=[height for _, height in places],
        marker={"symbol": "circle-open", "size": 22, "color": look.palette.ink, "line": {"width": 2}},
        hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip


def _symbol(row: Row) -> str:
    if row.disputed:
        return "x"
    shape = "circle"
    if not (known(row.value_min) and known(row.value_max)):
        shape = "triangle-up" if known(row.value_min) else "triangle-down"
    own = known(row.start) or known(row.end)
    return shape if own and row.status == "observed" else f"{shape}-open"


def _shade(row: Row, look: Look, *, is_twin: bool) -> str:
    if row.disputed:
        return look.palette.order
    return look.palette.water if is_twin else _colour(row, look)


def _colour(row: Row, look: Look) -> str:
    """Give people their unit's colour; a width or a level is nobody's."""
    return look.palette.of(row.responder_type if row.kind == "personnel" else None)


def _line_names(
    panels: Sequence[Panel], begin: pd.Timestamp, end: pd.Timestamp, look: Look
) -> Iterator[go.Scatter]:
    """Name the lines that others are measured against; those with a figure open it."""
    lines = [(line, _has_room(panel, line, begin, end)) for panel in panels for line in panel.lines]
    for opens in (True, False):
        part = [(line, right) for line, right in lines if (line.row is not None) == opens]
        told = [line.row for line, _ in part if line.row is not None]
        if part:
            yield go.Scatter(
                mode="text",
                x=[end if right else begin for _, right in part],
                y=[line.height for line, _ in part],
                text=[f"<u>{escape_chart(line.words)}</u>" if opens else line.words for line, _ in part],
                textposition=["top left" if right else "top right" for _, right in part],
                textfont={"size": 12, "color": look.palette.order},
                customdata=[row.fact_id for row in told] or None,
                hovertext=[tell_hover(row, look) for row in told] or None,
                hovertemplate="%{hovertext}<extra></extra>" if opens else None,
                hoverinfo=None if opens else "skip",
                cliponaxis=False,
            )


def _has_room(panel: Panel, line: Line, begin: pd.Timestamp, end: pd.Timestamp) -> bool:
    """Say whether a line's name stands at the right, as it does unless only the left is free of points."""
    near = [point.moment for point in panel.points if abs(point.height - line.height) < _NEAR]
    shares = [(moment - begin) / (end - begin) for moment in near]
    return all(share < 1 / 2 for share in shares) or any(share < 1 / 2 for share in shares)


def _states(placed: Sequence[State], top: float, look: Look) -> Iterator[go.Scatter]:
    """Mark rises, falls and conditions, each with its words on the side where there is room."""
    if not placed:
        return
    places = [(state.moment, top + LANE * (state.lane + 0.5)) for state in placed]
    yield go.Scatter(
        mode="markers+text",
        x=[moment for moment, _ in places],
        y=[height for _, height in places],
        text=[escape_chart(state.words) for state in placed],
        textposition=[f"middle {state.side}" for state in placed],
        textfont={"size": 12, "color": look.palette.ink},
        marker={"symbol": [state.symbol for state in placed], "size": 11, "color": look.palette.water},
        customdata=[state.row.fact_id for state in placed],
        hovertext=[tell_hover(state.row, look) for state in placed],
        hovertemplate="%{hovertext}<extra></extra>",
        selected=_STILL,
        unselected=_STILL,
        cliponaxis=False,
    )
    ringed = [place for place, state in zip(places, placed, strict=True) if state.row.fact_id == look.chosen]
    if ringed:
        yield _ring(ringed, look)


def _lines(panels: Sequence[Panel], look: Look) -> Iterator[dict[str, Any]]:
    for line in (line for panel in panels for line in panel.lines):
        stroke = {"color": look.palette.order, "width": 1.5, "dash": "dash"}
        yield _across(line.height, stroke)


def _partings(tops: Sequence[float], look: Look) -> Iterator[dict[str, Any]]:
    for top in tops:
        yield _across(top - GAP / 2, {"color": look.palette.grid, "width": 1})


def _across(height: float, stroke: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": height, "y1": height, "line": stroke}


def _title(words: str, top: float, look: Look) -> dict[str, Any]:
    return {
        "text": f"<b>{escape_chart(words)}</b>",
        "x": 0, "xref": "paper", "xanchor": "left", "y": top + TITLE / 2, "yanchor": "middle",
        "showarrow": False, "font": {"size": 12, "color": look.palette.ink},
    }  # fmt: skip
