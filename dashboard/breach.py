"""The breach: of each of its figures the newest one seen, and of the second line behind it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.wording import Row, known, rows
from extract.characters import fold
from extract.figures import Figure
from extract.sources import read_figures

LEFT, RIGHT, JOINT = "左岸", "右岸", "joint"
"""Sides of a breach as reports name them, and both of them counted together."""

_GAP = ("breach_width", "advance", "remaining")
_LINE = ("dike_length", "distance_to_breach")
_ORDER = ["begin", "reported_at", "quote_start"]
_MORE = re.compile("又|再|新增|每|平均|日均")
_CLOSED = re.compile("(?<![未待前])合龙(?!前)|(?:完成|成功|实现)封堵|封堵(?:完成|成功)")
_EACH = re.compile("([左右东西南北])[岸侧]?[、和与及]?([左右东西南北])[岸侧](?:堤头)?(分别|各)[^;。]*$")
_SIDE = re.compile("[左右东西南北](?:岸|侧|堤头)$")
_SECOND = re.compile("第?二道(?:防线|堤)|[间隔横]堤")
_ENDS = {"左": 0, "西": 0, "南": 0, "右": 1, "东": 1, "北": 1}
"""At which end of the drawing a side stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """How far a side is closed: `side` is 左岸, 右岸 or as the report says, `JOINT`, or "" if unsaid."""

    side: str
    row: Row

    @property
    def end(self) -> int | None:
        """The end of the drawing it stands at: 0 left, 1 right; None where its side is not known."""
        return _ENDS.get(self.side[:1])


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLine:
    """The second line of defence as last seen; every row is one of the timeline, None: not reported.

    Attributes:
        length: How long it is.
        distance: How far behind the breach it is.
        hazards: What threatens it, the newest first.
        works: The newest work on it.
    """

    length: Row | None
    distance: Row | None
    hazards: tuple[Row, ...]
    works: Row | None

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        told = (self.length, self.distance, self.works)
        return bool(self.hazards) or any(row is not None for row in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One breach as last seen; every row is one of the timeline, None where nothing is reported.

    Attributes:
        number: Which of several breaches, as reports number them; "" where they do not.
        happened: That it broke.
        width: Its width.
        advances: The newest advance of each side, in the order of the drawing.
        works: What is done at a side no advance is told of.
        remaining: The gap that is left.
        closed: That it is closed.
        line: The second line behind it.
    """

    number: str
    happened: Row | None
    width: Row | None
    advances: tuple[Advance, ...]
    works: tuple[Advance, ...]
    remaining: Row | None
    closed: Row | None
    line: SecondLine

    @property
    def figures(self) -> tuple[Row, ...]:
        """All that has a number, in the order it is read."""
        gap = (self.width, *(one.row for one in self.advances), self.remaining)
        told = (*gap, self.line.distance, self.line.length)
        return tuple({row.fact_id: row for row in told if row is not None}.values())

    @property
    def has_gap(self) -> bool:
        """Whether anything is known of the gap itself."""
        told = (self.happened, self.width, self.remaining, self.closed)
        return bool(self.advances) or any(row is not None for row in told)

    @property
    def newest(self) -> tuple[Row, ...]:
        """The advances of the newest moment one is known of, in the order they were told."""
        told = sorted((one.row for one in self.advances), key=when)
        now = [row for row in told if when(row) == when(told[-1])]
        return tuple({row.fact_id: row for row in now}.values())


def find_breaches(timeline: pd.DataFrame, told: Sequence[Row] | None = None) -> list[Breach]:
    """Find the breaches and what is known of each; where reports number them, one for each number.

    Args:
        timeline: The facts shown. Only what was observed counts; what is called one more, 又进占3米, is
            no state.
        told: Its rows in the order of time, where they are at hand (`in_time`).
    """
    told = [row for row in (in_time(timeline) if told is None else told) if row.status == "observed"]
    closing = [row for row in told if row.kind == "distance" and row.aspect in _GAP]
    ids = [row.fact_id for row in closing]
    figures = read_figures(timeline[timeline["fact_id"].isin(ids)], {}) if ids else {}
    gaps: dict[str, list[Row]] = defaultdict(list)
    for row in closing:
        figure = figures.get(row.fact_id)
        if figure is not None and not (row.aspect == "advance" and _MORE.search(figure.before)):
            gaps[figure.number or ""].append(row)
    line = _find_line(told)
    deeds = [row for row in told if row.kind == "action" and row.theme == "breach_closure"]
    happened = _of(deeds, "breach")
    closed = [row for row in deeds if _CLOSED.search(row.quote)]
    works = _works([row for row in _of(deeds, "works") if row not in closed])
    if not gaps and (happened or closed or line.is_known):
        gaps[""] = []
    found = {number: _sides(_of(facts, "advance"), figures) for number, facts in gaps.items()}
    return [
        Breach(
            number=number,
            happened=latest(happened),
            width=latest(_of(facts, "breach_width")),
            advances=found[number],
            works=tuple(one for one in works if one.end not in {two.end for two in found[number]}),
            remaining=latest(_of(facts, "remaining")),
            # Which of several is closed is not told by the numbers.
            closed=latest(closed) if len(gaps) == 1 else None,
            line=line,
        )
        for number, facts in sorted(gaps.items())
    ]


def in_time(timeline: pd.DataFrame) -> list[Row]:
    """List the rows of a timeline in the order of time, of what holds at once as it was told."""
    return rows(timeline.sort_values(_ORDER, kind="stable", na_position="first"))


def latest(facts: Sequence[Row]) -> Row | None:
    """Give the last of facts in the order of time."""
    return facts[-1] if facts else None


def when(row: Row) -> pd.Timestamp:
    """Give when a fact begins to hold; what has no time comes first."""
    return row.begin if known(row.begin) else pd.Timestamp.min


def _of(facts: Iterable[Row], aspect: str) -> list[Row]:
    return [fact for fact in facts if fact.aspect == aspect]


def _sides(facts: Sequence[Row], figures: Mapping[str, Figure]) -> tuple[Advance, ...]:
    told: dict[str, Row] = {}
    placed: dict[tuple[str, int], int] = defaultdict(int)
    for fact in facts:
        figure = figures[fact.fact_id]
        sentence = (fact.report_id, int(fact.sentence_start))
        told |= dict.fromkeys(_name_sides(figure, placed[sentence]), fact)
        placed[sentence] += 1
    advances = [Advance(side=side, row=row) for side, row in told.items()]
    return tuple(sorted(advances, key=lambda one: (one.end is None, one.end or 0)))


def _works(deeds: Sequence[Row]) -> list[Advance]:
    """Give the newest work at each side that a deed's place names."""
    told: dict[int | None, Advance] = {}
    for row in deeds:
        side = _SIDE.search(row.place) if known(row.place) else None
        if side:
            one = Advance(side=side[0], row=row)
            told[one.end] = one
    return list(told.values())


def _name_sides(figure: Figure, place: int) -> tuple[str, ...]:
    """Name the sides a figure is of; `place` counts the advances before it in its sentence."""
    each = _EACH.search(fold(figure.fact.sentence[: figure.offset]))
    if each:
        sides = tuple(f"{side}{'岸' if side in '左右' else '侧'}" for side in each.groups()[:2])
        if each[3] == "各":
            return sides
        return sides[place : place + 1] or ("",)
    if figure.is_joint:
        return (JOINT,)
    return (figure.side or "",)


def _find_line(told: Sequence[Row]) -> SecondLine:
    line = [row for row in told if row.theme == "second_line"]
    lengths = [row for row in line if row.kind == "distance" and row.aspect in _LINE]
    hazards = [row for row in told if row.kind == "action" and row.aspect == "hazard"]
    # What springs a leak is said in the sentence, seldom in the words of the hazard.
    threatening = [row for row in hazards if row.theme == "second_line" or _SECOND.search(row.sentence)]
    works = [row for row in line if row.kind == "action" and row.aspect == "works"]
    return SecondLine(
        length=latest(_of(lengths, "dike_length")),
        distance=latest(_of(lengths, "distance_to_breach")),
        hazards=tuple(reversed(threatening)),
        works=latest(works),
    )
