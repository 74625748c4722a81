"""What a time expression means on the calendar.

Every date hangs on the report's own day and on the last date the text gave before it; nothing here
reads the clock.
"""

import datetime as dt
import re
from dataclasses import dataclass

from extract.numerals import read_number
from extract.spans import Span
from extract.times import Stamp, TimeMention

_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)

_WORDS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明后": 1, "明": 1, "后": 2}
_FOLLOWING = ("次", "翌", "第二")
_SAME = ("当", "同", "这天")
_YEARS = {"前年": -2, "去年": -1, "今年": 0}
_PARTS = {
    "凌晨": (0, 6),
    "清晨": (5, 8),
    "早晨": (5, 8),
    "早上": (5, 8),
    "早": (5, 8),
    "晨": (5, 8),
    "上午": (6, 12),
    "午前": (6, 12),
    "中午": (11, 13),
    "午间": (11, 13),
    "正午": (11, 13),
    "下午": (12, 18),
    "午后": (12, 18),
    "傍晚": (17, 19),
}
_NOON, _MIDNIGHT, _LAST_MINUTE = 12, 24, 59
_AFTER_NOON = 3
"""中午1时 and 中午2时 are hours after noon; 中午11时 is not."""
_NIGHT = (18, 24)
"""晚, 夜间, 深夜 and whatever else names the dark hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedTime:
    """A time expression of the report, resolved. The span is half-open, in the text as stored.

    `kind` is calendar, duration or vague. A point has start only; 截至X has end only; a part of the
    day or a span has both; a vague word and a duration have neither. With precision "day" an end
    names the whole day.
    """

    quote: str
    quote_span: Span
    kind: str
    start: dt.datetime | None
    end: dt.datetime | None
    precision: str | None
    basis: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a mention means; all None where it names no moment of the calendar.

    `basis` is stated, carried (the day comes from an earlier clause), report (目前) or published
    (今天, 昨晚: counted from the day of the report).
    """

    start: dt.datetime | None = None
    end: dt.datetime | None = None
    precision: str | None = None
    basis: str | None = None


