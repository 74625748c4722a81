"""The state now, from the newest facts of each kind. It chooses; it adds nothing but a sum."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.breach import Breach, find_breaches, in_time, latest, when
from dashboard.filters import units_of
from dashboard.wording import Row, known, rows

_CASUALTIES = ("dead", "missing", "trapped", "injured")
_LINES = ("warning_level", "guarantee_level", "limit_level")
"""Levels that the water is measured by, and need not have."""
_INSTANTS = ["minute", "hour", "part_of_day"]
_EXACT_DATES = [*_INSTANTS, "day"]
_DAY = pd.Timedelta(days=1)
_PAST = pd.Timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """How many people were sent.

    Attributes:
        low: The sum of the lower bounds of each unit's latest count, persons.
        exact: Whether every count was exact and every acting unit gave one.
        counted: The units with a count, one row each, its latest and then largest.
        silent: Units that act and gave no count.
    """

    low: float
    exact: bool
    counted: tuple[Row, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The newest facts, each a row of the timeline; None or empty where nothing is reported.

    Attributes:
        latest: The latest instant anything is known of.
        event: The first breach (`find_breach`).
        people: Who was sent.
        people_before: The same, a day before the latest instant.
        water: Levels and statements of the water's latest time.
        width: Of the breach; as the next two, as long as it is open.
        advance: Of its closure, of each side.
        duration: That the closure is to take.
        closed: That the breach is closed, if nothing told of its closure is newer.
        second_line: Its length.
        distance: Of the second line from the breach.
        casualties: The dead, the missing, the trapped and the injured, as far as they are counted.
        evacuated: Inhabitants.
        rainfall: The newest.
        discharge: The newest.
        area: Under water.
    """

    latest: pd.Timestamp | None
    event: Row | None
    people: Commitment | None
    people_before: Commitment | None
    water: tuple[Row, ...]
    width: Row | None
    advance: tuple[Row, ...]
    duration: Row | None
    closed: Row | None
    second_line: Row | None
    distance: Row | None
    casualties: tuple[Row, ...]
    evacuated: Row | None
    rainfall: Row | None
    discharge: Row | None
    area: Row | None


def sum_up(timeline: pd.DataFrame, at: dt.datetime | None = None) -> Situation:
    """Find the state now, or at a moment, in the facts shown; forecasts and orders count only where named."""
    facts = in_time(timeline)
    seen = [fact for fact in facts if fact.status == "observed"]
    closure = [fact for fact in facts if fact.theme == "breach_closure"]
    breaches = find_breaches(timeline, facts)
    advances = [breach.newest for breach in breaches if breach.newest]
    advance = max(advances, key=lambda rows: when(rows[0]), default=())
    closed = _close(breaches, advance)
    line = breaches[0].line if breaches else None
    known_until = latest_known(timeline, at)
    return Situation(
        latest=known_until,
        event=find_breach(timeline),
        people=_commit(seen),
        people_before=_commit([fact for fact in seen if known_until and fact.begin <= known_until - _DAY]),
        water=_newest([fact for fact in seen if fact.kind == "water_level" and fact.aspect not in _LINES]),
        width=None if closed else latest([fact for fact in seen if fact.aspect == "breach_width"]),
        advance=() if closed else advance,
        duration=None if closed else latest([fact for fact in closure if fact.kind == "duration"]),
        closed=closed,
        second_line=line and line.length,
        distance=line and line.distance,
        casualties=tuple(filter(None, (_most(seen, aspect) for aspect in _CASUALTIES))),
        evacuated=_most(seen, "evacuated"),
        rainfall=latest([fact for fact in seen if fact.kind == "rainfall" and _is_counted(fact)]),
        discharge=latest([fact for fact in seen if fact.aspect == "discharge"]),
        area=latest([fact for fact in seen if fact.aspect == "flooded_area"]),
    )


def _close(breaches: Sequence[Breach], advance: Sequence[Row]) -> Row | None:
    """Find that the breach is closed; which of several is, nothing tells, nor an advance told since then."""
    (closed,) = (breach.closed for breach in breaches) if len(breaches) == 1 else (None,)
    return None if closed is None or any(when(row) > when(closed) for row in advance) else closed


