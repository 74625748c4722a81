"""Find time expressions in a sentence; what they mean on the calendar is for `dates.py`."""

import functools
import re

import msgspec

from extract.rulebook import load, part
from extract.sentences import Sentence
from extract.spans import Span
from extract.stamps import Shift, Stamp, read_shift, read_stamps

_part = functools.partial(part, "times")

_OPENERS, _CLOSERS = frozenset("截到至迄直一自从"), frozenset("止前始来起后今在")
"""The first and the last characters of words that bound a time; few have one."""
_UNTIL = re.compile(r"^(?:截|到(?!了)|至|迄|直到|一直[到至])|(?:为止|之前|以前|前(?<![目当]前))$")
_AROUND = re.compile(r"前后$|^前[天日一]?$")
_SINCE = re.compile(r"^(?:自|从)|(?:开始|以来|起|(?<!入夜)以后|之后|[至到](?:今|现在|目前))$")
_LED = re.compile(r"(?:自从?|从)(?=.*(?:开始|[^始来起后今在])$)")
"""自 or 从 that is no part of the words: 从6日开始, but 从6日起 and 自6日以来."""
_STOPS = frozenset("，。；：0123456789")
"""Characters over which no time is compared with anything."""
_CALENDAR = ("calendar", "offset")
_REACH = 7
"""How many characters before a time tell that something is compared with it: 比堵口那天."""


class TimeMention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time expression. The span is half-open, in the page's reading.

    Attributes:
        span: Where it stands.
        text: Its words, folded.
        kind: calendar, offset (两小时后: counted from the time before it), now, duration or vague.
        bound: at, until (截至) or since (自, 起).
        stamps: A range has two, a point one, the other kinds none.
        shift: How far an offset lies from the time it counts from, or how long a window is; None where its
            words name no number.
        role: What it does in its sentence: frame (it dates what is said with it), attribute (22日20时的30米:
            it dates the next words), reference (较8时: something is compared with it), block (前期: nobody
            knows when), sequel (随后: the time before it goes on)
            or window (过去24小时: it lasts up to the time before it).
        rule: The name of the rule that found it.
    """

    span: Span
    text: str
    kind: str
    bound: str
    stamps: tuple[Stamp, ...]
    shift: Shift | None = None
    role: str = "frame"
    rule: str = ""


class _Kind(msgspec.Struct, frozen=True, gc=False):
    """What a rule says of the mentions it finds."""

    rule: str
    name: str
    role: str | None


def find_times(sentence: Sentence) -> tuple[TimeMention, ...]:
    """Find the time expressions of a sentence, in its order, none overlapping another.

    Where one may begin the first rule of the file wins.
    """
    text, search = sentence.text, _lead().search
    lead = search(text)
    if lead is None:  # as in most sentences
        return ()
    mentions, match = [], _grammar().match
    while lead is not None:
        place = lead.start()
        found = match(text, place)
        if found:
            mentions.append(_to_mention(sentence, found))
            place = found.end()
        else:
            place += 1
        lead = search(text, place)
    return tuple(mentions)


@functools.cache
def _lead() -> re.Pattern[str]:
    return load("times").pattern("{lead}")


@functools.cache
def _grammar() -> re.Pattern[str]:
    """Join all rules into one pattern; the number of the group that matched is the rule's, from 1."""
    return re.compile("|".join(f"({rule.expression})" for rule in load("times").rules))


@functools.cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(rule.name, rule.builds["class"], rule.builds.get("role")) for rule in load("times").rules
    )


def _to_mention(sentence: Sentence, found: re.Match[str]) -> TimeMention:
    kind = _kinds()[(found.lastindex or 0) - 1]
    words, (start, end) = found[0], found.span()
    stamps = read_stamps(words) if kind.name == "calendar" else ()
    shifts = kind.name == "offset" or kind.role == "window"
    led = _LED.match(words) if len(stamps) == 1 and words[0] in "自从" else None
    told = led.end() if led else 0
    return TimeMention(
        span=Span(sentence.span.start + start + told, sentence.span.start + end),
        text=words[told:],
        kind=kind.name,
        bound=_bound(words) if len(stamps) == 1 or kind.name == "now" else "at",
        stamps=stamps,
        shift=read_shift(words) if shifts else None,
        role=_role(sentence.text, start, end, kind, stamps),
        rule=kind.rule,
    )


def _bound(words: str) -> str:
    if words[0] not in _OPENERS and words[-1] not in _CLOSERS:
        return "at"
    if _UNTIL.search(words) and not _AROUND.search(words):
        return "until"
    return "since" if _SINCE.search(words) else "at"


def _role(text: str, start: int, end: int, kind: _Kind, stamps: tuple[Stamp, ...]) -> str:
    """Tell a time that dates its clause from one that something is compared with or called after."""
    if kind.role is None and kind.name not in _CALENDAR:
        return "frame"
    before_of = text.startswith("的", end)
    if kind.role == "block" and _is_causes(text, start, end):
        return "reference"
    if kind.role:
        return "attribute" if before_of and kind.role == "block" else kind.role
    if _is_compared(text, start, end) or (stamps and _names_only(text, start, end, stamps[0])):
        return "reference"
    led = before_of and (text[start] == "由" or _part("attribute").match(text, end))
    return "attribute" if led else "frame"


def _is_causes(text: str, start: int, end: int) -> bool:
    """Say whether a vague word dates a cause, not what it brought about: 因连日暴雨."""
    return bool(_part("causing").match(text, end) and _part("caused").search(text, max(0, start - 2), start))


def _is_compared(text: str, start: int, end: int) -> bool:
    follows = start > 0 and text[start - 1] not in _STOPS
    if follows and _part("compared_before").search(text, max(0, start - _REACH), start):
        return True
    return text[end : end + 1] not in _STOPS and _part("compared_after").match(text, end) is not None


def _names_only(text: str, start: int, end: int, stamp: Stamp) -> bool:
    """Say whether a year or a month stands within a clause: 刷新1969年的纪录, 2004年修的台."""
    if stamp.day or stamp.part or stamp.hour:
        return False
    if stamp.month is None:
        return not text.startswith(("，", "也", "曾"), end)
    return start > 0 and text[start - 1] not in "，。；：、“（"
