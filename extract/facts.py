"""The fact: one figure or one statement, with its time, its responder and its source words.

Only here do times, responders and claims meet.
"""

import bisect
import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterable, Sequence

import msgspec

from extract.agents import find_actors
from extract.claims import Claim, find_claims
from extract.dates import Meaning
from extract.dating import (
    is_before_event,
    is_earlier,
    is_guarded,
    is_hourless,
    is_lasting,
    is_struck,
    is_torn,
    is_unborn,
    is_worked,
)
from extract.governors import Anchor
from extract.page import Page
from extract.places import find_place
from extract.reading import Reading
from extract.responders import Responder, find_responders
from extract.roles import Names
from extract.sentences import Sentence
from extract.spans import Span

_COMPARED = ("warning_level", "guarantee_level")
"""Aspects that others are measured against: they hold at all times."""
_UNDATED = Meaning()
_Key = tuple[str, str, float | None, float | None]
"""What a headline says again: a rule, a kind and a range."""


class Fact(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One row of the timeline table; the columns are described in `extract/table.py`.

    All spans are half-open and count characters of the report's text as stored. Times are local
    (Asia/Shanghai) and carry no zone.
    """

    fact_id: str
    article: str
    incident: str | None
    kind: str
    aspect: str
    theme: str | None
    start: dt.datetime | None
    end: dt.datetime | None
    time_precision: str | None
    time_basis: str | None
    time_text: str | None
    reported_at: dt.datetime | None
    responder: str | None
    responder_text: str | None
    responder_type: str | None
    place: str | None
    value_min: float | None
    value_max: float | None
    modifier: str
    measure: str | None
    status: str
    quote: str
    quote_span: Span
    sentence: str
    sentence_span: Span
    rule: str
    same_as: str | None = None
    revises: str | None = None
    contradicts: str | None = None


def find_facts(reading: Reading, orders: tuple[Span, ...]) -> list[Fact]:
    """Find the facts of an article.

    Args:
        reading: The article.
        orders: Spans of the page's reading that are orders: what they ask for was not done yet.

    Returns:
        The facts in the order of the text; what a headline says again is left out.
    """
    facts: list[Fact] = []
    told: set[_Key] = set()
    asked = _Orders(orders)
    named = tuple(find_responders(sentence) for sentence in reading.sentences)
    actors = find_actors(reading.sentences, named)
    # Many facts of an article share a time or a responder.
    words = functools.cache(reading.page.words)
    for sentence, times, responders in zip(reading.sentences, reading.times, named, strict=True):
        source: _Source | None = None
        for claim in find_claims(sentence, times, responders):
            if claim.kind == "action" and (sentence.is_heading or asked.ask_for(claim.span)):
                continue
            if sentence.is_heading:
                told = told or set(map(_key, facts))  # headlines come last
                key = (claim.rule, claim.kind, claim.low, claim.high)
                if key in told:
                    continue
                told.add(key)
            source = source or _cite(reading.page, sentence)
            acted = claim.acted or claim.measure
            agents = actors.govern(claim.span, sentence, claim.kind) if acted else ()
            facts.append(_to_fact(reading, source, claim, agents, words))
    return facts


def _key(fact: Fact) -> _Key:
    return fact.rule, fact.kind, fact.value_min, fact.value_max


class _Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence as all its facts cite it: `quote` are its words and `span` its place as stored."""

    sentence: Sentence
    span: Span
    quote: str


def _cite(page: Page, sentence: Sentence) -> _Source:
    stored = page.to_stored(sentence.span)
    return _Source(sentence=sentence, span=stored, quote=page.quote(stored))


class _Orders:
    """Where an article asks for something: the orders' starts, in order, and how far any so far reaches."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reaches = list(itertools.accumulate((span.end for span in ordered), max))

    def ask_for(self, deed: Span) -> bool:
        """Say whether a deed overlaps an order."""
        before = bisect.bisect_left(self._starts, deed.end)
        return before > 0 and self._reaches[before - 1] > deed.start


def _to_fact(
    reading: Reading, source: _Source, claim: Claim, agents: Names, words: Callable[[Span], str]
) -> Fact:
    page, sentence = reading.page, source.sentence
    quoted = page.to_stored(claim.span)
    anchor = _anchor(reading, sentence, claim)
    meaning = anchor.meaning if anchor else _UNDATED
    return Fact(
        fact_id=reading.identify(quoted, claim.kind),
        article=reading.article.title,
        incident=reading.incident,
        kind=claim.kind,
        aspect=claim.aspect,
        theme=claim.theme,
        start=meaning.start,
        end=meaning.end,
        time_precision=meaning.precision,
        time_basis=_basis(anchor, sentence),
        time_text=words(anchor.mention.span) if anchor else None,
        reported_at=reading.anchors.reported_at(claim.span),
        responder=_joint_name(agents) if agents else None,
        responder_text=words(Span(agents[0].span.start, agents[-1].span.end)) if agents else None,
        responder_type=agents[0].kind if agents else None,
        place=find_place(claim.clause, sentence),
        value_min=claim.low,
        value_max=claim.high,
        modifier=claim.modifier,
        measure=claim.measure,
        status=claim.status,
        quote=page.quote(quoted),
        quote_span=quoted,
        sentence=source.quote,
        sentence_span=source.span,
        rule=claim.rule,
    )


def _joint_name(agents: Sequence[Responder]) -> str:
    return agents[0].name if len(agents) == 1 else "、".join(dict.fromkeys(agent.name for agent in agents))


def _anchor(reading: Reading, sentence: Sentence, claim: Claim) -> Anchor | None:
    """Find the claim's time; None where the text gives none, or one that cannot be its own."""
    anchor = reading.anchors.govern(claim.clause, claim.span, sentence, shared=claim.acted)
    return anchor if anchor and _is_dated(claim, sentence, anchor) else None


def _is_dated(claim: Claim, sentence: Sentence, anchor: Anchor) -> bool:
    """Say whether a time can be the claim's: a length takes its sentence's only, a demand its clause's."""
    if claim.aspect in _COMPARED:
        return False
    text, origin, clause = sentence.text, sentence.span.start, claim.clause
    start, end = clause.start - origin, clause.end - origin
    before = text[start : max(start, claim.span.start - origin)]
    if clause.covers(anchor.mention.span):
        return not is_unborn(before)
    here, until = anchor.sentence is sentence, anchor.mention.bound == "until"
    if is_hourless(before) or (claim.status == "required" and not (here and until)):
        return False
    if not claim.static:
        return here or not (is_earlier(before) or is_before_event(text))
    after = text[max(start, claim.span.end - origin) : end]
    torn = until or is_struck(after) or is_torn(text[:start])
    lasting = (is_lasting(before) and not torn) or is_guarded(before, after)
    return is_worked(before) or (here and not lasting)


def _basis(anchor: Anchor | None, sentence: Sentence) -> str | None:
    """Say how a time is known: one taken over from another sentence is carried."""
    if anchor is None:
        return None
    if anchor.meaning.basis == "stated" and anchor.sentence is not sentence:
        return "carried"
    return anchor.meaning.basis