def find_breach(timeline: pd.DataFrame) -> Row | None:
    """Find the earliest breach that was observed and is dated to the day at least; None where there is none.

    One told more than 60 days after it happened is history that a report looks back on.
    """
    kept = timeline[
        (timeline["aspect"] == "breach")
        & (timeline["status"] == "observed")
        & timeline["time_precision"].isin(_EXACT_DATES)
        & timeline["start"].notna()
    ]
    kept = kept[~(kept["told"] - kept["begin"] > _PAST)]
    return next(iter(rows(kept.sort_values(["begin", "finish"], kind="stable"))), None)


def latest_known(timeline: pd.DataFrame, at: dt.datetime | None = None) -> pd.Timestamp | None:
    """Return the latest instant a fact is known to hold; a whole day says no instant, unless alone.

    What may hold until later than a moment asked for, `at`, is known until then.
    """
    observed = timeline["status"] == "observed"
    exact = timeline["finish"][observed & timeline["time_precision"].isin(_INSTANTS)].dropna()
    whole = timeline["begin"][observed].dropna()
    best = exact if len(exact) else whole
    if best.empty:
        return None
    latest: pd.Timestamp = best.max()
    return min(latest, pd.Timestamp(at)) if at else latest


def _commit(seen: Sequence[Row]) -> Commitment | None:
    told = [fact for fact in seen if fact.kind == "personnel" and fact.measure == "person"]
    # What is told twice is counted once.
    counts = [fact for fact in told if not known(fact.same_as)]
    if not counts:
        return None
    newest: dict[str, Row] = {}
    for count in counts:
        # Facts of no named unit cannot be told apart: each stands for itself.
        unit = str(count.responder if known(count.responder) else count.fact_id)
        before = newest.setdefault(unit, count)
        if _place(count) > _place(before):
            newest[unit] = count
    acting = dict.fromkeys(unit for fact in seen for unit in units_of(fact.responder))
    counted = {unit for count in newest.values() for unit in units_of(count.responder)}
    silent = tuple(unit for unit in acting if unit not in counted)
    return Commitment(
        low=sum(_low(count) for count in newest.values()),
        exact=not silent and all(count.modifier == "exact" for count in newest.values()),
        counted=tuple(sorted(newest.values(), key=_low, reverse=True)),
        silent=silent,
    )


def _place(count: Row) -> tuple[pd.Timestamp, float]:
    """Order counts by time, an unknown one first, and of the same time by number."""
    return (count.begin if known(count.begin) else pd.Timestamp.min, _low(count))


def _low(count: Row) -> float:
    return float(count.value_min) if known(count.value_min) else 0.0


def _newest(facts: Sequence[Row]) -> tuple[Row, ...]:
    """Keep the facts of the latest time, of two in contradiction one; of those without any time the last."""
    dated = [fact for fact in facts if known(fact.begin)]
    newest = [fact for fact in dated if fact.begin == dated[-1].begin] or facts[-1:]
    shown: list[Row] = []
    for fact in newest:
        if not any(fact.contradicts == told.fact_id or told.contradicts == fact.fact_id for told in shown):
            shown.append(fact)
    # A level comes before how far it is over a line, or moved.
    return tuple(sorted(shown, key=lambda fact: fact.aspect != "level"))


def _most(facts: Sequence[Row], aspect: str) -> Row | None:
    """Keep the newest figure of the whole; where a place had more since, or all are of places, the largest.

    No part is larger than its whole: such a whole has been overtaken, or is of some other part.
    """
    counted = [fact for fact in facts if fact.aspect == aspect and _is_counted(fact)]
    whole = latest([fact for fact in counted if not known(fact.place)])
    parts = [fact for fact in counted if known(fact.place) and (whole is None or when(fact) >= when(whole))]
    return max([*filter(None, [whole]), *parts], key=_low, default=None)


def _is_counted(fact: Row) -> bool:
    return known(fact.value_min) or known(fact.value_max)
