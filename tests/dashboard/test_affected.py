"""People affected: the latest figure of each sort and place stands, what it replaced is named."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.affected import Toll, list_tolls
from dashboard.data import Tables
from dashboard.tellings import gather

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")


def toll(value: int, hour: int, sentence: str = "转移{}人。", **more: object) -> dict[str, Any]:
    told = sentence.format(value)
    start = told.index(str(value))
    usual: dict[str, Any] = {
        "kind": "people",
        "aspect": "evacuated",
        "measure": "person",
        "modifier": "exact",
    }
    where = {"sentence": told, "quote": f"{value}人", "quote_start": start, "quote_end": start + 5}
    bounds = {"value_min": float(value), "value_max": float(value)}
    return usual | where | bounds | {"start": NINE.replace(hour=hour)} | more


def find(make: Make, *facts: dict[str, Any]) -> list[Toll]:
    return list_tolls(gather(make(list(facts)).timeline))


LATEST: list[tuple[str, list[dict[str, Any]], list[str]]] = [
    ("the later", [toll(70, 9), toll(90, 12)], ["f1"]),
    ("of one time the larger", [toll(90, 9), toll(70, 9)], ["f0"]),
    ("a part is no total", [toll(90, 9), toll(20, 12, "其中转移{}人。")], ["f0"]),
    ("a total before another", [toll(900, 9, "累计转移{}人。"), toll(20, 12, "又转移{}人。")], ["f0"]),
    ("each place its own", [toll(70, 9, place="柳林垸"), toll(90, 12, place="石桥县")], ["f0", "f1"]),
    ("persons and households apart", [toll(70, 9), toll(20, 9, measure="household")], ["f0", "f1"]),
    ("a demand apart", [toll(70, 9), toll(900, 12, status="required")], ["f0", "f1"]),
    ("the gravest first", [toll(70, 9), toll(2, 9, aspect="missing")], ["f1", "f0"]),
    ("no number, no figure", [toll(70, 9, value_min=None, value_max=None)], []),
    ("other kinds are none", [toll(70, 9, kind="personnel", aspect="deployed")], []),
]  # fmt: skip  # a table


@pytest.mark.parametrize(("facts", "latest"), [case[1:] for case in LATEST], ids=[case[0] for case in LATEST])
def test_the_latest_of_each_sort_and_place(
    make: Make, facts: list[dict[str, Any]], latest: list[str]
) -> None:
    assert [one.latest.fact_id for one in find(make, *facts)] == latest


def test_what_was_revised_is_told_from_what_only_stands_beside(make: Make) -> None:
    (one,) = find(
        make,
        toll(50, 8),
        toll(70, 9),
        toll(80, 10, revises="f1"),
        toll(90, 12, revises="f2"),
    )
    assert one.latest.fact_id == "f3"
    assert [row.fact_id for row in one.revised] == ["f2", "f1"]
    assert [row.fact_id for row in one.others] == ["f0"]


def test_figures_that_revise_each_other_end(make: Make) -> None:
    (one,) = find(make, toll(70, 9, revises="f1"), toll(80, 10, revises="f0"))
    assert [row.fact_id for row in one.revised] == ["f0"]


def test_a_figure_that_is_revised_under_another_name_of_the_place_stands_no_more(make: Make) -> None:
    (one,) = find(make, toll(70, 9), toll(80, 10, place="柳林垸", revises="f0"))
    assert (one.place, [row.fact_id for row in one.revised]) == ("柳林垸", ["f0"])
