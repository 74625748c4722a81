"""The command flood-dashboard: opens the store, fills an empty one with the bundled reports, serves.

With --inbox it takes in what is dropped into a folder too.
"""

import argparse
import datetime as dt
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from msgspec.structs import replace

from dashboard.data import Tables, settle
from dashboard.inbox import Inbox, watching
from extract.archive import take_in
from extract.database import default_url
from extract.documents import Document, read_documents
from extract.errors import ExtractError
from extract.grouping import UNNAMED
from extract.intake import read_report
from extract.pipeline import Extraction
from extract.rulebook import version as rule_version
from extract.selection import Selection
from extract.store import Store
from extract.table import ZONE

_PORT, _LAST_PORT = 8501, 65535
_STOPPED, _FAILED = 0, 1
_FEW = 200
"""So many rows are enough to warm up with."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run flood-dashboard.

    Returns:
        0: it served until it was stopped. 1: the store, the inbox or the port cannot be used; why, and
        what to do, is on standard error. Wrong usage ends with 2.
    """
    asked = _parser().parse_args(arguments)
    try:
        url = asked.store or default_url()
        tables = prepare(url, _now())
        if not is_free(asked.port):
            return _fail(
                f"port {asked.port} is taken. Stop what uses it, or choose another: --port {asked.port + 1}"
            )
        with _taking_in(asked.inbox, url):
            os.environ["FLOOD_STORE"] = url
            # Not before the checks: loading the server takes a second.
            from dashboard.server import serve  # noqa: PLC0415

            serve(tables, asked.port)
    except ExtractError as error:
        return _fail(str(error))
    return _STOPPED


def prepare(url: str, now: dt.datetime) -> Tables:
    """Open a store and return some of its rows, to warm up with; an empty one gets the bundled reports first.

    Bundled reports that were read by older rules are read again.

    Args:
        url: The store's URL.
        now: When the reports come in, with a zone.

    Raises:
        StoreError: The store cannot be opened, read or written.
    """
    with Store(url) as store:
        versions = store.rule_versions()
        if set(versions.values()) != {rule_version()}:
            for document in _bundled():
                read = read_report(document, None, now.replace(tzinfo=None))
                if isinstance(read, Extraction) and (not versions or read.report.report_id in versions):
                    take_in(store, read, now)
        latest = next((one.incident_id for one in store.incidents()), UNNAMED)
        few = Selection(incident=latest, limit=_FEW)
        return settle(store.timeline(few), store.directives(few), store.reports(few, texts=False))


def is_free(port: int) -> bool:
    """Say whether nothing on this machine listens on a port."""
    with socket.socket() as probe:
        # As the server will: a port whose last connections are still closing can be had.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@contextmanager
def _taking_in(folder: Path | None, url: str) -> Iterator[None]:
    if folder is None:
        yield
        return
    with Store(url) as store, watching(Inbox(folder, store, _tell), _now):
        yield


def _now() -> dt.datetime:
    return dt.datetime.now(ZONE)


def _tell(line: str) -> None:
    print(f"flood-dashboard: {line}", file=sys.stderr, flush=True)


def _fail(problem: str) -> int:
    _tell(problem)
    return _FAILED


def _bundled() -> list[Document]:
    with as_file(files("extract") / "reports") as folder:
        read = [document for document in read_documents([folder]) if isinstance(document, Document)]
    return [replace(document, source_name=Path(document.source_name).name) for document in read]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="flood-dashboard", description="Show the timeline of flood reports in the browser."
    )
    parser.add_argument(
        "--store", metavar="URL", help="database of reports (default: $FLOOD_STORE, else a file of yours)"
    )
    parser.add_argument(
        "--inbox", type=Path, metavar="DIR", help="folder to watch: reports dropped there are taken in"
    )
    parser.add_argument(
        "--port", type=_port, default=_PORT, metavar="N", help="port to serve at (default: %(default)s)"
    )
    return parser


def _port(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to {_LAST_PORT}")


if __name__ == "__main__":
    sys.exit(main())
