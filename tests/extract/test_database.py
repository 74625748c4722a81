"""A database is opened as its URL says, and what is wrong with it is told with what to do."""

import datetime as dt
import os
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pysqlite3
import pytest

from extract import database
from extract.database import default_url, journal_mode
from extract.errors import StoreError
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import make_report, make_reports
from tests.extract.writers import programs, use_as_nobody

NOW = dt.datetime(2031, 8, 1, tzinfo=ZONE)
Place = Callable[[Path, pytest.MonkeyPatch], AbstractContextManager[Path]]
SMALL = 1_500_000
"""Bytes of a place that is soon full."""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sqlite:///{folder}/absent/flood.db", "cannot be opened. Create its folder"),
        ("sqlite:///{folder}", "cannot be opened"),
        ("sqlite:///{folder}/notes.txt", "is no database. Choose another name"),
        ("flood.db", "no store URL. Write it as sqlite:///"),
        ("sqlite://", "no store URL. Write it as sqlite:///"),
        ("sqlite:///:memory:", "no store URL. Write it as sqlite:///"),
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


def test_a_store_that_failed_to_open_leaves_no_connection(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # An open connection that is forgotten is a warning, and so a failure of this test.
    monkeypatch.setattr(database.Database, "_upgrade", lambda *_: pysqlite3.connect("/absent/flood.db"))
    with pytest.raises(Exception, match="unable to open"):
        Store(url)


@pytest.mark.parametrize("query", ["", "file:"])
def test_a_store_that_must_be_there_is_not_begun(tmp_path: Path, query: str) -> None:
    file = tmp_path / "absent.db"
    url = f"sqlite:///{query}{file}" + ("?uri=true" if query else "")
    with pytest.raises(
        StoreError, match=r"there is no store\. Check the URL, or begin a store: flood-extract"
    ):
        Store(url, must_exist=True)
    assert not file.exists()


def test_a_database_without_a_store_is_none(url: str) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        Store(url, must_exist=True)
    Store(url).close()
    Store(url, must_exist=True).close()


def fill(url: str) -> tuple[list[str], str]:
    """Add reports until the place is full; give those that were acknowledged, and what was said."""
    safe = []
    with Store(url) as store:
        try:
            for extraction in make_reports(1000):
                store.add(extraction, NOW)
                safe.append(extraction.report.report_id)
        except StoreError as error:
            # What is there can be read all the same.
            assert store.reports()["report_id"].tolist() == safe
            return safe, str(error)
    pytest.fail("the place never filled")


@contextmanager
def few_pages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    set_up = database._set_up  # noqa: SLF001  # the limit is one of the connection

    def limited(connection: Any) -> None:  # noqa: ANN401  # the driver has no types
        set_up(connection)
        connection.execute(f"PRAGMA max_page_count = {SMALL // 4096}")

    with monkeypatch.context() as patched:
        patched.setattr(database, "_set_up", limited)
        yield folder


@contextmanager
def small_files(folder: Path, _monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, hard))
    try:
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def small_disk(folder: Path, _monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={2 * SMALL}", "tmpfs", str(folder)]  # room for the log
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


@pytest.mark.parametrize("place", [few_pages, small_files, small_disk])
def test_a_full_disk_is_said_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    with place(tmp_path, monkeypatch) as folder:
        url = f"sqlite:///{folder / 'flood.db'}"
        safe, said = fill(url)
        assert len(safe) > 3
        assert said.startswith(f"{url}: ")
        assert said.endswith("what was added before is safe.")
        with Store(url) as store:
            assert store.reports()["report_id"].tolist() == safe
            assert len(store.timeline()) == sum(len(make_report(int(one[1:]), None).facts) for one in safe)
        connection = pysqlite3.connect(folder / "flood.db")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()


def test_a_store_opened_to_be_read_refuses_to_be_written(url: str) -> None:
    with Store(url) as store:
        store.add(make_report(1, None), NOW)
    read_only = f"{url}?options=-c default_transaction_read_only=on"
    if url.startswith("sqlite"):
        read_only = url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    with Store(read_only) as store:
        assert len(store.reports()) == 1
        with pytest.raises(StoreError, match=r": the store may not be written\. Ask its owner") as caught:
            store.add(make_report(2, None), NOW)
        assert len(store.reports()) == 1
    assert str(caught.value).startswith(read_only.partition("?")[0])


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Give a folder that everybody may enter, as pytest's own may not be."""
    with tempfile.TemporaryDirectory(prefix="flood-shared-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def try_as_nobody(url: str, folder: Path) -> tuple[int, str]:
    """Use a store in a folder that may only be read, from a process without rights."""
    if os.geteuid() != 0:
        folder.chmod(0o555)
    try:
        with programs().Pool(1) as pool:
            return pool.apply(use_as_nobody, (url,))
    finally:
        folder.chmod(0o755)


def test_who_may_not_write_can_read(shared_folder: Path) -> None:
    file = shared_folder / "flood.db"
    url = f"sqlite:///{file}"
    with Store(url) as store:
        store.add(make_report(1, None), NOW)
    file.chmod(0o444)
    count, said = try_as_nobody(url, shared_folder)
    assert (count, said.startswith(f"{url}: the store may not be written. Ask its owner")) == (1, True)


def test_what_only_the_log_holds_is_not_passed_over(shared_folder: Path) -> None:
    file = shared_folder / "flood.db"
    url = f"sqlite:///{file}"
    with Store(url) as store:
        store.add(make_report(1, None), NOW)
        # As a writer leaves it that is killed.
        left = {name: (shared_folder / f"flood.db{name}").read_bytes() for name in ("", "-wal")}
    for name, content in left.items():
        (shared_folder / f"flood.db{name}").write_bytes(content)
        (shared_folder / f"flood.db{name}").chmod(0o444)
    with pytest.raises(StoreError, match=r"only its owner can see what is in it\. Ask its owner to open it"):
        try_as_nobody(url, shared_folder)


def put_away(folder: Path, name: str) -> None:
    """Move a store, its log and its index out of the way."""
    (folder / name).mkdir()
    for file in folder.glob("flood.db*"):
        file.rename(folder / name / file.name)


def test_a_file_that_is_gone_is_not_begun_anew_and_comes_back(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path / 'flood.db'}") as store:
        store.add(make_report(1, "柳林垸决口"), NOW)
        put_away(tmp_path, "away")
        for deed in (store.version, lambda: store.add(make_report(2, "柳林垸决口"), NOW)):
            with pytest.raises(StoreError, match=r"the file is gone\. Bring it back"):
                deed()
        assert not (tmp_path / "flood.db").exists()
        for file in (tmp_path / "away").iterdir():
            file.rename(tmp_path / file.name)
        assert store.rule_versions().keys() == {"r1"}
        store.add(make_report(2, "柳林垸决口"), NOW)
        assert store.rule_versions().keys() == {"r1", "r2"}


def test_a_file_put_in_the_place_of_another_is_the_store(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path / 'flood.db'}") as store:
        store.add(make_report(1, None), NOW)
        put_away(tmp_path, "away")
        with Store(f"sqlite:///{tmp_path / 'flood.db'}") as other:
            other.add(make_report(2, None), NOW)
        assert store.rule_versions().keys() == {"r2"}


def test_a_bad_file_in_the_place_of_another_is_refused_until_it_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "flood.db"
    with Store(f"sqlite:///{path}") as store:
        store.add(make_report(1, None), NOW)
        put_away(tmp_path, "away")
        path.write_bytes(b"no database, only words. " * 100)
        for _ in range(2):
            with pytest.raises(StoreError, match="the file is no database"):
                store.version()
        path.unlink()
        for file in (tmp_path / "away").iterdir():
            file.rename(tmp_path / file.name)
        assert store.rule_versions().keys() == {"r1"}
