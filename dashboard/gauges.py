"""Gauges: where figures of the water were read, by the words beside them or before them in their sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.wording import Row
from extract.figures import Figure

INSIDE, OUTSIDE = "inside", "outside"

# 内河 is water inside the dikes, 河内 is no side of a dike.
_INSIDE = re.compile(r"(?<![外江河湖])内(?!外)[^\W\d_]{0,2}水位|[堤垸坝圩]内")
_OUTSIDE = re.compile(r"(?<!内)外[^\W\d_]{0,2}水位|[堤垸坝圩]外")
_FLOW = re.compile("入库|出库|下泄|泄洪|分洪")
_COMPARED = re.compile("高于|低于|高出|超出")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """Where a figure was read.

    Attributes:
        of: The station, lake or reservoir, as the report names it; of a flow also which way it goes;
            "" where nothing is named.
        side: `INSIDE` or `OUTSIDE` of the dike; "" where the words do not say.
        is_compared: Whether it is no height of its own but one measured against another.
    """

    of: str
    side: str
    is_compared: bool


def find_gauges(facts: Iterable[Row], figures: Mapping[str, Figure]) -> dict[str, Gauge]:
    """Find where figures were read, by their facts' ids.

    A clause that names nothing speaks of what its sentence named last: 青湖站水位33米，超警戒1.5米.

    Args:
        facts: Facts of level and flow, rows of the timeline.
        figures: The same, read.
    """
    found: dict[str, Gauge] = {}
    sentence, named = None, ""
    for fact in sorted(facts, key=lambda fact: (fact.report_id, fact.sentence_start, fact.quote_start)):
        figure = figures.get(fact.fact_id)
        if figure is None:
            continue
        if (fact.report_id, fact.sentence_start) != sentence:
            sentence, named = (fact.report_id, fact.sentence_start), ""
        side = find_side(f"{figure.fact.place or ''}{figure.before}")
        # Both sides of a breach are read at one place.
        named = figure.station or ("" if side else figure.fact.place) or named
        flow = _FLOW.search(figure.before) if fact.kind == "flow" else None
        found[fact.fact_id] = Gauge(
            of=f"{named}{flow[0] if flow else ''}",
            side=side,
            is_compared=_COMPARED.search(figure.before) is not None,
        )
    return found


def find_side(words: str) -> str:
    """Say on which side of the dike a level was read, by the words before it; "" where they name none."""
    if _INSIDE.search(words):
        return INSIDE
    return OUTSIDE if _OUTSIDE.search(words) else ""
