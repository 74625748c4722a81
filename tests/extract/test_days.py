"""A day is counted from the report's day, or from the last one spoken of."""

import datetime as dt

import pytest

from extract.days import Standpoint, to_number
from extract.stamps import Stamp

TODAY, LAST = dt.date(2025, 8, 6), dt.date(2025, 7, 30)


def _find(last: dt.date | None, **parts: str) -> tuple[str, str, str] | None:
    day = Standpoint(today=TODAY, spoken=TODAY, last=last, assumed=None).find(Stamp(**parts))
    return (str(day.date), day.precision, day.basis) if day else None


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        ({"day": "31日"}, ("2025-07-31", "day", "stated")),
        ({"day": "次日"}, ("2025-07-31", "day", "carried")),
        ({"day": "前一天"}, ("2025-07-29", "day", "carried")),
        ({"day": "当天"}, ("2025-07-30", "day", "carried")),
        ({"day": "昨天"}, ("2025-08-05", "day", "published")),
        ({"day": "大前天"}, ("2025-08-03", "day", "published")),
        ({"day": "周日"}, ("2025-08-03", "day", "published")),
        ({"month": "当月", "day": "2日"}, ("2025-07-02", "day", "stated")),
        ({"month": "上月", "day": "28日"}, ("2025-07-28", "day", "stated")),
        ({"year": "去年", "month": "12月"}, ("2024-12-01", "month", "stated")),
        ({"month": "1月"}, ("2025-01-01", "month", "stated")),
        ({"hour": "8"}, ("2025-07-30", "carried", "carried")),
        ({"year": "民国113年", "month": "7月", "day": "5日"}, ("2024-07-05", "day", "stated")),
        ({"year": "113年", "month": "7月", "day": "5日"}, ("2024-07-05", "day", "stated")),
        ({"year": "昭和34年", "month": "8月", "day": "7日"}, ("1959-08-07", "day", "stated")),
        ({"year": "民国二十年", "month": "8月", "day": "5日"}, ("1931-08-05", "day", "stated")),
        ({"day": "前一", "part": "晚"}, ("2025-07-29", "day", "carried")),
        ({"day": "32日"}, None),
    ],
)
def test_which_day_is_meant(parts: dict[str, str], day: tuple[str, str, str] | None) -> None:
    assert _find(LAST, **parts) == day


def test_a_weekday_after_a_day_to_come_is_one_to_come() -> None:
    assert _find(TODAY + dt.timedelta(days=2), day="周日") == ("2025-08-10", "day", "published")


def test_a_clock_before_any_date_has_no_day() -> None:
    assert _find(None, hour="8") is None


@pytest.mark.parametrize(
    ("words", "number"), [("二十二日", 22), ("08", 8), ("零", 0), ("7月上旬", 7), (None, None)]
)
def test_a_number_is_read(words: str | None, number: int | None) -> None:
    assert to_number(words) == number
