"""What is shown of a fact that several reports tell, revise or contradict."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.cards import make_cards
from dashboard.data import Tables, load_incidents, load_tables
from dashboard.headline import make_sentence
from dashboard.situation import sum_up
from dashboard.state import View
from dashboard.tellings import gather
from dashboard.views.facts import tabulate
from dashboard.views.tellings import list_tellings
from extract.grouping import UNNAMED
from extract.pipeline import extract
from extract.store import Store
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
LEVEL = {"kind": "water_level", "aspect": "level", "measure": "m", "modifier": "exact"}
FIRST = LEVEL | {"value_min": 31.2, "value_max": 31.2, "quote": "31.20米", "start": NINE}
SECOND = LEVEL | {"value_min": 32.4, "value_max": 32.4, "quote": "32.40米", "start": NINE, "report_id": "s"}
LATER = FIRST | {"value_min": 33, "value_max": 33, "start": NINE.replace(hour=12), "report_id": "s"}
COUNT = {"kind": "personnel", "aspect": "deployed", "measure": "person", "modifier": "exact", "start": NINE}


def see(make: Make, *facts: dict[str, Any], lang: str = "zh", publisher: str | None = "石桥晚报") -> Any:  # noqa: ANN401  # a scene, as far as it is asked
    """Give a scene of facts of two reports; "s" is the second one."""
    tables = make(list(facts))
    reports = pd.concat([tables.reports, tables.reports.assign(report_id="s", publisher=publisher)])
    every = gather(tables.timeline)
    return SimpleNamespace(
        responses=(),
        lang=lang, view=View(lang=lang), every=every, timeline=every, situation=sum_up(every),
        directives=tables.directives,
        tables=SimpleNamespace(timeline=tables.timeline, directives=tables.directives, reports=reports),
    )  # fmt: skip


def test_a_fact_of_one_source_needs_no_list(make: Make) -> None:
    assert list_tellings(see(make, FIRST, SECOND), "f0") == ""


@pytest.mark.parametrize("chosen", ["f0", "f1"])
def test_every_telling_is_named_with_its_report_and_linked(make: Make, chosen: str) -> None:
    told = list_tellings(see(make, FIRST, FIRST | {"report_id": "s", "same_as": "f0"}), chosen)
    assert "来源（2）" in told
    assert "《北堤险情》 · 6月3日报道" in told
    assert "石桥晚报 · 《北堤险情》 · 6月3日报道" in told
    assert told.count("fact=f0") == told.count("fact=f1") == told.count("上面所示") == 1


@pytest.mark.parametrize(
    ("facts", "chosen", "words", "other"),
    [
        ([FIRST, LATER | {"revises": "f0"}], "f1", "更新自", "31.2 米"),
        ([FIRST, LATER | {"revises": "f0"}], "f0", "已更新为", "33 米"),
        ([FIRST, SECOND | {"contradicts": "f0"}], "f0", "⚠ 与其他来源矛盾", "32.4 米"),
        ([FIRST, SECOND | {"contradicts": "f0"}], "f1", "⚠ 与其他来源矛盾", "31.2 米"),
        (
            [FIRST, SECOND | {"contradicts": "f0", "report_id": "r"}],
            "f1",
            "⚠ 与同一报道另一处矛盾",
            "31.2 米",
        ),
    ],
)
def test_revisions_and_contradictions_show_the_other_figure(
    make: Make, facts: list[dict[str, Any]], chosen: str, words: str, other: str
) -> None:
    told = list_tellings(see(make, *facts), chosen)
    assert told.count("<section") == 1
    assert f"<h3>{words}</h3>" in told
    assert f">{other}</a>" in told
    assert "6月3日" in told


def test_a_publisher_never_acts_in_the_page(make: Make) -> None:
    scene = see(make, FIRST, SECOND | {"contradicts": "f0"}, publisher="<img src=x>")
    assert "<img" not in list_tellings(scene, "f0") + make_sentence(scene)


def test_a_card_whose_figure_is_contradicted_shows_both_with_their_sources(make: Make) -> None:
    scene = see(make, FIRST, SECOND | {"contradicts": "f0"})
    _, water, *_ = make_cards(scene)
    assert water.value == "31.2 米"
    assert water.notes == ("⚠ 据《北堤险情》；石桥晚报另称 32.4 米", "6月3日 9时")
    assert "水位 <mark>31.2 米</mark>（另有来源称 <mark>32.4 米</mark>）" in make_sentence(
        scene, linked=False
    )
    assert "another source says" in make_sentence(see(make, FIRST, SECOND | {"contradicts": "f0"}, lang="en"))


def test_figures_that_agree_are_in_no_dispute(make: Make) -> None:
    scene = see(make, FIRST, SECOND)
    _, water, *_ = make_cards(scene)
    assert water.notes == ("32.4 米", "6月3日 9时")
    assert "另有来源" not in make_sentence(scene)


def test_a_contradicted_count_names_its_unit(make: Make) -> None:
    count = COUNT | {"responder": "西溪民兵", "value_min": 40, "value_max": 40}
    other = count | {"value_min": 30, "value_max": 30, "contradicts": "f0", "report_id": "s"}
    people, *_ = make_cards(see(make, count, other))
    assert people.value == "40 人"
    assert "西溪民兵：⚠ 据《北堤险情》；石桥晚报另称 30 人" in people.notes


def test_the_table_says_how_many_sources_a_fact_has_and_whether_they_agree(make: Make) -> None:
    facts = [FIRST, FIRST | {"same_as": "f0"}, SECOND | {"contradicts": "f0"}, LATER]
    table = tabulate(gather(make(facts).timeline), "zh")
    assert list(table["sources"]) == ["⚠ 有矛盾 · 2 处来源", "⚠ 有矛盾", ""]


REPORTS = [
    "5日16时，柳林垸决口口门宽30米。石桥县消防救援大队5日17时已投入50名指战员。",
    "5日16时，柳林垸决口口门宽30米。6日8时，柳林垸决口口门宽60米。",
    "柳林垸决口后，6日8时口门宽118米。石桥县消防救援大队6日9时已投入120名指战员。",
]


@pytest.fixture
def page(app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Give the page of a store with several reports of one incident, not yet run."""
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    with Store(url) as store:
        for place, text in enumerate(REPORTS):
            read = extract(text, dt.date(2031, 7, 5 + place), report_id=f"r{place}")
            store.add(read, dt.datetime(2031, 7, 9, tzinfo=dt.UTC))
        facts = store.timeline()
    monkeypatch.setenv("FLOOD_STORE", url)
    page = AppTest.from_file(str(app), default_timeout=30)
    repeat = facts[(facts["report_id"] == "r1") & (facts["quote"] == "30米")]
    page.query_params["fact"] = repeat["fact_id"].item()
    return page


