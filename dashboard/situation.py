"""The state now, from the newest facts of each kind. It chooses; it adds nothing but a sum."""

from dataclasses import dataclass

import pandas as pd

from dashboard.filters import extent
from dashboard.wording import Row, known, rows


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
    """The newest facts, each a row of the timeline; None or empty where nothing is reported."""

    latest: pd.Timestamp | None
    people: Commitment | None
    water: tuple[Row, ...]
    advance: Row | None
    duration: Row | None
    second_line: Row | None
    distance: Row | None


def sum_up(timeline: pd.DataFrame) -> Situation:
    """Find the state now in the facts shown; forecasts and orders count only where they are named."""
    facts = timeline.assign(**extent(timeline)).sort_values(
        ["begin", "quote_start"], kind="stable", na_position="first"
    )
    seen = facts[facts["status"] == "observed"]
    closure = facts[facts["theme"] == "breach_closure"]
    second = seen[(seen["theme"] == "second_line") & (seen["kind"] == "distance")]
    return Situation(
        latest=latest_known(timeline),
        people=_commit(seen),
        water=_newest(seen[seen["kind"] == "water_level"]),
        advance=_last(closure[closure["aspect"] == "advance"]),
        duration=_last(closure[closure["kind"] == "duration"]),
        second_line=_last(second[second["aspect"] == "dike_length"]),
        distance=_last(second[second["aspect"] == "distance_to_breach"]),
    )


def latest_known(timeline: pd.DataFrame) -> pd.Timestamp | None:
    """Return the latest instant a fact is known to hold; a whole day says no instant, unless alone."""
    seen = timeline[timeline["status"] == "observed"]
    spans = extent(seen)
    exact = spans["finish"][seen["time_precision"].isin(["minute", "hour", "part_of_day"])].dropna()
    whole = spans["begin"].dropna()
    best = exact if len(exact) else whole
    return best.max() if len(best) else None


def silent_units(timeline: pd.DataFrame) -> tuple[str, ...]:
    """List the units that act but gave no count of people, in time order."""
    seen = timeline[timeline["status"] == "observed"]
    counted = set(seen.loc[seen["kind"] == "personnel", "responder"].dropna())
    acting = seen["responder"].dropna().drop_duplicates()
    return tuple(unit for unit in acting if unit not in counted)


def _commit(seen: pd.DataFrame) -> Commitment | None:
    counts = seen[(seen["kind"] == "personnel") & (seen["measure"] == "person")]
    if counts.empty:
        return None
    # Facts of no named unit cannot be told apart: each stands for itself.
    unit = counts["responder"].fillna(counts["fact_id"])
    ranked = counts.assign(unit=unit).sort_values(["begin", "value_min"], kind="stable", na_position="first")
    newest = rows(ranked.drop_duplicates("unit", keep="last"))
    silent = silent_units(seen)
    return Commitment(
        low=sum(_low(row) for row in newest),
        exact=not silent and all(row.modifier == "exact" for row in newest),
        counted=tuple(sorted(newest, key=_low, reverse=True)),
        silent=silent,
    )


def _low(count: Row) -> float:
    return float(count.value_min) if known(count.value_min) else 0.0


def _newest(facts: pd.DataFrame) -> tuple[Row, ...]:
    latest = rows(facts[facts["begin"] == facts["begin"].max()])
    return tuple(latest or rows(facts.tail(1)))


def _last(facts: pd.DataFrame) -> Row | None:
    return next(iter(rows(facts.tail(1))), None)
