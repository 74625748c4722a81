"""The rhythm of an incident that is too large to be drawn fact by fact: how many facts begin when."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extract.catalogue import Beginning

STEPS = (60, 360, 1440, 7 * 1440, 30 * 1440, 365 * 1440)
"""In minutes: how long the stretches are that facts are counted in."""
_MOST = 60
"""So many stretches stand side by side."""

Period = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """So many facts of a type of responders, or of a kind where there is none, begin in `[begin, end)`."""

    responder_type: str | None
    kind: str
    begin: dt.datetime
    end: dt.datetime
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """All facts and directives of a view, counted: `step` is in minutes; `undated` have no time at all."""

    step: int
    cells: tuple[Cell, ...]
    undated: int


def find_step(period: Period) -> int:
    """Choose how long the stretches are, in minutes, so that a period has not too many."""
    minutes = (period[1] - period[0]) / dt.timedelta(minutes=1)
    return next((step for step in STEPS if minutes / step <= _MOST), STEPS[-1])


def count(beginnings: Iterable[Beginning], step: int, period: Period) -> Rhythm:
    """Count what begins in each stretch; what began before the period counts in its first one."""
    counted: Counter[tuple[str | None, str, dt.datetime]] = Counter()
    undated = 0
    origin, length = dt.datetime.combine(period[0], dt.time()), dt.timedelta(minutes=step)
    for one in beginnings:
        if one.moment is None:
            undated += one.times
            continue
        moment = min(max(one.moment, period[0]), period[1])
        begin = origin + (moment - origin) // length * length
        counted[one.responder_type, one.kind, begin] += one.times
    cells = tuple(
        Cell(responder_type=type_, kind=kind, begin=begin, end=begin + length, times=times)
        for (type_, kind, begin), times in counted.items()
    )
    return Rhythm(step=step, cells=cells, undated=undated)
