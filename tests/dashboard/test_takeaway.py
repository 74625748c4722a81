"""What is taken away is what is shown, as the contract has it, under a name every disk takes."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import Tables, restore, settle
from dashboard.page import set_scene
from dashboard.scene import Scene
from dashboard.state import View
from dashboard.views import takeaway
from dashboard.views.takeaway import file_name, find_table
from extract.exports import FORMATS
from extract.store import Store
from extract.table import DIRECTIVES, REPORTS, TIMELINE, Table

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")


def scene(tables: Tables, view: View | None = None) -> Scene:
    return set_scene(tables, view or View())[0]


def test_what_was_settled_is_restored_as_the_store_gives_it(store_url: str) -> None:
    with Store(store_url) as store:
        stored = (store.timeline(), store.directives(), store.reports())
    tables = settle(*stored)
    contracts = (TIMELINE, DIRECTIVES, REPORTS)
    shown = (tables.timeline, tables.directives, tables.reports)
    for table, contract, before in zip(shown, contracts, stored, strict=True):
        pd.testing.assert_frame_equal(restore(table, contract), before)


@pytest.mark.parametrize(
    ("start", "restored"),
    [
        ("1988-07-01T12:00", "1988-07-01T12:00:00+09:00"),
        ("1988-09-11T01:30", "1988-09-11T01:30:00+09:00"),  # twice that night
        ("1988-04-17T02:30", "1988-04-17T03:30:00+09:00"),  # never that night
        ("2023-07-01T12:00", "2023-07-01T12:00:00+08:00"),
    ],
)
def test_summer_time_takes_no_hour_away(make: Make, start: str, restored: str) -> None:
    tables = make([{"start": dt.datetime.fromisoformat(start)}])
    assert restore(tables.timeline, TIMELINE)["start"][0].isoformat() == restored


@pytest.mark.parametrize(("name", "contract"), [("timeline", TIMELINE), ("directives", DIRECTIVES)])
def test_the_tables_are_those_of_the_view(make: Make, name: str, contract: Table) -> None:
    tables = make([{"start": NINE, "kind": "flow"}, {"start": NINE}], [{}, {"sentence": "另一句"}])
    rows, found = find_table(scene(tables, View(kinds=("flow",), query="要求各地 加强")), name)
    assert found is contract
    assert len(rows) == {"timeline": 0, "directives": 1}[name]
    rows, _ = find_table(scene(tables, View(kinds=("flow",))), name)
    assert len(rows) == {"timeline": 1, "directives": 2}[name]


def test_the_reports_are_those_of_the_incident_whatever_is_filtered(make: Make) -> None:
    tables = make([{"start": NINE}])
    other = tables.reports.assign(report_id="another")
    tables = Tables(
        timeline=tables.timeline,
        directives=tables.directives,
        reports=pd.concat([tables.reports, other], ignore_index=True),
    )
    rows, contract = find_table(scene(tables, View(query="无此词")), "reports")
    assert list(rows["report_id"]) == ["r"]
    assert contract is REPORTS


@pytest.mark.parametrize(
    ("incident", "name"),
    [
        ("柳林垸决口", "柳林垸决口_timeline_20230603T0900.csv"),
        ("石桥县 / 河西市", "石桥县河西市_timeline_20230603T0900.csv"),
        ("../..\\x\N{RIGHT-TO-LEFT OVERRIDE}gpj\0", "xgpj_timeline_20230603T0900.csv"),
        ("<b>", "b_timeline_20230603T0900.csv"),
        ("...", "flood_timeline_20230603T0900.csv"),
        (None, "flood_timeline_20230603T0900.csv"),
        ("堤" * 300, "堤" * 50 + "_timeline_20230603T0900.csv"),
    ],
)
def test_a_file_is_named_by_incident_content_and_time(make: Make, incident: str | None, name: str) -> None:
    tables = make([{"start": NINE, "incident": incident}])
    for lang in ("zh", "en"):
        assert file_name(scene(tables, View(lang=lang)), "timeline", ".csv") == name


def test_without_any_time_the_name_has_none(make: Make) -> None:
    assert file_name(scene(make([{"time_precision": None}])), "briefing", ".html") == "北堤决口_briefing.html"


def test_every_format_is_offered() -> None:
    assert set(takeaway._NAMES) == set(FORMATS)  # noqa: SLF001  # else a new format stays unseen


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_made_before_it_is_asked_for(
    app: Path, store_url: str, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setenv("FLOOD_STORE", store_url)
    monkeypatch.setattr(takeaway, "write_briefing", never)
    monkeypatch.setattr(takeaway, "FORMATS", dict.fromkeys(FORMATS, never))
    page = AppTest.from_file(str(app), default_timeout=30)
    page.query_params["lang"] = lang
    page.run()
    assert not page.exception
    buttons = [button.proto for button in page.get("download_button")]
    assert [button.label for button in buttons] == {
        "zh": ["态势报告（HTML）", "下载 39 条"],
        "en": ["Situation report (HTML)", "Download 39 rows"],
    }[lang]
