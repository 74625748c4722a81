"""Say what a number measures: the width of a breach or the depth of water, responders or inhabitants."""

from dataclasses import dataclass

from extract.quantities import Quantity
from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span

_THIS, _OTHER = "＃", "◇"
_NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """What a quantity measures.

    `lead` is the span, in the page's reading, of words before the number that belong to it (下降);
    `sign` is -1 for a fall; `agent` where somebody did it; `static` where it has no time of its own.
    """

    rule: str
    kind: str
    aspect: str
    theme: str
    lead: Span | None
    sign: int
    agent: bool
    static: bool


def find_aspect(quantity: Quantity, sentence: Sentence, others: tuple[Quantity, ...]) -> Aspect | None:
    """Say what a quantity measures, from its sentence and the other quantities in it.

    Returns:
        None where the words around it make no flood fact of it: an age, a price, a score.
    """
    text = _masked(quantity, sentence, others)
    for rule in load("aspects").rules:
        if quantity.measure not in rule.builds["measure"]:
            continue
        for found in rule.pattern.finditer(text):
            if _THIS in found[0]:
                if rule.builds["kind"] == _NONE:
                    return None
                lead = _lead(found.groupdict(), text, quantity)
                return _to_aspect(rule, lead)
    return None


def _masked(quantity: Quantity, sentence: Sentence, others: tuple[Quantity, ...]) -> str:
    """Write the sentence with this quantity as ＃ and every other one as ◇."""
    pieces, place, start = [], 0, sentence.span.start
    for other in others:
        pieces.append(sentence.text[place : other.span.start - start])
        pieces.append(_THIS if other is quantity else _OTHER)
        place = other.span.end - start
    pieces.append(sentence.text[place:])
    return "".join(pieces)


def _lead(groups: dict[str, str | None], text: str, quantity: Quantity) -> Span | None:
    words = next((words for name, words in groups.items() if name.startswith("lead") and words), None)
    if words is None or not text.split(_THIS, maxsplit=1)[0].endswith(words):
        return None
    return Span(quantity.span.start - len(words), quantity.span.start)


def _to_aspect(rule: Rule, lead: Span | None) -> Aspect:
    builds = rule.builds
    return Aspect(
        rule=rule.name,
        kind=builds["kind"],
        aspect=builds["aspect"],
        theme=builds["theme"],
        lead=lead,
        sign=builds.get("sign", 1),
        agent=builds.get("agent", False),
        static=builds.get("static", False),
    )
