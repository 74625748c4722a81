"""Figures over time as small charts one under another, on one axis of time.

Heights are pixels, as in the timeline: each thing has its own scale, so every point says its value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import Palette, dress
from dashboard.charts.ticks import time_axis
from dashboard.quotes import escape_chart
from dashboard.series import Series, place_in_time
from dashboard.strings import ASPECTS, STATUSES, name, say
from dashboard.wording import Row, known, time_words, value_words

_TITLE, _PLOT, _GAP = 22, 74, 14
"""Pixels: the line with a thing's name, the room of its points, the room before the next."""
_PAD = 21
"""Pixels over the highest and under the lowest point, for their words."""
_MARGIN = 0.06
_WIDTH, _CHARACTER = 420, 9
"""Pixels: the width words are laid out for, and that of a character."""
_EDGE = 0.12
_APART = 7
"""Pixels between a point and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: the colours, the language, the sources' names by fact, the chosen fact's id."""

    palette: Palette
    lang: str
    sources: Mapping[str, str]
    chosen: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure and where it stands: heights are pixels from the top, `low` and `high` its bounds'."""

    row: Row
    moment: pd.Timestamp
    height: float
    low: float
    high: float


def draw_series(series: Sequence[Series], span: tuple[pd.Timestamp, pd.Timestamp], look: Look) -> go.Figure:
    """Draw series one under another between two times; a point's `customdata` is its fact's id."""
    tops = [place * (_TITLE + _PLOT + _GAP) for place in range(len(series))]
    placed = [list(_place(one, top + _TITLE)) for one, top in zip(series, tops, strict=True)]
    points = [point for one in placed for point in one]
    margin = (span[1] - span[0]) * _MARGIN
    begin, end = span[0] - margin, span[1] + margin
    figure = go.Figure([*_lines(placed, look), *_marks(points, look), *_words(placed, begin, end, look)])
    height = tops[-1] + _TITLE + _PLOT + _GAP
    line = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "line": {"color": look.palette.grid, "width": 1},
    }
    assumed = any(point.row.assumed for point in points)
    figure.update_layout(
        shapes=[{**line, "y0": top - _GAP / 2, "y1": top - _GAP / 2} for top in tops[1:]],
        annotations=[_title(one, top, look) for one, top in zip(series, tops, strict=True)],
        xaxis=time_axis(begin, end, look.palette, look.lang, assumed=assumed),
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    dressed = dress(figure, look.palette, round(height) + 44)
    dressed.update_layout(margin={"t": 0, "r": 0})
    return dressed


def series_name(series: Series, lang: str) -> str:
    """Name a series: what it measures, and whose or where."""
    return say(lang, "sep").join(filter(None, (name(lang, ASPECTS, series.aspect), series.of)))


def _place(series: Series, top: float) -> Iterator[Point]:
    bounds = [_bounds(row) for row in series.points]
    least, most = min(low for low, _ in bounds), max(high for _, high in bounds)
    scale = (_PLOT - 2 * _PAD) / (most - least) if most > least else 0.0
    bottom = top + _PLOT - _PAD
    for row, (low, high) in zip(series.points, bounds, strict=True):
        lower, upper = bottom - (low - least) * scale, bottom - (high - least) * scale
        yield Point(
            row=row, moment=place_in_time(row),
            height=(lower + upper) / 2, low=lower, high=upper,
        )  # fmt: skip


def _bounds(row: Row) -> tuple[float, float]:
    low = row.value_min if known(row.value_min) else row.value_max
    return float(low), float(row.value_max if known(row.value_max) else low)


def _lines(placed: Sequence[Sequence[Point]], look: Look) -> Iterator[go.Scatter]:
    """Step from figure to figure; what is only expected hangs on a dashed line."""
    for points in placed:
        seen = [point for point in points if point.row.status == "observed"]
        later = [point for point in points if point.row.status != "observed"]
        colour = _colour(points[0].row, look)
        steps = {"color": colour, "width": 2, "shape": "hv"}
        expected = {"color": colour, "width": 2, "dash": "dash"}
        for part, line in ((seen, steps), ([*seen[-1:], *later] if later else [], expected)):
            if part:
                yield go.Scatter(
                    mode="lines", x=[point.moment for point in part], y=[point.height for point in part],
                    line=line, hoverinfo="skip",
                )  # fmt: skip


def _marks(points: Sequence[Point], look: Look) -> Iterator[go.Scatter]:
    colours = [look.palette.order if point.row.disputed else _colour(point.row, look) for point in points]
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
            "symbol": [_symbol(point) for point in points],
            "size": 9,
            "color": colours,
            "line": {"width": [0 if point.row.disputed else 2 for point in points], "color": colours},
        },
        customdata=[point.row.fact_id for point in points],
        hovertext=[_hover(point, look) for point in points],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )
    if ringed:
        yield go.Scatter(
            mode="markers", x=[point.moment for point in ringed], y=[point.height for point in ringed],
            marker={"symbol": "circle-open", "size": 22, "color": look.palette.ink, "line": {"width": 2}},
            hoverinfo="skip", cliponaxis=False,
        )  # fmt: skip


