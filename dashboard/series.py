"""Figures over time: which figures are of one thing, each thing's in the order of time."""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from dashboard.wording import Row, known, rows
from extract.figures import Figure
from extract.sources import read_figures

_RANKS = {
    aspect: rank
    for rank, aspect in enumerate(
        (
            "breach_width", "advance", "remaining", "level", "inside_level", "outside_level",
            "level_difference", "discharge", "deployed", "evacuated", "rescued", "trapped", "missing",
            "dead", "injured", "affected", "flooded_area", "water_volume",
        )
    )
}  # fmt: skip  # a list in the order it is shown in
"""What changes and is watched, the most asked for first."""

_TOTALS = ("evacuated", "rescued", "dead", "affected")
"""Of no named place these are shown only where they are called totals: each village has its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one thing in the order of time.

    Attributes:
        aspect: What they measure.
        of: Whose or where, as the reports name it; "" where nothing is named.
        points: The facts, rows of the timeline.
    """

    aspect: str
    of: str
    points: tuple[Row, ...]


def find_series(timeline: pd.DataFrame) -> list[Series]:
    """Find the things with figures of at least two times, one of them observed; most asked for first.

    Args:
        timeline: Gathered facts: each once, however many reports tell it.
    """
    numbered = timeline["value_min"].notna() | timeline["value_max"].notna()
    kept = timeline[timeline["aspect"].isin(_RANKS) & numbered & timeline["begin"].notna()]
    figures = read_figures(kept, {})
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(kept.sort_values(["begin", "reported_at", "quote_start"], kind="stable")):
        figure = figures.get(row.fact_id)
        if figure and (of := _of(figure)) is not None:
            found[row.aspect, of].append(row)
    series = [
        Series(aspect=aspect, of=of, points=tuple(points))
        for (aspect, of), points in found.items()
        if len({place_in_time(point) for point in points}) > 1
        and any(_is_observed(point) for point in points)
    ]
    return sorted(series, key=lambda one: (_RANKS[one.aspect], -len(one.points), one.of))


def place_in_time(row: Row) -> pd.Timestamp:
    """Find where a figure stands: at its instant, or in the middle of its span."""
    begin, finish = pd.Timestamp(row.begin), pd.Timestamp(row.finish)
    # The report's time known to the day alone.
    if not known(row.start) and not known(row.end) and begin == finish == begin.normalize():
        finish = begin + pd.Timedelta(days=1)
    return begin + (finish - begin) / 2


def _of(figure: Figure) -> str | None:
    """Say whose or where a figure is; None where its words do not let it stand beside others."""
    fact = figure.fact
    if figure.is_part:
        return None
    if fact.kind == "personnel":
        return fact.responder
    if fact.kind == "water_level" and fact.aspect == "level":
        return None if figure.is_other_level else figure.station or fact.place or ""
    if fact.aspect in _TOTALS:
        return fact.place or ("" if figure.is_total else None)
    return figure.number or figure.side or ""


def _is_observed(row: Row) -> bool:
    return bool(row.status == "observed")
