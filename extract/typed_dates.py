"""Dates that people type and that files carry in their metadata. Never the words of a report.

dateparser reads a Chinese 5日 as "5 days ago" and 1998年 as "1998 years ago"; those are refused here,
not guessed.
"""

import calendar
import datetime as dt
import re

TIMEZONE = "Asia/Shanghai"

EXAMPLES = '"2024-07-07", "2024年7月7日", "7 July 2024", "昨天" or "3 days ago"'

# A year of four digits makes a date whole; without any digit it can only be a word such as 昨天.
_WHOLE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|^\D+$|^\d{1,3} ?(?:days? ago|天前)$")
_YEAR_FIRST = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")


def read_typed_date(typed: str, now: dt.datetime) -> dt.date:
    """Read the day someone typed, in Chinese or English; the time of day, if any, is passed over.

    Args:
        typed: The words, such as 2024年7月7日 or "2024-07-06T23:30Z" (the day in China is meant: the 7th).
        now: What yesterday and 3天前 are counted from, local (Asia/Shanghai), without a zone.

    Raises:
        ValueError: The words are no date, not a whole one, or could be two; the message gives examples.
    """
    typed = typed.strip()
    if not _WHOLE.search(typed) or typed.endswith("年"):
        raise ValueError(f'"{typed}" is not a whole date. Write it as {EXAMPLES}.')
    # 6/7/2024 is July to some and June to others: both orders must agree.
    days = {_parse(typed, order, now) for order in ("DMY", "MDY")} - {None}
    if len(days) > 1:
        raise ValueError(f'"{typed}" could be two dates. Write the year first, as 2024-07-06.')
    day = next(iter(days), None)
    if day is None or not _exists(typed):
        raise ValueError(f'"{typed}" is not a date. Write it as {EXAMPLES}.')
    return day


def _exists(typed: str) -> bool:
    # dateparser mends 2024-13-01 into 13 January.
    written = _YEAR_FIRST.match(typed)
    if written is None:
        return True
    year, month, day = map(int, written.groups())
    return month in range(1, 13) and day in range(1, calendar.monthrange(year, month)[1] + 1)


def _parse(typed: str, order: str, now: dt.datetime) -> dt.date | None:
    import dateparser  # noqa: PLC0415  # it takes a third of a second to load, and few commands need it

    found = dateparser.parse(
        typed,
        languages=["zh", "en"],
        settings={
            "DATE_ORDER": order,
            "RELATIVE_BASE": now,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "TIMEZONE": TIMEZONE,
            "TO_TIMEZONE": TIMEZONE,
        },
    )
    return found.date() if found else None
