"""The directive: one clause of an authority that asks for one thing."""

import datetime as dt
from collections.abc import Iterator, Mapping

import msgspec

from extract.governors import Anchor
from extract.instructions import Manner, find_instructions, resumes, takes_up
from extract.reading import Reading
from extract.sentences import Sentence
from extract.spans import Span
from extract.speakers import Floor, Speech
from extract.themes import find_themes
from extract.triggers import Triggers


class Directive(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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


class Order(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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


def find_orders(reading: Reading) -> tuple[Order, ...]:
    """Find the orders of an article, in the order of the text.

    An order holds from the time its issuer was at work, as told where he is named. He goes on from
    sentence to sentence of a paragraph, until one after his orders asks for nothing.
    """
    body = [sentence for sentence in reading.sentences if not sentence.is_heading]
    whole = Span(body[0].span.start, body[-1].span.end) if body else Span(0, 0)
    triggers = Triggers("speakers", reading.page.reading, whole)
    last_word = triggers.last("says")
    orders: list[Order] = []
    floor = Floor(reading.anchors)
    before: Sentence | None = None
    for sentence, words in zip(body, triggers.within([sentence.span for sentence in body]), strict=True):
        if last_word <= sentence.span.start and floor.is_free:
            break
        follows = bool(orders) and orders[-1].sentence is before
        if before and (before.paragraph != sentence.paragraph or floor.is_silent):
            _go_on(floor, before, sentence, follows=follows)
        speeches = floor.listen(sentence, words)
        if speeches:
            _write_down(orders, speeches, sentence, before, follows=follows)
            if orders and orders[-1].sentence is sentence:
                floor.take_note()
            elif follows and speeches[-1].carried:
                floor.fall_silent()
        before = sentence
    return tuple(orders)


def _go_on(floor: Floor, before: Sentence, sentence: Sentence, *, follows: bool) -> None:
    """Give the word back to who lost it where a sentence goes on with orders, in its way of doing so."""
    goes_on = takes_up
    if before.paragraph != sentence.paragraph:
        goes_on = resumes
        floor.end_paragraph(after_orders=follows)
    if floor.is_silent and goes_on(sentence.text):
        floor.resume()


def _write_down(
    orders: list[Order],
    speeches: tuple[Speech, ...],
    sentence: Sentence,
    before: Sentence | None,
    *,
    follows: bool,
) -> None:
    """Add the orders of the speeches in a sentence, and of a quotation before it whose speaker it names."""
    for speech in speeches:
        orders += _orders_of(speech, sentence, orders[-1] if follows else None)
    last = speeches[-1]
    if before and last.is_over(sentence.text) and _is_quoted_before(before, sentence):
        quoted = Speech(speaker=last.speaker, place=Span(0, len(before.text)))
        orders += _orders_of(quoted, before, None)


def _is_quoted_before(before: Sentence, sentence: Sentence) -> bool:
    """Say whether the sentence before is a quotation: a sentence 县长说 then names its speaker."""
    return before.paragraph == sentence.paragraph and before.text[0] + before.text[-1] == "“”"


def _orders_of(speech: Speech, sentence: Sentence, last: Order | None) -> Iterator[Order]:
    """Read the orders of a speech; one that goes on keeps the addressee of the last order."""
    manner, addressee = _manner(speech, last), speech.addressee
    if manner is Manner.GOING_ON and last:
        addressee = last.addressee
    found = find_instructions(sentence.text, speech.place, manner, addressee)
    for instruction in found:
        words = sentence.text[instruction.span.start : instruction.span.end]
        yield Order(
            issuer=speech.speaker.issuer,
            role=speech.speaker.role,
            venue=speech.speaker.venue,
            addressee=instruction.addressee,
            anchor=speech.speaker.anchor,
            span=instruction.span.shift(sentence.span.start),
            sentence=sentence,
            themes=find_themes(words) or ("general",),
            rule=speech.speaker.rule,
        )


def _manner(speech: Speech, last: Order | None) -> Manner:
    if speech.carried and not speech.announced:
        return Manner.GOING_ON if last else Manner.AWAITED
    return Manner.DEMANDED if speech.demanded else Manner.SPOKEN


def to_directives(orders: tuple[Order, ...], reading: Reading) -> list[Directive]:
    """Give the orders of an article their rows: quotes, cut from the stored text, and the time."""
    called = {name for order in orders for name in _names(order)}
    written = {name: _as_written(name, reading) for name in called}
    return [_to_directive(order, reading, written) for order in orders]


def _names(order: Order) -> Iterator[str]:
    yield from order.issuer.split("、")
    yield from filter(None, (order.role, order.venue, order.addressee))


def _to_directive(order: Order, reading: Reading, written: Mapping[str, str]) -> Directive:
    """Make one row, given the names in it as the stored text writes them."""
    page = reading.page
    quoted, around = page.to_stored(order.span), page.to_stored(order.sentence.span)
    anchor = order.anchor
    return Directive(
        directive_id=reading.identify(quoted, "directive"),
        article=reading.article.title,
        issuer="、".join([written[name] for name in order.issuer.split("、")]),
        issuer_role=written[order.role] if order.role else order.role,
        venue=written[order.venue] if order.venue else order.venue,
        addressee=written[order.addressee] if order.addressee else order.addressee,
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


def _as_written(name: str, reading: Reading) -> str:
    """Give a name in the characters of the stored text; as it is where the text does not hold it so."""
    page = reading.page
    place = page.reading.find(name, reading.sentences[0].span.start, reading.article.paragraphs[-1].end)
    return page.words(Span(place, place + len(name))) if place >= 0 else name
