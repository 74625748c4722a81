"""What people type for a date is read rightly or refused, never guessed."""

import datetime as dt

import pytest

from extract.typed_dates import read_typed_date

NOW = dt.datetime(2024, 7, 8, 9, 30)  # noqa: DTZ001 - local time, as the reader wants it


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024-07-07", (2024, 7, 7)),
        ("2024/7/7", (2024, 7, 7)),
        ("2024.7.7", (2024, 7, 7)),
        ("2024年7月7日", (2024, 7, 7)),
        ("2024年07月07日 08:15", (2024, 7, 7)),
        ("2024年7月5日8时30分", (2024, 7, 5)),
        ("7 July 2024", (2024, 7, 7)),
        ("July 7, 2024", (2024, 7, 7)),
        ("Jul 6, 2024 at 8am", (2024, 7, 6)),
        ("13/7/2024", (2024, 7, 13)),
        ("7/7/2024", (2024, 7, 7)),
        ("2024-07-06 08:00", (2024, 7, 6)),
        ("2024-07-06T08:00:00+08:00", (2024, 7, 6)),
        ("2024-07-06T23:30:00Z", (2024, 7, 7)),
        ("Sat, 06 Jul 2024 20:00:00 +0000", (2024, 7, 7)),
        (" 2024-07-07 ", (2024, 7, 7)),
        ("1998-08-07", (1998, 8, 7)),
        ("昨天", (2024, 7, 7)),
        ("前天", (2024, 7, 6)),
        ("今天", (2024, 7, 8)),
        ("yesterday", (2024, 7, 7)),
        ("today", (2024, 7, 8)),
        ("3 days ago", (2024, 7, 5)),
        ("3天前", (2024, 7, 5)),
    ],
)
def test_reads_what_people_type(typed: str, expected: tuple[int, int, int]) -> None:
    assert read_typed_date(typed, NOW) == dt.date(*expected)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "洪水",
        "5日",
        "7月5日",
        "July 5",
        "12",
        "1998年",
        "2024年",
        "2024",
        "2024年7月",
        "July 2024",
        "2024-07",
        "2024-13-01",
        "2023-02-29",
        "31 June 2024",
        "24-07-06",
        "120240706",
        "2024-07-06-08",
        "1720224000",
        "5 years ago",
        "6/7/2024",
    ],
)
def test_refuses_what_is_no_whole_date_and_says_how_to_write_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Write .*2024-07-0"):
        read_typed_date(typed, NOW)


def test_counts_from_the_now_it_is_given() -> None:
    later = NOW + dt.timedelta(days=400)
    assert read_typed_date("昨天", later) - read_typed_date("昨天", NOW) == dt.timedelta(days=400)
