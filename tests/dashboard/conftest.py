"""Tables of our own making, and a store with the bundled report."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import session
from dashboard.__main__ import prepare
from dashboard.data import Tables, settle
from extract.store import Store
from extract.table import DIRECTIVES, REPORTS, TIMELINE, ZONE

Make = Callable[..., Tables]

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=ZONE)
TEXT = "六月三日九时，东溪消防救援队40余人到达北堤。堤外水位下降0.2米。要求各地加强巡查。"

FACT: dict[str, Any] = {
    "report_id": "r",
    "article": "北堤险情",
    "incident": "北堤决口",
    "kind": "action",
    "aspect": "works",
    "theme": "rescue",
    "time_precision": "hour",
    "time_basis": "stated",
    "time_text": "九时",
    "modifier": "none",
    "status": "observed",
    "quote": "到达北堤",
    "quote_start": 16,
    "quote_end": 20,
    "sentence": "六月三日九时，东溪消防救援队40余人到达北堤。",
    "sentence_start": 0,
    "sentence_end": 21,
    "rule": "action.arrival",
}
DIRECTIVE: dict[str, Any] = {
    "report_id": "r",
    "article": "北堤险情",
    "issuer": "某负责人",
    "start": dt.datetime.fromisoformat("2023-06-03T06:00"),
    "end": dt.datetime.fromisoformat("2023-06-03T12:00"),
    "time_text": "上午",
    "themes": ("dike_inspection",),
    "quote": "加强巡查",
    "quote_start": 38,
    "quote_end": 42,
    "sentence": "要求各地加强巡查。",
    "sentence_start": 34,
    "sentence_end": 43,
    "rule": "directive.verb",
}
REPORT: dict[str, Any] = {
    "report_id": "r",
    "source_name": "north.txt",
    "sha256": "0",
    "published": dt.date(2023, 6, 3),
    "published_basis": "given",
    "added_at": dt.datetime.fromisoformat("2026-11-22"),
    "text": TEXT,
}


@pytest.fixture
def make() -> Make:
    """Give a maker of tables: `make([fact, …], [directive, …], report)`, each a dict of what differs."""

    def make(
        facts: list[dict[str, Any]],
        directives: list[dict[str, Any]] | None = None,
        report: dict[str, Any] | None = None,
    ) -> Tables:
        return settle(
            _frame(TIMELINE, FACT, "fact_id", facts),
            _frame(DIRECTIVES, DIRECTIVE, "directive_id", directives or []),
            _frame(REPORTS, REPORT, "report_id", [report or {}]),
        )

    return make


def _frame(table: Any, usual: dict[str, Any], key: str, rows: list[dict[str, Any]]) -> pd.DataFrame:  # noqa: ANN401
    numbered = [{key: f"{key[0]}{place}"} | usual | row for place, row in enumerate(rows)]
    frame: pd.DataFrame = table.frame({name: row.get(name) for name in table.columns} for row in numbered)
    return frame


@pytest.fixture(scope="session")
def store_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the URL of a store with the bundled report."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'flood.db'}"
    prepare(url, NOW)
    return url


@pytest.fixture(scope="session")
def app() -> Path:
    """Give the file Streamlit runs."""
    return Path(__file__).parents[2] / "dashboard" / "app.py"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the URL of an empty store, which the page shows; its clock stands still."""
    made = f"sqlite:///{tmp_path / 'flood.db'}"
    monkeypatch.setenv("FLOOD_STORE", made)
    monkeypatch.setattr(session, "now", lambda: NOW)
    return made


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give that store."""
    with Store(url) as opened:
        yield opened


@pytest.fixture
def page(app: Path, url: str) -> AppTest:
    """Give the page of reports of an empty store, not yet run."""
    assert url
    made = AppTest.from_file(str(app), default_timeout=30)
    made.query_params["page"] = "reports"
    return made
