"""Figures over time: which figures are of one thing, each thing's in the order of time."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.gauges import INSIDE, OUTSIDE, Gauge, find_gauges
from dashboard.wording import Row, known, rows
from extract.figures import Figure
from extract.sources import read_figures

PEOPLE = ("deployed", "evacuated", "rescued", "trapped", "missing", "dead", "injured", "affected")
"""Aspects that count people."""

_HEIGHTS = ("level", "inside_level", "outside_level")
OVER = {
    "above_warning": "warning_level",
    "above_guarantee": "guarantee_level",
    "above_flood_limit": "limit_level",
}
"""Heights over a line, and the line each is over."""

LEVELS = (*_HEIGHTS, "level_difference", "depth", *OVER)
"""Aspects that say how high water stands."""

WATER = (
    "breach_width", "advance", "remaining", *LEVELS,
    "discharge", "velocity", "flooded_area", "water_volume", "accumulated",
)  # fmt: skip  # a list in the order it is shown in
"""Aspects of dike and water that change and are watched, the most asked for first."""

_RANKS = {aspect: rank for rank, aspect in enumerate(dict.fromkeys((*WATER[:-2], *PEOPLE, *WATER[-2:])))}

_TOTALS = ("evacuated", "rescued", "dead", "affected")
"""Of no named place these are shown only where they are called totals: each village has its own."""

_WINDOW = re.compile("小时|最大|最强|平均|日")
"""Words before an amount of rain that is of a shorter time than the whole of it."""
_STORE = re.compile("蓄水|库容|拦蓄|抽排|排水|排涝|进水")
"""Words before a volume of water that say which water it is."""
_GAUGED = ("water_level", "flow")
_SIDES = {INSIDE: "inside_level", OUTSIDE: "outside_level"}

_Thing = tuple[str, str]
"""What is measured, and whose or where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one thing in the order of time.

    Attributes:
        aspect: What they measure.
        of: Whose or where, as the reports name it; "" where nothing is named.
        points: The facts, rows of the timeline.
        lines: The levels they are measured against, one row of each aspect.
        over: What was told as a height over one of those.
        twin: The level of the dike's other side, drawn on the same scale.
    """

    aspect: str
    of: str
    points: tuple[Row, ...]
    lines: tuple[Row, ...] = ()
    over: tuple[Row, ...] = ()
    twin: "Series | None" = None

    @property
    def strands(self) -> "tuple[Series, ...]":
        """The series drawn on its scale, itself first."""
        return (self, self.twin) if self.twin else (self,)

    @property
    def placed(self) -> tuple[Row, ...]:
        """The rows that stand at a time of their own."""
        return (*(row for one in self.strands for row in one.points), *self.over)


def find_series(timeline: pd.DataFrame, aspects: Collection[str] = tuple(_RANKS)) -> list[Series]:
    """Find the things with figures of at least two times, one of them observed; most asked for first.

    A level that has a line to be measured against is found at a single time, too.

    Args:
        timeline: Gathered facts: each once, however many reports tell it.
        aspects: What to look for, such as `PEOPLE` or `WATER`.
    """
    things = _group(timeline, aspects)
    found = [_make(thing, things) for thing in things if _is_own(thing, things)]
    drawn = [one for one in _pair(found) if _is_drawn(one)]
    return sorted(drawn, key=lambda one: (_RANKS[one.aspect], -len(one.points), one.of))


def place_in_time(row: Row) -> pd.Timestamp:
    """Find where a figure stands: at its instant, or in the middle of its span."""
    begin, finish = pd.Timestamp(row.begin), pd.Timestamp(row.finish)
    # The report's time known to the day alone.
    if not known(row.start) and not known(row.end) and begin == finish == begin.normalize():
        finish = begin + pd.Timedelta(days=1)
    return begin + (finish - begin) / 2


def group_figures(timeline: pd.DataFrame, aspects: Collection[str]) -> dict[_Thing, list[Row]]:
    """Group the figures of one thing, each thing's in the order of time, those without any time first."""
    numbered = timeline["value_min"].notna() | timeline["value_max"].notna()
    # What names no gauge is of the one its sentence named last, whatever was read there.
    of_gauge = timeline["kind"].isin(_GAUGED)
    kept = timeline[(timeline["aspect"].isin(aspects) | of_gauge) & numbered]
    kept = kept.sort_values(["begin", "reported_at", "quote_start"], kind="stable", na_position="first")
    figures, facts = read_figures(kept, {}), rows(kept)
    gauges = find_gauges((row for row in facts if row.kind in _GAUGED), figures)
    found: dict[_Thing, list[Row]] = defaultdict(list)
    for row in facts:
        figure = figures.get(row.fact_id) if row.aspect in aspects else None
        thing = figure and _thing(figure, gauges.get(row.fact_id))
        if thing:
            found[thing].append(row)
    return found