def test_a_link_to_a_repeat_opens_that_telling_and_the_fact_is_listed_once(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert not page.warning
    said = "\n".join(element.proto.body for element in page.get("html"))
    assert "来源（2）" in said
    assert "已更新为" in said
    table = page.dataframe[0].value
    assert list(table["quote"]).count("30米") == 1
    assert list(table.loc[table["quote"] == "30米", "sources"]) == ["2 处来源"]
    assert "这一条不在当前筛选范围内" not in "".join(caption.value for caption in page.caption)


def test_the_page_draws_figures_over_time(page: AppTest) -> None:
    page.query_params["page"] = "water"
    page.run()
    assert "数值变化" in [part.value for part in page.header]


def test_reports_of_no_named_incident_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    with Store(url) as store:
        for name in ("a", "b"):
            read = extract("6日8时，石桥站水位33.08米，洪水正在上涨。", dt.date(2031, 7, 6), report_id=name)
            store.add(read, dt.datetime(2031, 7, 9, tzinfo=dt.UTC))
    (incident,) = load_incidents(url)
    tables = load_tables(url, incident, View())
    assert incident.incident_id == UNNAMED
    assert len(tables.timeline) == 4
    assert tables.timeline["same_as"].isna().all()


def test_what_was_told_later_is_not_listed_where_only_what_was_known_then_is_shown(make: Make) -> None:
    tables = make([FIRST, FIRST | {"report_id": "s", "same_as": "f0"}, LATER | {"revises": "f0"}])
    tables.timeline["told"] = [NINE, NINE.replace(day=4), NINE.replace(day=4)]
    tables = replace(tables, reports=pd.concat([tables.reports, tables.reports.assign(report_id="s")]))
    view = View(at=NINE.replace(hour=20))
    assert list_tellings(stage(tables, view), "f0").count("<li>") == 3
    assert list_tellings(stage(tables, replace(view, then=True)), "f0") == ""