def _symbol(point: Point) -> str:
    row = point.row
    if point.row.disputed:
        return "x"
    shape = "circle"
    if not (known(row.value_min) and known(row.value_max)):
        shape = "triangle-up" if known(row.value_min) else "triangle-down"
    own = known(row.start) or known(row.end)
    return shape if own and row.status == "observed" else f"{shape}-open"


def _colour(row: Row, look: Look) -> str:
    """Give people their unit's colour; a width or a level is nobody's."""
    return look.palette.of(row.responder_type if row.kind == "personnel" else None)


def _words(
    placed: Sequence[Sequence[Point]], begin: pd.Timestamp, end: pd.Timestamp, look: Look
) -> Iterator[go.Scatter]:
    """Write values beside their points, as many as do not cover each other."""
    written = [told for points in placed for told in _written(points, begin, end, look)]
    if written:
        yield go.Scatter(
            mode="text",
            x=[point.moment for point, *_ in written],
            y=[
                point.height + (_APART if side.startswith("bottom") else -_APART)
                for point, _, side in written
            ],
            text=[words for _, words, _ in written],
            textposition=[side for *_, side in written],
            textfont={"size": 12, "color": look.palette.ink},
            hoverinfo="skip",
            cliponaxis=False,
        )


def _written(
    points: Sequence[Point], begin: pd.Timestamp, end: pd.Timestamp, look: Look
) -> Iterator[tuple[Point, str, str]]:
    """Choose which points say their value, and on which side: those in dispute and both ends first."""
    tops: dict[pd.Timestamp, float] = {}
    for point in points:
        tops[point.moment] = min(point.height, tops.get(point.moment, point.height))
    ends = (0, len(points) - 1)
    taken: list[tuple[str, float, float]] = []
    for place in sorted(range(len(points)), key=lambda at: (not points[at].row.disputed, at not in ends, at)):
        point = points[place]
        words = escape_chart(value_words(point.row, look.lang))
        side = "top" if point.height == tops[point.moment] else "bottom"
        across, left, right = _room((point.moment - begin) / (end - begin), words)
        if all(side != edge or right <= start or stop <= left for edge, start, stop in taken):
            taken.append((side, left, right))
            yield point, words, f"{side} {across}"


def _room(share: float, words: str) -> tuple[str, float, float]:
    """Say how words stand at a share of the width, and the shares they take: inside, near an edge."""
    width = len(words) * _CHARACTER / _WIDTH
    if share < _EDGE:
        return "right", share, share + width
    if share > 1 - _EDGE:
        return "left", share - width, share
    return "center", share - width / 2, share + width / 2


def _title(series: Series, top: float, look: Look) -> dict[str, Any]:
    return {
        "text": f"<b>{escape_chart(series_name(series, look.lang))}</b>",
        "x": 0, "xref": "paper", "xanchor": "left", "y": top + _TITLE / 2, "yanchor": "middle",
        "showarrow": False, "font": {"size": 12, "color": look.palette.ink},
    }  # fmt: skip


def _hover(point: Point, look: Look) -> str:
    row, lang = point.row, look.lang
    status = [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
    against = [say(lang, "bearing_contradicts")] if point.row.disputed else []
    told = [time_words(row, lang), *status, look.sources.get(row.fact_id, ""), row.quote, *against]
    lines = [f"<b>{escape_chart(value_words(row, lang))}</b>", *map(escape_chart, told)]
    return "<br>".join(line for line in lines if line)
