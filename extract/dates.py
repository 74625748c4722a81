"""What a time expression means on the calendar.

Every date hangs on the report's own day and on the last date the text gave before it; nothing here
reads the clock.
"""

import datetime as dt

import msgspec
from msgspec.structs import replace

from extract.dayparts import hour_of_day, hours_of, is_before_daybreak, is_later_half
from extract.days import Standpoint, to_number
from extract.spans import Span
from extract.stamps import Shift, Stamp
from extract.times import TimeMention

_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)
_NOON, _EVENING, _MIDNIGHT, _LAST_MINUTE = 12, 18, 24, 59
_SAME_HALF = dt.timedelta(hours=6)
"""So soon after 下午3点 comes what is told by a clock alone and means the same half of the day."""
_LONG_AGO = dt.timedelta(days=300)
"""A date so far before the day the article speaks of is history told in passing."""
_FROM_REPORT = frozenset("大前昨今即明后上本周")
"""How a day begins that is counted from the report."""
_CLOCKED = ("hour", "minute")


class DatedTime(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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


class Meaning(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a mention means; all None where it names no moment of the calendar.

    `basis` is stated, carried (the day comes from an earlier clause), report (目前) or published
    (今天, 昨晚: counted from the day of the report).
    """

    start: dt.datetime | None = None
    end: dt.datetime | None = None
    precision: str | None = None
    basis: str | None = None


_NOTHING = Meaning()


class Calendar(msgspec.Struct, gc=False):
    """The running context of one article.

    Attributes:
        today: The day the report speaks from: its dateline's, else its publication day.
        reported: What 目前 means now: the last moment the reporter gave of himself.
        last: The day the text spoke of last, None before it spoke of any.
        moment: The last moment it spoke of.
        recent: The last day that was not history.
        opened: Whether the article opened with its own date, so that a clock without a date is of that day.
        year: The year its paragraph told of last: 1998年8月1日溃口。8月5日合龙.
        later: The last moment of its paragraph where that was told to be in the later half of a day: 晚上9点.
    """

    today: dt.date | None
    reported: Meaning
    last: dt.date | None = None
    moment: Meaning | None = None
    recent: dt.date | None = None
    opened: bool = False
    year: str | None = None
    later: dt.datetime | None = None

    def resolve(self, mention: TimeMention) -> Meaning:
        """Say what a mention means here, and remember its day for those that follow."""
        if mention.kind == "now":
            return _bound(self.reported, mention.bound)
        if mention.role == "window":
            return self._window(mention.shift)
        if mention.kind != "offset" and not mention.stamps:
            return _NOTHING
        before, year = self.last, self.year
        found = self._between(mention.stamps) if mention.stamps else self._shifted(mention.shift)
        meaning = _bound(found, mention.bound)
        if mention.role == "reference":
            self.last, self.year = before, year
        elif mention.text == "连夜":
            pass  # 凌晨3点 after it is of no later day
        else:
            self._remember(meaning)
        return meaning

    def open_article(self, dateline: Meaning) -> None:
        """Speak from the day of the dateline on."""
        if dateline.start:
            self.today, self.last, self.opened = dateline.start.date(), None, True
            self.reported = replace(dateline, basis="report")

    def open_paragraph(self) -> None:
        """Forget history told in passing: a new paragraph goes on where the events stood."""
        self.later = self.year = None
        if self.last and self.recent and self.is_history(self.last):
            self.last = self.recent

    def is_history(self, day: dt.date) -> bool:
        """Say whether a day lies long before those the article speaks of."""
        return self.recent is not None and self.recent - day > _LONG_AGO

    def _remember(self, meaning: Meaning) -> None:
        if meaning.start or meaning.end:
            self.moment = meaning
            if self.last and self.last != self.recent and not self.is_history(self.last):
                self.recent = self.last

    def _between(self, stamps: tuple[Stamp, ...]) -> Meaning:
        first = self._moment(stamps[0])
        opened = self.later
        if len(stamps) == 1 or first is None:
            return first or Meaning()
        last = self._closing(stamps[-1], stamps[0], first)
        self.later = opened  # what is told next lies within the range
        if last is None:
            return first
        end = last.end or last.start
        wrapped = first.start and end and end <= first.start and not stamps[-1].day
        return Meaning(
            start=first.start,
            end=end + _DAY if wrapped and end else end,
            precision=first.precision,
            basis=first.basis,
        )

    def _closing(self, stamp: Stamp, opening: Stamp, first: Meaning) -> Meaning | None:
        """Resolve the end of a range: 下午3时至5时 shares its 下午, 晚10时至2时 does not."""
        last = self._moment(stamp)
        if stamp.day or stamp.part or not (stamp.hour and opening.part and first.start):
            return last
        shared = self._moment(replace(stamp, part=opening.part))
        return shared if shared and shared.start and shared.start > first.start else last

    def _moment(self, stamp: Stamp) -> Meaning | None:
        """Resolve one stamp; None where its numbers are no date."""
        later = self._in_later_half(stamp)
        found = later or self._dated(stamp)
        self.later = found.start if found and (later or is_later_half(stamp.part)) else None
        return found

    def _in_later_half(self, stamp: Stamp) -> Meaning | None:
        """Resolve 10点半 after 晚上9点: the clock of twelve hours goes on, to 12点 at midnight."""
        if self.later is None or stamp.part or stamp.day or stamp.month:
            return None
        hour = to_number(stamp.hour)
        if not hour or hour > _NOON:
            return None
        found = _clock(self.later.date(), replace(stamp, hour=str(hour + _NOON)), "carried")
        start = found.start if found else None
        return found if start and dt.timedelta() <= start - self.later <= _SAME_HALF else None

    def _dated(self, stamp: Stamp) -> Meaning | None:
        day = self._standpoint().find(self._in_year(stamp))
        if day is None:
            return None
        date = day.date
        if day.precision == "carried" and self._is_next_morning(stamp):
            date += _DAY
        if day.precision in ("day", "carried"):
            self.last = date
        if stamp.hour and day.precision not in ("year", "month"):
            return _clock(date, stamp, day.basis)
        start = _midnight(date)
        if day.precision in ("year", "month"):
            return Meaning(start=start, precision=day.precision, basis=day.basis)
        if stamp.part:
            low, high = hours_of(stamp.part)
            return Meaning(
                start=start + low * _HOUR,
                end=start + high * _HOUR,
                precision="part_of_day",
                basis=day.basis,
            )
        end = _midnight(day.last) if day.last else None
        return Meaning(start=start, end=end, precision="day", basis=day.basis)

    def _in_year(self, stamp: Stamp) -> Stamp:
        """Give 8月5日 the year its paragraph told before; after 去年12月 comes no 去年1月."""
        if stamp.year or (stamp.day and stamp.day[0] in _FROM_REPORT):
            self.year = stamp.year if stamp.month else None
        elif self.year and stamp.month and self.last and self.today:
            long_ago = self.today.year - self.last.year > 1
            if long_ago or (to_number(stamp.month) or 0) >= self.last.month:
                return replace(stamp, year=self.year)
        return stamp

    def _standpoint(self) -> Standpoint:
        spoken = self.reported.start.date() if self.reported.start else self.today
        return Standpoint(
            today=self.today, spoken=spoken, last=self.last, assumed=self.today if self.opened else None
        )

    def _is_next_morning(self, stamp: Stamp) -> bool:
        """Say whether 凌晨3时 after an evening is of the day after it."""
        start = self.moment.start if self.moment else None
        if start is None or start.date() != self.last or start.hour < _EVENING:
            return False
        return is_before_daybreak(to_number(stamp.hour), stamp.part)

    def _window(self, shift: Shift | None) -> Meaning:
        """Resolve 过去24小时: the hours up to the last moment, where a clock told it."""
        end = (self.moment.start or self.moment.end) if self.moment else None
        if not (shift and end and self.moment and self.moment.precision in _CLOCKED):
            return Meaning()
        return Meaning(start=end - shift.by, end=end, precision=self.moment.precision, basis="carried")

    def _shifted(self, shift: Shift | None) -> Meaning:
        """Resolve 两小时后, counted from the last moment; 三天前 is counted from the report."""
        base = self.reported if shift and shift.by < dt.timedelta() and not self.moment else self.moment
        start = (base.end if base.start is None else base.start) if base else None
        if shift is None or base is None or start is None:
            return Meaning()
        if shift.in_days:
            day = _midnight(start.date() + shift.by)
            self.last = day.date()
            return Meaning(start=day, precision="day", basis="carried")
        if base.precision not in _CLOCKED:
            return Meaning()
        moment = start + shift.by
        self.last = moment.date()
        return Meaning(start=moment, precision=base.precision, basis="carried")


def _bound(meaning: Meaning, bound: str) -> Meaning:
    """Turn a moment into 截至X (end only) or X起 (start only)."""
    if bound == "at":
        return meaning
    start, end = meaning.start, meaning.end
    if bound == "until":
        start, end = None, end or start
    elif bound == "since":
        end = None
    return Meaning(start=start, end=end, precision=meaning.precision, basis=meaning.basis)


def _midnight(date: dt.date) -> dt.datetime:
    return dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001  # times are local


def _clock(date: dt.date, stamp: Stamp, basis: str) -> Meaning | None:
    hour, minute = to_number(stamp.hour), to_number(stamp.minute) if stamp.minute else None
    if hour is None or hour > _MIDNIGHT or (minute or 0) > _LAST_MINUTE:
        return None
    days, hour = divmod(hour_of_day(hour, stamp.part), _MIDNIGHT)
    start = dt.datetime(date.year, date.month, date.day, hour, minute or 0)  # noqa: DTZ001  # local
    if days:
        start += days * _DAY
    return Meaning(start=start, precision="hour" if minute is None else "minute", basis=basis)
