"""How the facts of one report bear on each other: told twice, revised by a later figure, in contradiction.

It marks facts and removes none; a false mark is worse than a missing one.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace

from extract.characters import fold
from extract.facts import Fact

_TOTALS = frozenset(("advance", "evacuated", "rescued", "dead", "affected", "deployed"))
"""Running totals: they only grow, and a figure that does not say it is a total may be a part."""

_STATES = frozenset(("breach_width", "remaining", "missing", "level", "flooded_area", "water_volume"))
"""States: the later figure takes the place of the earlier one, larger or smaller."""

_TOLD_AGAIN = (
    _TOTALS
    | _STATES
    | frozenset(("dike_length", "discharge", "guarantee_level", "warning_level", "area", "accumulated"))
    | frozenset(("equipment", "material", "trapped", "threatened", "injured", "population", "closure"))
    | frozenset(("distance_to_breach", "built_length", "above_warning", "above_guarantee"))
)
"""Aspects a text tells twice; equal widths, depths, changes and hours are too often another thing's."""

_PLACED = frozenset(("people", "water_level"))
"""Kinds whose figures are compared at one named place only: stations and villages differ."""

_OBJECTS = frozenset(("personnel", "equipment"))
"""Kinds that count what the next words name: 20艘冲锋舟 is not 20艘渔船."""

_TOTAL = re.compile("累计|总计|合计|总共|共|已|增至|升至|增加到|上升到|达到|总数|截至")
_PART = re.compile("其中|又|再|还有|另|增派|新增|分别|依次|每|各|平均")
_OTHER_LEVEL = re.compile("警戒|保证|汛限|设防|历史|最高|洪峰|高过|超过|高出")
_GAUGE = re.compile("[^,，\\d]{2}(?:站|库|湖|闸|江|河|垸)|[内外上下]")
_OBJECT = re.compile(r"[^\W\d_]{1,2}")
_CLAUSE = re.compile("[,，;；。:：、]")
_REACH = 24
"""How many characters before a figure are asked what it is."""

_INSTANTS = ("minute", "hour")
_DATED = (*_INSTANTS, "part_of_day", "day")
_BOUND = 12
"""How many facts of one key a fact is compared with, so that long lists stay linear."""

_DAY = dt.timedelta(hours=23, minutes=59)
_WINDOW = dt.timedelta(days=7)
"""After so long a figure is often another breach's or another flood's."""
_ABOUT = 0.1
"""How far apart, as a share, two figures are still the same when one is "about"."""

_DIGITS = 3
"""From so many significant digits on, equal figures are hardly equal by chance."""


class _Figure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fact with what its words say it is; `begin` and `finish` are None where its time is not known."""

    fact: Fact
    before: str
    object: str
    begin: dt.datetime | None
    finish: dt.datetime | None

    @property
    def is_part(self) -> bool:
        return _PART.search(self.before) is not None

    @property
    def is_total(self) -> bool:
        return _TOTAL.search(self.before) is not None


def relate(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Mark in the facts of one report what is told twice, revises an earlier figure or contradicts another.

    Returns:
        The same facts in the same order, `same_as`, `revises` and `contradicts` filled in.
    """
    listed = tuple(facts)
    figures = [_to_figure(fact) for fact in listed if fact.measure and fact.aspect in _TOLD_AGAIN]
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


def _to_figure(fact: Fact) -> _Figure:
    # The sentence has no line breaks, so the quote may stand before the place the stored text gives it.
    place = max(0, fact.sentence.rfind(fact.quote, 0, fact.quote_span.end - fact.sentence_span.start))
    following = _OBJECT.match(fact.sentence, place + len(fact.quote))
    before = _CLAUSE.split(fold(fact.sentence[max(0, place - _REACH) : place]))[-1]
    begin, finish = _period(fact)
    unit = fact.quote[-1:] if fact.kind == "equipment" else ""
    return _Figure(
        fact=fact,
        before=before,
        object=unit + (following[0] if following else ""),
        begin=begin,
        finish=finish,
    )


