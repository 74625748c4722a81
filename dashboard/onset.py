"""When a fact began to hold: both bounds, as far as its words tell."""

import re
from dataclasses import dataclass

import pandas as pd

from dashboard.strings import say
from dashboard.wording import PARTS, Row, known, moment_words, time_words

_DAY = pd.Timedelta(days=1)
_SPOKEN = {"report", "published"}
"""A time known as the one when the reporter spoke: the fact held by then, since when is open."""
_SHARP = {"minute", "hour"}
_ABOUT = re.compile("许|左右|前后")


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """When a fact began: at `earliest` or later, at `latest` or before; None where nothing bounds it."""

    earliest: pd.Timestamp | None
    latest: pd.Timestamp | None


def find_onset(row: Row) -> Onset:
    """Find when a fact began to hold.

    An instant and a span began at their start; a day or a part of it somewhere inside; 截至X, and what
    has no time but its report's, by then.
    """
    if not known(row.begin):
        return Onset(earliest=None, latest=None)
    latest = _latest(row)
    is_open = not known(row.start) or row.time_basis in _SPOKEN
    return Onset(earliest=None if is_open else pd.Timestamp(row.begin), latest=latest)


def onset_words(row: Row, lang: str) -> str:
    """Say when a fact began, with what its words leave open: `7月5日 16时许`, `不晚于 7月6日`."""
    words, doubt = time_words(row, lang), "?" if row.assumed else ""
    if not known(row.begin):
        return words
    if known(row.end) and not known(row.start):
        return say(lang, "by_time", time=moment_words(row.end, row.time_precision, lang)) + doubt
    if not known(row.start):
        precision = "day" if row.begin == row.begin.normalize() else "minute"
        return say(lang, "reported_by", time=moment_words(row.begin, precision, lang))
    if row.time_basis in _SPOKEN:
        return say(lang, "by_time", time=words)
    is_about = known(row.time_text) and _ABOUT.search(row.time_text) is not None
    if not (is_about and row.time_precision in _SHARP):
        return words
    # An assumed year is marked after all else.
    return say(lang, "around", time=words.removesuffix(doubt)) + doubt


def _latest(row: Row) -> pd.Timestamp:
    begin, finish = pd.Timestamp(row.begin), pd.Timestamp(row.finish)
    if not known(row.start):
        # The report's day alone is known.
        is_day = not known(row.end) and begin == finish == begin.normalize()
        return finish + _DAY if is_day else finish
    if row.time_precision in _SHARP:
        return begin
    if row.time_precision == "part_of_day":
        hours, *_ = PARTS.get(begin.hour, PARTS[0])
        part = begin + pd.Timedelta(hours=hours)
        # 从5日下午开始 leaves its end open, but began in that part of the day.
        return part if finish <= begin else min(part, finish)
    # 5日至7日 began on its first day.
    return min(finish, begin + _DAY) if row.time_precision == "day" else finish
