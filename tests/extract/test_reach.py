"""A row reaches as far as its times tell, and no further."""

import datetime as dt

import pytest

from extract.reach import find_reach


@pytest.mark.parametrize(
    ("times", "begin", "finish"),
    [
        ({"start": "2031-07-05T09:30", "time_precision": "minute"}, "2031-07-05T09:30", "2031-07-05T09:30"),
        ({"start": "2031-07-05", "time_precision": "day"}, "2031-07-05", "2031-07-06"),
        ({"start": "2031-07-05", "end": "2031-07-07", "time_precision": "day"}, "2031-07-05", "2031-07-08"),
        ({"end": "2031-07-05T18:00", "time_precision": "hour"}, "2031-07-05T18:00", "2031-07-05T18:00"),
        ({"start": "2031-07-05T12:00", "end": "2031-07-05T18:00"}, "2031-07-05T12:00", "2031-07-05T18:00"),
        ({"start": "2031-01-31", "time_precision": "month"}, "2031-01-31", "2031-02-28"),
        ({"start": "2031-12-01", "time_precision": "month"}, "2031-12-01", "2032-01-01"),
        ({"start": "2031-01-01", "time_precision": "year"}, "2031-01-01", "2032-01-01"),
        ({"start": "2032-01-01", "time_precision": "year"}, "2032-01-01", "2033-01-01"),
        ({"start": "2031-03-01", "time_precision": "year"}, "2031-03-01", "2032-03-01"),
        ({"start": "2032-02-29", "time_precision": "year"}, "2032-02-29", "2033-02-28"),
        ({"reported_at": "2031-07-05"}, "2031-07-05", "2031-07-05"),
        ({"start": "2031-07-04", "reported_at": "2031-07-05"}, "2031-07-04", "2031-07-04"),
        ({}, None, None),
    ],
)
def test_a_row_reaches_to_the_end_of_what_it_names(
    times: dict[str, str], begin: str | None, finish: str | None
) -> None:
    row: dict[str, object] = {"start": None, "end": None, "time_precision": None}
    row |= {name: value if name == "time_precision" else moment(value) for name, value in times.items()}
    assert find_reach(row) == (moment(begin), moment(finish))


@pytest.mark.parametrize(
    ("times", "begin", "finish"),
    [
        ({"start": "2031-07-05"}, "2031-07-05", "2031-07-06"),
        ({"start": "2031-07-05T16:00"}, "2031-07-05T16:00", "2031-07-05T16:00"),
        ({"start": "2031-07-05T00:00", "end": "2031-07-05T06:00"}, "2031-07-05", "2031-07-05T06:00"),
    ],
)
def test_an_instruction_of_a_day_may_hold_at_any_hour_of_it(
    times: dict[str, str], begin: str, finish: str
) -> None:
    row = {"start": None, "end": None} | {name: moment(value) for name, value in times.items()}
    assert find_reach(row) == (moment(begin), moment(finish))


def test_an_instruction_has_no_time_of_its_report() -> None:
    assert find_reach({"start": None, "end": None, "issuer": "县防指"}) == (None, None)


def moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
