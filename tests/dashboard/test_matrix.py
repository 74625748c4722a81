"""The matrix: whose deeds stand in which column."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.data import Tables
from dashboard.matrix import MOST_UNITS, Matrix, lay_out
from dashboard.responses import match_all
from dashboard.state import OTHERS, UNNAMED

Make = Callable[..., Tables]

FIRE = {"responder": "东溪消防救援队", "responder_type": "fire_rescue"}
MILITIA = {"responder": "西溪民兵", "responder_type": "militia"}
TOGETHER = {"responder": "东溪消防救援队、西溪民兵", "responder_type": "fire_rescue"}
POLICE = {"responder": "武警东山总队", "responder_type": "armed_police"}
ORDER = {"themes": ("rescue",)}


def matrix_of(tables: Tables) -> Matrix:
    return lay_out(*match_all(tables.directives, tables.timeline))


def cells(matrix: Matrix, theme: str) -> dict[str, list[str]]:
    """Return the ids of the deeds of each column that has any."""
    work = matrix.find_theme(theme).work
    found = {column.unit: [one.fact.fact_id for one in column.pick(work)] for column in matrix.columns}
    return {unit: ids for unit, ids in found.items() if ids}


@pytest.mark.parametrize(
    ("facts", "columns"),
    [
        ([FIRE, MILITIA, MILITIA], ["西溪民兵", "东溪消防救援队"]),
        # Units of one type stand side by side.
        (
            [FIRE, FIRE, MILITIA, {**FIRE, "responder": "北堤消防站"}],
            ["东溪消防救援队", "北堤消防站", "西溪民兵"],
        ),
        # Work of nobody named has a column, the last.
        ([{}, {}, FIRE], ["东溪消防救援队", UNNAMED]),
        ([TOGETHER], ["东溪消防救援队", "西溪民兵"]),
        ([{**FIRE, "status": "planned"}, {"aspect": "hazard"}], []),
        # Work on another theme makes a column too.
        ([FIRE, {**MILITIA, "theme": "drainage"}], ["东溪消防救援队", "西溪民兵"]),
    ],
)
def test_the_columns_are_the_units_that_worked(
    make: Make, facts: list[dict[str, Any]], columns: list[str]
) -> None:
    assert [column.unit for column in matrix_of(make(facts, [ORDER])).columns] == columns


def test_what_units_did_together_each_of_them_did(make: Make) -> None:
    matrix = matrix_of(make([TOGETHER, MILITIA, {}], [ORDER]))
    assert cells(matrix, "rescue") == {
        "西溪民兵": ["f0", "f1"], "东溪消防救援队": ["f0"], UNNAMED: ["f2"],
    }  # fmt: skip  # one line


def test_the_type_of_a_unit_is_the_one_it_has_alone(make: Make) -> None:
    types = {
        column.unit: column.type for column in matrix_of(make([TOGETHER, TOGETHER, MILITIA], [ORDER])).columns
    }
    assert types == {"西溪民兵": "militia", "东溪消防救援队": "fire_rescue"}


@pytest.mark.parametrize(
    ("units", "own", "others"),
    [(MOST_UNITS, MOST_UNITS, 0), (9, 9, 0), (10, MOST_UNITS, 2), (50, MOST_UNITS, 42)],
)
def test_the_most_active_units_have_a_column_each_and_the_rest_one(
    make: Make, units: int, own: int, others: int
) -> None:
    facts = [
        {**FIRE, "responder": f"第{unit}队"} for unit in range(units) for _ in range(1 + (unit == units - 1))
    ]
    matrix = matrix_of(make([*facts, {}], [ORDER]))
    named = [column for column in matrix.columns if column.unit not in {UNNAMED, OTHERS}]
    assert (len(named), named[0].unit) == (own, f"第{units - 1}队")
    rest = [column for column in matrix.columns if column.unit == OTHERS]
    assert sum(len(column.units) for column in rest) == others
    told = [fact for ids in cells(matrix, "rescue").values() for fact in ids]
    assert sorted(told) == sorted(f"f{place}" for place in range(len(facts) + 1))


def test_a_unit_among_the_others_can_be_asked_for_alone(make: Make) -> None:
    matrix = matrix_of(make([{**FIRE, "responder": f"第{unit}队"} for unit in range(12)], [ORDER]))
    column = matrix.find_column("第11队")
    assert [work.fact.fact_id for work in column.pick(matrix.find_theme("rescue").work)] == ["f11"]


def test_themes_that_nobody_ordered_are_rows_apart(make: Make) -> None:
    matrix = matrix_of(make([FIRE, {**POLICE, "theme": "drainage"}], [ORDER, {"themes": ("evacuation",)}]))
    assert [row.theme for row in matrix.asked] == ["rescue", "evacuation"]
    assert [row.theme for row in matrix.unasked] == ["drainage"]
    assert matrix.find_theme("recovery").work == ()
