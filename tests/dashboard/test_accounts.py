"""What was ordered and done, in words."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.accounts import (
    deed_words,
    find_leading,
    find_reach,
    tell_addressees,
    tell_answers,
    tell_issuers,
    tell_lags,
    tell_times,
)  # fmt: skip  # one import reads as two lines
from dashboard.data import Tables
from dashboard.responses import match_responses
from dashboard.state import View
from dashboard.wording import rows
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NOON = dt.datetime.fromisoformat("2023-06-03T12:00")
SIX = NOON.replace(hour=6)
PEOPLE = {
    "kind": "personnel",
    "aspect": "deployed",
    "measure": "person",
    "responder": "西溪民兵",
    "modifier": "exact",
}
MOVED = {"kind": "people", "aspect": "evacuated", "measure": "person", "modifier": "exact"}


def count(low: float) -> dict[str, float]:
    return {"value_min": low, "value_max": low}


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"quote": "到达<b>北堤"}, '<span lang="zh">到达&lt;b&gt;北堤</span>'),
        (PEOPLE | count(40), "40 人"),
        (MOVED | count(40), "转移群众 40 人"),
        ({"kind": "distance", "aspect": "new_kind", "measure": "m", "value_min": 3.0}, "≥ 3 米"),
    ],
)
def test_a_deed_is_said_with_what_its_figure_measures(make: Make, fact: dict[str, Any], words: str) -> None:
    assert deed_words(rows(make([fact]).timeline)[0], "zh") == words


@pytest.mark.parametrize(
    ("facts", "leading"),
    [
        ([{}, {"quote": "展开巡查"}], "f0"),
        ([{}, PEOPLE | count(40)], "f1"),
        ([PEOPLE | count(40), PEOPLE | count(90)], "f1"),
        ([PEOPLE | count(900), MOVED | count(5)], "f1"),
        # A figure that a later one takes the place of does not lead.
        ([MOVED | count(90), MOVED | count(70) | {"revises": "f0"}], "f1"),
    ],
)
def test_the_deed_to_name(make: Make, facts: list[dict[str, Any]], leading: str) -> None:
    tables = make(facts, [{"themes": ("rescue",)}])
    revises = [fact.get("revises") for fact in facts]
    (response,) = match_responses(tables.directives, tables.timeline.assign(revises=pd.Series(revises)))
    assert find_leading(response.work).fact.fact_id == leading


@pytest.mark.parametrize(
    ("deeds", "said"),
    [
        ([{"start": SIX}], ["先于指令"]),
        ([{"start": SIX}, {"start": NOON.replace(hour=14)}], ["先于指令"]),
        ([{"start": NOON.replace(hour=14)}, {"start": None}], ["指令后约 2 小时"]),
        ([{"start": None}], ["时间不明"]),
        # The figure leads, and the first deed came at another time.
        (
            [{"start": SIX}, {"start": NOON.replace(hour=14), **PEOPLE}],
            ["指令后约 2 小时", "最早一项先于指令"],
        ),
        ([{"start": NOON}, {"start": None, **PEOPLE}], ["时间不明", "最早一项与指令同期"]),
    ],
)
def test_the_lag_is_that_of_the_deed_named_and_of_the_first(
    make: Make, deeds: list[dict[str, Any]], said: list[str]
) -> None:
    made = [deed | count(40) if "measure" in deed else deed for deed in deeds]
    tables = make(made, [{"themes": ("rescue",), "start": NOON, "end": None}])
    (response,) = match_responses(tables.directives, tables.timeline)
    assert tell_lags(response.work, "zh") == said


def test_who_gave_directives_to_whom_and_when(make: Make) -> None:
    orders = [
        {"issuer": "李江", "addressee": "各地"},
        {"issuer": "王<i>", "start": NOON.replace(day=4), "end": None},
        {"issuer": "赵河", "start": None, "end": None},
    ]
    given = rows(make([], orders).directives)
    assert tell_issuers(given[:1], "zh") == "李江"
    assert tell_issuers(given, "zh") == "李江、王&lt;i&gt;等 3 方"
    assert tell_addressees(given[:1], "zh") == "致各地"
    assert tell_addressees(given, "zh") == "部分致各地"
    assert tell_addressees(given[1:], "zh") == ""
    assert tell_times(given[:1], "zh") == "6月3日 上午"
    assert tell_times(given, "zh") == "6月3日 上午 至 6月4日 12:00"
    assert tell_times(given[2:], "zh") == ""


@pytest.mark.parametrize(
    ("themes", "reach", "said"),
    [
        ([], "", "已收报道中没有指令。"),
        ([], "_filtered", "筛选范围内没有指令。"),
        ([], "_shown", "所列事实中没有指令。"),
        (["rescue"], "", "6月3日 上午，某人下达指令 1 条，涉及 1 类主题：1 类已见行动。"),
        (
            ["rescue", "drainage", "general"],
            "",
            "6月3日 上午，某人下达指令 3 条，涉及 3 类主题：1 类已见行动，1 类报道未提及，1 类为总体要求。",
        ),
        (
            ["drainage"],
            "_filtered",
            "6月3日 上午，某人下达指令 1 条，涉及 1 类主题：1 类筛选范围内未提及。",
        ),
    ],
)
def test_the_sentence_on_top(make: Make, themes: list[str], reach: str, said: str) -> None:
    tables = make([{}], [{"themes": (theme,), "issuer": "某人"} for theme in themes])
    found = tell_answers(tables.directives, match_responses(tables.directives, tables.timeline), "zh", reach)
    assert found.replace('<span lang="zh">', "").replace("</span>", "") == said


@pytest.mark.parametrize(
    ("view", "fitting", "reach"),
    [
        (View(), 1, ""),
        (View(query="北堤"), 1, "_filtered"),
        (View(), 900, "_shown"),
        (View(query="北堤"), 900, "_shown"),
    ],
)
def test_what_is_not_shown_is_not_said_to_be_unmentioned(
    make: Make, view: View, fitting: int, reach: str
) -> None:
    scene = stage(make([{}]), view)
    assert find_reach(replace(scene, tables=replace(scene.tables, fitting=fitting))) == reach
