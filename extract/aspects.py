"""Say what a number measures: the width of a breach or the depth of water, responders or inhabitants."""

import functools
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from extract.cues import METRES, OTHER, Signs
from extract.needs import Needs, find_needs
from extract.quantities import Quantity
from extract.rulebook import Rule, load, part
from extract.sentences import Sentence
from extract.spans import Span

_part = functools.partial(part, "aspects")

_THIS = "＃"
_REACH = 64
"""How many signs before and after a number a rule may look at; so a sentence without end is read in time."""
_MODIFIERS = ("exact", "about", "at_least", "at_most", "range")
_PLAIN = {
    **dict.fromkeys(("turns", "dead", "injured", "missing", "body", "family"), "person"),
    "group": "piece",
    "weight": "t",
}
"""What those are counted in at last whose unit tells more than how many there are."""
_SIZES = ("rate", "at_least", "at_most")
_JOINTS = ("、", "和", "与", "及", "以及", "，")
_SHARED = ("person", "household", "turns")
"""Measures of lists in which each number has a name: 转移300人，其中石桥县200人、河西市100人."""
_DETAILED = 40
"""How many characters before such a number the word may stand that breaks a sum down."""


class Aspect(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a quantity measures.

    `measure` and `modifier` are the quantity's, unless the words around it tell more; `lead` is the
    span, in the page's reading, of words before the number that belong to it (下降); `sign` is -1 for a
    fall; `agent` where somebody did it; `static` where it has no time of its own. Kind "none" says that
    the words around it make no flood fact of it: a delegate, a shift, the size of a pipe.
    """

    rule: str
    kind: str
    aspect: str
    theme: str
    measure: str
    modifier: str
    lead: Span | None
    sign: int
    agent: bool
    static: bool

    @property
    def is_fact(self) -> bool:
        """Whether a flood report counts it."""
        return self.kind != "none"


class _Tried(msgspec.Struct, frozen=True, kw_only=True):
    """A rule as it is tried for one measure.

    `is_sized` where it is for numbers of some size only; `aspects` holds what it says, by the quantity's
    modifier.
    """

    rule: Rule
    is_sized: bool
    aspects: Mapping[str, Aspect]


_Tries = list[tuple[Needs, _Tried]]
"""Rules, each after the signs that a sentence must hold some of."""


def find_aspects(
    sentence: Sentence, signs: Signs, quantities: tuple[Quantity, ...]
) -> tuple[Aspect | None, ...]:
    """Say what each quantity of a sentence measures.

    Args:
        sentence: The sentence.
        signs: The sentence as signs, in which the quantities are the numbers.
        quantities: Its quantities, in order.

    Returns:
        One for each quantity; None where no rule knows what it measures.
    """
    if not quantities:
        return ()
    found: list[Aspect | None] = []
    masked = signs.text.replace(OTHER, METRES)
    place = -1
    for number, quantity in enumerate(quantities):
        last, place = place, masked.index(METRES, place + 1)
        first = place - _REACH if place > _REACH else 0
        text = f"{masked[first:place]}{_THIS}{masked[place + 1 : place + _REACH]}"
        definite, default = _rules(quantity.measure)
        aspect = _first(definite, quantity, signs, text, first)
        if aspect is None:
            before, between = quantities[number - 1], masked[last + 1 : place]
            if number > 0 and _is_listed(sentence, before, quantity, between):
                alike = found[-1]
                aspect = alike and replace(alike, lead=None, modifier=quantity.modifier)
            else:
                aspect = _first(default, quantity, signs, text, first)
        found.append(aspect)
    return tuple(found)


def _first(tries: _Tries, quantity: Quantity, signs: Signs, text: str, start: int) -> Aspect | None:
    """Take the first rule that fits the text around a number, which starts at that sign of the sentence."""
    kinds = signs.kinds
    for (need, also), tried in tries:
        if need and (need.isdisjoint(kinds) or also.isdisjoint(kinds)):
            continue
        if tried.is_sized and not _is_of_size(quantity, tried.rule):
            continue
        if found := tried.rule.pattern.search(text):
            aspect = tried.aspects[quantity.modifier]
            if lead := found.lastgroup:
                first, end = found.span(lead)
                return replace(aspect, lead=signs.span(start + first, start + end))
            return aspect
    return None


def _is_of_size(quantity: Quantity, rule: Rule) -> bool:
    builds = rule.builds
    if builds.get("rate") and not quantity.is_rate:
        return False
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    below = "at_least" in builds and (low is None or low < builds["at_least"])
    above = "at_most" in builds and (high is None or high > builds["at_most"])
    return not (below or above)


def _is_listed(sentence: Sentence, before: Quantity, quantity: Quantity, between: str) -> bool:
    """Say whether nothing but a joint stands between two quantities of one measure: 0.39米、1.06米.

    Between people, whose signs are `between`, the name of a place may stand too; where no 、 does, a
    word before must say that a sum is broken down.
    """
    if before.measure != quantity.measure or before.span.end > quantity.span.start:
        return False
    words = sentence.words(Span(before.span.end, quantity.span.start))
    if words in _JOINTS:
        return True
    if quantity.measure not in _SHARED or not _part("listed").fullmatch(between):
        return False
    first = max(sentence.span.start, quantity.span.start - _DETAILED)
    return words.startswith("、") or bool(
        _part("detailed").search(sentence.words(Span(first, quantity.span.start)))
    )


@functools.cache
def _rules(measure: str) -> tuple[_Tries, _Tries]:
    """List the rules for a measure, the definite ones and those that take what is left."""
    definite: _Tries = []
    default: _Tries = []
    for rule in load("aspects").rules:
        if measure in rule.builds["measure"]:
            needs = find_needs(rule.expression.replace(_THIS, "").replace(METRES, ""))
            tries = default if rule.builds.get("default") else definite
            tries.append((needs, _to_tried(rule, measure)))
    return definite, default


def _to_tried(rule: Rule, measure: str) -> _Tried:
    return _Tried(
        rule=rule,
        is_sized=not rule.builds.keys().isdisjoint(_SIZES),
        aspects={modifier: _to_aspect(rule, measure, modifier) for modifier in _MODIFIERS},
    )


def _to_aspect(rule: Rule, measure: str, modifier: str) -> Aspect:
    builds = rule.builds
    return Aspect(
        rule=rule.name,
        kind=builds["kind"],
        aspect=builds["aspect"],
        theme=builds["theme"],
        measure=builds.get("gives", _PLAIN.get(measure, measure)),
        modifier=builds.get("modifier", modifier),
        lead=None,
        sign=builds.get("sign", 1),
        agent=builds.get("agent", False),
        static=builds.get("static", False),
    )
