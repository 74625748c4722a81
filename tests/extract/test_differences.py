"""What a new reading changed is listed by the ids of its rows, and nothing else is."""

import datetime as dt
from typing import Any

import pytest

from extract.differences import Difference, find_differences

ROW: dict[str, Any] = {
    "fact_id": "f1",
    "report_id": "r1",
    "position": 0,
    "quote": "80余人",
    "value_min": 80.0,
    "start": dt.datetime(2031, 7, 5, 9),  # noqa: DTZ001  # local, as rows carry it
    "themes": ["general"],
    "incident_id": "柳林垸决口",
}
MOVED = dt.datetime(2030, 7, 5, 9)  # noqa: DTZ001  # likewise


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"value_min": 81.0}, [("f1", "value_min", 80.0, 81.0)]),
        ({"value_min": None}, [("f1", "value_min", 80.0, None)]),
        (
            {"start": MOVED},
            [("f1", "start", "2031-07-05T09:00:00", "2030-07-05T09:00:00")],
        ),
        ({"themes": ("general",)}, []),
        ({"themes": ["rescue"]}, [("f1", "themes", ["general"], ["rescue"])]),
        ({"position": 7, "report_id": "r2", "incident_id": None}, []),
        ({"value_min": 80}, []),
        ({"fact_id": "f2"}, [("f1", None, "80余人", None), ("f2", None, None, "80余人")]),
    ],
)
def test_a_change_of_one_row_is_told(changed: dict[str, object], expected: list[tuple[object, ...]]) -> None:
    assert list(find_differences([ROW], [ROW | changed], "fact_id")) == expected


def test_rows_that_only_changed_places_are_the_same() -> None:
    rows = [ROW | {"fact_id": name} for name in "abc"]
    assert list(find_differences(rows, rows[::-1], "fact_id")) == []


def test_what_went_stands_before_what_came() -> None:
    before, after = ([ROW | {"fact_id": name, "quote": name} for name in names] for names in ("ab", "bc"))
    expected = [Difference("a", None, "a", None), Difference("c", None, None, "c")]
    assert list(find_differences(before, after, "fact_id")) == expected