def _group(timeline: pd.DataFrame, aspects: Collection[str]) -> dict[_Thing, list[Row]]:
    """Group figures as what has a time; a line that others are measured against holds at all times."""
    wanted = {*aspects, *(line for over, line in OVER.items() if over in aspects)}
    found = group_figures(timeline, wanted)
    lines = {thing: facts for thing, facts in found.items() if thing[0] in OVER.values()}
    timed = {thing: [row for row in facts if known(row.begin)] for thing, facts in found.items()}
    return {thing: facts for thing, facts in (timed | lines).items() if facts}


def _make(thing: _Thing, things: Mapping[_Thing, Sequence[Row]]) -> Series:
    aspect, of = thing
    lines = _lines(thing, things)
    over = [row for name, line in OVER.items() if line in lines for row in things.get((name, of), ())]
    return Series(
        aspect=aspect,
        of=of,
        points=tuple(things[thing]),
        lines=tuple(lines.values()),
        over=tuple(over) if aspect == "level" else (),
    )


def _lines(thing: _Thing, things: Mapping[_Thing, Sequence[Row]]) -> dict[str, Row]:
    """Find the lines of a gauge; where one gauge alone is told of, those of no named one are its own."""
    aspect, of = thing
    if aspect not in _HEIGHTS:
        return {}
    alone = len({of for aspect, of in things if aspect in _HEIGHTS}) == 1
    named = {line: things.get((line, of)) or (alone and things.get((line, ""))) for line in OVER.values()}
    return {line: told[-1] for line, told in named.items() if told}


def _is_own(thing: _Thing, things: Mapping[_Thing, Sequence[Row]]) -> bool:
    """Say whether figures are a series of their own, and not drawn with another one."""
    aspect, of = thing
    if aspect not in OVER:
        return aspect in _RANKS
    return ("level", of) not in things or OVER[aspect] not in _lines(("level", of), things)


def _pair(found: Sequence[Series]) -> Iterator[Series]:
    """Put the levels inside and outside of a dike on one scale."""
    inside, outside = _SIDES[INSIDE], _SIDES[OUTSIDE]
    named = {(one.aspect, one.of): one for one in found}
    for one in found:
        if one.aspect == inside:
            yield replace(one, twin=named.get((outside, one.of)))
        elif one.aspect != outside or (inside, one.of) not in named:
            yield one


def _is_drawn(series: Series) -> bool:
    times = {place_in_time(row) for row in series.placed}
    observed = any(row.status == "observed" for row in series.placed)
    return observed and (len(times) > 1 or bool(series.lines))


def _thing(figure: Figure, gauge: Gauge | None) -> _Thing | None:
    """Say what a figure is of; None where its words do not let it stand beside others."""
    fact = figure.fact
    if figure.is_part:
        return None
    if gauge:
        return _of_gauge(figure, gauge)
    of = _of(figure)
    return None if of is None else (fact.aspect, of)


def _of(figure: Figure) -> str | None:
    """Say whose or where a figure of no gauge is; None where its words do not let it stand beside others."""
    fact = figure.fact
    if fact.kind == "personnel":
        return fact.responder
    if fact.kind == "rainfall":
        return None if _WINDOW.search(figure.before) else fact.place
    if fact.kind == "volume":
        store = _STORE.search(figure.before)
        return store[0] if store else ""
    if fact.aspect in _TOTALS:
        return fact.place or ("" if figure.is_total else None)
    return figure.number or figure.side or ""


def _of_gauge(figure: Figure, gauge: Gauge) -> _Thing | None:
    aspect = figure.fact.aspect
    if aspect == "level":
        if figure.is_other_level or gauge.is_compared:
            return None
        return _SIDES.get(gauge.side, aspect), gauge.of
    if aspect == "depth" and not gauge.of:
        return None
    return aspect, gauge.of
