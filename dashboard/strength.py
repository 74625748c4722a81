"""Strength over time: each unit's latest count holds until it gives another. It sums lower bounds alone."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.onset import find_onset
from dashboard.wording import Row, known, rows

_MOST_UNITS = 24
"""So many units have a layer each; of more, each type has one."""
_MOST_MOMENTS = 120
_GRAINS = ("1min", "1h", "1D", "7D")
_MARGIN, _LEAST = 0.04, pd.Timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A layer between two moments: `low` people on `base` people of the layers below it.

    `fact` is the count that holds; `sure` says whether it surely does in all of that time.
    """

    layer: str
    responder_type: str
    begin: pd.Timestamp
    finish: pd.Timestamp
    base: float
    low: float
    sure: bool
    fact: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The people committed over time.

    Attributes:
        begin: The first moment drawn.
        end: The last one.
        steps: The layers in the order they are stacked in, each in the order of time.
        counts: The observed counts that are dated, each with its place: moment, persons under its top.
        planned: The counts that are planned, ordered or forecast and dated, in the order of time.
        left_out: The observed counts that nothing dates.
    """

    begin: pd.Timestamp
    end: pd.Timestamp
    steps: tuple[Step, ...]
    counts: tuple[tuple[Row, pd.Timestamp, float], ...]
    planned: tuple[Row, ...]
    left_out: tuple[Row, ...]

    def totals(self) -> list[tuple[pd.Timestamp, float]]:
        """Sum all layers from each moment at which the sum may change on.

        Before the first count nobody says how many there were, which is not none.
        """
        moments = sorted({step.begin for step in self.steps})
        return [(moment, self.at(moment)) for moment in moments]

    def at(self, moment: pd.Timestamp, responder_type: str | None = None) -> float:
        """Sum the layers at a moment, all or those of one type."""
        return sum(
            step.low
            for step in self.steps
            if step.begin <= moment < step.finish and responder_type in {None, step.responder_type}
        )

    def plans(self) -> list[Step]:
        """Put what is only planned on the sum of each time, one plan on another."""
        plans: list[Step] = []
        under = 0.0
        moments = [*(moment for moment, _ in self.totals()), self.end]
        for row in self.planned:
            begin = max(pd.Timestamp(row.begin), self.begin)
            later = [begin, *(moment for moment in moments if moment > begin)]
            plans += [
                Step(
                    layer=str(row.fact_id), responder_type=type_of(row), begin=start, finish=finish,
                    base=self.at(start) + under, low=low_of(row), sure=False, fact=row,
                )
                for start, finish in itertools.pairwise(later)
            ]  # fmt: skip  # so many fields, in few lines
            under += low_of(row) if begin < self.end else 0
        return plans

    @property
    def final(self) -> pd.Timestamp:
        """The last moment at which all layers still stand."""
        return self.end - pd.Timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hold:
    """A count of a unit, from when it may and from when it surely holds, until the next one."""

    fact: Row
    begin: pd.Timestamp
    sure: pd.Timestamp
    finish: pd.Timestamp
    low: float


def find_strength(
    timeline: pd.DataFrame, latest: pd.Timestamp | None, breach: pd.Timestamp | None
) -> Strength | None:
    """Find how many people were committed when.

    Args:
        timeline: Gathered facts.
        latest: Up to when the incident is known.
        breach: When it began; the drawing starts there.

    Returns:
        Every unit's counts one after another; facts of no named unit cannot be told apart, so that each
        stands for itself. None where no count is dated.
    """
    people = timeline[(timeline["kind"] == "personnel") & (timeline["measure"] == "person")]
    counts = rows(people[people["same_as"].isna()].sort_values(["begin", "quote_start"], kind="stable"))
    seen = [row for row in counts if row.status == "observed"]
    dated = [row for row in seen if known(row.begin)]
    if not dated:
        return None
    grain = _grain(dated)
    begins = [pd.Timestamp(row.begin).floor(grain) for row in dated]
    begin = min([*begins, *([breach] if breach is not None else [])])
    end = max([*begins, *([latest] if latest is not None else [])])
    end += max((end - begin) * _MARGIN, _LEAST)
    by_unit = _holds(dated, grain, end)
    steps = tuple(_stack(by_unit))
    return Strength(
        begin=begin,
        end=end,
        steps=steps,
        counts=tuple(_counts(by_unit, steps)),
        planned=tuple(row for row in counts if row.status != "observed" and known(row.begin)),
        left_out=tuple(row for row in seen if not known(row.begin)),
    )


def _grain(dated: Sequence[Row]) -> str:
    """Choose how finely moments are told apart, so that they can be seen apart."""
    moments = pd.Series([row.begin for row in dated])
    return next((grain for grain in _GRAINS if moments.dt.floor(grain).nunique() <= _MOST_MOMENTS), "30D")


def _holds(dated: Sequence[Row], grain: str, end: pd.Timestamp) -> dict[str, list[_Hold]]:
    """Put each unit's counts one after another; of the same time the largest holds."""
    by_unit: dict[str, dict[pd.Timestamp, Row]] = {}
    for row in dated:
        unit = by_unit.setdefault(str(row.responder if known(row.responder) else row.fact_id), {})
        moment = pd.Timestamp(row.begin).floor(grain)
        if moment not in unit or low_of(row) >= low_of(unit[moment]):
            unit[moment] = row
    found: dict[str, list[_Hold]] = {}
    for name, told in by_unit.items():
        finishes = [*list(told)[1:], end]
        for (moment, row), finish in zip(told.items(), finishes, strict=True):
            onset = find_onset(row)
            # 截至X, and an instant of the report's: by then it surely holds.
            sure = max(onset.latest or moment, moment)
            hold = _Hold(fact=row, begin=moment, sure=min(sure, finish), finish=finish, low=low_of(row))
            found.setdefault(name, []).append(hold)
    return found


