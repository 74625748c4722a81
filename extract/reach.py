"""From when to when a row of a table may hold, as far as its times tell."""

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

Reach = tuple[dt.datetime | None, dt.datetime | None]


def find_reach(row: Mapping[str, Any]) -> Reach:
    """Find the first and the last instant a row may hold at, from its times, which carry no zone.

    A day, month or year reaches to its end, exclusive; an instant begins and finishes at once. A fact
    without a time of its own stands at the report's time; without that too, both are None. A directive,
    whose row names no precision, may hold all day where its day is all that is told.
    """
    told = row.get("reported_at")
    begin = row["start"] or row["end"] or told
    finish = row["end"] or row["start"] or told
    precision = row.get("time_precision")
    if "time_precision" not in row and is_day(row["start"], row["end"]):
        precision = "day"
    if finish is not None and precision in {"day", "month", "year"}:
        finish += dt.timedelta(days=_days(finish, precision))
    return begin, finish


def is_day(start: dt.datetime | None, end: dt.datetime | None) -> bool:
    """Say whether a start at midnight without an end stands for its day: nobody says 0时 and means it."""
    return start is not None and end is None and start.time() == dt.time()


def _days(moment: dt.datetime, precision: str) -> int:
    if precision == "day":
        return 1
    if precision == "month":
        # As far as the same day of the next month, or its last one.
        following = moment.replace(day=28) + dt.timedelta(days=4)
        last = calendar.monthrange(following.year, following.month)[1]
        return (following.replace(day=min(moment.day, last)) - moment).days
    ahead = 365 + calendar.isleap(moment.year if moment.month <= 2 else moment.year + 1)  # noqa: PLR2004  # February
    return ahead - (moment.month == 2 and moment.day == 29)  # noqa: PLR2004  # a leap day's year ends on the 28th