def _period(fact: Fact) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Give the first and last moment a fact may hold at; a day is a whole one."""
    begin, finish = fact.start or fact.end, fact.end or fact.start
    if begin is None or finish is None or fact.time_precision not in _DATED:
        return None, None
    if fact.time_precision == "day" and finish == begin:
        finish = begin + _DAY
    return begin, finish


def _find_repeated(figures: Sequence[_Figure]) -> Iterator[tuple[str, str]]:
    """Pair each repeated fact with the telling that says the most, the first in the text of those."""
    tellings: dict[Hashable, list[_Figure]] = defaultdict(list)
    for figure in sorted(figures, key=_by_fullness):
        fact = figure.fact
        key = (fact.kind, fact.aspect, fact.measure, fact.value_min, fact.value_max, fact.status)
        matches = [told for told in tellings[key][-_BOUND:] if _is_same(told, figure)]
        if len(matches) == 1:
            yield fact.fact_id, matches[0].fact.fact_id
        elif not matches:
            tellings[key].append(figure)


def _by_fullness(figure: _Figure) -> tuple[bool, bool, bool, int]:
    fact = figure.fact
    return fact.responder is None, figure.begin is None, fact.place is None, fact.quote_span.start


def _is_same(told: _Figure, again: _Figure) -> bool:
    one, two = told.fact, again.fact
    pairs = (
        (one.place, two.place),
        (one.responder, two.responder),
        (_time(one), _time(two)),
        (one.incident, two.incident),
    )
    if one.sentence_span == two.sentence_span or not all(_may_be(*pair) for pair in pairs):
        return False
    if told.is_part or again.is_part or not _counts_the_same(told, again):
        return False
    agreed = sum(left is not None and left == right for left, right in pairs[:3])
    digits = _digits(one)
    # A report speaks of few breaches, of many villages.
    alone = 1 if one.aspect == "breach_width" else _DIGITS - 1
    return digits > alone or (agreed > 0 and digits > 1) or agreed > 1


def _time(fact: Fact) -> Hashable:
    return (fact.start, fact.end) if fact.start or fact.end else None


def _may_be(left: object, right: object) -> bool:
    return left is None or right is None or left == right


def _counts_the_same(told: _Figure, again: _Figure) -> bool:
    if told.fact.kind == "equipment":
        return len(told.object) > 1 and told.object == again.object
    return told.fact.kind not in _OBJECTS or _may_be(told.object or None, again.object or None)


def _digits(fact: Fact) -> int:
    value = fact.value_max if fact.value_min is None else fact.value_min
    return len(f"{value:.10g}".replace(".", "").replace("-", "").strip("0")) if value else 0


def _group_by_identity(figures: Iterable[_Figure]) -> Iterator[list[_Figure]]:
    """Group the dated figures of one thing, each group in the order of time.

    A sentence that gives one thing two figures for one moment speaks of two things: it is left out.
    """
    groups: dict[Hashable, list[_Figure]] = defaultdict(list)
    for figure in figures:
        if figure.begin is not None and _is_comparable(figure):
            groups[_identity(figure)].append(figure)
    for group in chain.from_iterable(map(_by_place, groups.values())):
        told = Counter(map(_moment, group))
        single = [figure for figure in group if told[_moment(figure)] == 1]
        yield sorted(single, key=_by_time)


def _by_time(figure: _Figure) -> tuple[str, str, int]:
    return str(figure.begin), str(figure.finish), figure.fact.quote_span.start


def _by_place(group: Sequence[_Figure]) -> Iterator[list[_Figure]]:
    """Part a group that names several places; what names none could be at any of them."""
    places = {figure.fact.place for figure in group} - {None}
    if len(places) < 2:  # noqa: PLR2004  # two make several
        yield list(group)
        return
    parts: dict[str | None, list[_Figure]] = defaultdict(list)
    for figure in group:
        parts[figure.fact.place].append(figure)
    yield from (part for place, part in parts.items() if place is not None)


def _moment(figure: _Figure) -> Hashable:
    return figure.fact.sentence_span, figure.begin, figure.finish


def _is_comparable(figure: _Figure) -> bool:
    fact = figure.fact
    if fact.status != "observed" or figure.is_part:
        return False
    if fact.aspect not in _STATES and not (fact.aspect in _TOTALS and figure.is_total):
        return False
    if fact.kind == "personnel" and fact.responder is None:
        return False
    if fact.kind in _PLACED and fact.place is None:
        return False
    return fact.aspect != "level" or _OTHER_LEVEL.search(figure.before) is None


def _identity(figure: _Figure) -> Hashable:
    fact = figure.fact
    return (
        fact.kind, fact.aspect, fact.measure, fact.responder, fact.incident or fact.article,
        fact.place if fact.kind in _PLACED else None,
        figure.object if fact.kind in _OBJECTS else None,
        tuple(_GAUGE.findall(figure.before)) if fact.aspect == "level" else None,
    )  # fmt: skip  # one line a thought


def _find_revised(group: Sequence[_Figure]) -> Iterator[tuple[str, str]]:
    """Pair each figure with the latest one before it, where that is another."""
    for place, later in enumerate(group):
        for earlier in reversed(group[max(0, place - _BOUND) : place]):
            if _is_before(earlier, later) and _may_be(earlier.fact.place, later.fact.place):
                if _is_revision(earlier.fact, later.fact):
                    yield later.fact.fact_id, earlier.fact.fact_id
                break


def _is_before(earlier: _Figure, later: _Figure) -> bool:
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


def _find_contradicted(group: Sequence[_Figure]) -> Iterator[tuple[str, str]]:
    """Pair each figure with the one of the same moment, told before it, that cannot be true with it."""
    moments: dict[Hashable, list[_Figure]] = defaultdict(list)
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
