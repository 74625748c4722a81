"""Which time governs a place in an article.

A statement takes the last time said before it in its sentence, else the one that governs the paragraph;
目前 means the moment the reporter last gave of himself. A date carries no further than its paragraph, and
into nobody's speech.
"""

import bisect
import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from extract.articles import Article
from extract.dates import Calendar, Meaning
from extract.governors import (
    Anchor,
    bracketed,
    from_reference,
    is_next,
    is_time,
    last_attribute,
    later_time,
    nearest_time,
    ranged,
    till_report,
)
from extract.quotations import Quotations, find_quotations
from extract.reporters import find_speaking, is_reporters
from extract.rulebook import part
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention

_part = functools.partial(part, "times")

_MANY = 40
"""How many times before and after a statement are looked at."""
_OVERNIGHT = "连夜"
"""How a deed was done, and no time that later sentences are told of."""
_Timed = tuple[Sentence, tuple[TimeMention, ...]]
_start = attrgetter("mention.span.start")


class Anchors(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The dated times of an article, in the order of the text, and the day it was published."""

    every: tuple[Anchor, ...]
    published: dt.date | None
    _starts: tuple[int, ...]
    _told: Mapping[int, Sequence[Anchor]]  # those of each sentence, by where it starts
    _quotations: Quotations

    def govern(self, clause: Span, quote: Span, sentence: Sentence, *, shared: bool = False) -> Anchor | None:
        """Find the time that governs a statement; None where the text gives it none.

        Args:
            clause: The clause it stands in.
            quote: The words of the statement, as a span of the reading.
            sentence: The sentence it stands in.
            shared: Whether somebody did it, so that a later clause about him may date it.
        """
        speech = self._quotations.around(quote.start)
        here = self._beside(quote, sentence, speech)
        if not here:
            return None if here is None else self._carried(sentence, speech)
        attribute = last_attribute(here, quote)
        if attribute and is_next(attribute, quote, sentence):
            return attribute if is_time(attribute) else None
        own = bracketed(here, quote, sentence)
        own = own or nearest_time(here, clause, max(clause.start, quote.start), sentence) or attribute
        if own is None:
            return later_time(here, clause, sentence, acted=shared) or self._carried(sentence, speech)
        if not is_time(own):
            return None
        if own.mention.bound == "since":
            return till_report(ranged(own, here, clause), sentence, quote)
        return from_reference(own, here, clause, quote) if len(here) > 1 else own

    def said_in(self, sentence: Sentence) -> Sequence[Anchor]:
        """List the times of a sentence, in its order."""
        return self._told.get(sentence.span.start, ())

    def reported_at(self, place: Span) -> dt.datetime | None:
        """Say when the report speaks here: the reporter's own time, dateline, publication."""
        index = bisect.bisect_right(self._starts, place.start)
        return (self.every[index - 1].reported if index else _day(self.published)).start

    def _beside(self, quote: Span, sentence: Sentence, speech: Span | None) -> list[Anchor] | None:
        """List the times its speaker says beside a quote; None where it is an offset to nowhere: 两三天后."""
        told = self.said_in(sentence)
        if len(told) > _MANY:
            at = bisect.bisect_left(told, quote.start, key=_start)
            told = told[max(at - _MANY, 0) : at + _MANY]
        here = []
        for anchor in told:
            if anchor.speech != speech:
                continue
            mention = anchor.mention
            apart = mention.span.end <= quote.start or quote.end <= mention.span.start
            if apart or mention.role == "window" or _names_day(mention):
                here.append(anchor)
            elif mention.kind == "offset" and not is_time(anchor):
                return None
        return here

    def _is_passing(self, anchor: Anchor) -> bool:
        """Say whether a time to come stands after a time of its sentence, which is the one that carries."""
        if not _is_ahead(anchor):
            return False
        told = self.said_in(anchor.sentence)
        before = told[: bisect.bisect_left(told, _start(anchor), key=_start)]
        return any(a.carries and not _is_ahead(a) for a in before)

    def _carried(self, sentence: Sentence, speech: Span | None) -> Anchor | None:
        """Find the time taken over from the sentences before: the last one said, if it carries."""
        last = bisect.bisect_left(self._starts, sentence.span.start)
        for at in range(last - 1, max(0, last - _MANY) - 1, -1):
            anchor = self.every[at]
            if anchor.sentence.paragraph != sentence.paragraph:
                return None
            role = anchor.mention.role
            within = role == "window" or anchor.mention.text == _OVERNIGHT
            if not anchor.governs or anchor.speech != speech or within:
                continue
            within = role == "block" and anchor.mention.span.start > anchor.sentence.span.start
            if not within and not self._is_passing(anchor):
                return anchor if anchor.carries else None
        return None


def _names_day(mention: TimeMention) -> bool:
    return any(stamp.day for stamp in mention.stamps)


def _is_ahead(anchor: Anchor) -> bool:
    """Say whether a time lies after the day the report speaks from."""
    start, now = anchor.meaning.start, anchor.reported.start
    return bool(start and now and start.date() > now.date())


def find_anchors(article: Article, mentions: tuple[_Timed, ...], published: dt.date | None) -> Anchors:
    """Resolve every time mention of an article."""
    quotations = find_quotations([sentence for sentence, _ in mentions])
    told = dict(_resolve_all(article, mentions, published, quotations))
    every = tuple([anchor for start in sorted(told) for anchor in told[start]])
    return Anchors(
        every=every,
        published=published,
        _starts=tuple(map(_start, every)),
        _told=told,
        _quotations=quotations,
    )


def _resolve_all(
    article: Article, mentions: tuple[_Timed, ...], published: dt.date | None, quotations: Quotations
) -> Iterator[tuple[int, list[Anchor]]]:
    """Resolve the mentions of each sentence that has any, beside where it starts."""
    context = Calendar(today=published, reported=_day(published))
    paragraph = 0
    for index, (sentence, times) in enumerate(mentions):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            context.open_paragraph()
        here: list[Anchor] = []
        since: Meaning | None = None
        for mention in times:
            speech = quotations.around(mention.span.start)
            said = find_speaking(context, mentions, index, speech) if mention.kind == "now" else None
            meaning = said or context.resolve(mention)
            if since and mention.bound == "until":
                meaning = replace(meaning, start=since.start)
            elif mention.bound == "since" and mention.role == "frame":
                since = meaning
            here.append(_to_anchor(context, article, sentence, mention, (meaning, speech)))
        if here:
            yield sentence.span.start, here


def _to_anchor(
    context: Calendar,
    article: Article,
    sentence: Sentence,
    mention: TimeMention,
    told: tuple[Meaning, Span | None],
) -> Anchor:
    """Place a dated mention; a dateline and a reporter's own time move the moment the report speaks from."""
    meaning, speech = told
    opening = article.dateline is not None and article.dateline.overlaps(mention.span)
    if opening and meaning.start:
        context.open_article(meaning)
    elif meaning.start and mention.kind == "calendar" and is_reporters(sentence, mention):
        context.reported = replace(meaning, basis="report")
    dates = mention.role in {"frame", "block"} and mention.kind != "duration"
    governs = not opening and (dates or (mention.role == "window" and meaning.start is not None))
    return Anchor(
        mention=mention,
        meaning=meaning,
        sentence=sentence,
        reported=context.reported,
        governs=governs,
        carries=governs and _carries(context, sentence, mention, meaning),
        speech=speech,
    )


def _carries(context: Calendar, sentence: Sentence, mention: TimeMention, meaning: Meaning) -> bool:
    """Say whether later sentences take a time over: not a year, nor history, nor how long it rained."""
    moment = meaning.start or meaning.end
    if moment is None or meaning.precision in {"year", "month"} or context.is_history(moment.date()):
        return False
    place = mention.span.end - sentence.span.start
    return not (mention.bound == "since" and _part("weather").match(sentence.text, place))


def _day(date: dt.date | None) -> Meaning:
    if date is None:
        return Meaning()
    start = dt.datetime.combine(date, dt.time())
    return Meaning(start=start, precision="day", basis="report")
