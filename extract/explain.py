"""Why a fact says what it says, and why a number became none: the rules and the words behind a row.

It asks the stages again and decides nothing itself.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from extract.articles import Article
from extract.aspects import find_aspects
from extract.claims import read_sentence
from extract.cues import Signs, spell
from extract.directives import find_orders
from extract.facts import Fact, find_facts
from extract.page import Page
from extract.pipeline import open_report, read_floods
from extract.quantities import Quantity, find_quantities
from extract.reading import Reading
from extract.responders import find_responders
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention

OTHER_ARTICLE = "topics: speaks of other matters than a flood"
OTHER_PARAGRAPHS = "topics: in part speaks of other matters than a flood"
"""Why an article was left out, or only some of its paragraphs."""

Line = tuple[str, str]
"""What is told, and the words and rules that tell it."""


class Rejection(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number that became no fact. `place` is half-open, in the text as stored; `why` names the rule."""

    quote: str
    place: Span
    sentence: str
    why: str


def explain(
    text: str,
    fact_id: str,
    published: dt.date | None = None,
    *,
    report_id: str | None = None,
    today: dt.date | None = None,
) -> tuple[Line, ...]:
    """Tell what gave a fact its value, its time and its responder.

    Args:
        text: The report as stored.
        fact_id: The row's id.
        published: As for `extract`; so are the others.
        report_id: The id the report was read under, for it is part of the fact's.
        today: As for `extract`.

    Returns:
        What is told and by what, a line each; empty where the report holds no such fact.
    """
    report, page, articles = open_report(text, published, report_id=report_id, today=today)
    for reading in read_floods(report, page, articles):
        orders = tuple(order.span for order in find_orders(reading))
        for fact in find_facts(reading, orders):
            if fact.fact_id == fact_id:
                return tuple(_tell(fact, reading))
    return ()


def rejections(
    text: str, published: dt.date | None = None, *, today: dt.date | None = None
) -> tuple[Rejection, ...]:
    """List what was looked at and rejected: numbers with units that became no fact, articles left out.

    An article left out, or the part of it that is, stands as one, under its headline.
    """
    report, page, articles = open_report(text, published, today=today)
    return list_left_out(page, articles, read_floods(report, page, articles))


def list_left_out(
    page: Page, articles: Sequence[Article], readings: Sequence[Reading]
) -> tuple[Rejection, ...]:
    """List the same of a report that is open: its page, all its articles, and what was read of them."""
    read = {span for reading in readings for span in reading.article.paragraphs}
    found = [rejection for reading in readings for rejection in _rejected(reading)]
    for article in articles:
        spans = [span for span in article.paragraphs if span not in read]
        if spans:
            place = page.to_stored(Span(spans[0].start, spans[-1].end))
            begins = page.words(spans[0])
            why = OTHER_ARTICLE if len(spans) == len(article.paragraphs) else OTHER_PARAGRAPHS
            found.append(Rejection(quote=article.title, place=place, sentence=begins, why=why))
    return tuple(sorted(found, key=lambda rejection: rejection.place))


def _tell(fact: Fact, reading: Reading) -> Iterator[Line]:
    sentence, times = next(
        (sentence, times)
        for sentence, times in zip(reading.sentences, reading.times, strict=True)
        if reading.page.to_stored(sentence.span) == fact.sentence_span
    )
    quantities, signs = _signs(sentence, times)
    yield "fact", f"{fact.quote} [{fact.quote_span.start}, {fact.quote_span.end}) in {fact.sentence}"
    for quantity in quantities:
        if fact.quote_span.overlaps(reading.page.to_stored(quantity.span)):
            yield "number", f"{quantity.text} by {quantity.rule}: {_range(fact)}"
    yield "measures", f"{fact.kind}, {fact.aspect}, by {fact.rule}"
    yield "signs", spell(signs)
    yield "time", _time(fact, reading)
    yield "responder", _responder(fact, sentence)
    yield "status", fact.status


def _range(fact: Fact) -> str:
    low, high = fact.value_min, fact.value_max
    shown = " to ".join("open" if side is None else f"{side:g}" for side in (low, high))
    return f"{shown} {fact.measure} ({fact.modifier})"


def _time(fact: Fact, reading: Reading) -> str:
    if fact.time_text is None:
        return "none: no time governs it, or what it measures has none of its own"
    known = [a for a in reading.anchors.every if reading.page.words(a.mention.span) == fact.time_text]
    anchor = max(
        (a for a in known if a.meaning.start == fact.start), default=None, key=lambda a: a.mention.span
    )
    rule = f" by {anchor.mention.rule}" if anchor else ""
    where = f", said in {reading.page.words(anchor.sentence.span)}" if anchor else ""
    held = " to ".join(str(moment) for moment in (fact.start, fact.end) if moment)
    return f"{fact.time_text}{rule}: {held} ({fact.time_precision}, {fact.time_basis}){where}"


def _responder(fact: Fact, sentence: Sentence) -> str:
    if fact.responder_text is None:
        named = "、".join(r.text for r in find_responders(sentence)) or "nobody"
        return f"none: its sentence names {named}, and no subject is carried to it"
    carried = fact.responder_text not in fact.sentence
    how = "carried from an earlier sentence" if carried else "named in its sentence"
    return f"{fact.responder_text} by responders.{fact.responder_type}: {fact.responder}, {how}"


def _rejected(reading: Reading) -> Iterator[Rejection]:
    page = reading.page
    for sentence, times in zip(reading.sentences, reading.times, strict=True):
        quantities, signs = _signs(sentence, times)
        told = {q.span: a for q, a in zip(quantities, find_aspects(sentence, signs, quantities), strict=True)}
        for quantity in find_quantities(sentence):
            aspect = told.get(quantity.span)
            if aspect and aspect.is_fact:
                continue
            within = next((t.text for t in times if t.span.overlaps(quantity.span)), None)
            inside = f"inside the time {within}" if within else "no rule of aspects.toml fits"
            why = f"{aspect.rule if aspect else inside}: {spell(signs)}"
            place = page.to_stored(quantity.span)
            yield Rejection(quote=page.quote(place), place=place, sentence=page.words(sentence.span), why=why)


def _signs(sentence: Sentence, times: tuple[TimeMention, ...]) -> tuple[tuple[Quantity, ...], Signs]:
    return read_sentence(sentence, times, find_responders(sentence))
