"""The dated times beside a statement, and which of them is its own."""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from extract.dates import Meaning
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention

_NEXT_WORDS = 6
"""How many characters after 22日20时 its own words may begin."""
_SINCE_REACH = 30
"""How many characters 自X…以来 may take."""
_POINTING = ("那", "这", "当", "同")
_STOPS = re.compile(r"[；：“”。]")
_DIGIT = re.compile(r"[\d一二三四五六七八九十两]")
_COUNTED = re.compile(r"[较比][^，。；：]{0,5}$")
_LEVEL = re.compile(r"(?:的|时|[^，。；：\d升降涨落减增]{0,6}(?:水位|流量)|)$")
"""What may stand between a time that a change is counted from and the level of that time: 比昨日8时的31米."""
_THROUGH = ("经过", "历经", "历时")
_COMING = ("预计", "预报", "可能", "可望", "有望", "计划")
_SEEN = re.compile(
    r"，(?:(?:出现|发生|峰现)(?:时间)?[为是在于：]{1,2}|(?:(?:出现|发生|峰现)时|时)间[为是：]?)$"
)
_BRACKET = re.compile(r"（(?:(?:出现|发生|峰现)?时间[为是：]?|(?:出现|发生|峰现)[于在])?$")
_DUE = re.compile(r"，(?:须|应|要|并|将|已|力争|争取|务必|确保|计划)?[于在]$")
_OVERNIGHT = re.compile(r"，(?:并|正|已)?$")
_OTHERS = re.compile(r"其中|当中|另|余下|剩")
_HEADS = "，。；：、“（"


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


def last_attribute(here: Sequence[Anchor], quote: Span) -> Anchor | None:
    """Find the last time before a number that dates the words right after it: 22日20时的30米."""
    last = None
    for anchor in here:
        if anchor.mention.role == "attribute" and anchor.mention.span.end < quote.start:
            last = anchor
    return last


def is_next(anchor: Anchor, quote: Span, sentence: Sentence) -> bool:
    """Say whether the quote is the number that 22日20时的 dates: the first one after it, in a few words."""
    between = sentence.words(Span(anchor.mention.span.end, quote.start))
    return len(between) <= _NEXT_WORDS and not _DIGIT.search(between)


def later_time(here: Sequence[Anchor], clause: Span, sentence: Sentence, *, acted: bool) -> Anchor | None:
    """Find the time of a later clause that is its own: 民兵加筑堤坝，于今天6时完成; 历经三天，5日8时合龙.

    What nobody did has one only where the clause says when it was seen: 水位33米，出现在5日8时.
    """
    later = (a for a in here if a.governs and a.mention.span.start >= clause.end)
    if not (anchor := next(later, None)):
        return None
    mention, between = anchor.mention, sentence.words(Span(clause.end, anchor.mention.span.start))
    if mention.kind != "calendar" or not is_time(anchor) or not (acted or _SEEN.match(between)):
        return None
    if mention.bound != "at":
        return anchor if mention.bound == "until" and _DUE.match(between) else None
    if between.endswith(_COMING) or _OTHERS.search(between):
        return None
    ended = between == "，" and sentence.words(clause).startswith(_THROUGH)
    ended = ended or (mention.text == "连夜" and bool(_OVERNIGHT.match(between)))
    apart = between[-1:] in _HEADS or _STOPS.search(between)
    seen = _SEEN.match(between)
    return anchor if ended or seen or not apart else None


def bracketed(here: Sequence[Anchor], quote: Span, sentence: Sentence) -> Anchor | None:
    """Find the time in brackets right after a statement: 水位33.5米（6日8时）."""
    if not sentence.text.startswith("（", quote.end - sentence.span.start):
        return None
    later = (a for a in here if a.mention.span.start > quote.end)
    anchor = next(later, None)
    told = anchor is not None and anchor.governs and is_time(anchor)
    between = sentence.words(Span(quote.end, anchor.mention.span.start)) if anchor else ""
    return anchor if told and _BRACKET.match(between) else None


