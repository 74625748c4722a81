"""Which day a moment names, seen from the day of the report and from the day the text spoke of last."""

import datetime as dt
import functools
import re

import msgspec

from extract.numerals import read_number
from extract.stamps import Stamp

_DAY = dt.timedelta(days=1)
_KNOWN = 1024
"""How many numerals are remembered."""
_INNER = re.compile(r"\d{1,2}")

_WORDS = {"大": -3, "前": -2, "昨": -1, "今": 0, "即": 0, "明": 1, "后": 2}
"""Days counted from the day of the report, by their first character; 前一天 counts from the last one told."""
_IN_THREE_DAYS = 3
"""大后天; 大前天 are as many days ago."""
_FOLLOWING = frozenset("次翌第隔")
_SAME = frozenset("当同这那是")
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}
_ERAS = {"民国": 1911, "昭和": 1925}
"""The year before the first of an era; 113年 without its name is of the Republic's."""
_FIRST_YEAR = 1000
_MONTHS = {"上": -1, "下": 1}
_SPANS = {"今明": (0, 1), "昨今": (-1, 0), "明后": (1, 2)}
_CLOSE, _HALF_A_YEAR = 13, 180
"""In days: no other month has a day of that number nearer, no other year a day of that month."""
_AHEAD = 2
"""Reports speak of days and months past more than of those to come."""
_TENDAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