def _stack(by_unit: dict[str, list[_Hold]]) -> Iterator[Step]:
    """Stack the layers, one type on another, in the order in which they first counted."""
    moments = sorted({edge for holds in by_unit.values() for hold in holds for edge in _edges(hold)})
    tops = dict.fromkeys(moments, 0.0)
    layers: dict[tuple[str, str], list[_Hold]] = {}
    for unit, holds in by_unit.items():
        layers.setdefault((type_of(holds[0].fact), _layer(unit, by_unit)), []).extend(holds)
    order = list(dict.fromkeys(code for code, _ in layers))
    for code, layer in sorted(layers, key=lambda key: order.index(key[0])):
        yield from _joined(_rise((code, layer), layers[code, layer], moments, tops))


def _layer(unit: str, by_unit: dict[str, list[_Hold]]) -> str:
    return unit if len(by_unit) <= _MOST_UNITS else type_of(by_unit[unit][0].fact)


def _edges(hold: _Hold) -> tuple[pd.Timestamp, ...]:
    return hold.begin, hold.sure, hold.finish


def _rise(
    named: tuple[str, str],
    holds: Sequence[_Hold],
    moments: Sequence[pd.Timestamp],
    tops: dict[pd.Timestamp, float],
) -> Iterator[Step]:
    """Put a layer on the tops of those below it, moment by moment, and raise them."""
    for (begin, finish), held in zip(itertools.pairwise(moments), _held(holds, moments), strict=False):
        if not held:
            continue
        low = sum(hold.low for hold in held)
        yield Step(
            layer=named[1],
            responder_type=named[0],
            begin=begin,
            finish=finish,
            base=tops[begin],
            low=low,
            sure=all(hold.sure <= begin for hold in held),
            fact=max(held, key=lambda hold: hold.begin).fact,
        )
        tops[begin] += low


def _held(holds: Sequence[_Hold], moments: Sequence[pd.Timestamp]) -> list[list[_Hold]]:
    """List for each moment the counts that hold from it on."""
    held: list[list[_Hold]] = [[] for _ in moments]
    for hold in holds:
        first, last = bisect_left(moments, hold.begin), bisect_left(moments, hold.finish)
        for place in range(first, last):
            held[place].append(hold)
    return held


def _joined(steps: Iterable[Step]) -> Iterator[Step]:
    """Make one step of those that differ in nothing but their time."""
    last: Step | None = None
    for step in steps:
        if last and last.finish == step.begin and _looks(last) == _looks(step):
            last = replace(last, finish=step.finish)
            continue
        if last:
            yield last
        last = step
    if last:
        yield last


def _looks(step: Step) -> tuple[float, float, bool, str]:
    return step.base, step.low, step.sure, str(step.fact.fact_id)


def _counts(
    by_unit: dict[str, list[_Hold]], steps: Sequence[Step]
) -> Iterator[tuple[Row, pd.Timestamp, float]]:
    """Place every count that held at the top of its layer."""
    tops = {(step.layer, step.begin): step.base + step.low for step in steps}
    for unit, holds in by_unit.items():
        for hold in holds:
            yield hold.fact, hold.begin, tops[_layer(unit, by_unit), hold.begin]


def type_of(row: Row) -> str:
    """Return the type's code of the unit a row names; what names none is of no specified type."""
    return str(row.responder_type) if known(row.responder_type) else "unspecified"


def low_of(row: Row) -> float:
    """Return the lower bound of a count, persons; 0 where only an upper one is told."""
    return float(row.value_min) if known(row.value_min) else 0.0
