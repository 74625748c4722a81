"""Which time governs a place in an article.

A statement takes the last time said before it in its sentence, else the one that governs the paragraph;
目前 means the moment the reporter last gave of himself. A date carries no further than its paragraph, and
into nobody's speech.
"""

import bisect
import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from extract.articles import Article
from extract.dates import Calendar, Meaning
from extract.quotations import Quotations, find_quotations
from extract.reporters import find_speaking, is_reporters
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention

_NEXT_WORDS = 6
"""How many characters after 22日20时 its own words may begin."""
_MANY = 40
"""How many times before and after a statement are looked at."""
_SINCE_REACH = 30
"""How many characters 自X…以来 may take."""
_POINTING = ("那", "这", "当", "同")
_STOPS = re.compile(r"[；：“”。]")
_DIGIT = re.compile(r"[\d一二三四五六七八九十两]")
_COUNTED = re.compile(r"[较比][^，。；：]{0,5}$")
_THROUGH = ("经过", "历经", "历时")
_COMING = ("预计", "预报", "可能", "可望", "有望", "计划")
_SEEN = re.compile(r"，(?:出现|发生)(?:时间)?[为是在于]{1,2}$")
_HEADS = "，。；：、“（"
_Timed = tuple[Sentence, tuple[TimeMention, ...]]


