"""The page of forces and people, without a browser."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.arrivals import list_arrivals
from dashboard.attribution import Attribution
from dashboard.charts.palette import LIGHT
from dashboard.charts.personnel import draw_personnel
from dashboard.data import Tables
from dashboard.scene import Scene
from dashboard.situation import find_breach, sum_up
from dashboard.state import View
from dashboard.views.forces import make_lead
from extract.store import Store
from tests.dashboard.conftest import NOW
from tests.dashboard.reporting import read, run, text
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
FIRE, MILITIA = "石桥县消防救援大队", "柳林垸民兵连"
BREACH = {"aspect": "breach", "start": NINE}
COUNT: dict[str, Any] = {
    "kind": "personnel", "aspect": "deployed", "measure": "person", "modifier": "at_least", "quote": "余人",
}  # fmt: skip  # one fact

FIRST = (
    "柳林垸决口抢险展开\n\n"
    "本报石桥县7月5日电 7月5日15时，石桥县柳林垸堤防发生决口。"
    "5日17时许，石桥县消防救援大队60余人抵达决口现场。"
    "截至5日22时，武警东山总队300余名官兵到达现场，携带冲锋舟8艘。柳林垸已累计转移群众3200人。\n"
)
SECOND = (
    "柳林垸决口封堵推进\n\n"
    "本报石桥县7月6日电 截至6日9时，柳林垸决口处武警东山总队已投入官兵450人。"
    "截至6日9时，柳林垸已累计转移群众7680人。\n"
)


def scene(make: Make, facts: list[dict[str, Any]], view: View | None = None, **report: object) -> Scene:
    return stage(make(facts, report=report), view)


def lead(shown: Scene) -> str:
    arrivals = list_arrivals(shown.timeline, find_breach(shown.every))
    return re.sub(r"<[^>]+>", "", make_lead(shown, arrivals))


LEADS: list[tuple[list[dict[str, Any]], str]] = [
    (
        [
            BREACH,
            COUNT | {"responder": FIRE, "start": NINE.replace(hour=11), "value_min": 60.0},
            COUNT | {"responder": MILITIA, "start": NINE.replace(hour=14), "value_min": 200.0},
            {"responder": "青湖站", "start": NINE.replace(hour=15)},
        ],
        (
            "已投入 ≥ 260 人，2 个单位报数；另有 1 个单位有行动未报数；"
            f"最早行动：{FIRE}（6月3日 11时 · 决口后约 2 小时）；人数最多：{MILITIA} ≥ 200 人。"
        ),
    ),
    (
        [{"responder": FIRE, "start": NINE}, {"responder": MILITIA, "start": NINE}],
        f"2 个单位有行动，均未报数；最早行动：{FIRE}（6月3日 9时），与{MILITIA}先后不明。",
    ),
    ([{}], "报道未提及投入的力量。"),
]


@pytest.mark.parametrize(("facts", "words"), LEADS)
def test_the_lead_says_how_many_and_who_first(make: Make, facts: list[dict[str, Any]], words: str) -> None:
    assert lead(scene(make, facts)) == words


def test_under_a_filter_silence_is_said_to_be_the_filters(make: Make) -> None:
    assert "筛选范围内" in lead(scene(make, [{}], View(kinds=("action",))))


def test_the_lead_names_a_dispute(make: Make) -> None:
    facts = [
        COUNT | {"responder": FIRE, "start": NINE, "value_min": 60.0},
        COUNT | {"responder": FIRE, "start": NINE, "value_min": 90.0, "contradicts": "f0"},
        COUNT | {"responder": MILITIA, "start": NINE, "value_min": 20.0},
    ]
    assert "（另有来源称 ≥ 60 人）" in lead(scene(make, facts))


@pytest.mark.parametrize(
    ("report", "more", "words"),
    [
        ({"publisher": "东山日报"}, [], "东山日报"),
        ({"title": "柳林垸决口"}, [], "《北堤险情》"),
        ({"publisher": "东山日报"}, [{"same_as": "f0"}], "东山日报 等 2 处"),
        ({"publisher": "东山省石桥县融媒体中心新闻部"}, [], "东山省石桥县融媒体中心新…"),
    ],
)
def test_a_source_is_named_shortly(
    make: Make, report: dict[str, Any], more: list[dict[str, Any]], words: str
) -> None:
    shown = scene(make, [{}, *more], **report)
    (row,) = shown.timeline.itertuples()
    assert Attribution(shown).name(row) == words


def test_bars_stand_by_type_with_a_sum_over_several_units(make: Make) -> None:
    facts = [
        COUNT | {"responder": FIRE, "responder_type": "fire_rescue", "value_min": 60.0},
        COUNT | {"responder": MILITIA, "responder_type": "militia", "value_min": 70.0},
        COUNT | {"responder": "河西市消防救援支队", "responder_type": "fire_rescue", "value_min": 50.0},
    ]
    people = sum_up(make(facts).timeline).people
    assert people is not None
    figure = draw_personnel(people, LIGHT, "zh")
    (bar,) = figure.data
    assert list(bar.customdata) == ["f1", "f2", "f0"]
    words = [str(note.text) for note in figure.layout.annotations]
    assert any("消防救援 ≥ 110 人（2 个单位）" in line for line in words)
    assert any("民兵" in line and MILITIA in line for line in words)


@pytest.fixture
def forces(app: Path, store: Store) -> AppTest:
    """Give the page of two reports of one incident, not yet run."""
    for report in (read(FIRST, source_name="a.txt"), read(SECOND, source_name="b.txt")):
        store.add(report, NOW)
    page = AppTest.from_file(str(app), default_timeout=30)
    page.query_params["page"] = "forces"
    return page


def tables_of(page: AppTest) -> str:
    return re.sub(r"<[^>]+>", " ", "".join(re.findall(r"<table.*?</table>", text(page), re.DOTALL)))


def test_the_page_shows_who_came_when_and_who_says_so(forces: AppTest) -> None:
    run(forces)
    said = tables_of(forces)
    assert said.index(FIRE) < said.index("武警东山总队")
    for words in (
        "7月5日 17时许",
        "决口后约 2 小时",
        "截至 7月5日 22时",
        "决口后 ≤ 7 小时",
        "《柳林垸决口抢险展开》",
    ):
        assert words in said
    assert len(forces.get("plotly_chart")) >= 2


def test_supplies_and_people_affected_are_listed(forces: AppTest) -> None:
    said = tables_of(run(forces))
    assert "8 件" in said
    assert "冲锋舟" in said
    assert said.index("7,680 人") < said.index("3,200 人")


def test_a_unit_narrows_the_page_and_the_lag_stays(forces: AppTest) -> None:
    forces.query_params["unit"] = FIRE
    run(forces)
    said = tables_of(forces)
    assert "决口后约 2 小时" in said
    assert "武警东山总队" not in said
    assert "筛选范围内" in text(forces)


def test_the_line_of_the_chosen_fact_is_marked(forces: AppTest, store: Store) -> None:
    facts = store.timeline()
    chosen = facts[facts["kind"] == "equipment"].iloc[0]["fact_id"]
    forces.query_params["fact"] = chosen
    marked = re.findall(r'<tr class="chosen">.*?</tr>', text(run(forces)), re.DOTALL)
    assert any("8 件" in line for line in marked)


def test_english_says_all_but_the_reports_words_in_english(forces: AppTest) -> None:
    forces.query_params["lang"] = "en"
    said = tables_of(run(forces))
    assert "about 2 h after the breach" in said
    assert "arrived" in said
