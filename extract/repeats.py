"""Which figures are one figure told again, in a report or in several.

The fullest telling leads and the others point at it; of equally full ones the first told leads.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from extract.facts import Fact
from extract.figures import Figure

OBJECTS = frozenset(("personnel", "equipment"))
"""Kinds that count what the next words name: 20艘冲锋舟 is not 20艘渔船."""

BOUND = 12
"""How many facts of one key a fact is compared with, so that long lists stay linear."""

_DIGITS = 3
"""From so many significant digits on, equal figures are hardly equal by chance."""

_SINGLE = frozenset(("breach_width", "remaining", "advance"))
"""Aspects an incident has few figures of: equal ones of one hour are one."""

_NEVER = dt.timedelta.max

Pair = tuple[str, str]
"""The ids of a fact and of the one it points at."""


def find_repeated(figures: Iterable[Figure]) -> Iterator[Pair]:
    """Pair each repeated figure with the telling that says the most; what could repeat two is left out."""
    for group in groups(figures, _value):
        tellings: list[Figure] = []
        for figure in sorted(group, key=by_fullness):
            matches = [told for told in tellings[-BOUND:] if _is_same(told, figure)]
            if len(matches) == 1:
                yield figure.fact.fact_id, matches[0].fact.fact_id
            elif not matches:
                tellings.append(figure)


def groups(figures: Iterable[Figure], key: Callable[[Figure], Hashable]) -> list[list[Figure]]:
    """Group figures that have a key in common; one that shares its key with none is left out."""
    found: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[key(figure)].append(figure)
    return [group for group in found.values() if len(group) > 1]


def by_fullness(figure: Figure) -> tuple[object, ...]:
    """Order tellings: responder, time and place known first, then the closest time, then the order told."""
    fact, begin, finish = figure.fact, figure.begin, figure.finish
    width = finish - begin if begin and finish else _NEVER
    return fact.responder is None, begin is None, fact.place is None, width, figure.order


def may_be(left: object, right: object) -> bool:
    """Say whether two answers can be one: they are equal, or one is not known."""
    return left is None or right is None or left == right


def may_coincide(one: Figure, two: Figure) -> bool:
    """Say whether two times can be one: one lies in the other, or is unknown and not reported before it."""
    if one.begin and one.finish and two.begin and two.finish:
        within = one.begin <= two.begin and two.finish <= one.finish
        return within or (two.begin <= one.begin and one.finish <= two.finish)
    return _could_know(one, two) and _could_know(two, one)


def _could_know(undated: Figure, dated: Figure) -> bool:
    """Say whether a report can tell of what happened at a time: what was seen is told afterwards."""
    fact = undated.fact
    if undated.begin or fact.status != "observed" or dated.begin is None:
        return True
    day = fact.reported_at.date() if fact.reported_at else undated.told[0]
    return dated.begin.date() <= day


def _value(figure: Figure) -> Hashable:
    fact = figure.fact
    return fact.kind, fact.aspect, fact.measure, fact.value_min, fact.value_max, fact.status, figure.scope


def _is_same(told: Figure, again: Figure) -> bool:
    one, two = told.fact, again.fact
    if told.told == again.told and one.sentence_span == two.sentence_span:
        return False
    if not (may_be(one.responder, two.responder) and _may_lie(one.place, two.place)):
        return False
    if not (may_coincide(told, again) and _is_telling(told, again)):
        return False
    if told.is_part or again.is_part or not _counts_the_same(told, again):
        return False
    named = ((told.number, again.number), (told.side, again.side), (told.station, again.station))
    return all(may_be(left, right) for left, right in named)


def _may_lie(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one in two or two in one


def _is_telling(told: Figure, again: Figure) -> bool:
    """Say whether the number, with what agrees beside it, is hardly equal by chance."""
    one, two, digits = told.fact, again.fact, _digits(told.fact)
    # An incident has few breaches, and many villages.
    if digits > (1 if one.aspect == "breach_width" else _DIGITS - 1):
        return True
    exact = "day" not in (one.time_precision, two.time_precision)
    actor = one.responder is not None and one.responder == two.responder
    moment = told.begin is not None and again.begin is not None
    place = told.told == again.told and one.place is not None and one.place == two.place
    if actor + moment + place > 1:
        return True
    # A whole day holds many figures.
    return (
        (actor or place or (moment and exact)) if digits > 1 else moment and exact and one.aspect in _SINGLE
    )


def _counts_the_same(told: Figure, again: Figure) -> bool:
    if told.fact.kind == "equipment":
        return len(told.object) > 1 and told.object == again.object
    return told.fact.kind not in OBJECTS or may_be(told.object or None, again.object or None)


def _digits(fact: Fact) -> int:
    value = fact.value_max if fact.value_min is None else fact.value_min
    return len(f"{value:.10g}".replace(".", "").replace("-", "").strip("0")) if value else 0
