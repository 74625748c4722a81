"""The values written beside the points of figures over time, as many as do not cover each other."""

from collections.abc import Iterator, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import Palette
from dashboard.charts.panels import Panel, Point
from dashboard.quotes import escape_chart

_WIDTH, _CHARACTER = 420, 9
"""Pixels: the width words are laid out for, and that of a character."""
_EDGE = 0.12
_APART, _LINE = 7, 15
"""Pixels between a point and its words, and the height of these."""


def write_values(
    panels: Sequence[Panel], begin: pd.Timestamp, end: pd.Timestamp, palette: Palette
) -> Iterator[go.Scatter]:
    """Write values beside their points on an axis from `begin` to `end`."""
    written = [told for panel in panels for told in _choose(panel.points, begin, end)]
    if written:
        yield go.Scatter(
            mode="text",
            x=[point.moment for point, _ in written],
            y=[point.height + (_APART if side.startswith("bottom") else -_APART) for point, side in written],
            text=[escape_chart(point.words) for point, _ in written],
            textposition=[side for _, side in written],
            textfont={"size": 12, "color": palette.ink},
            hoverinfo="skip",
            cliponaxis=False,
        )


def _choose(points: Sequence[Point], begin: pd.Timestamp, end: pd.Timestamp) -> Iterator[tuple[Point, str]]:
    """Choose which points say their value, and on which side: those in dispute and both ends first."""
    tops: dict[pd.Timestamp, float] = {}
    for point in points:
        tops[point.moment] = min(point.height, tops.get(point.moment, point.height))
    ends = {points[0].moment, points[-1].moment} if points else set()
    taken: list[tuple[float, float, float]] = []
    for place in sorted(
        range(len(points)), key=lambda at: (not points[at].row.disputed, points[at].moment not in ends, at)
    ):
        point = points[place]
        side = "top" if point.height == tops[point.moment] else "bottom"
        across, left, right = _room((point.moment - begin) / (end - begin), escape_chart(point.words))
        height = point.height + (_LINE if side == "bottom" else -_LINE)
        if all(abs(height - at) > _LINE or right <= start or stop <= left for at, start, stop in taken):
            taken.append((height, left, right))
            yield point, f"{side} {across}"


def _room(share: float, words: str) -> tuple[str, float, float]:
    """Say how words stand at a share of the width, and the shares they take: inside, near an edge."""
    width = len(words) * _CHARACTER / _WIDTH
    if share < _EDGE:
        return "right", share, share + width
    if share > 1 - _EDGE:
        return "left", share - width, share
    return "center", share - width / 2, share + width / 2
