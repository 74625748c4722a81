"""When a report was written: the one date every other date of it hangs on.

In this order: given by the user or the file; stated in the text; inferred from what the text says of
itself (新中国成立75年), or else its year from the day its file was made, the clue kept; else assumed from
today's date and marked so. Never silently the current year.
"""

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from extract.articles import Article
from extract.page import Page
from extract.rulebook import load

# The lookbehind comes after the first digits, for a search for certain characters is fast.
_FULL = re.compile(r"((?:19|20)(?<!\d\d\d)\d\d)年(\d{1,2})月(\d{1,2})日")
_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日")
_WEEKDAY = re.compile(r"(\d{1,2})月(\d{1,2})日，?（?(?:星期|周)([一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_LOOK_BACK = 11
"""A weekday falls on the same date again after at most so many years."""

_CREATION = re.compile(r"([^:]+): (\d{4}-\d\d-\d\d)")
_SOON = 60
"""A file is made at most so many days after the day its report tells of last."""

MonthDay = tuple[int, int]


class Creation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The day a file was made, and the part of the file that says so."""

    day: dt.date
    clue: str

    def __str__(self) -> str:
        """Write it as the clue of a date that was inferred from it."""
        return f"{self.clue}: {self.day}"

    @classmethod
    def from_clue(cls, words: str | None) -> "Creation | None":
        """Read what `str` wrote, so that a stored report is dated anew as it was; None for any other clue."""
        found = _CREATION.fullmatch(words or "")
        return cls(day=dt.date.fromisoformat(found[2]), clue=found[1]) if found else None


class Publication(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The publication date; None where nothing tells the year.

    `basis` is given, stated, inferred or assumed; `clue` the words that told it, None where given.
    """

    date: dt.date | None
    basis: str
    clue: str | None


def find_published(
    page: Page,
    articles: tuple[Article, ...],
    *,
    given: dt.date | None,
    today: dt.date | None,
    created: Creation | None = None,
) -> Publication:
    """Find when the report was written.

    Args:
        page: The whole page: its neighbours date an article that does not date itself.
        articles: The articles of the page, for their datelines.
        given: The date the user or the file gave; wins.
        today: What an unknown year is assumed from; None leaves it unknown.
        created: When the file was made, if it says so: it tells only the year of a day shortly before.
    """
    if given:
        return Publication(date=given, basis="given", clue=None)
    text = page.reading
    day = _latest_day(text, articles)
    stated = _stated_year(text, day)
    if stated and day:
        return Publication(date=_on(stated[0], day), basis="stated", clue=stated[1])
    inferred = _infer_year(text, day, today)
    if inferred and day:
        return Publication(date=_on(inferred[0], day), basis="inferred", clue=inferred[1])
    near = _before(created.day, day) if created and day else None
    if near and created:
        return Publication(date=near, basis="inferred", clue=str(created))
    return Publication(date=_assume(day, today), basis="assumed", clue=None)


def _latest_day(text: str, articles: tuple[Article, ...]) -> MonthDay | None:
    """Take the latest day of the datelines, else of the whole text."""
    openings = [a.dateline for a in articles if a.dateline]
    days = [day for span in openings for day in _days(text[span.start : span.end])]
    return max(days or _days(text), default=None)


def _days(text: str) -> list[MonthDay]:
    found = [(int(m[1]), int(m[2])) for m in _DAY.finditer(text)]
    return [(month, day) for month, day in found if _exists(2024, month, day)]


def _stated_year(text: str, day: MonthDay | None) -> tuple[int, str] | None:
    """Take the year of the latest full date, unless the report's own day would come before it."""
    full = [
        (dt.date(int(m[1]), int(m[2]), int(m[3])), m[0])
        for m in _FULL.finditer(text)
        if _exists(int(m[1]), int(m[2]), int(m[3]))
    ]
    if not full or not day:
        return None
    latest, words = max(full)
    return (latest.year, words) if (latest.month, latest.day) <= day else None


def _infer_year(text: str, day: MonthDay | None, today: dt.date | None) -> tuple[int, str] | None:
    clues = [*_anniversaries(text), *_weekdays(text, today)]
    floor = max((int(m[1]) for m in _FULL.finditer(text)), default=0)
    votes = Counter(year for year, _ in clues if year >= floor)
    if not votes or not day:
        return None
    year = max(votes, key=lambda year: (votes[year], year))
    return year, "；".join(dict.fromkeys(words for said, words in clues if said == year))


def _anniversaries(text: str) -> Iterator[tuple[int, str]]:
    """Find anniversaries of well-known events; a rounded one (70多年) tells nothing."""
    for rule in load("anniversaries").rules:
        for found in rule.pattern.finditer(text):
            yield int(rule.builds["year"]) + int(found["years"]), found[0]


def _weekdays(text: str, today: dt.date | None) -> Iterator[tuple[int, str]]:
    for found in _WEEKDAY.finditer(text) if today else ():
        wanted = _WEEKDAYS.index(found[3].replace("天", "日"))
        for year in range(today.year, today.year - _LOOK_BACK, -1) if today else ():
            month, day = int(found[1]), int(found[2])
            if _exists(year, month, day) and calendar.weekday(year, month, day) == wanted:
                yield year, found[0]
                break


def _assume(day: MonthDay | None, today: dt.date | None) -> dt.date | None:
    if not today or not day:
        return today
    this_year = _on(today.year, day)
    return this_year if this_year <= today else _on(today.year - 1, day)


def _before(made: dt.date, day: MonthDay) -> dt.date | None:
    """Find the date of a month and day that lies shortly before a file was made."""
    dates = (_on(year, day) for year in (made.year, made.year - 1))
    return next((date for date in dates if dt.timedelta(0) <= made - date <= dt.timedelta(_SOON)), None)


def _on(year: int, day: MonthDay) -> dt.date:
    month, number = day
    return dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(dt.date(year, month, day))
    except ValueError:
        return False
