"""Which time governs a place in an article.

A statement takes the last time said before it in its sentence, else the one that governs the paragraph;
目前 means the moment the reporter last gave of himself. A date carries no further than its paragraph.
"""

import bisect
import datetime as dt
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.articles import Article
from extract.dates import Calendar, Meaning
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention

_REPORTER_BEFORE = re.compile(r"记者[^，。；：]{0,4}$")
_REPORTER_AFTER = re.compile(r"，?(?:本报|本台|新华社)?记者[^，。；]{0,14}(?:了解|获悉|看到|从|在)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A time mention with its meaning, and where it stands.

    `reported` is the moment the report speaks from at that place; `governs` is False for a dateline
    and for the vague words that give a clause no time.
    """

    mention: TimeMention
    meaning: Meaning
    sentence: Sentence
    reported: Meaning
    governs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The dated times of an article, in the order of the text, and the day it was published."""

    every: tuple[Anchor, ...]
    published: dt.date | None
    _by_paragraph: Mapping[int, tuple[Anchor, ...]]
    _starts: tuple[int, ...]

    def govern(self, place: Span, quote: Span, sentence: Sentence) -> Anchor | None:
        """Find the time that governs a statement; None where the text gives it none.

        Args:
            place: Where times count as said with it: the number, or the whole clause of a deed.
            quote: The words of the statement, as a span of the reading.
            sentence: The sentence it stands in.
        """
        near = self._by_paragraph.get(sentence.paragraph, ())
        clause = sentence.clause_at(quote.start)
        here = [anchor for anchor in near if anchor.sentence is sentence and anchor.governs]
        inside = [anchor for anchor in here if clause.covers(anchor.mention.span)]
        before = [a for a in here if a.mention.span.end <= max(place.start, quote.start)]
        chosen = [anchor for anchor in before if anchor in inside] or inside[:1] or before
        if chosen:
            return chosen[-1] if _is_time(chosen[-1]) else _last_time(before, inside)
        start = sentence.span.start
        earlier = (a for a in reversed(near) if a.sentence.span.end <= start and a.governs)
        return next((anchor for anchor in earlier if _carries(anchor)), None)

    def reported_at(self, place: Span) -> dt.datetime | None:
        """Say when the report speaks here: the reporter's own time, dateline, publication."""
        index = bisect.bisect_right(self._starts, place.start)
        return (self.every[index - 1].reported if index else _day(self.published)).start


def find_anchors(
    article: Article,
    mentions: tuple[tuple[Sentence, tuple[TimeMention, ...]], ...],
    published: dt.date | None,
) -> Anchors:
    """Resolve every time mention of an article."""
    context = Calendar(today=published, reported=_day(published))
    every = tuple(
        _resolve(context, article, sentence, mention) for sentence, times in mentions for mention in times
    )
    paragraphs: dict[int, tuple[Anchor, ...]] = {
        number: tuple(group)
        for number, group in itertools.groupby(every, key=lambda anchor: anchor.sentence.paragraph)
    }
    return Anchors(
        every=every,
        published=published,
        _by_paragraph=paragraphs,
        _starts=tuple(anchor.mention.span.start for anchor in every),
    )


def _resolve(context: Calendar, article: Article, sentence: Sentence, mention: TimeMention) -> Anchor:
    """Date a mention; a dateline and a reporter's own time move the moment the report speaks from."""
    meaning = context.resolve(mention)
    opening = article.dateline is not None and article.dateline.overlaps(mention.span)
    if opening and meaning.start:
        context.today, context.last = meaning.start.date(), None
        context.reported = replace(meaning, basis="report")
    elif meaning.start and _is_reporters(sentence, mention):
        context.reported = replace(meaning, basis="report")
    return Anchor(
        mention=mention,
        meaning=meaning,
        sentence=sentence,
        reported=context.reported,
        governs=not opening and mention.kind != "duration",
    )


def _last_time(before: list[Anchor], inside: list[Anchor]) -> Anchor | None:
    """Pass over a vague word of another clause; one in the same clause takes the time away."""
    if any(not _is_time(anchor) for anchor in inside):
        return None
    return next((anchor for anchor in reversed(before) if _is_time(anchor)), None)


def _carries(anchor: Anchor) -> bool:
    return _is_time(anchor) and anchor.meaning.precision not in ("year", "month")


def _is_time(anchor: Anchor) -> bool:
    return bool(anchor.meaning.start or anchor.meaning.end)


def _is_reporters(sentence: Sentence, mention: TimeMention) -> bool:
    """Say whether the reporter gives this time as his own: 记者6日13时在…, 6日13时，记者在…了解到."""
    offset = sentence.span.start
    before = sentence.text[: mention.span.start - offset]
    after = sentence.text[mention.span.end - offset :]
    return bool(_REPORTER_BEFORE.search(before) or _REPORTER_AFTER.match(after))


def _day(date: dt.date | None) -> Meaning:
    if date is None:
        return Meaning()
    start = dt.datetime.combine(date, dt.time())
    return Meaning(start=start, precision="day", basis="report")