class Anchor(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time mention with its meaning, and where it stands.

    `reported` is the moment the report speaks from at that place; `governs` is False for a dateline and for
    what gives a clause no time of its own; `carries` says that later sentences take it over; `speech` is the
    quotation it stands in.
    """

    mention: TimeMention
    meaning: Meaning
    sentence: Sentence
    reported: Meaning
    governs: bool
    carries: bool
    speech: Span | None


class Anchors(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The dated times of an article, in the order of the text, and the day it was published."""

    every: tuple[Anchor, ...]
    published: dt.date | None
    _starts: tuple[int, ...]
    _quotations: Quotations

    def govern(self, place: Span, quote: Span, sentence: Sentence, *, shared: bool = False) -> Anchor | None:
        """Find the time that governs a statement; None where the text gives it none.

        Args:
            place: Where times count as said with it: the number, or the whole clause of a deed.
            quote: The words of the statement, as a span of the reading.
            sentence: The sentence it stands in.
            shared: Whether somebody did it, so that a later clause about him may date it.
        """
        speech = self._quotations.around(quote.start)
        here = self._beside(quote, sentence, speech)
        if here is None:
            return None
        clause = sentence.clause_at(quote.start)
        attributes = [a for a in here if a.mention.role == "attribute" and a.mention.span.end < quote.start]
        if attributes and _dates_next(attributes[-1], quote, sentence):
            return attributes[-1] if _is_time(attributes[-1]) else None
        nearest = _nearest(here, clause, max(place.start, quote.start))
        own = nearest or (attributes[-1] if attributes else None)
        if own is None:
            return _shared(here, clause, sentence, acted=shared) or self._carried(sentence, speech)
        return _lasting(_compared(own, here, clause, quote), sentence, quote) if _is_time(own) else None

    def reported_at(self, place: Span) -> dt.datetime | None:
        """Say when the report speaks here: the reporter's own time, dateline, publication."""
        index = bisect.bisect_right(self._starts, place.start)
        return (self.every[index - 1].reported if index else _day(self.published)).start

    def _beside(self, quote: Span, sentence: Sentence, speech: Span | None) -> list[Anchor] | None:
        """List the times its speaker says beside a quote; None where it is an offset to nowhere: 两三天后."""
        first = bisect.bisect_left(self._starts, sentence.span.start)
        last = bisect.bisect_left(self._starts, sentence.span.end, first)
        if last - first > _MANY:
            at = bisect.bisect_left(self._starts, quote.start)
            first, last = max(at - _MANY, first), min(at + _MANY, last)
        here = []
        for anchor in [a for a in self.every[first:last] if a.speech == speech]:
            mention = anchor.mention
            if mention.role == "window" or not quote.overlaps(mention.span):
                here.append(anchor)
            elif mention.kind == "offset" and not _is_time(anchor):
                return None
        return here

    def _is_passing(self, anchor: Anchor) -> bool:
        """Say whether a time to come stands after a time of its sentence, which is the one that carries."""
        first = bisect.bisect_left(self._starts, anchor.sentence.span.start)
        before = self.every[first : bisect.bisect_left(self._starts, anchor.mention.span.start)]
        return _is_ahead(anchor) and any(a.carries and not _is_ahead(a) for a in before)

    def _carried(self, sentence: Sentence, speech: Span | None) -> Anchor | None:
        """Find the time taken over from the sentences before: the last one said, if it carries."""
        last = bisect.bisect_left(self._starts, sentence.span.start)
        for anchor in reversed(self.every[max(0, last - _MANY) : last]):
            if anchor.sentence.paragraph != sentence.paragraph:
                return None
            role = anchor.mention.role
            if not anchor.governs or anchor.speech != speech or role == "window":
                continue
            within = role == "block" and anchor.mention.span.start > anchor.sentence.span.start
            if not within and not self._is_passing(anchor):
                return anchor if anchor.carries else None
        return None


def _is_ahead(anchor: Anchor) -> bool:
    """Say whether a time lies after the day the report speaks from."""
    start, now = anchor.meaning.start, anchor.reported.start
    return bool(start and now and start.date() > now.date())


def find_anchors(article: Article, mentions: tuple[_Timed, ...], published: dt.date | None) -> Anchors:
    """Resolve every time mention of an article."""
    quotations = find_quotations([sentence for sentence, _ in mentions])
    resolved = _resolve_all(article, mentions, published, quotations)
    every = tuple(sorted(resolved, key=lambda anchor: anchor.mention.span.start))
    return Anchors(
        every=every,
        published=published,
        _starts=tuple(anchor.mention.span.start for anchor in every),
        _quotations=quotations,
    )


def _resolve_all(
    article: Article, mentions: tuple[_Timed, ...], published: dt.date | None, quotations: Quotations
) -> Iterator[Anchor]:
    context = Calendar(today=published, reported=_day(published))
    paragraph = 0
    for index, (sentence, times) in enumerate(mentions):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            context.open_paragraph()
        since: Meaning | None = None
        for mention in times:
            speech = quotations.around(mention.span.start)
            said = find_speaking(context, mentions, index, speech) if mention.kind == "now" else None
            meaning = said or context.resolve(mention)
            if since and mention.bound == "until" and mention.kind == "calendar":
                meaning = replace(meaning, start=since.start)
            elif mention.bound == "since" and mention.role == "frame":
                since = meaning
            yield _to_anchor(context, article, sentence, mention, (meaning, speech))


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


def _dates_next(anchor: Anchor, quote: Span, sentence: Sentence) -> bool:
    """Say whether the quote is the number that 22日20时的 dates: the first one after it, in a few words."""
    between = sentence.words(Span(anchor.mention.span.end, quote.start))
    return len(between) <= _NEXT_WORDS and not _DIGIT.search(between)


def _shared(here: Sequence[Anchor], clause: Span, sentence: Sentence, *, acted: bool) -> Anchor | None:
    """Find the time of a later clause that is its own: 民兵加筑堤坝，于今天6时完成; 历经三天，5日8时合龙.

    What nobody did has one only where the clause says when it was seen: 水位33米，出现在5日8时.
    """
    later = (a for a in here if a.governs and a.mention.span.start >= clause.end)
    if not (anchor := next(later, None)):
        return None
    between = sentence.words(Span(clause.end, anchor.mention.span.start))
    plain = anchor.mention.kind == "calendar" and anchor.mention.bound == "at" and _is_time(anchor)
    if between.endswith(_COMING) or not (acted or _SEEN.match(between)):
        return None
    ended = between == "，" and sentence.words(clause).startswith(_THROUGH)
    apart = between[-1:] in _HEADS or _STOPS.search(between)
    return anchor if plain and (ended or not apart) else None


def _nearest(here: Sequence[Anchor], clause: Span, until: int) -> Anchor | None:
    """Choose the last time before a statement in its clause, else the first in it, else the last before it.

    A vague word of another clause is passed over; one in the same clause takes the time away.
    """
    before = inside = both = None
    for anchor in here:
        if anchor.governs:
            within = clause.covers(anchor.mention.span)
            inside = inside or (anchor if within else None)
            if anchor.mention.span.end <= until:
                both = anchor if within else both
                before = anchor if before is None or _is_time(anchor) else before
    return both or inside or before


def _compared(own: Anchor, here: Sequence[Anchor], clause: Span, quote: Span) -> Anchor:
    """Let a change counted up to X begin where it is counted from: 较24小时前, but not 比堵口那天."""
    if len(here) == 1:
        return own
    end = own.meaning.end or own.meaning.start
    ranged = own.meaning.start and own.meaning.end
    if ranged or end is None or own.mention.bound == "since":
        return own
    for anchor in here:
        span, start = anchor.mention.span, anchor.meaning.start
        beside = clause.covers(span) and span.end <= quote.end
        if beside and start and start < end and _is_counted_from(anchor):
            return replace(own, meaning=replace(own.meaning, start=start, end=end))
    return own


def _is_counted_from(anchor: Anchor) -> bool:
    """Say whether a change is told from a time on: 较8时, 比昨日; not 刷新1998年, 比堵口那天."""
    mention, sentence = anchor.mention, anchor.sentence
    if mention.role != "reference" or anchor.meaning.precision in {"year", "month"}:
        return False
    if mention.text.startswith(_POINTING) and not any(stamp.hour for stamp in mention.stamps):
        return False
    start = mention.span.start - sentence.span.start
    return bool(_COUNTED.search(sentence.text, max(0, start - _NEXT_WORDS), start))


def _lasting(own: Anchor, sentence: Sentence, quote: Span) -> Anchor:
    """Let what is told after 自X以来 last until the report: 已持续20天."""
    start, end = own.meaning.start, own.reported.start
    if own.mention.bound != "since" or own.sentence is not sentence or quote.start < own.mention.span.end:
        return own
    ever_since = "以来" in sentence.words(Span(own.mention.span.start, quote.start))[:_SINCE_REACH]
    if not ever_since or end is None or start is None or end < start:
        return own
    return replace(own, meaning=replace(own.meaning, end=end))


def _is_time(anchor: Anchor) -> bool:
    return bool(anchor.meaning.start or anchor.meaning.end)


def _day(date: dt.date | None) -> Meaning:
    if date is None:
        return Meaning()
    start = dt.datetime.combine(date, dt.time())
    return Meaning(start=start, precision="day", basis="report")


@functools.cache
def _part(name: str) -> re.Pattern[str]:
    return load("times").pattern(f"{{{name}}}")
