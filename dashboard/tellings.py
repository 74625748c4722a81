"""One fact of several sources: which tellings belong together, and what the facts have against each other.

It reads the marks `same_as`, `revises` and `contradicts`; it makes none.
"""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from dashboard.wording import Row, known, pick


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

    Of tellings whose leading one is not there the first leads, and is what others revise or contradict.

    Returns:
        The leading facts, with two columns more: `sources`, the ids of all tellings of a fact, its own
        first; `disputed`, whether another figure cannot be true with it.
    """
    timeline = _promote(timeline)
    # Sets of Python are twenty times as fast here as pandas is with columns of text.
    told, same_as, contradicts = (timeline[mark].tolist() for mark in ("fact_id", "same_as", "contradicts"))
    ids = set(told)
    opposed = ids.intersection(contradicts)
    tellings: dict[str, list[str]] = defaultdict(list)
    for lead, fact in zip(same_as, told, strict=True):
        tellings[lead].append(fact)
    leads = [lead not in ids for lead in same_as]
    leading = timeline.loc[leads]
    disputed = [
        against in ids or fact in opposed
        for fact, against, is_leading in zip(told, contradicts, leads, strict=True)
        if is_leading
    ]
    sources = [(lead, *tellings.get(lead, ())) for lead in leading["fact_id"].tolist()]
    return leading.assign(
        sources=pd.Series(sources, index=leading.index, dtype="object"),
        disputed=pd.Series(disputed, index=leading.index, dtype="bool"),
    )


def _promote(timeline: pd.DataFrame) -> pd.DataFrame:
    """Let the first telling lead where the leading one is missing."""
    ids = set(timeline["fact_id"].tolist())
    lost = [known(lead) and lead not in ids for lead in timeline["same_as"].tolist()]
    if not any(lost):
        return timeline
    heirs: dict[str, str] = {}
    for lead, fact in zip(
        timeline["same_as"][lost].tolist(), timeline["fact_id"][lost].tolist(), strict=True
    ):
        heirs.setdefault(lead, fact)
    marks = {mark: timeline[mark].replace(heirs) for mark in ("same_as", "revises", "contradicts")}
    marks["same_as"] = marks["same_as"].mask(marks["same_as"] == timeline["fact_id"])
    return timeline.assign(**marks)


def gather_orders(directives: pd.DataFrame) -> pd.DataFrame:
    """Leave out the directives that repeat another of the table."""
    ids = set(directives["directive_id"].tolist())
    return directives.loc[[lead not in ids for lead in directives["same_as"].tolist()]]


def leader_of(row_id: str, *tables: pd.DataFrame) -> str:
    """Find the leading telling of a fact or directive, by ids; one told once, or unknown, leads itself."""
    for table in tables:
        lead = table.loc[_ids(table) == row_id, "same_as"]
        if len(lead):
            return str(lead.iloc[0]) if known(lead.iloc[0]) else row_id
    return row_id


def find_tellings(table: pd.DataFrame, lead: str) -> tuple[Row, ...]:
    """List the tellings of a fact or directive, the leading one, whose id is given, first."""
    return (*pick(table, _ids(table) == lead), *pick(table, table["same_as"] == lead))


def find_bearings(timeline: pd.DataFrame, fact: str) -> Bearings:
    """Find all that bears on a fact.

    Args:
        timeline: All tellings, those that repeat a fact among them.
        fact: The id of any telling of it.
    """
    lead = leader_of(fact, timeline)
    replaced = timeline.loc[timeline["fact_id"] == lead, "revises"]
    return Bearings(
        tellings=find_tellings(timeline, lead),
        revises=tuple(pick(timeline, timeline["fact_id"].isin(replaced))),
        revised_by=tuple(pick(timeline, timeline["revises"] == lead)),
        contradicted=find_contradicted(timeline, lead),
    )


def find_contradicted(timeline: pd.DataFrame, lead: str) -> tuple[Row, ...]:
    """List the figures of the same moment that cannot be true with a leading fact."""
    ids = timeline["fact_id"]
    against = timeline.loc[ids == lead, "contradicts"]
    return tuple(pick(timeline, ids.isin(against) | (timeline["contradicts"] == lead)))


def _ids(table: pd.DataFrame) -> "pd.Series[str]":
    return table["fact_id" if "fact_id" in table else "directive_id"]
