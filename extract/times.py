"""Find time expressions in a sentence; what they mean on the calendar is for `dates.py`."""

import functools
import re
from dataclasses import dataclass

from extract.matcher import Match, find_matches
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_UNTIL = re.compile(r"^(?:截至|截止)|为止$|^到目前")
_SINCE = re.compile(r"^(?:自|从)|(?:开始|以来|起)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The parts of one moment as written, each None where the text does not say it.

    `year`, `month` and `day` are words (去年, 上月, 昨日, 周二) or numerals; `part` is a part of the day;
    `hour` and `minute` are numerals of the clock the text uses.
    """

    year: str | None = None
    month: str | None = None
    day: str | None = None
    part: str | None = None
    hour: str | None = None
    minute: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression. The span is half-open, in the page's reading.

    `kind` is calendar, now, duration or vague; `bound` is at, until (截至) or since (自, 起). A range has
    two stamps, a point one, the other kinds none.
    """

    span: Span
    text: str
    kind: str
    bound: str
    stamps: tuple[Stamp, ...]


def find_times(sentence: Sentence) -> tuple[TimeMention, ...]:
    """Find the time expressions of a sentence, in its order, none overlapping another."""
    matches = find_matches(sentence.text, load("times").rules)
    return tuple(_to_mention(match, sentence) for match in matches)


def _to_mention(match: Match, sentence: Sentence) -> TimeMention:
    span = match.span.shift(sentence.span.start)
    words = sentence.words(span)
    kind = match.builds["class"]
    return TimeMention(
        span=span,
        text=words,
        kind=kind,
        bound="until" if _UNTIL.search(words) else "since" if _SINCE.search(words) else "at",
        stamps=_read_stamps(words) if kind == "calendar" else (),
    )


def _read_stamps(words: str) -> tuple[Stamp, ...]:
    stamps = (found.groupdict() for found in _stamp().finditer(words) if found.end() > found.start())
    return tuple(
        Stamp(
            year=parts["year"] or parts["year2"],
            month=parts["month"] or parts["month2"],
            day=parts["day"] or parts["day2"] or parts["word"],
            part=parts["part"],
            hour=parts["hour"] or parts["hour2"],
            minute=parts["minute"]
            or parts["minute2"]
            or parts["minute3"]
            or ("30" if parts["half"] else None),
        )
        for parts in stamps
    )


@functools.cache
def _stamp() -> re.Pattern[str]:
    """The grammar of one moment with its parts named; 今天（6日） leaves its word to the date."""
    date = (
        r"(?:(?P<year>{year})?(?:(?P<month>{month})(?P<day>{day})?|(?P<day2>{day}))?"
        r"|(?P<year2>{year})(?P<month2>{month})?)"
    )
    word = r"(?P<word>{word}|[昨今前明当次翌](?=[晚早晨夜]))(?:（)?"
    part = r"(?:）)?的?(?P<part>{part}|{short_part}上?)?"
    clock = (
        r"(?:(?P<hour>{hour})(?:时|点)(?:许|多|整)?"
        r"(?:(?P<half>半)|(?P<minute>{minute})分|(?P<minute2>\d\d)(?!\d))?"
        r"|(?P<hour2>\d{1,2}):(?P<minute3>\d\d))?"
    )
    template = rf"(?:{word})?{date}{part}{clock}"
    return load("times").pattern(template)
