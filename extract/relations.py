"""How the facts of one report bear on each other: told twice, revised by a later figure, in contradiction.

It marks facts and removes none; a false mark is worse than a missing one.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from extract.facts import Fact
from extract.figures import Figure

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

_OBJECTS = frozenset(("personnel", "equipment"))
"""Kinds that count what the next words name: 20艘冲锋舟 is not 20艘渔船."""

_INSTANTS = ("minute", "hour")
_BOUND = 12
"""How many facts of one key a fact is compared with, so that long lists stay linear."""

_WINDOW = dt.timedelta(days=7)
"""After so long a figure is often another breach's or another flood's."""
_ABOUT = 0.1
"""How far apart, as a share, two figures are still the same when one is "about"."""

_DIGITS = 3
"""From so many significant digits on, equal figures are hardly equal by chance."""


def relate(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Mark in the facts of one report what is told twice, revises an earlier figure or contradicts another.

    Returns:
        The same facts in the same order, `same_as`, `revises` and `contradicts` filled in.
    """
    listed = tuple(facts)
    figures = [Figure(fact=fact) for fact in listed if fact.measure and fact.aspect in _TOLD_AGAIN]
    same = dict(_find_repeated(figures))
    revised: dict[str, str] = {}
    contradicted: dict[str, str] = {}
    for group in _group_by_identity(figure for figure in figures if figure.fact.fact_id not in same):
        revised |= dict(_find_revised(group))
        contradicted |= dict(_find_contradicted(group))
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


def _find_repeated(figures: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    """Pair each repeated fact with the telling that says the most, the first in the text of those."""
    for group in _groups(figures, _value):
        tellings: list[Figure] = []
        for figure in sorted(group, key=_by_fullness):
            matches = [told for told in tellings[-_BOUND:] if _is_same(told, figure)]
            if len(matches) == 1:
                yield figure.fact.fact_id, matches[0].fact.fact_id
            elif not matches:
                tellings.append(figure)


def _groups(figures: Iterable[Figure], key: Callable[[Figure], Hashable]) -> list[list[Figure]]:
    """Group figures that have a key in common; one that shares its key with none is left out."""
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[key(figure)].append(figure)
    return [group for group in groups.values() if len(group) > 1]


def _value(figure: Figure) -> Hashable:
    fact = figure.fact
    return fact.kind, fact.aspect, fact.measure, fact.value_min, fact.value_max, fact.status


def _by_fullness(figure: Figure) -> tuple[bool, bool, bool, int]:
    fact = figure.fact
    return fact.responder is None, figure.begin is None, fact.place is None, fact.quote_span.start


def _is_same(told: Figure, again: Figure) -> bool:
    one, two = told.fact, again.fact
    if one.sentence_span == two.sentence_span or not _may_be(one.incident, two.incident):
        return False
    pairs = ((one.place, two.place), (one.responder, two.responder), (_time(one), _time(two)))
    agreed = 0
    for left, right in pairs:
        if not _may_be(left, right):
            return False
        agreed += left is not None and left == right
    digits = _digits(one)
    # A report speaks of few breaches, of many villages.
    alone = 1 if one.aspect == "breach_width" else _DIGITS - 1
    if not (digits > alone or (agreed > 0 and digits > 1) or agreed > 1):
        return False
    return not (told.is_part or again.is_part) and _counts_the_same(told, again)


def _time(fact: Fact) -> Hashable:
    return (fact.start, fact.end) if fact.start or fact.end else None


def _may_be(left: object, right: object) -> bool:
    return left is None or right is None or left == right


def _counts_the_same(told: Figure, again: Figure) -> bool:
    if told.fact.kind == "equipment":
        return len(told.object) > 1 and told.object == again.object
    return told.fact.kind not in _OBJECTS or _may_be(told.object or None, again.object or None)


def _digits(fact: Fact) -> int:
    value = fact.value_max if fact.value_min is None else fact.value_min
    return len(f"{value:.10g}".replace(".", "").replace("-", "").strip("0")) if value else 0


def _group_by_identity(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Group the dated figures of one thing, each group in the order of time.

    A sentence that gives one thing two figures for one moment speaks of two things: it is left out.
    """
    rising = [figure for figure in figures if figure.begin and _is_comparable(figure.fact)]
    for things in _groups(rising, _thing):
        told = [figure for figure in things if _is_whole(figure)]
        for group in chain.from_iterable(map(_by_place, _groups(told, _named))):
            moments = Counter(map(_moment, group))
            yield sorted((figure for figure in group if moments[_moment(figure)] == 1), key=_by_time)


def _by_time(figure: Figure) -> tuple[str, str, int]:
    return str(figure.begin), str(figure.finish), figure.fact.quote_span.start


def _by_place(group: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Part a group that names several places; what names none could be at any of them."""
    places = {figure.fact.place for figure in group} - {None}
    if len(places) < 2:  # noqa: PLR2004  # two make several
        yield list(group)
        return
    parts: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in group:
        parts[figure.fact.place].append(figure)
    yield from (part for place, part in parts.items() if place is not None)


def _moment(figure: Figure) -> Hashable:
    return figure.fact.sentence_span, figure.begin, figure.finish


def _is_comparable(fact: Fact) -> bool:
    if fact.status != "observed" or fact.aspect not in _CHANGING:
        return False
    if fact.kind == "personnel" and fact.responder is None:
        return False
    return fact.kind not in _PLACED or fact.place is not None


def _is_whole(figure: Figure) -> bool:
    """Say whether the words let a figure be all of what it tells, and no level of another kind."""
    if figure.is_part or (figure.fact.aspect in _TOTALS and not figure.is_total):
        return False
    return figure.fact.aspect != "level" or not figure.is_other_level


def _thing(figure: Figure) -> Hashable:
    """Say what a figure is of, as far as its fact tells."""
    fact = figure.fact
    place = fact.place if fact.kind in _PLACED else None
    return fact.kind, fact.aspect, fact.measure, fact.responder, fact.incident or fact.article, place


def _named(figure: Figure) -> Hashable:
    """Say what a figure is of, as its words name it."""
    if figure.fact.kind in _OBJECTS:
        return figure.object
    return figure.gauges if figure.fact.aspect == "level" else None


def _find_revised(group: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    """Pair each figure with the latest one before it, where that is another."""
    for place, later in enumerate(group):
        for earlier in reversed(group[max(0, place - _BOUND) : place]):
            if _is_before(earlier, later) and _may_be(earlier.fact.place, later.fact.place):
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


def _find_contradicted(group: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    """Pair each figure with the one of the same moment, told before it, that cannot be true with it."""
    moments: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in group:
        # Within a day a state may change; a figure up to a day is one figure.
        if figure.fact.time_precision in _INSTANTS or figure.fact.start is None:
            moments[figure.begin, figure.finish].append(figure)
    for told in moments.values():
        for place, figure in enumerate(told):
            for before in told[max(0, place - _BOUND) : place]:
                if _may_be(before.fact.place, figure.fact.place) and _is_apart(before.fact, figure.fact):
                    yield figure.fact.fact_id, before.fact.fact_id
                    break


def _is_apart(one: Fact, two: Fact) -> bool:
    """Say whether two ranges do not meet, also where "about" widens them."""
    share = _ABOUT if "about" in (one.modifier, two.modifier) else 0.0
    return _ends_below(one, two, share) or _ends_below(two, one, share)


def _ends_below(low: Fact, high: Fact, share: float) -> bool:
    if low.value_max is None or high.value_min is None:
        return False
    return low.value_max + share * abs(high.value_min) < high.value_min
