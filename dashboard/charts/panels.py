"""Panels: where the figures of each series stand, one series under another, in pixels from the top."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.series import OVER, Series, place_in_time
from dashboard.strings import ASPECTS, name, say
from dashboard.wording import Row, known, value_words

TITLE, GAP = 22, 14
"""The line with a thing's name, and the room before the next."""
_PLOT, _TALL = 74, 150
"""The room of the points; that of a level which has lines or a twin."""
_PAD = 21
"""The room over the highest and under the lowest point, for their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure, where it stands, and what is written beside it; `low` and `high` are its bounds' heights."""

    row: Row
    moment: pd.Timestamp
    height: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A level that others are measured against, its name, and its fact; None where no figure is told."""

    words: str
    height: float
    row: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A series as it stands: its strands of points, what was told as a height over a line, its lines."""

    series: Series
    top: float
    strands: tuple[tuple[Point, ...], ...]
    over: tuple[Point, ...]
    lines: tuple[Line, ...]

    @property
    def points(self) -> list[Point]:
        """All points, in the order of time."""
        told = [*(point for strand in self.strands for point in strand), *self.over]
        return sorted(told, key=lambda point: point.moment)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Turns values into heights: `least` stands at `bottom`."""

    least: float
    bottom: float
    step: float
    lang: str

    def height(self, value: float) -> float:
        return self.bottom - (value - self.least) * self.step

    def point(self, row: Row, named: str = "", base: float = 0.0) -> Point:
        lower, upper = (self.height(base + bound) for bound in _bounds(row))
        words = " ".join(filter(None, (named, value_words(row, self.lang))))
        moment = place_in_time(row)
        return Point(row=row, moment=moment, height=(lower + upper) / 2, low=lower, high=upper, words=words)


def stack_panels(series: Sequence[Series], lang: str) -> tuple[list[Panel], float]:
    """Place series one under another; return them and the height they take."""
    panels, top = [], 0.0
    for one in series:
        plot = _TALL if one.lines or one.twin else _PLOT
        panels.append(_place(one, top, plot, lang))
        top += TITLE + plot + GAP
    return panels, top


def _place(series: Series, top: float, plot: float, lang: str) -> Panel:
    levels = {line.aspect: _bounds(line)[0] for line in series.lines}
    # Where the level itself is told, its height over a line is no other point.
    taken = {place_in_time(row) for row in series.points}
    over = [row for row in series.over if place_in_time(row) not in taken]
    named: list[tuple[str, float, Row | None]] = [
        (f"{name(lang, ASPECTS, line.aspect)} {value_words(line, lang)}", levels[line.aspect], line)
        for line in series.lines
    ]
    if series.aspect in OVER:
        named.append((name(lang, ASPECTS, OVER[series.aspect]), 0.0, None))
    values = [bound for one in series.strands for row in one.points for bound in _bounds(row)]
    values += [levels[OVER[row.aspect]] + bound for row in over for bound in _bounds(row)]
    least, most = min(levels_ := [*values, *(level for _, level, _ in named)]), max(levels_)
    step = (plot - 2 * _PAD) / (most - least) if most > least else 0.0
    scale = _Scale(least=least, bottom=top + TITLE + plot - _PAD, step=step, lang=lang)
    return Panel(
        series=series,
        top=top,
        strands=tuple(
            tuple(scale.point(row, _strand_name(one, series, lang)) for row in one.points)
            for one in series.strands
        ),
        over=tuple(
            scale.point(row, name(lang, ASPECTS, row.aspect), levels[OVER[row.aspect]]) for row in over
        ),
        lines=tuple(Line(words=words, height=scale.height(level), row=row) for words, level, row in named),
    )


def _bounds(row: Row) -> tuple[float, float]:
    low = row.value_min if known(row.value_min) else row.value_max
    return float(low), float(row.value_max if known(row.value_max) else low)


def _strand_name(strand: Series, series: Series, lang: str) -> str:
    """Tell the two sides of a dike apart, where both are drawn."""
    return say(lang, f"strand_{strand.aspect}") if series.twin else ""
