"""Spans of the time axis: when a row holds, how well that is known, and what the axis reaches over.

A span's `form` is

- instant: a known minute or hour;
- span: a beginning and an end; what is certain of it is its core;
- window: somewhere inside, as 5日下午 or 6日;
- until: 截至X, the end alone known;
- onward: X起, the beginning alone known, and it went on;
- reported: no time of its own, placed at the report's;
- later: after the axis' end, as a forecast.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.wording import PARTS, Row, known

Core = tuple[pd.Timestamp, pd.Timestamp]

_EXACT = {"minute", "hour"}
_MARGIN = 0.03
_ENDS = {(begin + hours) % 24: hours for begin, (hours, *_) in PARTS.items()}
"""The parts of a day by the hour they end: how many hours they last."""
_DAY = pd.Timedelta(days=1)
_ONWARD = re.compile("[从自].+|.+(起|以来|开始)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """What the time axis spans; what is expected at `last` or after it is "later"."""

    begin: pd.Timestamp
    last: pd.Timestamp
    end: pd.Timestamp

    def share(self, moment: pd.Timestamp) -> float:
        """Say how far along the axis a moment lies, 0 to 1; one beyond its ends lies at them."""
        return min(max((moment - self.begin) / (self.end - self.begin), 0.0), 1.0)

    def clip(self, moment: pd.Timestamp) -> pd.Timestamp:
        """Keep a moment on the axis."""
        return min(max(moment, self.begin), self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When a row holds: somewhere from `begin` to `finish`, for certain in its `core`."""

    form: str
    begin: pd.Timestamp
    finish: pd.Timestamp
    core: Core | None = None


def find_domain(
    timeline: pd.DataFrame,
    directives: pd.DataFrame,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
) -> Domain | None:
    """Span what was observed and ordered, or the period asked for; None where nothing has a time.

    Forecasts beyond would only press the rest together, unless a period asks for them.
    """
    dated = timeline["begin"].notna()
    observed = dated & (timeline["status"] == "observed")
    used = observed if observed.any() else dated
    begins = pd.concat([timeline["begin"][used], directives["begin"].dropna()])
    if begins.empty:
        return None
    finishes = pd.concat([timeline["finish"][used], directives["finish"].dropna()])
    begin, last = begins.min(), finishes.max()
    margin = max((last - begin) * _MARGIN, pd.Timedelta(hours=1))
    start = pd.Timestamp(since) if since else begin - margin
    end = pd.Timestamp(until) if until else last + margin
    # A period that begins after all that was observed shows forecasts alone.
    end = end if end > start else start + _DAY
    return Domain(begin=start, last=pd.Timestamp.max if until else last, end=end)


def span_fact(fact: Row, domain: Domain) -> Span:
    """Find the span of a fact that has a time, its own or its report's."""
    begin, finish, precision = fact.begin, fact.finish, fact.time_precision
    if begin >= domain.last and fact.status != "observed":
        return Span(form="later", begin=domain.end, finish=domain.end)
    if not known(fact.start):
        if known(fact.end):
            return Span(form="until", begin=_opening(finish, precision, fact.end), finish=finish)
        return _span_report(begin, finish)
    if not known(fact.end) and _is_onward(fact):
        return Span(form="onward", begin=begin, finish=_closing(begin, precision))
    if precision not in _EXACT:
        return _loose(begin, finish, (_closing(begin, precision), _opening(finish, precision, fact.end)))
    return _span_exact(begin, finish)


def _span_report(begin: pd.Timestamp, finish: pd.Timestamp) -> Span:
    # The report's time may be known to the day alone.
    if begin == begin.normalize():
        return Span(form="window", begin=begin, finish=max(finish, begin + _DAY))
    return Span(form="reported", begin=begin, finish=finish)


def _span_exact(begin: pd.Timestamp, finish: pd.Timestamp) -> Span:
    if finish == begin:
        return Span(form="instant", begin=begin, finish=finish)
    return Span(form="span", begin=begin, finish=finish, core=(begin, finish))


def span_directive(order: Row) -> Span:
    """Find the span of a directive: whole days, parts of a day, or an instant."""
    begin, finish = order.begin, order.finish
    if begin == begin.normalize() and finish == finish.normalize():
        finish = max(finish, begin + _DAY)
        return _loose(begin, finish, (begin + _DAY, finish - _DAY))
    if finish == begin:
        return Span(form="instant", begin=begin, finish=finish)
    return _loose(begin, finish, (_closing(begin, "part_of_day"), _opening(finish, "part_of_day", finish)))


def join_cores(cores: Iterable[Core | None]) -> Core | None:
    """Keep what is certain of all spans; None where nothing is."""
    told = list(cores)
    found = [core for core in told if core]
    if not found or len(found) < len(told):
        return None
    begin, finish = max(begin for begin, _ in found), min(finish for _, finish in found)
    return (begin, finish) if begin < finish else None


def _loose(begin: pd.Timestamp, finish: pd.Timestamp, core: Core) -> Span:
    """Make a span whose ends are known to a day or a part of it alone: one window, or from one to another."""
    if core[0] < core[1]:
        return Span(form="span", begin=begin, finish=finish, core=core)
    return Span(form="window", begin=begin, finish=max(finish, core[0]) if begin == finish else finish)


def _is_onward(fact: Row) -> bool:
    # A part of a day has an end, unless the text says that it only began there.
    if fact.time_precision == "part_of_day":
        return True
    return known(fact.time_text) and _ONWARD.fullmatch(fact.time_text) is not None


def _closing(begin: pd.Timestamp, precision: str | None) -> pd.Timestamp:
    """Say when the first window of a span ends."""
    if precision == "part_of_day":
        hours, *_ = PARTS.get(begin.hour, PARTS[0])
        return begin + pd.Timedelta(hours=hours)
    if precision == "month":
        return begin + pd.DateOffset(months=1)
    if precision == "year":
        return begin + pd.DateOffset(years=1)
    return begin + _DAY if precision == "day" else begin


def _opening(finish: pd.Timestamp, precision: str | None, end: object) -> pd.Timestamp:
    """Say when the last window of a span begins; a day, a month or a year does where its `end` stands."""
    if precision == "part_of_day":
        return finish - pd.Timedelta(hours=_ENDS.get(finish.hour, 0))
    return finish if precision in _EXACT or not known(end) else pd.Timestamp(end)  # type: ignore[arg-type]  # a cell
