"""Find how a sentence says the water stands, without a number: 水位持续上涨, 53条河流超警, 全线退警."""

import msgspec

from extract.cues import Signs
from extract.rulebook import load
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
    for rule in load("conditions").rules:
        for match in rule.pattern.finditer(signs.text):
            quoted = "quote" if match.groupdict().get("quote") else 0
            span = signs.span(*match.span(quoted))
            if not any(span.overlaps(other.span) for other in found):
                builds = rule.builds
                found.append(
                    Condition(rule=rule.name, span=span, aspect=builds["aspect"], theme=builds["theme"])
                )
    return tuple(found)
