"""When a fact began is known within bounds, and said with its hedge."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from dashboard.data import Tables
from dashboard.onset import find_onset, onset_words
from dashboard.wording import rows

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
NOON, EVENING = NINE.replace(hour=12), NINE.replace(hour=18)
DAY, NEXT = NINE.replace(hour=0), NINE.replace(day=4, hour=0)

CASES: list[tuple[dict[str, Any], dt.datetime | None, dt.datetime | None, str]] = [
    ({"start": NINE}, NINE, NINE, "6月3日 9时"),
    ({"start": NINE, "time_text": "3日9时许"}, NINE, NINE, "6月3日 9时许"),
    ({"start": NINE, "time_text": "3日9时左右"}, NINE, NINE, "6月3日 9时许"),
    ({"start": NINE, "end": NOON, "time_text": "9时至12时"}, NINE, NINE, "6月3日 9时–12时"),
    ({"start": NOON, "end": EVENING, "time_precision": "part_of_day"}, NOON, EVENING, "6月3日 下午"),
    ({"start": NOON, "time_precision": "part_of_day"}, NOON, EVENING, "6月3日 下午"),
    ({"start": DAY, "time_precision": "day"}, DAY, NEXT, "6月3日"),
    ({"start": DAY, "time_precision": "day", "time_basis": "report"}, None, NEXT, "截至 6月3日"),
    ({"start": NINE, "time_basis": "report", "time_text": "目前"}, None, NINE, "截至 6月3日 9时"),
    ({"end": NINE}, None, NINE, "截至 6月3日 9时"),
    ({"reported_at": NOON}, None, NOON, "未定时，6月3日 12:00 见报"),
    ({"reported_at": DAY}, None, NEXT, "未定时，6月3日 见报"),
    ({}, None, None, "未定时"),
]


@pytest.mark.parametrize(("fact", "earliest", "latest", "words"), CASES)
def test_an_onset_has_the_bounds_its_words_give(
    make: Make, fact: dict[str, Any], earliest: dt.datetime | None, latest: dt.datetime | None, words: str
) -> None:
    (row,) = rows(make([fact]).timeline)
    found = find_onset(row)
    assert found.earliest == (earliest and pd.Timestamp(earliest))
    assert found.latest == (latest and pd.Timestamp(latest))
    assert onset_words(row, "zh") == words


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"start": NINE, "time_text": "9时许"}, "6月3日 9时许?"),
        ({"end": NINE}, "截至 6月3日 9时?"),
    ],
)
def test_an_assumed_year_is_marked_after_the_hedge(make: Make, fact: dict[str, Any], words: str) -> None:
    (row,) = rows(make([fact], report={"published_basis": "assumed"}).timeline)
    assert onset_words(row, "zh") == words
