"""How facts bear on each other: told twice, revised by a later figure, in contradiction.

It marks facts and removes none; a false mark is worse than a missing one.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from extract.facts import Fact
from extract.figures import Figure
from extract.repeats import BOUND, OBJECTS, Pair, find_repeated, groups

_TOTALS = frozenset(("advance", "evacuated", "rescued", "dead", "affected", "deployed"))
"""Running totals: they only grow, and a figure that does not say it is a total may be a part."""

_STATES = frozenset(("breach_width", "remaining", "missing", "level", "flooded_area", "water_volume"))
"""States: the later figure takes the place of the earlier one, larger or smaller."""

_CHANGING = _TOTALS | _STATES

_TOLD_AGAIN = (
    _CHANGING
    | frozenset(("dike_length", "discharge", "guarantee_level", "warning_level", "area", "accumulated"))
    | frozenset(("equipment", "material", "trapped", "threatened", "injured", "population", "closure"))
    | frozenset(("distance_to_breach", "built_length", "above_warning", "above_guarantee"))
)
"""Aspects a text tells twice; equal widths, depths, changes and hours are too often another thing's."""

_PLACED = frozenset(("people", "water_level"))
"""Kinds whose figures are compared at one named place only: stations and villages differ."""

_INSTANTS = ("minute", "hour")

_WINDOW = dt.timedelta(days=7)
"""After so long a figure is often another breach's or another flood's."""
_ABOUT = 0.1
"""How far apart, as a share, two figures are still the same when one is "about"."""

_CORRECTION = re.compile("更正|订正|勘误|有误|误为")


