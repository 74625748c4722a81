"""Find time expressions in a sentence; what they mean on the calendar is for `dates.py`."""

import functools
import re
from collections.abc import Iterator

import msgspec

from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span
from extract.stamps import Shift, Stamp, read_shift, read_stamps

_UNTIL = re.compile(r"^(?:截|到(?!了)|至|直到|一直[到至])|(?:为止|之前|以前|前(?<![目当]前))$")
_AROUND = re.compile(r"前后$|^前[天日一]?$")
_SINCE = re.compile(r"^(?:自|从)|(?:开始|以来|起|以后|之后|[至到](?:今|现在|目前))$")
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


def find_times(sentence: Sentence) -> tuple[TimeMention, ...]:
    """Find the time expressions of a sentence, in its order, none overlapping another."""
    rules = load("times").rules
    return tuple(
        _to_mention(sentence, rules[int((found.lastgroup or "r0")[1:])], Span(*found.span()))
        for found in _scan(sentence.text)
    )


def _scan(text: str) -> Iterator[re.Match[str]]:
    """Walk over the places where an expression may begin; at each the first rule of the file wins."""
    search, match = _lead().search, _grammar().match
    place = 0
    while lead := search(text, place):
        place = lead.start()
        found = match(text, place)
        if found and found.end() > place:
            yield found
            place = found.end()
        else:
            place += 1


@functools.cache
def _lead() -> re.Pattern[str]:
    return load("times").pattern("{lead}(?={follow})")


@functools.cache
def _grammar() -> re.Pattern[str]:
    """Join all rules into one pattern; the group that matched names the rule by its number."""
    rules = load("times").rules
    return re.compile("|".join(f"(?P<r{number}>{rule.expression})" for number, rule in enumerate(rules)))


def _to_mention(sentence: Sentence, rule: Rule, span: Span) -> TimeMention:
    words = sentence.text[span.start : span.end]
    kind = rule.builds["class"]
    stamps = read_stamps(words) if kind == "calendar" else ()
    return TimeMention(
        span=span.shift(sentence.span.start),
        text=words,
        kind=kind,
        bound=_bound(words) if kind == "now" or len(stamps) == 1 else "at",
        stamps=stamps,
        shift=read_shift(words) if kind == "offset" or rule.builds.get("role") == "window" else None,
        role=_role(sentence.text, span, rule, stamps),
        rule=rule.name,
    )


def _bound(words: str) -> str:
    if _UNTIL.search(words) and not _AROUND.search(words):
        return "until"
    return "since" if _SINCE.search(words) else "at"


def _role(text: str, span: Span, rule: Rule, stamps: tuple[Stamp, ...]) -> str:
    """Tell a time that dates its clause from one that something is compared with or called after."""
    if "role" in rule.builds:
        blocks = rule.builds["role"] == "block"
        return "attribute" if blocks and text.startswith("的", span.end) else str(rule.builds["role"])
    if rule.builds["class"] not in _CALENDAR:
        return "frame"
    if _compared_before().search(text, max(0, span.start - _REACH), span.start):
        return "reference"
    if _compared_after().match(text, span.end) or (stamps and _names_only(text, span, stamps[0])):
        return "reference"
    led = text[span.start] == "由" and text.startswith("的", span.end)
    return "attribute" if led or _attribute().match(text, span.end) else "frame"


def _names_only(text: str, span: Span, stamp: Stamp) -> bool:
    """Say whether a year or a month stands within a clause: 刷新1969年的纪录, 2004年修的台."""
    if stamp.day or stamp.part or stamp.hour:
        return False
    if stamp.month is None:
        return not text.startswith(("，", "也", "曾"), span.end)
    return span.start > 0 and text[span.start - 1] not in "，。；：、“（"


@functools.cache
def _compared_before() -> re.Pattern[str]:
    return load("times").pattern("(?:{compared_before})$")


@functools.cache
def _compared_after() -> re.Pattern[str]:
    return load("times").pattern("{compared_after}")


@functools.cache
def _attribute() -> re.Pattern[str]:
    return load("times").pattern("{attribute}")
