"""The parts of the day have their hours, and an hour said with one has its place among 24."""

import pytest

from extract.dayparts import hour_of_day, hours_of, is_before_daybreak


@pytest.mark.parametrize(
    ("part", "hours"),
    [
        ("凌晨", (0, 6)),
        ("清晨", (5, 8)),
        ("中午", (11, 13)),
        ("傍晚", (17, 19)),
        ("连夜", (18, 24)),
        ("一早", (5, 8)),
        ("后半夜", (24, 30)),
    ],
)
def test_the_hours_of_a_part(part: str, hours: tuple[int, int]) -> None:
    assert hours_of(part) == hours


@pytest.mark.parametrize(
    ("hour", "part", "hour_of"),
    [
        (3, "下午", 15),
        (15, "下午", 15),
        (1, "中午", 13),
        (11, "中午", 11),
        (12, "晚", 24),
        (2, "深夜", 2),
        (9, None, 9),
        (2, "后半夜", 2),
    ],
)
def test_the_hour_of_a_clock(hour: int, part: str | None, hour_of: int) -> None:
    assert hour_of_day(hour, part) == hour_of


@pytest.mark.parametrize(
    ("hour", "part", "small"), [(3, None, True), (3, "下午", False), (None, "凌晨", True)]
)
def test_the_small_hours(hour: int | None, part: str | None, *, small: bool) -> None:
    assert is_before_daybreak(hour, part) is small
