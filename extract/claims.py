"""What a sentence claims: a figure with what it measures, or a statement without a number."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.aspects import Aspect, find_aspect
from extract.conditions import Condition, find_conditions
from extract.quantities import Quantity, find_quantities
from extract.responders import Responder
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span
from extract.themes import find_themes
from extract.times import TimeMention

_HAPPENS = ("breach", "hazard")
"""Aspects of actions that befall a dike: nobody does them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure or a statement, not yet timed. Spans are half-open, in the page's reading.

    `span` is what is quoted, `clause` the clause it stands in; `low` and `high` are an inclusive range
    in `measure`, None for an open side; `acted` says that somebody did it, `static` that it has no time
    of its own.
    """

    rule: str
    span: Span
    clause: Span
    kind: str
    aspect: str
    theme: str
    low: float | None
    high: float | None
    modifier: str
    measure: str | None
    status: str
    acted: bool
    static: bool


def find_claims(
    sentence: Sentence, times: tuple[TimeMention, ...], responders: tuple[Responder, ...]
) -> tuple[Claim, ...]:
    """Find what a sentence claims, in the order of its words.

    Args:
        sentence: The sentence.
        times: Its time mentions: a number inside one is no figure, and a quote starts after one.
        responders: Its organisations: a quote starts after the one that acts.
    """
    calendar = [mention.span for mention in times if mention.kind == "calendar"]
    quantities = tuple(
        quantity
        for quantity in find_quantities(sentence)
        if not any(span.overlaps(quantity.span) for span in calendar)
    )
    figures = list(_figures(sentence, quantities))
    heads = [*calendar, *(r.span for r in responders), *(figure.span for figure in figures)]
    statements = _statements(sentence, figures, heads)
    return tuple(sorted([*figures, *statements], key=lambda claim: claim.span))


def _figures(sentence: Sentence, quantities: tuple[Quantity, ...]) -> Iterator[Claim]:
    for quantity in quantities:
        aspect = find_aspect(quantity, sentence, quantities)
        if aspect:
            yield _figure(sentence, quantity, aspect)


def _figure(sentence: Sentence, quantity: Quantity, aspect: Aspect) -> Claim:
    low, high = quantity.low, quantity.high
    if aspect.sign < 0:
        low, high = (None if high is None else -high), (None if low is None else -low)
    clause = sentence.clause_at(quantity.span.start)
    return Claim(
        rule=aspect.rule,
        span=Span(aspect.lead.start, quantity.span.end) if aspect.lead else quantity.span,
        clause=clause,
        kind=aspect.kind,
        aspect=aspect.aspect,
        theme=aspect.theme,
        low=low,
        high=high,
        modifier=quantity.modifier,
        measure=quantity.measure,
        status=_status(sentence.words(clause)),
        acted=aspect.agent,
        static=aspect.static,
    )


def _statements(sentence: Sentence, figures: list[Claim], heads: list[Span]) -> Iterator[Claim]:
    for condition in find_conditions(sentence):
        words = sentence.words(condition.clause)
        is_action = condition.kind == "action"
        if is_action and (_part("unreal").search(words) or _is_counted(condition, figures)):
            continue
        if any(figure.span.overlaps(condition.span) for figure in figures):
            continue
        span = _predicate(sentence, condition, heads) if condition.whole else condition.span
        themes = find_themes(sentence.words(span))
        yield Claim(
            rule=condition.rule,
            span=span,
            clause=condition.clause,
            kind=condition.kind,
            aspect=condition.aspect,
            theme=condition.theme or next(iter(themes), condition.otherwise),
            low=None,
            high=None,
            modifier="none",
            measure=None,
            status=_status(_demanding(sentence, condition.clause)),
            acted=is_action and condition.aspect not in _HAPPENS,
            static=False,
        )


def _is_counted(condition: Condition, figures: list[Claim]) -> bool:
    """Say whether a figure of the clause already stands for the deed."""
    inside = [figure for figure in figures if condition.clause.covers(figure.span)]
    return any(not condition.beside_figure or condition.span.start < figure.span.end for figure in inside)


def _predicate(sentence: Sentence, condition: Condition, heads: list[Span]) -> Span:
    """Cut a clause down to what is done: times, actors and joining words before it taken off."""
    clause, trigger = condition.clause, condition.span
    start = max(
        (head.end for head in heads if clause.start <= head.start and head.end <= trigger.start),
        default=clause.start,
    )
    words = sentence.words(Span(start, clause.end))
    head = _part("head").match(words)
    if head and start + head.end() <= trigger.start:
        start += head.end()
    tail = _part("tail").search(words)
    end = clause.end - len(tail[0]) if tail else clause.end
    return Span(start, max(end, trigger.end))


def _demanding(sentence: Sentence, clause: Span) -> str:
    """Give a clause with the one before it where 并 joins them: 必须加固，并巡查 demands both."""
    words = sentence.words(clause)
    before = [other for other in sentence.clauses() if other.end <= clause.start]
    if before and words.startswith(("并", "且", "绝不能", "决不能")):
        return sentence.words(before[-1]) + words
    return words


def _status(words: str) -> str:
    rules = load("statuses").rules
    return next((str(r.builds["status"]) for r in rules if r.pattern.search(words)), "observed")


@functools.cache
def _part(name: str) -> re.Pattern[str]:
    return load("conditions").pattern(f"{{{name}}}")
