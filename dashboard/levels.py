"""The water as last seen: the levels on both sides of the dike, at each gauge, and how they move."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.breach import latest, when
from dashboard.series import group_figures
from dashboard.strings import ASPECTS, name, say
from dashboard.wording import Row, amount_words, known, rows, value_words

_STATES = ("condition", "change", "change_rate")
"""Statements of how the water stands or moves; a change has a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The newest figure of one thing: what is measured, whose or where, and the fact, a row."""

    aspect: str
    of: str
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The newest statements on the water, rows of the timeline; None where nothing is reported.

    Attributes:
        inside: The level inside the dike.
        outside: The level outside of it.
        difference: How far they are apart.
        conditions: How the water stands, told without a number, all of the newest moment.
        change: How far it rose or fell.
        gauges: The newest level of each gauge, the newest first.
    """

    inside: Row | None
    outside: Row | None
    difference: Row | None
    conditions: tuple[Row, ...]
    change: Row | None
    gauges: tuple[Reading, ...]


def find_levels(timeline: pd.DataFrame) -> Levels:
    """Find the levels as last seen in the facts shown."""
    told = find_readings(timeline, ("level", "inside_level", "outside_level", "level_difference"))
    first = {reading.aspect: reading.row for reading in reversed(told)}
    states = [row for row in find_states(timeline) if row.status == "observed"]
    conditions = [row for row in states if row.aspect == "condition"]
    return Levels(
        inside=first.get("inside_level"),
        outside=first.get("outside_level"),
        difference=first.get("level_difference"),
        conditions=tuple(row for row in conditions if when(row) == when(conditions[-1])),
        change=latest([row for row in states if row.aspect == "change"]),
        gauges=tuple(reading for reading in told if reading.aspect == "level"),
    )


def find_readings(timeline: pd.DataFrame, aspects: Sequence[str]) -> list[Reading]:
    """Find the newest figure of each thing that was observed, the newest first."""
    things = group_figures(timeline[timeline["status"] == "observed"], aspects)
    readings = [Reading(aspect=aspect, of=of, row=facts[-1]) for (aspect, of), facts in things.items()]
    return sorted(readings, key=lambda one: when(one.row), reverse=True)


def find_states(timeline: pd.DataFrame) -> list[Row]:
    """List what was said of how the water stands and moves, in the order of time, what has none first."""
    told = timeline[(timeline["kind"] == "water_level") & timeline["aspect"].isin(_STATES)]
    return rows(told.sort_values(["begin", "reported_at", "quote_start"], kind="stable", na_position="first"))


def water_words(row: Row, lang: str) -> str:
    """Say beside the word for a level a figure of the water, any but a level with what it is of."""
    if not (known(row.value_min) or known(row.value_max)) or row.aspect == "level":
        return value_words(row, lang)
    if row.aspect != "change":
        return f"{name(lang, ASPECTS, row.aspect)} {value_words(row, lang)}"
    key, value = moved_words(row, lang)
    return say(lang, key, value=value)


def moved_words(row: Row, lang: str) -> tuple[str, str]:
    """Say which way the water moved, a key of the strings, and by how much; a fall is a negative number."""
    low, high = row.value_min, row.value_max
    if (low if known(low) else high) >= 0:
        return "water_rise", value_words(row, lang)
    # The bounds of a fall change places.
    return "water_fall", amount_words(-high, -low, row.modifier, row.measure, lang)
