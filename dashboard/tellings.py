"""One fact of several sources: which tellings belong together, and what the facts have against each other.

It reads the marks `same_as`, `revises` and `contradicts`; it makes none.
"""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from dashboard.wording import Row, known, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearings:
    """How a fact stands among the others, each a row of the timeline.

    Attributes:
        tellings: The leading telling of the fact, then those that repeat it.
        revises: The earlier figures it takes the place of.
        revised_by: The later figures that take its place.
        contradicted: The figures of the same moment that cannot be true with it.
    """

    tellings: tuple[Row, ...]
    revises: tuple[Row, ...]
    revised_by: tuple[Row, ...]
    contradicted: tuple[Row, ...]


def gather(timeline: pd.DataFrame) -> pd.DataFrame:
    """Leave out what repeats another fact of the table.

    Returns:
        The leading facts, with two columns more: `sources`, the ids of all tellings of a fact, its own
        first; `disputed`, whether another figure cannot be true with it.
    """
    ids = timeline["fact_id"]
    repeats = timeline["same_as"].isin(ids)
    tellings: dict[str, list[str]] = defaultdict(list)
    for lead, fact in zip(timeline["same_as"][repeats].tolist(), ids[repeats].tolist(), strict=True):
        tellings[lead].append(fact)
    leading = timeline[~repeats]
    sources = [(lead, *tellings.get(lead, ())) for lead in leading["fact_id"].tolist()]
    opposed = timeline.loc[timeline["contradicts"].isin(ids), "contradicts"]
    return leading.assign(
        sources=pd.Series(sources, index=leading.index, dtype="object"),
        disputed=leading["contradicts"].isin(ids) | leading["fact_id"].isin(opposed),
    )


def leader_of(timeline: pd.DataFrame, fact: str) -> str:
    """Find the leading telling of a fact, by ids; a fact told once, or unknown, leads itself."""
    lead = timeline.loc[timeline["fact_id"] == fact, "same_as"]
    return str(lead.iloc[0]) if len(lead) and known(lead.iloc[0]) else fact


def find_bearings(timeline: pd.DataFrame, fact: str) -> Bearings:
    """Find all that bears on a fact.

    Args:
        timeline: All tellings, those that repeat a fact among them.
        fact: The id of any telling of it.
    """
    lead = leader_of(timeline, fact)
    own = timeline[timeline["fact_id"] == lead]
    apart = timeline["fact_id"].isin(own["contradicts"]) | (timeline["contradicts"] == lead)
    return Bearings(
        tellings=(*rows(own), *rows(timeline[timeline["same_as"] == lead])),
        revises=tuple(rows(timeline[timeline["fact_id"].isin(own["revises"])])),
        revised_by=tuple(rows(timeline[timeline["revises"] == lead])),
        contradicted=tuple(rows(timeline[apart])),
    )
