"""What a sentence claims: a figure with what it measures, or a statement without a number."""

import bisect
import functools
import re
from collections.abc import Iterator
from operator import attrgetter

import msgspec

from extract.actions import Action, find_actions
from extract.aspects import Aspect, find_aspects
from extract.conditions import Condition, find_conditions
from extract.cues import Signs, read_signs
from extract.quantities import Quantity, find_quantities
from extract.responders import Responder
from extract.rulebook import load, part
from extract.sentences import Sentence
from extract.spans import Span
from extract.statuses import find_status
from extract.themes import find_themes
from extract.times import TimeMention

_part = functools.partial(part, "actions")

_HAPPENS = ("breach", "hazard")
"""Aspects of actions that befall a dike: nobody does them."""
_TAIL = 4
"""The most characters of the part `tail`."""
_NAME = 4
"""A shorter name says no more than the word for those who act: 民兵."""

_span, _start = attrgetter("span"), attrgetter("start")


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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
    quantities, signs = read_sentence(sentence, times, responders)
    figures = [
        _figure(sentence, quantity, aspect)
        for quantity, aspect in zip(quantities, find_aspects(sentence, signs, quantities), strict=True)
        if aspect and aspect.is_fact
    ]
    conditions, actions = find_conditions(signs), find_actions(sentence)
    if not (conditions or actions):
        return tuple(figures)
    claims = [*figures, *_conditions(sentence, conditions, figures)]
    claims += _deeds(sentence, actions, figures, times, responders)
    claims.sort(key=_span)
    return tuple(claims)


def read_sentence(
    sentence: Sentence, times: tuple[TimeMention, ...], responders: tuple[Responder, ...]
) -> tuple[tuple[Quantity, ...], Signs]:
    """Find the numbers of a sentence that are no part of a time, and write it as signs."""
    calendar = _calendar(times) if times else []
    quantities = find_quantities(sentence, calendar)
    names = [r.span for r in responders if not r.generic and len(r.text) >= _NAME] if responders else []
    signs = read_signs(sentence, quantities, names, calendar)
    return quantities, signs


def _figure(sentence: Sentence, quantity: Quantity, aspect: Aspect) -> Claim:
    low, high = quantity.low, quantity.high
    if aspect.modifier == "at_least":
        high = None
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
        modifier=aspect.modifier,
        measure=aspect.measure,
        status=find_status(sentence, clause, aspect.kind, static=aspect.static),
        acted=aspect.agent,
        static=aspect.static,
    )


def _conditions(
    sentence: Sentence, conditions: tuple[Condition, ...], figures: list[Claim]
) -> Iterator[Claim]:
    for condition in conditions:
        clause = sentence.clause_at(condition.span.start)
        if _is_told(condition.span, figures) or _supposed().search(sentence.words(clause)):
            continue
        yield Claim(
            rule=condition.rule,
            span=condition.span,
            clause=clause,
            kind="water_level",
            aspect=condition.aspect,
            theme=condition.theme,
            low=None,
            high=None,
            modifier="none",
            measure=None,
            status=find_status(sentence, clause, "water_level"),
            acted=False,
            static=False,
        )


def _deeds(
    sentence: Sentence,
    actions: tuple[Action, ...],
    figures: list[Claim],
    times: tuple[TimeMention, ...],
    responders: tuple[Responder, ...],
) -> Iterator[Claim]:
    counted = {figure.clause: figure.span.end for figure in figures}
    heads: list[Span] = []
    for action in actions:
        if _is_counted(action, counted.get(action.clause)) or _is_denied(sentence, action):
            continue
        span = action.span
        if action.whole:
            heads = heads or sorted(
                [*_calendar(times), *(r.span for r in responders), *(figure.span for figure in figures)]
            )
            span = _predicate(sentence, action, heads)
        yield Claim(
            rule=action.rule,
            span=span,
            clause=action.clause,
            kind="action",
            aspect=action.aspect,
            theme=action.theme or next(iter(find_themes(sentence.words(span))), action.otherwise),
            low=None,
            high=None,
            modifier="none",
            measure=None,
            status=find_status(sentence, action.clause, "action"),
            acted=action.aspect not in _HAPPENS,
            static=False,
        )


def _is_denied(sentence: Sentence, action: Action) -> bool:
    """Say whether the clause only supposes the deed, or denies it before or within its words."""
    words = sentence.words(action.clause)
    told = words[: action.span.end - action.clause.start]
    return bool(_part("unreal").search(words) or _part("denied").search(told))


def _is_counted(action: Action, counted: int | None) -> bool:
    """Say whether figures of its clause, the last of which ends there, stand for a deed."""
    return counted is not None and not (action.beside_figure and counted <= action.span.start)


def _predicate(sentence: Sentence, action: Action, heads: list[Span]) -> Span:
    """Cut a clause down to what is done: times, actors and joining words before it taken off."""
    clause, trigger = action.clause, action.span
    first = bisect.bisect_left(heads, clause.start, key=_start)
    last = bisect.bisect_left(heads, trigger.start, lo=first, key=_start)
    start = max((head.end for head in heads[first:last] if head.end <= trigger.start), default=clause.start)
    words = sentence.words(Span(start, clause.end))
    head = _part("head").match(words)
    if head and start + head.end() <= trigger.start:
        start += head.end()
    tail = _part("tail").search(words, max(0, len(words) - _TAIL))
    end = clause.end - len(tail[0]) if tail else clause.end
    return Span(start, max(end, trigger.end))


def _is_told(span: Span, figures: list[Claim]) -> bool:
    """Say whether one of the figures, in order and apart, shares a character with a span."""
    first = bisect.bisect_right(figures, span.start, key=lambda figure: figure.span.end)
    return first < len(figures) and figures[first].span.start < span.end


def _calendar(times: tuple[TimeMention, ...]) -> list[Span]:
    return [mention.span for mention in times if mention.kind == "calendar"]


@functools.cache
def _supposed() -> re.Pattern[str]:
    """Find what makes of a state of the water one that might be."""
    return load("conditions").pattern("{unreal}")