class Day(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A day as it is known.

    `precision` is day, month, year, or carried where the words name no day at all and the last one holds on;
    `last` is its last day where the words name several (明后天, 上周, 7月上旬).
    """

    date: dt.date
    precision: str
    basis: str
    last: dt.date | None = None


class Standpoint(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where days are counted from, each None where it is unknown.

    Attributes:
        today: The day the report speaks from.
        spoken: The day a forecast is counted from: the reporter's, who passes it on, not the paper's.
        last: The day the text spoke of last.
        assumed: The day a clock without any date belongs to before the text has named one.
    """

    today: dt.date | None
    spoken: dt.date | None
    last: dt.date | None
    assumed: dt.date | None

    def find(self, stamp: Stamp) -> Day | None:
        """Find the day of a stamp; None where its numbers are no date or nothing tells the day."""
        number = to_number(stamp.day)
        if number is None and stamp.day:
            return self._named(stamp.day)
        year = self._year(stamp.year) if stamp.year else None
        month = self._month(stamp.month) if stamp.month else None
        if number is not None:
            return _stated(self._numbered(year, month, number), "day")
        if stamp.month:
            return self._whole_month(year, month, stamp.month)
        if stamp.year:
            return _stated(dt.date(year, 1, 1) if year else None, "year")
        if self.last:
            return Day(date=self.last, precision="carried", basis="carried")
        return Day(date=self.assumed, precision="carried", basis="published") if self.assumed else None

    def _named(self, word: str) -> Day | None:
        first = word[0]
        if first in _FOLLOWING or word.startswith("前一"):
            base = self.last or self.today
            step = -_DAY if first == "前" else _DAY
            return Day(date=base + step, precision="day", basis="carried") if base else None
        if first in _SAME:
            return self._same()
        if self.today is None:
            return None
        if days := _SPANS.get(word[:2]):
            start = (self.spoken or self.today) if days[0] > 0 else self.today
            return _published(start + days[0] * _DAY, start + days[1] * _DAY)
        if first in _WORDS:
            return self._counted(word, _WORDS[first], self.today)
        return _week(self.today, word, self.last)

    def _same(self) -> Day | None:
        """Take the day spoken of last, but for one to come: what is told of 当日 has happened."""
        now = self.spoken or self.today
        if self.last and not (now and self.last > now):
            return Day(date=self.last, precision="day", basis="carried")
        return _published(now) if now else None

    def _counted(self, word: str, days: int, today: dt.date) -> Day | None:
        """Count 昨天 or 明天; 今（6）日 says its number itself."""
        if "（" in word and (inner := _INNER.search(word)):
            return _stated(self._numbered(None, None, int(inner[0])), "day")
        start = (self.spoken or today) if days > 0 else today
        return _published(start + (_IN_THREE_DAYS if word.startswith("大后") else days) * _DAY)

    def _numbered(self, year: int | None, month: int | None, number: int) -> dt.date | None:
        """Date a day: in the month said, else in the one that puts it nearest to the last day spoken of."""
        if month is not None:
            return self._near(year, month, number)
        base = self.last or self.today
        if base is None:
            return None
        same = _date(base.year, base.month, number)
        ahead = 1 if self.last else _AHEAD
        if same and -_CLOSE <= (same.toordinal() - base.toordinal()) * ahead <= _CLOSE:  # as nearly always
            return same
        days = [day for by in (0, -1, 1) if (day := _date(*_shift_month(base, by), number))]
        return _nearest(days, base, ahead)

    def _near(self, year: int | None, month: int, number: int, ahead: int = 1) -> dt.date | None:
        """Date a month and day: in the year said, else in the year that puts it nearest to the report.

        A day to come counts as `ahead` times as far.
        """
        if year is not None:
            return _date(year, month, number)
        today = self.today
        if today is None:
            return None
        this = _date(today.year, month, number)
        if this and -_HALF_A_YEAR <= (this.toordinal() - today.toordinal()) * ahead <= _HALF_A_YEAR:
            return this
        days = [day for by in (0, -1, 1) if (day := _date(today.year + by, month, number))]
        return _nearest(days, today, ahead)

    def _whole_month(self, year: int | None, month: int | None, words: str) -> Day | None:
        """Date 7月, or its ten days: 7月上旬."""
        if month is None:
            return None
        first, last = _TENDAYS.get(words[-2:], (1, None))
        start = self._near(year, month, first, ahead=_AHEAD)
        if start is None or last is None:
            return _stated(start, "month")
        end = _date(start.year, month, last) or _date(start.year, month, last - 1)
        return Day(date=start, precision="day", basis="stated", last=end or start + 7 * _DAY)

    def _year(self, words: str) -> int | None:
        if words in _YEARS:
            return self.today.year + _YEARS[words] if self.today else None
        years = to_number(words.lstrip("民国昭和"))
        era = words[:2] if words[:2] in _ERAS else "民国"
        return years + _ERAS[era] if years and (era == words[:2] or years < _FIRST_YEAR) else years

    def _month(self, words: str) -> int | None:
        if words[0] in "上本下":
            return _shift_month(self.today, _MONTHS.get(words[0], 0))[1] if self.today else None
        if words[0] == "当":
            base = self.last or self.today
            return base.month if base else None
        return to_number(words)


@functools.lru_cache(maxsize=_KNOWN)
def to_number(words: str | None) -> int | None:
    """Read the number of a year, month, day, hour or minute; None where there is none."""
    if words is None:
        return None
    digits = words.rstrip("年月份日号初底末上中下旬")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    try:
        return int(read_number(digits)[0])
    except ValueError:
        return None


def _nearest(days: list[dt.date], base: dt.date, ahead: int) -> dt.date | None:
    return min(days, key=lambda day: (day - base) * ahead if day > base else base - day, default=None)


def _stated(date: dt.date | None, precision: str) -> Day | None:
    return Day(date=date, precision=precision, basis="stated") if date else None


def _published(date: dt.date, last: dt.date | None = None) -> Day:
    return Day(date=date, precision="day", basis="published", last=last)


def _week(today: dt.date, word: str, last: dt.date | None) -> Day:
    """Find 周二, 上周五: the last such day, or the one of the week before; 上周 is its seven days.

    After a day to come a bare weekday is one to come too.
    """
    monday = today - today.weekday() * _DAY
    weeks = {"上": -1, "下": 1}.get(word[0], 0)
    wanted = "一二三四五六日".find(word[-1].replace("天", "日"))
    if wanted < 0:
        start = monday + 7 * weeks * _DAY
        return _published(start, start + 6 * _DAY)
    day = monday + (7 * weeks + wanted) * _DAY
    coming = last is not None and last > today
    return _published(day if weeks or word[0] in "本这" or day <= today or coming else day - 7 * _DAY)


def _shift_month(day: dt.date, by: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + by
    return months // 12, months % 12 + 1


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
