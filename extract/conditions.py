"""Find how a sentence says the water stands, without a number: 水位持续上涨, 53条河流超警, 全线退警."""

import functools

import msgspec

from extract.cues import Signs
from extract.needs import Needs, find_needs
from extract.rulebook import Rule, load
from extract.spans import Span


class Condition(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A state of the water. The span is half-open, in the page's reading."""

    rule: str
    span: Span
    aspect: str
    theme: str


def find_conditions(signs: Signs) -> tuple[Condition, ...]:
    """Find the states of the water in a sentence; where two share words, the rule that stands first wins."""
    found: list[Condition] = []
    kinds, taken = signs.kinds, bytearray()
    for rule, (need, also) in _rules():
        if need and (need.isdisjoint(kinds) or also.isdisjoint(kinds)):
            continue
        for match in rule.pattern.finditer(signs.text):
            start, end = match.span(match.lastgroup or 0)
            taken = taken or bytearray(len(signs.text))
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                aspect, theme = rule.builds["aspect"], rule.builds["theme"]
                span = signs.span(start, end)
                found.append(Condition(rule=rule.name, span=span, aspect=aspect, theme=theme))
    return tuple(found)


@functools.cache
def _rules() -> tuple[tuple[Rule, Needs], ...]:
    """List the rules, each with the signs that a sentence must hold some of."""
    return tuple((rule, find_needs(rule.expression)) for rule in load("conditions").rules)
