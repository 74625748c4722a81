"""The directive: one clause of an authority that asks for one thing."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.anchors import Anchor, Anchors
from extract.matcher import Match, find_matches
from extract.reading import Reading
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span
from extract.themes import find_themes

_ORDER = "directive.clause"
_NAMED = "directive.named"
"""The rule for a name alone: it means somebody only after he was introduced."""
_CLAUSE = re.compile(r"[^，。；：！？]+")
_SHORTEST_HALF = 5
"""Two verbs joined by 并 are two orders when each half has at least so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One row of the directives table. Spans are half-open, in the report's text as stored."""

    directive_id: str
    article: str
    issuer: str
    issuer_role: str | None
    venue: str | None
    addressee: str | None
    start: dt.datetime | None
    end: dt.datetime | None
    time_text: str | None
    themes: tuple[str, ...]
    quote: str
    quote_span: Span
    sentence: str
    sentence_span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A clause that asks for something. Spans are half-open, in the page's reading."""

    issuer: str
    role: str | None
    venue: str | None
    addressee: str | None
    anchor: Anchor | None
    span: Span
    sentence: Sentence
    themes: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaker:
    """Who has the word, and what is known of the occasion."""

    issuer: str
    role: str | None
    venue: str | None
    anchor: Anchor | None
    rule: str


def find_orders(reading: Reading) -> tuple[Order, ...]:
    """Find the orders of an article, in the order of the text.

    An order holds from the time its issuer was at work: the first of the sentence that names him.
    """
    orders: list[Order] = []
    speaker: _Speaker | None = None
    known: dict[str, _Speaker] = {}
    before: Sentence | None = None
    for sentence in reading.sentences:
        if sentence.is_heading:
            continue
        if _part("other").search(sentence.text) or (before and before.paragraph != sentence.paragraph):
            speaker = None
        before = sentence
        speaker, start = _listen(sentence, speaker, known, reading.anchors)
        if speaker is None:
            continue
        follows = bool(orders) and orders[-1].sentence.span.end == sentence.span.start
        found = tuple(_orders_of(sentence, start or 0, speaker, follows=follows))
        orders += found
        if start is None and follows and not found:
            speaker = None
    return tuple(orders)


def _listen(
    sentence: Sentence,
    speaker: _Speaker | None,
    known: dict[str, _Speaker],
    anchors: Anchors,
) -> tuple[_Speaker | None, int | None]:
    """Say who speaks in a sentence, and where in it his words begin; None: he only goes on.

    He goes on from sentence to sentence of a paragraph, until one asks for nothing.
    """
    matches = find_matches(sentence.text, load("directives").rules)
    venues = [m.groups.get("venue") or m.groups.get("venue2") for m in matches]
    venue = next((venue for venue in venues if venue), None)
    speaking = [m for m in matches if "issuer" in m.groups]
    for match in speaking:
        issuer = match.groups["issuer"]
        if match.rule != _NAMED:
            known[issuer] = _introduce(match, sentence, venue, known.get(issuer), anchors)
        speaker = known.get(issuer, speaker)
    if speaker and venue and not speaker.venue:
        speaker = known[speaker.issuer] = replace(speaker, venue=venue)
    said = _part("say").search(sentence.text)
    return speaker, said.end() if said else None


def _introduce(
    match: Match,
    sentence: Sentence,
    venue: str | None,
    before: _Speaker | None,
    anchors: Anchors,
) -> _Speaker:
    here = [
        anchor
        for anchor in anchors.every
        if anchor.sentence is sentence and anchor.governs and anchor.meaning.start
    ]
    return _Speaker(
        issuer=match.groups["issuer"],
        role=match.groups.get("role") or (before.role if before else None),
        venue=venue or (before.venue if before else None),
        anchor=here[0] if here else (before.anchor if before else None),
        rule=match.rule,
    )


def _orders_of(sentence: Sentence, start: int, speaker: _Speaker, *, follows: bool) -> Iterator[Order]:
    """Read the clauses of a sentence from where the issuer's words begin."""
    commanding = False
    addressee: str | None = None
    topic: int | None = None
    for found in _CLAUSE.finditer(sentence.text, start):
        words = found[0]
        modal = _part("modal").search(words)
        if modal:
            addressee = _addressee(words[: modal.start()]) or (addressee if commanding else None)
        elif not commanding and not (follows and _part("verb").match(words)):
            topic = found.start() + _skip(words, None) if _part("topic").match(words) else None
            continue
        commanding = True
        if _part("relay").search(words):
            continue
        begin = topic if topic is not None else found.start() + _skip(words, modal)
        topic = None
        for span in _halves(sentence.text, begin, found.end()):
            if len(span) > 1:
                yield _to_order(sentence, span, speaker, addressee)


def _skip(words: str, modal: re.Match[str] | None) -> int:
    """Count the characters before what is asked for: joining words, the addressee and 要."""
    joins = _part("joins").match(words)
    begin = joins.end() if joins else 0
    if not modal or _part("forbid").fullmatch(modal[0]):
        return begin
    before = words[begin : modal.start()]
    return begin if _part("topic").match(before) else modal.end()


def _halves(text: str, begin: int, end: int) -> Iterator[Span]:
    """Part 防止甲并做好乙 in two, but not 转移并安置群众, whose verbs share their object."""
    joint = _part("joint").search(text, begin, end)
    if joint and min(joint.start() - begin, end - joint.end()) > _SHORTEST_HALF:
        yield Span(begin, joint.start())
        yield Span(joint.end(), end)
    else:
        yield Span(begin, end)


def _addressee(words: str) -> str | None:
    joins = _part("joins").match(words)
    named = words[joins.end() :] if joins else words
    return named if _part("addressee").fullmatch(named) else None


def _to_order(sentence: Sentence, span: Span, speaker: _Speaker, addressee: str | None) -> Order:
    words = sentence.text[span.start : span.end]
    return Order(
        issuer=speaker.issuer,
        role=speaker.role,
        venue=speaker.venue,
        addressee=addressee,
        anchor=speaker.anchor,
        span=span.shift(sentence.span.start),
        sentence=sentence,
        themes=find_themes(words) or ("general",),
        rule=f"{_ORDER}.{speaker.rule.rpartition('.')[2]}",
    )


def to_directive(order: Order, reading: Reading) -> Directive:
    """Give an order its row: its quote, cut from the stored text, and the time of its occasion."""
    page = reading.page
    quoted, around = page.to_stored(order.span), page.to_stored(order.sentence.span)
    anchor = order.anchor
    return Directive(
        directive_id=reading.identify(quoted, "directive"),
        article=reading.article.title,
        issuer=order.issuer,
        issuer_role=order.role,
        venue=order.venue,
        addressee=order.addressee,
        start=anchor.meaning.start if anchor else None,
        end=anchor.meaning.end if anchor else None,
        time_text=page.words(anchor.mention.span) if anchor else None,
        themes=order.themes,
        quote=page.quote(quoted),
        quote_span=quoted,
        sentence=page.quote(around),
        sentence_span=around,
        rule=order.rule,
    )


@functools.cache
def _part(name: str) -> re.Pattern[str]:
    return load("directives").pattern(f"{{{name}}}")
