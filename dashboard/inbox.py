"""A folder that is watched: each report dropped there comes into the store, its file stays where it is."""

import datetime as dt
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from extract.archive import take_in
from extract.documents import read_bytes
from extract.errors import DocumentError, StoreError
from extract.intake import read_report
from extract.pipeline import Extraction
from extract.store import Store
from extract.terminal import printable

_SECONDS = 2.0
"""Between two looks at the folder."""
_AT_ONCE = 50
"""Files a look takes in at most: viewers want the machine too."""
_LARGEST = 100_000_000
"""In bytes; a larger file is refused by whoever reads it, so no more of it is brought into memory."""
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".swp", "~")
_HIDDEN = (".", "~$")


class _State(NamedTuple):
    """What tells that a file was written to: its size in bytes, and when, in nanoseconds."""

    size: int
    written: int


class Inbox:
    """A folder whose files are taken in once each, when they have stopped changing."""

    def __init__(self, folder: Path, store: Store, say: Callable[[str], None]) -> None:
        """Watch a folder.

        Args:
            folder: It exists.
            store: Where the reports go.
            say: Told what came in and what could not be read, a line each.

        Raises:
            DocumentError: There is no such folder, or it may not be read.
        """
        self.folder = folder
        self._store = store
        self._said_by = say
        self._seen: dict[Path, _State] = {}
        self._taken: dict[Path, _State] = {}
        self._problems: dict[Path, tuple[DocumentError, ...]] = {}
        self._failure = ""
        self.reading = 0
        """How many files wait to be taken in, the present one among them; a large file counts once."""
        try:
            next(folder.iterdir(), None)
        except OSError as error:
            remedy = "Create the folder, or name another one."
            raise DocumentError(folder, f"cannot be watched ({error.strerror})", remedy) from error

    @property
    def problems(self) -> tuple[DocumentError, ...]:
        """What of the folder cannot be read now."""
        return tuple(problem for problems in list(self._problems.values()) for problem in problems)

    def look(self, now: dt.datetime) -> Counter[str]:
        """Take in the files that have not changed since the look before.

        Args:
            now: With a zone.

        Returns:
            How many reports came in, by what adding did (`extract.store.Outcome`).
        """
        files = dict(self._files())
        ready = [
            path
            for path, state in files.items()
            if self._seen.get(path) == state and self._taken.get(path) != state
        ]
        for path in self._problems.keys() - files.keys():
            del self._problems[path]
        self._seen = files
        done: Counter[str] = Counter()
        for place, path in enumerate(ready[:_AT_ONCE]):
            self.reading = len(ready) - place
            # Before it is read: a file that brings the reader down is not tried for ever.
            self._taken[path] = files[path]
            try:
                done += self._take(path, now)
            except StoreError as error:
                del self._taken[path]
                self._fail(str(error))
                break
            self._failure = ""
        self.reading = max(len(ready) - _AT_ONCE, 0)
        return done

    def say(self, line: str) -> None:
        """Tell whoever started it a line, without what would act on a terminal."""
        self._said_by(printable(line))

    def _take(self, path: Path, now: dt.datetime) -> Counter[str]:
        name = str(path.relative_to(self.folder)).encode("utf-8", "replace").decode()
        problems: list[DocumentError] = []
        done: Counter[str] = Counter()
        for read in _read(path, name, now):
            if isinstance(read, DocumentError):
                problems.append(read)
            else:
                done[take_in(self._store, read, now)] += 1
        self._problems.pop(path, None)
        if problems:
            self._problems[path] = tuple(problems)
        self._tell(name, done, problems)
        return done

    def _tell(self, name: str, done: Counter[str], problems: list[DocumentError]) -> None:
        words = {
            "added": "added",
            "replaced": "read anew",
            "known": "there already",
            "removed": "removed before",
        }
        counts = ", ".join(f"{words[outcome]} {count}" for outcome, count in done.items())
        if counts:
            self.say(f"{name}: {counts}")
        for problem in problems:
            self.say(str(problem))

    def _fail(self, failure: str) -> None:
        # The files are tried again at the next look; what is wrong is said once.
        if failure != self._failure:
            self.say(failure)
        self._failure = failure

    def _files(self) -> Iterator[tuple[Path, _State]]:
        for path in sorted(self.folder.rglob("*")):
            within = path.relative_to(self.folder)
            hidden = any(part.startswith(_HIDDEN) for part in within.parts)
            if hidden or within.name.lower().endswith(_UNFINISHED):
                continue
            try:
                if path.is_file():
                    status = path.stat()
                    yield path, _State(status.st_size, status.st_mtime_ns)
            except OSError:  # gone, or not to be read: named when it is opened, if it still is there
                continue


def _read(path: Path, name: str, now: dt.datetime) -> Iterator[Extraction | DocumentError]:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        remedy = "Check your right to read it, or copy it there again."
        yield DocumentError(name, f"cannot be read ({error.strerror})", remedy)
        return
    for document in read_bytes(data, name):
        if isinstance(document, DocumentError):
            yield document
        else:
            yield read_report(document, None, now.replace(tzinfo=None))


_watched: list[Inbox] = []


def watched() -> tuple[Inbox, ...]:
    """List the folders this program watches."""
    return tuple(_watched)


@contextmanager
def watching(inbox: Inbox, now: Callable[[], dt.datetime], seconds: float = _SECONDS) -> Iterator[None]:
    """Look at a folder again and again, beside what else is done, until the block ends.

    Args:
        inbox: The folder.
        now: Reads the clock.
        seconds: Between two looks.
    """
    ended = threading.Event()

    def run() -> None:
        while not ended.wait(seconds):
            try:
                inbox.look(now())
            except Exception as error:  # noqa: BLE001  # whatever one file does, the others come in
                inbox.say(f"{inbox.folder}: a file could not be taken in ({error!r}). Add it by hand.")

    thread = threading.Thread(target=run, name=f"inbox {inbox.folder}", daemon=True)
    _watched.append(inbox)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(timeout=_SECONDS)
        _watched.remove(inbox)
