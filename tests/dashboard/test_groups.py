"""Responders stand by type; a type folds into one row, by itself where there are too many."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts.groups import find_folded, group_rows, read_fold, turn, write_fold
from dashboard.charts.orders import make_directive_marks
from dashboard.charts.palette import LIGHT
from dashboard.charts.timeline import draw_timeline
from dashboard.charts.traces import Look
from dashboard.data import Tables
from tests.dashboard.drawing import names_of

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
LOOK = Look(chosen=None, palette=LIGHT, lang="zh")
DIRECTIVES = [
    {"themes": ("rescue",), "quote": "全力抢险"},
    {"themes": ("rescue", "evacuation"), "quote": "抢险并转移"},
    {"themes": ("general",), "quote": "提高认识"},
    {"themes": ("general",), "quote": "压实责任"},
    {"themes": ("general",), "quote": "确保安全"},
]


def act(unit: str, code: str | None, hour: int = 9, **columns: object) -> dict[str, Any]:
    return {"start": NINE.replace(hour=hour), "responder": unit, "responder_type": code, **columns}


def some() -> list[dict[str, Any]]:
    return [
        act("石桥县干部", None, 6),
        act("东山武警甲中队、东山武警乙中队", "armed_police", 12),
        act("青湖民兵连", "militia", 8),
        act("东山武警丙中队", "armed_police", 7),
        act("东山武警甲中队、东山武警乙中队", "armed_police", 14),
    ]


def titles(tables: Tables, fold: tuple[str, ...] | None = None) -> list[str]:
    figure = draw_timeline(tables.timeline, tables.directives, replace(LOOK, fold=fold))
    assert figure is not None
    return names_of(figure)


def test_types_come_as_their_first_unit_does_and_what_has_none_last(make: Make) -> None:
    groups = group_rows(make([*some(), {"responder": "无时队", "time_precision": None}]).timeline)
    assert [(group.code, group.rows, group.units) for group in groups] == [
        ("armed_police", ("东山武警丙中队", "东山武警甲中队、东山武警乙中队"), 3),
        ("militia", ("青湖民兵连",), 1),
        ("unspecified", ("石桥县干部",), 1),
    ]
    assert [group.folds for group in groups] == [True, False, False]


def crowd(*sizes: int) -> list[dict[str, Any]]:
    codes = ("armed_police", "militia", "fire_rescue", "medical")
    return [
        act(f"{code}{number}队", code)
        for code, size in zip(codes, sizes, strict=False)
        for number in range(size)
    ]


@pytest.mark.parametrize(
    ("sizes", "fold", "folded"),
    [
        ((3, 2), None, {"directives"}),
        ((14,), None, {"directives"}),
        ((15,), None, {"directives", "armed_police"}),
        ((8, 30, 12), None, {"directives", "militia", "fire_rescue"}),
        ((50,), (), set()),
        ((3, 2), ("militia",), {"militia"}),
        # What has one row, or none, cannot be folded.
        ((3, 1), ("militia", "medical", "无此类型"), set()),
    ],
)
def test_groups_fold_by_themselves_only_where_there_are_too_many_rows(
    make: Make, sizes: tuple[int, ...], fold: tuple[str, ...] | None, folded: set[str]
) -> None:
    assert find_folded(group_rows(make(crowd(*sizes)).timeline), fold) == folded


def test_a_group_is_turned_and_what_is_so_by_itself_is_not_said(make: Make) -> None:
    groups = group_rows(make(crowd(3, 2)).timeline)
    folded = find_folded(groups, None)
    assert turn("militia", groups, folded) == ("directives", "militia")
    assert turn("directives", groups, folded) == ()
    assert turn("militia", groups, find_folded(groups, ("directives", "militia"))) is None
    for fold in (None, (), ("directives",), ("directives", "militia")):
        assert read_fold(write_fold(fold)) == fold


def test_a_header_names_type_and_units_and_leads_to_the_fold(make: Make) -> None:
    tables = make(some())
    shown = titles(tables)
    (head,) = [title for title in shown if "3 个单位" in title]
    assert "⊟" in head
    assert "武警" in head
    assert LIGHT.of("armed_police") in head
    assert any("东山武警丙中队" in title for title in shown)
    figure = draw_timeline(tables.timeline, tables.directives, LOOK)
    assert figure is not None
    leads = [id_ for trace in figure.data for id_ in trace.customdata or () if id_.startswith("fold:")]
    assert leads == ["fold:armed_police directives"]


def test_a_folded_type_is_one_row_with_all_its_marks(make: Make) -> None:
    tables = make(some())
    shown = titles(tables, fold=("armed_police",))
    assert not any("东山武警" in title for title in shown)
    assert any("⊞" in title and "3 个单位" in title for title in shown)
    figure = draw_timeline(tables.timeline, tables.directives, replace(LOOK, fold=("armed_police",)))
    assert figure is not None
    ids = {id_ for trace in figure.data if trace.type == "scatter" for id_ in trace.customdata or ()}
    assert ids == {f"f{number}" for number in range(5)}


def test_fifty_units_stay_a_page(make: Make) -> None:
    figure = draw_timeline(make(crowd(20, 20, 10)).timeline, make([]).directives, LOOK)
    assert figure is not None
    assert figure.layout.height < 700


def test_folded_directives_count_their_themes_and_open_ones_have_a_row_each(make: Make) -> None:
    tables = make([], DIRECTIVES)
    assert titles(tables)[0] == "<b>⊞ 国家指令</b>"
    (mark,) = make_directive_marks(tables.directives, "zh")
    assert mark.labels[0] == "某负责人 · 5 条：抢险救援 2、转移安置 1、总体要求 3"
    assert mark.labels[-1] == "某负责人 · 5 条"
    hover = mark.hover
    assert (
        hover.index("抢险救援 2")
        < hover.index("全力抢险")
        < hover.index("转移安置 1")
        < hover.index("总体要求 3")
    )
    shown = titles(tables, fold=())
    assert [title.strip("\N{NO-BREAK SPACE}") for title in shown[:4]] == [
        "<b>⊟ 国家指令</b>", "抢险救援", "转移安置", "总体要求",
    ]  # fmt: skip  # one list reads as two lines
