"""What a report's text is marked with says what each row states, and how it stands in the view."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.data import Tables
from dashboard.opened import OpenReport
from dashboard.quotes import Mark, Stretch
from dashboard.reading import ReadText, cut_parts
from dashboard.state import View
from dashboard.tellings import gather
from dashboard.views.marking import (
    count_kinds,
    find_ringed,
    list_marked,
    mark_number,
    mark_rows,
    numbers_left,
    why_words,
)
from extract.explain import Rejection
from extract.spans import Span
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

CREW = {"kind": "personnel", "aspect": "deployed", "value_min": 40, "measure": "person",
        "modifier": "at_least", "responder": "东溪消防救援队", "responder_type": "fire_rescue",
        "quote": "40余人", "quote_start": 14, "quote_end": 18}  # fmt: skip  # a row
SAID = {"row_id": "f0", "field": "verdict", "value": "rejected", "reason": "人数<有误>", "withdrawn_at": None,
        "made_at": dt.datetime.fromisoformat("2023-06-05T08:30")}  # fmt: skip  # a row


def opened(tables: Tables) -> OpenReport:
    return OpenReport(facts=tables.timeline, directives=tables.directives, said=[], changes=[])


def marks(tables: Tables, said: list[dict[str, Any]] | None = None, lang: str = "zh") -> list[Mark]:
    scene = stage(Tables(**_columns(tables)), View(lang=lang))
    marked = list_marked(scene, opened(tables))
    return mark_rows(scene, marked, said or [], set())


def _columns(tables: Tables) -> dict[str, Any]:
    kept = {name: getattr(tables, name) for name in Tables.__slots__}
    return kept | {"timeline": gather(tables.timeline)}


@pytest.mark.parametrize(
    ("row", "view", "state"),
    [
        ({}, View(), "shown"),
        ({}, View(kinds=("action",)), "shown"),
        ({}, View(kinds=("personnel",)), "faint"),
        ({"start": dt.datetime.fromisoformat("2023-06-03T09:00")},
         View(at=dt.datetime.fromisoformat("2023-06-03T08:00")), "faint"),
        ({"verdict": "rejected"}, View(), "rejected"),
        ({"verdict": "rejected"}, View(kinds=("personnel",)), "rejected"),
        ({"verdict": "confirmed"}, View(), "shown"),
        ({"incident": "南堤决口"}, View(), "elsewhere"),
        ({"incident": None}, View(), "shown"),
    ],
)  # fmt: skip  # a table
def test_a_row_stands_in_the_view_or_outside_it(
    make: Make, row: dict[str, Any], view: View, state: str
) -> None:
    tables = make([row])
    (one,) = list_marked(stage(tables, view), opened(tables))
    assert one.state == state


def test_rows_come_in_the_order_of_the_text_facts_and_directives_alike(make: Make) -> None:
    tables = make([{"quote_start": 30, "quote_end": 32}, CREW], [{"quote_start": 20, "quote_end": 22}])
    assert [one.row_id for one in list_marked(stage(tables), opened(tables))] == ["f1", "d0", "f0"]


def test_kinds_are_counted_as_shown_and_in_all_without_what_is_rejected_or_elsewhere(make: Make) -> None:
    tables = make([CREW, {}, {"verdict": "rejected"}, {"incident": "南堤决口"}], [{}])
    marked = list_marked(stage(tables, View(kinds=("action",))), opened(tables))
    assert count_kinds(marked) == {"personnel": (0, 1), "action": (1, 1), "directive": (1, 1)}


def test_a_mark_leads_to_its_fact_and_tells_its_row(make: Make) -> None:
    (mark,) = marks(make([CREW]))
    assert mark.place == Stretch(14, 18)
    assert mark.classes == "fact personnel shown"
    assert 'href="?fact=f0"' in mark.attributes
    assert 'data-sign="人"' in mark.attributes
    for told in ("人数：≥ 40 人", "东溪消防救援队", "消防救援", "已发生", "文中写明“九时”"):
        assert told in mark.attributes


def test_a_mark_speaks_english_but_for_the_words_of_the_report(make: Make) -> None:
    (mark,) = marks(make([CREW]), lang="en")
    assert 'data-sign="P"' in mark.attributes
    assert "personnel: ≥ 40 people" in mark.attributes


def test_a_directive_is_another_kind(make: Make) -> None:
    (mark,) = marks(make([], [{}]))
    assert mark.classes == "fact directive shown"
    assert "国家指令：加强巡查" in mark.attributes


def test_a_rejected_fact_says_when_and_why_and_a_confirmed_one_has_a_sign(make: Make) -> None:
    (mark,) = marks(make([CREW | {"verdict": "rejected"}]), [SAID])
    assert "6月5日 08:30" in mark.attributes
    assert "人数&lt;有误&gt;" in mark.attributes
    (mark,) = marks(make([CREW | {"verdict": "confirmed"}]))
    assert 'data-sign="人✓"' in mark.attributes


def test_a_dispute_is_told_with_the_row(make: Make) -> None:
    told = marks(make([CREW | {"contradicts": "f1"}, CREW | {"quote_start": 20, "quote_end": 22}]))
    assert all("有矛盾" in mark.attributes and 'data-sign="人⚠"' in mark.attributes for mark in told)


def test_a_fact_of_another_incident_leads_there_without_the_filters(make: Make) -> None:
    (mark,) = marks(make([CREW | {"incident": "南堤决口"}]))
    assert "incident=%E5%8D%97%E5%A0%A4%E5%86%B3%E5%8F%A3" in mark.attributes
    assert "属于另一事件：南堤决口" in mark.attributes


def test_no_word_of_a_row_leaves_its_attribute_and_none_is_endless(make: Make) -> None:
    hostile = '"><script>' + "长" * 5000
    row = {"responder": hostile, "time_text": hostile, "quote": hostile, "kind": hostile, "incident": hostile}
    (mark,) = marks(make([row | {"place": hostile, "aspect": hostile}]))
    assert "<" not in mark.attributes
    assert "<" not in mark.classes
    described = mark.attributes.split('aria-description="')[1]
    assert len(described) < 2000
    assert described.count('"') == 1


def test_the_chosen_row_is_ringed_or_else_what_tells_the_same(make: Make) -> None:
    tables = make([CREW, CREW | {"same_as": "f0"}, {}])
    scene = stage(tables)
    marked = list_marked(scene, opened(tables))
    assert find_ringed(scene, marked, "f1") == {"f1"}
    assert find_ringed(scene, [one for one in marked if one.row_id != "f0"], "f0") == {"f1"}
    assert find_ringed(scene, marked, None) == set()


def read(*places: tuple[int, int]) -> ReadText:
    numbers = tuple(Rejection(quote="", place=Span(*place), sentence="", why="") for place in places)
    return ReadText(columns=(), parts=cut_parts((), 9), sentences=(), numbers=numbers, unread=0)


@pytest.mark.parametrize(
    ("number", "is_left"),
    [((0, 2), True), ((13, 15), False), ((15, 16), False), ((18, 20), True), ((30, 31), False)],
)
def test_a_number_inside_a_fact_or_a_directive_is_not_left_over(
    make: Make,
    number: tuple[int, int],
    is_left: bool,  # noqa: FBT001  # a cell of the table
) -> None:
    tables = make([CREW], [{"quote_start": 29, "quote_end": 40}])
    left = numbers_left(read(number), list_marked(stage(tables), opened(tables)))
    assert bool(left) == is_left


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("inside the time 6:30: . patrol", "属于时间“6:30”"),
        ("no rule of aspects.toml fits: . ~", "没有对应的规则"),
        ("none.hours: . second the patrol", "按规则 none.hours 不计"),
    ],
)
def test_why_a_number_became_no_fact_is_said(why: str, told: str) -> None:
    assert why_words(why, "zh") == told
    mark = mark_number(Rejection(quote="", place=Span(1, 2), sentence="", why=why), "zh")
    assert told in mark.attributes