def ranged(own: Anchor, here: Sequence[Anchor], clause: Span) -> Anchor:
    """Take 从7日8时一直干到8日8时 whole, where its end stands in the same clause."""
    if not clause.covers(own.mention.span):
        return own
    ends = (a for a in here if a.mention.bound == "until" and a.meaning.start == own.meaning.start)
    return next((a for a in ends if a.meaning.end and clause.covers(a.mention.span)), own)


def nearest_time(here: Sequence[Anchor], clause: Span, until: int, sentence: Sentence) -> Anchor | None:
    """Choose the last time before a statement in its clause, else the first in it, else the last before it.

    A vague word of another clause is passed over; one in the same clause takes the time away. 目前 reaches
    no further than to the semicolon where a date said before it goes on: 截至8时33米，目前回落；乙站31米.
    """
    before = inside = both = None
    for anchor in here:
        if not anchor.governs:
            continue
        span = anchor.mention.span
        within = clause.start <= span.start and span.end <= clause.end
        if within and inside is None:
            inside = anchor
        if span.end <= until:
            if within:
                both = anchor
            if before is None or (is_time(anchor) and not _is_passing(anchor, before, until, sentence)):
                before = anchor
    return both or inside or before


def _is_passing(anchor: Anchor, before: Anchor, until: int, sentence: Sentence) -> bool:
    """Say whether a 目前 after another time reaches no further than to a semicolon before a place."""
    if anchor.mention.kind != "now" or not is_time(before):
        return False
    return "；" in sentence.words(Span(anchor.mention.span.end, until))


def from_reference(own: Anchor, here: Sequence[Anchor], clause: Span, quote: Span) -> Anchor:
    """Let a change counted up to X begin where it is counted from: 较24小时前, but not 比堵口那天."""
    end = own.meaning.end or own.meaning.start
    if end is None or (own.meaning.start and own.meaning.end):
        return own
    for anchor in here:
        span, start = anchor.mention.span, anchor.meaning.start
        beside = clause.covers(span) and span.end <= quote.end
        if beside and start and start < end and _is_counted_from(anchor):
            if _tells_level(anchor, quote):
                return anchor
            return replace(own, meaning=replace(own.meaning, start=start, end=end))
    return own


def _tells_level(anchor: Anchor, quote: Span) -> bool:
    """Say whether a number is the level of the time that something is compared with: 比昨日8时的31米."""
    start = anchor.sentence.span.start
    return bool(_LEVEL.match(anchor.sentence.text, anchor.mention.span.end - start, quote.start - start))


def _is_counted_from(anchor: Anchor) -> bool:
    """Say whether a change is told from a time on: 较8时, 比昨日; not 刷新1998年, 比堵口那天."""
    mention, sentence = anchor.mention, anchor.sentence
    if mention.role != "reference" or anchor.meaning.precision in {"year", "month"}:
        return False
    if mention.text.startswith(_POINTING) and not any(stamp.hour for stamp in mention.stamps):
        return False
    start = mention.span.start - sentence.span.start
    return bool(_COUNTED.search(sentence.text, max(0, start - _NEXT_WORDS), start))


def till_report(own: Anchor, sentence: Sentence, quote: Span) -> Anchor:
    """Let what is told after 自X以来 last until the report: 已持续20天."""
    start, end = own.meaning.start, own.reported.start
    if own.mention.bound != "since" or own.sentence is not sentence or quote.start < own.mention.span.end:
        return own
    ever_since = "以来" in sentence.words(Span(own.mention.span.start, quote.start))[:_SINCE_REACH]
    if not ever_since or end is None or start is None or end < start:
        return own
    return replace(own, meaning=replace(own.meaning, end=end))


def is_time(anchor: Anchor) -> bool:
    """Say whether a mention names a moment of the calendar."""
    return bool(anchor.meaning.start or anchor.meaning.end)
