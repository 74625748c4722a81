"""Numbers as reports write them are read as ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numerals import read_number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("350", 350, 350),
        ("1,400", 1400, 1400),
        ("41.66", 41.66, 41.66),
        ("1.2万", 12_000, 12_000),
        ("1.04亿", 104_000_000, 104_000_000),
        ("三百二十", 320, 320),
        ("一百零五", 105, 105),
        ("两千", 2000, 2000),
        ("十七", 17, 17),
        ("二十", 20, 20),
        ("一万二千", 12_000, 12_000),
        ("二零二四", 2024, 2024),
        ("零点八", 0.8, 0.8),
        ("一点三万", 13_000, 13_000),
        ("1万3千", 13_000, 13_000),
        ("一万二", 12_000, 12_000),
        ("两千四五百", 2400, 2500),
        ("三五百", 300, 500),
        ("廿六", 26, 26),
        ("半", 0.5, 0.5),
        ("两三百", 200, 300),
        ("七八十", 70, 80),
        ("十几", 11, 19),
        ("二十几", 21, 29),
        ("十五六", 15, 16),
        ("二十七八", 27, 28),
        ("数十", 20, None),
        ("几百", 200, None),
        ("数", 2, None),
        ("上百", 100, None),
        ("上万", 10_000, None),
    ],
)
def test_a_number_is_read_as_an_inclusive_range(text: str, low: float, high: float | None) -> None:
    assert read_number(text) == (low, high)


@pytest.mark.parametrize("text", ["", "米", "点五", "12a", "余", "一点点"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|got"):
        read_number(text)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_mean_themselves_with_and_without_commas(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == (number, number)
