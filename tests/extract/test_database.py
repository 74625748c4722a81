"""A database is opened as its URL says, and what is wrong with it is told with what to do."""

import datetime as dt
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pysqlite3
import pytest

from extract.database import default_url, journal_mode
from extract.errors import StoreError
from extract.pipeline import Extraction
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import make_reports

NOW = dt.datetime(2031, 8, 1, tzinfo=ZONE)
IS_ROOT = os.geteuid() == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sqlite:///{folder}/absent/flood.db", "cannot be opened. Create its folder"),
        ("sqlite:///{folder}", "cannot be opened"),
        ("sqlite:///{folder}/notes.txt", "is no database. Choose another name"),
        ("flood.db", "no store URL. Write it as sqlite:///"),
        ("mongodb://host/name", "no store URL. Write it as sqlite:///"),
        ("mysql+pymysql://user:secret@host/name", "uv pip install pymysql"),
        ("postgresql+nothing://user:secret@host/name", "no store URL"),
    ],
)
def test_a_store_that_cannot_be_opened_says_what_to_do(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "notes.txt").write_text("no database, only words. " * 100, encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        Store(name.format(folder=tmp_path))
    assert words in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "DELETE"),
        ((3, 51, 2), "DELETE"),
        ((3, 51, 3), "WAL"),
        ((3, 53, 4), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_only_a_mended_sqlite_writes_ahead(version: tuple[int, ...], mode: str) -> None:
    assert journal_mode(version) == mode


def test_the_default_store_is_the_environments_else_in_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLOOD_STORE", "sqlite:///elsewhere.db")
    assert default_url() == "sqlite:///elsewhere.db"
    monkeypatch.delenv("FLOOD_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{tmp_path}/flood-timeline/flood.db"
    Store(default_url()).close()


def test_a_data_folder_that_cannot_be_made_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.delenv("FLOOD_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(StoreError, match="Set FLOOD_STORE"):
        default_url()
