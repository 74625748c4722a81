"""A time expression is read into its parts, an offset into its distance."""

import datetime as dt

import pytest

from extract.stamps import Shift, Stamp, read_shift, read_stamps


@pytest.mark.parametrize(
    ("words", "stamps"),
    [
        ("8月5日14时40分", [Stamp(month="8月", day="5日", hour="14", minute="40")]),
        ("今天（8月6日）下午", [Stamp(month="8月", day="6日", part="下午")]),
        ("昨晚9点半", [Stamp(day="昨", part="晚", hour="9", minute="30")]),
        ("5日21：15", [Stamp(day="5日", hour="21", minute="15")]),
        ("5日21:15", [Stamp(day="5日", hour="21", minute="15")]),
        ("3日、4日、5日", [Stamp(day="3日"), Stamp(day="5日")]),
        ("下午三点（北京时间晚八点）", [Stamp(part="下午", hour="三")]),
    ],
)
def test_the_parts_of_an_expression(words: str, stamps: list[Stamp]) -> None:
    assert list(read_stamps(words)) == stamps


@pytest.mark.parametrize(
    ("words", "hours", "in_days"),
    [
        ("四十分钟后", 2 / 3, False),
        ("约一个半小时后", 1.5, False),
        ("24小时前", -24, False),
        ("三天后", 72, True),
        ("过去24小时", 24, False),
    ],
)
def test_the_distance_of_an_offset(words: str, hours: float, *, in_days: bool) -> None:
    assert read_shift(words) == Shift(by=dt.timedelta(hours=hours), in_days=in_days)


@pytest.mark.parametrize("words", ["两三天后", "几小时后", "十几分钟后"])
def test_a_vague_number_leads_nowhere(words: str) -> None:
    assert read_shift(words) is None