def relate(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Mark in the facts of one report what is told twice, revises an earlier figure or contradicts another.

    Returns:
        The same facts in the same order, `same_as`, `revises` and `contradicts` filled in.
    """
    listed = tuple(facts)
    figures = [Figure(fact=fact, scope=fact.incident or fact.article) for fact in listed if is_figure(fact)]
    same = dict(find_repeated(figures))
    revised, contradicted = compare(figure for figure in figures if figure.fact.fact_id not in same)
    marked = same.keys() | revised.keys() | contradicted.keys()
    return tuple(
        replace(
            fact,
            same_as=same.get(fact.fact_id),
            revises=revised.get(fact.fact_id),
            contradicts=contradicted.get(fact.fact_id),
        )
        if fact.fact_id in marked
        else fact
        for fact in listed
    )


def is_figure(fact: Fact) -> bool:
    """Say whether a fact is a figure that is told again or changes."""
    return fact.measure is not None and fact.aspect in _TOLD_AGAIN


def compare(figures: Iterable[Figure]) -> tuple[dict[str, str], dict[str, str]]:
    """Find which figures revise, and which contradict, another; none of them may repeat another.

    Returns:
        By the id of a figure, the id of the earlier one it revises; likewise of the one it contradicts.
    """
    revised: dict[str, str] = {}
    contradicted: dict[str, str] = {}
    for group in _group_by_identity(figures):
        revised |= dict(_find_revised(group))
        for later, earlier in _find_apart(group):
            if _corrects(earlier, later):
                revised[earlier.fact.fact_id] = later.fact.fact_id
            else:
                marks = revised if _corrects(later, earlier) else contradicted
                marks[later.fact.fact_id] = earlier.fact.fact_id
    return revised, contradicted


def _group_by_identity(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Group the dated figures of one thing, each group in the order of time.

    A sentence that gives one thing two figures for one moment speaks of two things: it is left out.
    """
    rising = [figure for figure in figures if figure.begin and _is_comparable(figure)]
    for things in groups(rising, _thing):
        told = [figure for figure in things if _is_whole(figure)]
        for group in chain.from_iterable(map(_by_place, groups(told, _named))):
            moments = Counter(map(_moment, group))
            yield sorted((figure for figure in group if moments[_moment(figure)] == 1), key=_by_time)


def _by_time(figure: Figure) -> tuple[object, ...]:
    return figure.begin, figure.finish, figure.order


def _by_place(group: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Part a group that names several places; what names none could be at any of them."""
    named = {figure.fact.place for figure in group if figure.fact.place}
    # 柳林垸 is one place with 石桥县柳林垸; a few names suffice, so that long lists stay linear.
    short = sorted(named, key=lambda name: (len(name), name))[:BOUND]
    places = {place: next((name for name in short if name in place), place) for place in named}
    if len(set(places.values())) < 2:  # noqa: PLR2004  # two make several
        yield list(group)
        return
    parts: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in group:
        parts[figure.fact.place and places[figure.fact.place]].append(figure)
    yield from (part for place, part in parts.items() if place is not None)


def _moment(figure: Figure) -> Hashable:
    return figure.told, figure.fact.sentence_span, figure.begin, figure.finish


def _is_comparable(figure: Figure) -> bool:
    fact = figure.fact
    if fact.status != "observed" or fact.aspect not in _CHANGING:
        return False
    if fact.kind == "personnel":
        return fact.responder is not None
    if fact.kind not in _PLACED or fact.place is not None:
        return True
    # 截至6日8时累计转移2680人: a total up to a time, of the whole incident.
    return fact.start is None if fact.kind == "people" else figure.station is not None


def _is_whole(figure: Figure) -> bool:
    """Say whether the words let a figure be all of what it tells, and no level of another kind."""
    if figure.is_part or (figure.fact.aspect in _TOTALS and not figure.is_total):
        return False
    return figure.fact.aspect != "level" or not figure.is_other_level


def _thing(figure: Figure) -> Hashable:
    """Say what a figure is of, as far as its fact tells."""
    fact = figure.fact
    # A width is nobody's, nor is what both sides closed together.
    shared = fact.kind == "distance" and (fact.aspect != "advance" or figure.is_joint)
    return fact.kind, fact.aspect, fact.measure, None if shared else fact.responder, figure.scope


def _named(figure: Figure) -> Hashable:
    """Say what a figure is of, as its words and its place name it."""
    fact = figure.fact
    if fact.kind in OBJECTS:
        return figure.object
    if fact.aspect == "level":
        return figure.station or (fact.place, figure.gauges)
    # What both sides closed together is not what one did.
    return figure.number, figure.side, fact.place if fact.kind in _PLACED else None


def _find_revised(group: Sequence[Figure]) -> Iterator[Pair]:
    """Pair each figure with the latest one before it, where that is another."""
    for place, later in enumerate(group):
        for earlier in reversed(group[max(0, place - BOUND) : place]):
            if _is_before(earlier, later):
                if _is_revision(earlier.fact, later.fact):
                    yield later.fact.fact_id, earlier.fact.fact_id
                break


def _is_before(earlier: Figure, later: Figure) -> bool:
    if earlier.finish is None or later.begin is None:
        return False
    return earlier.finish < later.begin <= earlier.finish + _WINDOW


def _is_revision(earlier: Fact, later: Fact) -> bool:
    if (earlier.value_min, earlier.value_max) == (later.value_min, later.value_max):
        return False
    return later.aspect not in _TOTALS or _middle(later) > _middle(earlier)


def _middle(fact: Fact) -> float:
    bounds = [bound for bound in (fact.value_min, fact.value_max) if bound is not None]
    return sum(bounds) / max(len(bounds), 1)


def _find_apart(group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pair each figure with the one of the same moment, told before it, that cannot be true with it."""
    moments: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in group:
        if _is_momentary(figure.fact):
            moments[figure.begin, figure.finish].append(figure)
    for told in moments.values():
        for place, figure in enumerate(told):
            for before in told[max(0, place - BOUND) : place]:
                if _is_apart(before.fact, figure.fact):
                    yield figure, before
                    break


def _is_momentary(fact: Fact) -> bool:
    """Say whether there is one figure only at its time.

    Within a day a state may change; a figure up to a day is one, unless it is up to the reporter's now.
    """
    return fact.time_precision in _INSTANTS or (fact.start is None and fact.time_basis != "report")


def _corrects(one: Figure, two: Figure) -> bool:
    """Say whether a figure calls itself the correction of one in a report of the same day or before."""
    if one.told == two.told or one.told[0] < two.told[0]:
        return False
    return _CORRECTION.search(one.fact.sentence) is not None


def _is_apart(one: Fact, two: Fact) -> bool:
    """Say whether two ranges do not meet, also where "about" widens them."""
    share = _ABOUT if "about" in (one.modifier, two.modifier) else 0.0
    return _ends_below(one, two, share) or _ends_below(two, one, share)


def _ends_below(low: Fact, high: Fact, share: float) -> bool:
    if low.value_max is None or high.value_min is None:
        return False
    return low.value_max + share * abs(high.value_min) < high.value_min