@dataclass(slots=True)
class Calendar:
    """The running context of one article.

    Attributes:
        today: The day the report speaks from: its dateline's, else its publication day.
        reported: What 目前 means now: the last moment the reporter gave of himself.
        last: The day the text spoke of last, None before it spoke of any.
    """

    today: dt.date | None
    reported: Meaning
    last: dt.date | None = None

    def resolve(self, mention: TimeMention) -> Meaning:
        """Say what a mention means here, and remember its day for those that follow."""
        if mention.kind == "now":
            return _bound(self.reported, mention.bound)
        if mention.kind != "calendar" or not mention.stamps or self.today is None:
            return Meaning()
        first = self._moment(mention.stamps[0])
        if len(mention.stamps) == 1 or first is None:
            return _bound(first, mention.bound) if first else Meaning()
        last = self._moment(mention.stamps[-1])
        return _join(first, last) if last else first

    def _moment(self, stamp: Stamp) -> Meaning | None:
        """Resolve one stamp; None where its numbers are no date."""
        if stamp.day and stamp.day.startswith("明后"):
            return self._next_two_days()
        day, precision, basis = self._day(stamp)
        if day is None:
            return None
        if precision in ("day", "carried"):
            self.last = day
        start = dt.datetime.combine(day, dt.time())
        if precision in ("year", "month"):
            return Meaning(start=start, precision=precision, basis=basis)
        if stamp.hour:
            return _clock(start, stamp, basis)
        if stamp.part:
            low, high = _PARTS.get(stamp.part, _NIGHT)
            return Meaning(
                start=start + low * _HOUR,
                end=start + high * _HOUR,
                precision="part_of_day",
                basis=basis,
            )
        return Meaning(start=start, precision="day", basis=basis)

    def _next_two_days(self) -> Meaning | None:
        today = self._spoken()
        if today is None:
            return None
        start = dt.datetime.combine(today + _DAY, dt.time())
        return Meaning(start=start, end=start + _DAY, precision="day", basis="published")

    def _spoken(self) -> dt.date | None:
        """Give the day a forecast is counted from: the reporter's, who passes it on, not the paper's."""
        return self.reported.start.date() if self.reported.start else self.today

    def _day(self, stamp: Stamp) -> tuple[dt.date | None, str, str]:
        """Find the day: its date, how precise the words are, and how the day is known."""
        if stamp.day and not re.match(r"[\d零一二三四五六七八九十两]", stamp.day):
            return self._named_day(stamp.day)
        year, month = self._year(stamp.year), self._month(stamp.month)
        number = _number(stamp.day)
        if number is not None:
            return self._numbered_day(year, month, number)
        if month is not None:
            return self._near(year, month, 1), "month", "stated"
        if year is not None:
            return dt.date(year, 1, 1), "year", "stated"
        if self.last:
            return self.last, "carried", "carried"
        return self.today, "carried", "published"

    def _named_day(self, word: str) -> tuple[dt.date | None, str, str]:
        today = self.today
        if today is None:
            return None, "day", "published"
        for head, days in _WORDS.items():
            if word.startswith(head):
                inner = re.search(r"(\d{1,2})", word)
                if inner:
                    return self._numbered_day(None, None, int(inner[1]))
                spoken = self._spoken() if days > 0 else None
                return (spoken or today) + days * _DAY, "day", "published"
        if word.startswith(_FOLLOWING):
            return (self.last or today) + _DAY, "day", "carried"
        if word.startswith(_SAME):
            return self.last or today, "day", "carried" if self.last else "published"
        return _weekday(today, word), "day", "published"

    def _numbered_day(
        self, year: int | None, month: int | None, number: int
    ) -> tuple[dt.date | None, str, str]:
        if month is not None:
            return self._near(year, month, number), "day", "stated"
        anchor = self.last or self.today
        months = [_shift_month(anchor, by) for by in (0, -1, 1)] if anchor else []
        days = [day for y, m in months if (day := _date(y, m, number))]
        nearest = min(days, key=lambda day: abs(day - anchor), default=None) if anchor else None
        return nearest, "day", "stated"

    def _near(self, year: int | None, month: int, number: int) -> dt.date | None:
        """Date a month and day: in the year said, else in the year that puts it nearest to the report."""
        if year is not None:
            return _date(year, month, number)
        today = self.today
        if today is None:
            return None
        days = [_date(today.year + by, month, number) for by in (0, -1, 1)]
        return min((day for day in days if day), key=lambda day: abs(day - today), default=None)

    def _year(self, words: str | None) -> int | None:
        if words is None or self.today is None:
            return None
        if words in _YEARS:
            return self.today.year + _YEARS[words]
        return _number(words)

    def _month(self, words: str | None) -> int | None:
        if words is None or self.today is None:
            return None
        if words.startswith(("上", "本")):
            return _shift_month(self.today, -1 if words.startswith("上") else 0)[1]
        return _number(words)


def _bound(meaning: Meaning, bound: str) -> Meaning:
    """Turn a moment into 截至X (end only) or X起 (start only)."""
    start, end = meaning.start, meaning.end
    if bound == "until":
        start, end = None, end or start
    elif bound == "since":
        end = None
    return Meaning(start=start, end=end, precision=meaning.precision, basis=meaning.basis)


def _join(first: Meaning, last: Meaning) -> Meaning:
    end = last.end or last.start
    return Meaning(start=first.start, end=end, precision=first.precision, basis=first.basis)


def _clock(day: dt.datetime, stamp: Stamp, basis: str) -> Meaning | None:
    hour, minute = _number(stamp.hour), _number(stamp.minute)
    if hour is None or hour > _MIDNIGHT or (minute or 0) > _LAST_MINUTE:
        return None
    low, _ = _PARTS.get(stamp.part or "凌晨", _NIGHT)
    noonday = stamp.part is not None and low == _PARTS["中午"][0] and hour < _AFTER_NOON
    if hour < _NOON and (low >= _NOON or noonday):
        hour += _NOON
    elif hour == _NOON and low >= _NIGHT[0]:
        hour = _MIDNIGHT
    start = day + hour * _HOUR + dt.timedelta(minutes=minute or 0)
    return Meaning(start=start, precision="hour" if minute is None else "minute", basis=basis)


def _weekday(today: dt.date, word: str) -> dt.date:
    """Find 周二, 上周五: the last such day, or the one of the week before."""
    wanted = "一二三四五六日".index(word[-1].replace("天", "日"))
    monday = today - today.weekday() * _DAY
    weeks = {"上": -1, "下": 1}.get(word[0], 0)
    day = monday + (7 * weeks + wanted) * _DAY
    return day if weeks or word[0] in "本这" or day <= today else day - 7 * _DAY


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    try:
        return int(read_number(words.rstrip("年月份日号"))[0])
    except ValueError:
        return None


def _shift_month(day: dt.date, by: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + by
    return months // 12, months % 12 + 1


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
