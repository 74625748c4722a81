"""The parts of a time expression as written: year, month, day, part of the day, clock; or how many hours."""

import datetime as dt
import functools
import re

import msgspec

from extract.numerals import read_number
from extract.rulebook import load

_AMOUNT = re.compile(
    r"(?:约|近|大约|不到|过去的?|最近的?)?([\d.]+|[零一二三四五六七八九十两]+|半)个?(半)?(小时|钟头|分钟|刻钟|天|日|昼夜)"
)
_ZONE = re.compile(r"（(?:北京|当地)时间[^（）]{2,16}）$")
_ENDS = 2
"""A range has two ends; a list of days (3日、4日、5日) is the range from its first to its last."""
_KNOWN = 4096
"""How many expressions are remembered: 今天, 8时 and their like come again and again."""
_QUARTERS = {"半": "30", "一刻": "15", "三刻": "45"}
_UNITS = {
    "小时": dt.timedelta(hours=1),
    "钟头": dt.timedelta(hours=1),
    "分钟": dt.timedelta(minutes=1),
    "刻钟": dt.timedelta(minutes=15),
    "天": dt.timedelta(days=1),
    "日": dt.timedelta(days=1),
    "昼夜": dt.timedelta(days=1),
}


class Stamp(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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


class Shift(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A distance in time: 两小时后 is two hours on, 24小时前 as many back; `in_days` where days count."""

    by: dt.timedelta
    in_days: bool


@functools.lru_cache(maxsize=_KNOWN)
def read_stamps(words: str) -> tuple[Stamp, ...]:
    """Read the moments of a calendar expression: the first, and the last where it is a range."""
    told = _ZONE.sub("", words) if words[-1] == "）" else words
    stamps, search, place = [], _stamp().search, 0
    # No search goes on at the end: most expressions are one moment.
    while place < len(told) and (found := search(told, place)):
        place = found.end()
        if found.lastindex:
            stamps.append(_to_stamp(*found.groups()))
        elif place == found.start():
            place += 1
    return tuple(stamps) if len(stamps) <= _ENDS else (stamps[0], stamps[-1])


def read_shift(words: str) -> Shift | None:
    """Read how far 两小时后 or 三天前 lies from the time it counts from; None for 几天后, 两三天后."""
    found = _AMOUNT.match(words)
    if not found:
        return None
    try:
        low, high = (0.5, 0.5) if found[1] == "半" else read_number(found[1])
    except ValueError:
        return None
    if low != high:
        return None
    by = (low + (0.5 if found[2] else 0)) * _UNITS[found[3]]
    back = words.endswith("前")
    return Shift(by=-by if back else by, in_days=found[3] in {"天", "日", "昼夜"})


def _to_stamp(  # noqa: PLR0913, PLR0917  # the groups of `_stamp`, in their order
    word: str | None,
    year: str | None,
    month: str | None,
    day: str | None,
    part: str | None,
    hour: str | None,
    quarter: str | None,
    minute: str | None,
    hour2: str | None,
    minute2: str | None,
) -> Stamp:
    return Stamp(
        year=year,
        month=month,
        day=day or word,
        part=part,
        hour=hour or hour2,
        minute=minute or minute2 or (_QUARTERS[quarter] if quarter else None),
    )


@functools.cache
def _stamp() -> re.Pattern[str]:
    """The grammar of one moment with its parts named; 今天（6日） leaves its word to the date."""
    word = r"{word}|[昨今前明当次翌同](?=[晚早晨夜起])|前一(?=[晚夜])"
    word = r"(?={stamp_first})(?:(?={word_from})(?P<word>" + word + "))?（?"
    date = r"(?P<year>{year})?(?P<month>{month})?(?P<day>{any_day})?"
    date += r"(?:\d{1,2}(?:/\d\d?)?(?=）))?，?(?:{named}|）)?的?"
    part = r"(?P<part>(?:(?={part_from})(?:{part}|{dim_part}|{short_part}上?))+)?"
    clock = (
        r"(?:(?P<hour>{hour})(?:时|点)(?:许|多|整|钟)?"
        r"(?:(?P<quarter>半|[一三]刻)|(?P<minute>{minute})分?(?:{seconds})?)?"
        r"|(?P<hour2>\d{1,2})[:：](?P<minute2>\d\d))?"
    )
    return load("times").pattern(word + date + part + clock)
