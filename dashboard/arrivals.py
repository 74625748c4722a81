"""Arrivals: which unit acted first, by what, how long after the breach, and with how many people."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.filters import units_of
from dashboard.lags import Lag, measure_lag
from dashboard.onset import Onset, find_onset
from dashboard.wording import Row, known, rows

ORDERED, ON_THE_WAY, THERE, AT_WORK = "ordered", "on_the_way", "there", "at_work"
COUNTED, FIGURE = "counted", "figure"
_STEPS = (ORDERED, ON_THE_WAY, THERE, AT_WORK, COUNTED, FIGURE)
"""What a unit does, in the order it is done in; of some only its people or another figure are told."""
_THERE = re.compile("抵达|到达|赶到|到场|到位|进入|进驻")
"""What the reports call having arrived; the other words for it (赶赴, 前往, 驰援) leave that open."""
_HOUR = pd.Timedelta(hours=1)
_UNDATED = pd.Timestamp.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The first act of one sort: which sort, the fact, and how long after the breach it was."""

    sort: str
    fact: Row
    lag: Lag


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How a unit came.

    Attributes:
        unit: Its canonical name.
        responder_type: Its type's code; None where only several units together name one.
        steps: Its first reported act, then the first act of each later sort, in the order of time.
        count: Its latest count of people, its own before one it shares with others; None without any.
        later: Its other acts, in the order of time.
    """

    unit: str
    responder_type: str | None
    steps: tuple[Step, ...]
    count: Row | None
    later: tuple[Row, ...]

    @property
    def first(self) -> Step:
        """Its first reported act."""
        return self.steps[0]


def list_arrivals(timeline: pd.DataFrame, breach: Row | None) -> list[Arrival]:
    """List every unit that acts, in the order of its first reported act; what nothing dates comes last.

    Args:
        timeline: Gathered facts; those observed of a named unit count.
        breach: From which to count, a row of the timeline; None where no time of it is told.
    """
    acted: dict[str, list[Row]] = {}
    observed = timeline[(timeline["status"] == "observed") & timeline["responder"].notna()]
    for row in rows(observed):
        for unit in units_of(row.responder):
            acted.setdefault(unit, []).append(row)
    arrivals = (_arrive(unit, facts, breach) for unit, facts in acted.items())
    return sorted(arrivals, key=lambda one: _place(one.first.fact))


def first_units(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """List the units of which each may have been the first; more than one where their times overlap."""
    dated = [(one, find_onset(one.first.fact)) for one in arrivals]
    bounded = [(one, onset) for one, onset in dated if onset.earliest is not None]
    if not bounded:
        return list(arrivals[:1])
    surely = min(onset.latest for _, onset in bounded if onset.latest is not None)
    return [one for one, onset in bounded if _is_by(onset, surely)]


def lag_after(breach: Row | None, act: Row) -> Lag:
    """Measure from the breach to an act; "same" says by its `high` how many hours later it was at most.

    Both times are known within bounds only; an act told as done by some time has no lower one.
    """
    onset = find_onset(act)
    if breach is None or onset.latest is None:
        return Lag(order="unknown")
    began = find_onset(breach)
    if began.earliest is None or began.latest is None:
        return Lag(order="unknown")
    lag = measure_lag(began.earliest, began.latest, onset.earliest or began.earliest, onset.latest)
    if lag.order == "before" or (lag.order == "after" and onset.earliest is not None):
        return lag
    return Lag(order="same", high=math.ceil((onset.latest - began.earliest) / _HOUR))


def _arrive(unit: str, facts: Iterable[Row], breach: Row | None) -> Arrival:
    ordered = sorted(facts, key=_place)
    earliest: dict[str, Row] = {}
    for fact in ordered:
        earliest.setdefault(_sort(fact), fact)
    told = sorted(earliest.items(), key=lambda item: _place(item[1]))
    # A number says how a unit came only where nothing tells it earlier.
    kept = [(sort, fact) for sort, fact in told if sort not in {COUNTED, FIGURE} or fact is ordered[0]]
    shown = {fact.fact_id for _, fact in kept}
    alone = [fact for fact in ordered if fact.responder == unit] or ordered
    return Arrival(
        unit=unit,
        responder_type=next((str(fact.responder_type) for fact in alone if known(fact.responder_type)), None),
        steps=tuple(Step(sort=sort, fact=fact, lag=lag_after(breach, fact)) for sort, fact in kept),
        count=_count([fact for fact in ordered if _sort(fact) == COUNTED], unit),
        later=tuple(fact for fact in ordered if fact.fact_id not in shown and _sort(fact) != COUNTED),
    )


def _sort(fact: Row) -> str:
    if fact.kind == "personnel":
        return COUNTED
    if fact.kind != "action":
        return FIGURE
    if fact.aspect == "order":
        return ORDERED
    if fact.aspect == "arrival":
        return THERE if _THERE.search(fact.quote) else ON_THE_WAY
    return AT_WORK


def _count(counts: Sequence[Row], unit: str) -> Row | None:
    """Choose the latest count, and of the same time the largest; one of the unit alone goes before."""
    people = [fact for fact in counts if fact.measure == "person"]
    own = [fact for fact in people if fact.responder == unit] or people
    return max(own, key=_newness, default=None)


def _newness(count: Row) -> tuple[pd.Timestamp, float]:
    begin = pd.Timestamp(count.begin) if known(count.begin) else pd.Timestamp.min
    return begin, float(count.value_min) if known(count.value_min) else 0.0


def _place(fact: Row) -> tuple[pd.Timestamp, int, int]:
    begin = pd.Timestamp(fact.begin) if known(fact.begin) else _UNDATED
    return begin, _STEPS.index(_sort(fact)), int(fact.quote_start)


def _is_by(onset: Onset, moment: pd.Timestamp) -> bool:
    return onset.earliest is not None and (onset.earliest < moment or onset.latest == moment)
