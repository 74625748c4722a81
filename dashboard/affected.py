"""People affected: the latest figure of each sort and place, and what it took the place of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.wording import Row, known, rows
from extract.figures import Figure
from extract.sources import read_figures

ASPECTS_OF_PEOPLE = (
    "dead", "missing", "injured", "trapped", "rescued", "evacuated", "affected", "threatened", "population",
)  # fmt: skip  # a list in the order it is shown in


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """The figures of one sort in one place.

    Attributes:
        aspect: What they count.
        place: Where, as the reports name it; "" where they name no place.
        status: "observed", or what else they are.
        latest: The latest of them.
        revised: The earlier ones whose place it took, the newest first.
        others: Those that are not of the same count: parts, and ones that no report puts in a line with it.
    """

    aspect: str
    place: str
    status: str
    latest: Row
    revised: tuple[Row, ...]
    others: tuple[Row, ...]


def list_tolls(timeline: pd.DataFrame) -> list[Toll]:
    """List the people affected by sort and place, the gravest first.

    Args:
        timeline: Gathered facts; figures of inhabitants count, persons and households apart.
    """
    people = timeline[timeline["kind"] == "people"]
    people = people[people["value_min"].notna() | people["value_max"].notna()]
    figures = read_figures(people, {})
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    keys: dict[str, tuple[str, ...]] = {}
    for row in rows(people.sort_values(["begin", "quote_start"], kind="stable", na_position="first")):
        own = row.aspect, _place(row), str(row.measure), row.status
        # What takes the place of a figure is of the same count, wherever its words say it is.
        keys[row.fact_id] = keys.get(row.revises, own)
        groups[keys[row.fact_id]].append(row)
    tolls = [_toll(facts, figures) for facts in groups.values()]
    return sorted(tolls, key=lambda one: (_rank(one.aspect), one.status != "observed", one.place != ""))


def _toll(facts: Sequence[Row], figures: Mapping[str, Figure]) -> Toll:
    latest = max(facts, key=lambda row: _newness(row, figures))
    earlier = {row.fact_id: row for row in facts if row is not latest}
    revised: list[Row] = []
    last = latest
    while (last := earlier.pop(last.revises, None)) is not None:
        revised.append(last)
    return Toll(
        aspect=latest.aspect,
        place=_place(latest),
        status=latest.status,
        latest=latest,
        revised=tuple(revised),
        others=tuple(earlier.values()),
    )


def _place(row: Row) -> str:
    return str(row.place) if known(row.place) else ""


def _newness(row: Row, figures: Mapping[str, Figure]) -> tuple[bool, bool, pd.Timestamp, float]:
    """Order figures: a part before a whole, one not called a total before one that is, then by time."""
    figure = figures.get(row.fact_id)
    begin = pd.Timestamp(row.begin) if known(row.begin) else pd.Timestamp.min
    low = row.value_min if known(row.value_min) else row.value_max
    return not (figure and figure.is_part), bool(figure and figure.is_total), begin, float(low)


def _rank(aspect: str) -> int:
    return ASPECTS_OF_PEOPLE.index(aspect) if aspect in ASPECTS_OF_PEOPLE else len(ASPECTS_OF_PEOPLE)
