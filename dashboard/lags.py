"""The lag: how long after a directive work was reported, with both bounds."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.strings import say
from dashboard.wording import known

_HOUR = pd.Timedelta(hours=1)
IN_DAYS = 72
"""From so many hours on a lag is said in days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """How long after a directive work was reported, in whole hours, `low` to `high`, inclusive.

    `order` is before, same (the times overlap), after, by (it was done `high` hours after at the latest,
    perhaps before), or unknown; the hours are 0 unless after or by.
    """

    order: Literal["before", "same", "after", "by", "unknown"]
    low: int = 0
    high: int = 0


def measure_lag(
    begin: pd.Timestamp | None,
    end: pd.Timestamp | None,
    work_begin: pd.Timestamp | None,
    work_end: pd.Timestamp | None,
) -> Lag:
    """Measure from a directive given in `[begin, end]` to work that began in `[work_begin, work_end]`.

    Args:
        begin: The first instant the directive may have been given.
        end: The last one.
        work_begin: The first instant the work may have begun; missing where only its end is told.
        work_end: The last one.

    Returns:
        Both bounds of the lag, since neither time is known better than its span.
    """
    if begin is None or end is None or work_end is None or not known(work_end):
        return Lag(order="unknown")
    if work_begin is None or not known(work_begin):
        return _measure_open(begin, end, work_end)
    if work_end < begin or work_begin < work_end == begin:
        return Lag(order="before")
    if work_begin < end or work_begin == begin:
        return Lag(order="same")
    return Lag(order="after", low=round((work_begin - end) / _HOUR), high=round((work_end - begin) / _HOUR))


def _measure_open(begin: pd.Timestamp, end: pd.Timestamp, work_end: pd.Timestamp) -> Lag:
    if work_end <= begin:
        return Lag(order="before")
    if work_end <= end:
        return Lag(order="same")
    return Lag(order="by", high=round((work_end - begin) / _HOUR))


def lag_words(lag: Lag, lang: str) -> str:
    """Say how long after the directive; both bounds, since neither time is exact."""
    low, high, unit = lag.low, lag.high, "hours"
    if high >= IN_DAYS:
        low, high, unit = round(low / 24), round(high / 24), "days"
    if lag.order not in {"after", "by"}:
        return say(lang, f"lag_{lag.order}")
    span = f"{low}" if lag.order == "after" and low == high else f"{low}–{high}"
    amount = say(lang, f"lag_{unit}", span=high if lag.order == "by" else span)
    return say(lang, f"lag_{lag.order}", span=amount)
