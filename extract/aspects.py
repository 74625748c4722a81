"""Say what a number measures: the width of a breach or the depth of water, responders or inhabitants."""

import functools

import msgspec
from msgspec.structs import replace

from extract.cues import METRES, OTHER, Signs
from extract.quantities import Quantity
from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span

_THIS = "＃"
_PLAIN = {"turns": "person"}
_JOINTS = ("、", "和", "与", "及", "以及", "，")


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
    found: list[Aspect | None] = []
    masked = signs.text.replace(OTHER, METRES)
    places = [place for place, sign in enumerate(masked) if sign == METRES]
    for number, (quantity, place) in enumerate(zip(quantities, places, strict=True)):
        text = masked[:place] + _THIS + masked[place + 1 :]
        own = _first(quantity, text, signs, default=False)
        listed = number > 0 and _is_listed(sentence, quantities[number - 1], quantity)
        if own is None and listed:
            before = found[-1]
            found.append(before and replace(before, lead=None, modifier=quantity.modifier))
        else:
            found.append(own or _first(quantity, text, signs, default=True))
    return tuple(found)


def _first(quantity: Quantity, text: str, signs: Signs, *, default: bool) -> Aspect | None:
    """Take the first rule that fits, of the definite ones or of those that take what is left."""
    for rule in _rules(quantity.measure, default):
        found = rule.pattern.search(text) if _is_of_size(quantity, rule) else None
        if found:
            lead = next((name for name, words in found.groupdict().items() if words), None)
            span = signs.span(*found.span(lead)) if lead else None
            return _to_aspect(rule, quantity, span)
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


def _is_listed(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Say whether nothing but a joint stands between two quantities of one measure: 0.39米、1.06米."""
    if before.measure != quantity.measure or before.span.end > quantity.span.start:
        return False
    return sentence.words(Span(before.span.end, quantity.span.start)) in _JOINTS


def _to_aspect(rule: Rule, quantity: Quantity, lead: Span | None) -> Aspect:
    builds = rule.builds
    return Aspect(
        rule=rule.name,
        kind=builds["kind"],
        aspect=builds["aspect"],
        theme=builds["theme"],
        measure=builds.get("gives", _PLAIN.get(quantity.measure, quantity.measure)),
        modifier=builds.get("modifier", quantity.modifier),
        lead=lead,
        sign=builds.get("sign", 1),
        agent=builds.get("agent", False),
        static=builds.get("static", False),
    )


@functools.cache
def _rules(measure: str, default: bool) -> tuple[Rule, ...]:  # noqa: FBT001
    """List the rules for a measure, the definite ones or those that take what is left."""
    rules = load("aspects").rules
    return tuple(
        r for r in rules if measure in r.builds["measure"] and r.builds.get("default", False) == default
    )
