"""What is dropped into the watched folder comes in once, when it is whole."""

import datetime as dt
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import __main__ as command
from dashboard.inbox import Inbox, watched, watching
from extract.errors import DocumentError, StoreError
from extract.store import Store
from tests.dashboard.reporting import BREACH, LEVEL, NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path / 'flood.db'}") as opened:
        yield opened


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def inbox(folder: Path, store: Store, said: list[str]) -> Inbox:
    return Inbox(folder, store, said.append)


def look(inbox: Inbox, times: int = 2) -> dict[str, int]:
    """Look several times; a file counts once it has not changed between two looks."""
    looks = [inbox.look(NOW) for _ in range(times)]
    return dict(sum(looks[1:], looks[0]))


def test_a_file_comes_in_once_and_stays_where_it_is(
    inbox: Inbox, folder: Path, store: Store, said: list[str]
) -> None:
    (folder / "决口.txt").write_text(BREACH, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "level.txt").write_text(LEVEL, encoding="utf-8")
    assert look(inbox, 4) == {"added": 2}
    assert store.reports()["source_name"].tolist() == ["sub/level.txt", "决口.txt"]
    assert (folder / "决口.txt").is_file()
    assert said == ["sub/level.txt: added 1", "决口.txt: added 1"]


def test_a_file_still_being_copied_waits(inbox: Inbox, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(BREACH[:40], encoding="utf-8")
    assert not inbox.look(NOW)
    path.write_text(BREACH, encoding="utf-8")
    assert not inbox.look(NOW)
    assert inbox.look(NOW) == {"added": 1}


def test_a_file_that_keeps_its_size_but_changes_waits_too(inbox: Inbox, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(BREACH, encoding="utf-8")
    inbox.look(NOW)
    os.utime(path, ns=(1, 1))
    assert not inbox.look(NOW)


@pytest.mark.parametrize(
    "name", [".a.txt", "~$a.docx", "a.txt.part", "a.crdownload", "a.TMP", "a.txt~", ".b/a.txt"]
)
def test_hidden_and_unfinished_files_are_passed_over(inbox: Inbox, folder: Path, name: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(BREACH, encoding="utf-8")
    assert look(inbox) == {}


def test_after_a_restart_nothing_changes_and_what_was_removed_stays_so(
    inbox: Inbox, folder: Path, store: Store
) -> None:
    for name, text in {"a.txt": BREACH, "b.txt": LEVEL}.items():
        (folder / name).write_text(text, encoding="utf-8")
    look(inbox)
    store.remove(store.reports()["report_id"][0], NOW)
    version = store.version()
    assert look(Inbox(folder, store, print)) == {"known": 1, "removed": 1}
    assert store.version() == version


def test_what_cannot_be_read_is_said_once_with_its_remedy_and_the_rest_is_read(
    inbox: Inbox, folder: Path, said: list[str]
) -> None:
    (folder / "a\x1b.png").write_bytes(b"\x89PNG\r\n\x1a\n..")
    (folder / "b.txt").write_text(BREACH, encoding="utf-8")
    assert look(inbox, 4) == {"added": 1}
    assert len(said) == 2
    assert "picture" in said[0]
    assert "\x1b" not in said[0]
    assert [problem.problem for problem in inbox.problems]
    (folder / "a\x1b.png").unlink()
    inbox.look(NOW)
    assert inbox.problems == ()


def test_a_mended_file_is_no_problem_any_more(inbox: Inbox, folder: Path) -> None:
    (folder / "a.txt").write_text(" ")
    look(inbox)
    assert inbox.problems
    (folder / "a.txt").write_text(BREACH, encoding="utf-8")
    assert look(inbox) == {"added": 1}
    assert inbox.problems == ()


def test_a_store_that_fails_is_said_once_and_the_file_is_tried_again(
    inbox: Inbox, folder: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("flood.db: there is no space left for it. Free some space and try again")

    (folder / "a.txt").write_text(BREACH, encoding="utf-8")
    with monkeypatch.context() as full:
        full.setattr(Store, "add", fail)
        assert look(inbox, 4) == {}
    assert len(said) == 1
    assert inbox.look(NOW) == {"added": 1}


def test_the_folder_is_looked_at_until_the_block_ends(folder: Path, store: Store, said: list[str]) -> None:
    (folder / "a.txt").write_text(BREACH, encoding="utf-8")
    came = threading.Event()

    def say(line: str) -> None:
        said.append(line)
        came.set()

    inbox = Inbox(folder, store, say)
    with watching(inbox, lambda: NOW, seconds=0.01):
        assert watched() == (inbox,)
        assert came.wait(10)
    assert watched() == ()
    assert said == ["a.txt: added 1"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("inbox")]


def test_one_file_that_brings_the_reader_down_does_not_end_it(
    folder: Path, store: Store, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    told = threading.Event()

    def say(line: str) -> None:
        said.append(line)
        told.set()

    inbox = Inbox(folder, store, say)
    (folder / "a.txt").write_text(BREACH, encoding="utf-8")
    monkeypatch.setattr("dashboard.inbox.read_report", fail)
    with watching(inbox, lambda: NOW, seconds=0.01):
        assert told.wait(10)
        monkeypatch.undo()
        told.clear()
        (folder / "b.txt").write_text(LEVEL, encoding="utf-8")
        assert told.wait(10)
    assert "ZeroDivisionError" in said[0]
    assert said[1:] == ["b.txt: added 1"]


def test_a_folder_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nowhere.*Create the folder"):
        Inbox(tmp_path / "nowhere", store, print)


def test_the_command_says_so_and_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "is_free", lambda _: True)
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    assert command.main(["--store", url, "--inbox", str(tmp_path / "nowhere")]) == 1
    assert "nowhere: cannot be watched" in capsys.readouterr().err


def test_now_is_only_asked_for(inbox: Inbox, folder: Path, store: Store) -> None:
    (folder / "a.txt").write_text("7月5日16时许，柳林垸堤防发生决口，决口宽约150米。", encoding="utf-8")
    for _ in range(2):
        inbox.look(NOW.replace(year=2031))
    assert store.reports()["published"].tolist() == [dt.date(2031, 7, 5)]


def test_how_many_files_are_being_read_is_known_meanwhile(
    inbox: Inbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(BREACH, encoding="utf-8")
    counts: list[int] = []
    kept = Inbox._take  # noqa: SLF001  # what it does between two counts

    def take(self: Inbox, path: Path, now: dt.datetime) -> object:
        counts.append(self.reading)
        return kept(self, path, now)

    monkeypatch.setattr(Inbox, "_take", take)
    look(inbox, 3)
    assert counts == [3, 2, 1]
    assert inbox.reading == 0
