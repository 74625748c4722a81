"""What is taken away is what is shown, as the contract has it, under a name every disk takes."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import Tables, load_incidents, select
from dashboard.page import set_scene
from dashboard.state import View
from dashboard.views import takeaway
from dashboard.views.takeaway import file_name, read_table
from extract import extract
from extract.corrections import REJECTED, Correction
from extract.exports import FORMATS
from extract.grouping import UNNAMED
from extract.store import Store
from extract.table import DIRECTIVES, REPORTS, TIMELINE, ZONE, Table
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=ZONE)
NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
TEXT = (
    "石桥县柳林垸决口抢险\n\n6月3日9时，石桥县消防救援大队40余人赶到柳林垸决口处。"
    "水位下降0.2米。县防指要求：加密巡堤频次。"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a store with two reports of two incidents."""
    with Store(f"sqlite:///{tmp_path / 'flood.db'}") as store:
        for text in (TEXT, TEXT.replace("柳林垸", "清水垸")):
            store.add(extract(text, dt.date(2023, 6, 3)), NOW)
        yield store


@pytest.mark.parametrize(
    ("name", "contract"), [("timeline", TIMELINE), ("directives", DIRECTIVES), ("reports", REPORTS)]
)
def test_a_table_is_read_whole_as_its_contract_has_it(store_url: str, name: str, contract: Table) -> None:
    scene, _ = set_scene(store_url, load_incidents(store_url), View())
    with Store(store_url) as store:
        rows = read_table(store, name, select(scene.incident, scene.view))
    assert list(rows.columns) == list(contract.columns)
    shown = {"timeline": scene.timeline, "directives": scene.directives, "reports": scene.tables.reports}[
        name
    ]
    key = next(iter(contract.columns))
    assert sorted(rows[key]) == sorted(shown[key])
    if name == "reports":
        assert rows["text"].str.len().min() > 1000
    else:
        assert str(rows["start"].dtype).endswith("Asia/Shanghai]")


@pytest.mark.parametrize(
    "view",
    [
        View(units=("岳阳军分区",)),
        View(kinds=("personnel",), since=dt.datetime.fromisoformat("2024-07-06")),
        View(until=dt.datetime.fromisoformat("2024-07-05T16:00")),
        View(query="第二道防线"),
    ],
)
def test_filters_narrow_what_is_taken_as_they_narrow_the_page(store_url: str, view: View) -> None:
    scene, _ = set_scene(store_url, load_incidents(store_url), view)
    with Store(store_url) as store:
        selection = select(scene.incident, view)
        facts, orders = (read_table(store, name, selection) for name in ("timeline", "directives"))
    assert 0 < len(facts) < scene.tables.total
    assert sorted(facts["fact_id"]) == sorted(scene.timeline["fact_id"])
    assert sorted(orders["directive_id"]) == sorted(scene.directives["directive_id"])


def test_another_incident_and_what_a_person_rejected_stay_here(store: Store) -> None:
    first, second = (one.incident_id for one in store.incidents())
    rows = read_table(store, "timeline", select(first, View()))
    others = read_table(store, "timeline", select(second, View()))
    assert not {*rows["fact_id"]} & {*others["fact_id"]}
    assert len(read_table(store, "reports", select(first, View()))) == 1
    row = rows.iloc[0]
    said = Correction(
        report_id=row["report_id"], row_id=row["fact_id"], field="verdict", value=REJECTED, reason="误"
    )
    store.correct(said, NOW)
    kept = read_table(store, "timeline", select(first, View()))
    assert {*rows["fact_id"]} - {*kept["fact_id"]} == {row["fact_id"]}


@pytest.mark.parametrize(
    ("incident", "name"),
    [
        ("柳林垸决口", "柳林垸决口_timeline_20230603T0900.csv"),
        ("石桥县 / 河西市", "石桥县河西市_timeline_20230603T0900.csv"),
        ("../..\\x\N{RIGHT-TO-LEFT OVERRIDE}gpj\0", "xgpj_timeline_20230603T0900.csv"),
        ("<b>", "b_timeline_20230603T0900.csv"),
        ("...", "flood_timeline_20230603T0900.csv"),
        (UNNAMED, "flood_timeline_20230603T0900.csv"),
        ("堤" * 300, "堤" * 50 + "_timeline_20230603T0900.csv"),
    ],
)
def test_a_file_is_named_by_incident_content_and_time(make: Make, incident: str, name: str) -> None:
    tables = make([{"start": NINE}])
    for lang in ("zh", "en"):
        assert file_name(stage(tables, View(lang=lang), incident), "timeline", ".csv") == name


def test_without_any_time_the_name_has_none(make: Make) -> None:
    assert file_name(stage(make([{"time_precision": None}])), "briefing", ".html") == "北堤决口_briefing.html"


def test_every_format_is_offered() -> None:
    assert set(takeaway._NAMES) == set(FORMATS)  # noqa: SLF001  # else a new format stays unseen


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        ("zh", ["态势报告（HTML）", "下载数据表"]),
        ("en", ["Situation report (HTML)", "Download the table"]),
    ],
)
def test_nothing_is_made_before_it_is_asked_for(
    app: Path, store_url: str, monkeypatch: pytest.MonkeyPatch, lang: str, labels: list[str]
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setenv("FLOOD_STORE", store_url)
    monkeypatch.setattr(takeaway, "write_briefing", never)
    monkeypatch.setattr(takeaway, "read_table", never)
    page = AppTest.from_file(str(app), default_timeout=30)
    page.query_params["lang"] = lang
    page.run()
    assert not page.exception
    assert [button.proto.label for button in page.get("download_button")] == labels
