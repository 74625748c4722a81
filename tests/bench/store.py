"""Measures a store of many reports: `python -m tests.bench.store [REPORTS]`.

It prints milliseconds and judges nothing. PostgreSQL is measured too where it is installed.
"""

import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from msgspec.structs import replace

from extract.archive import reread
from extract.pipeline import Extraction, extract
from extract.selection import Selection
from extract.store import Store
from extract.table import ZONE
from tests.extract.postgresql import MISSING, find_programs, new_database, serve
from tests.extract.reports import UNITS, make_report, make_reports

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
MANY = 10_000
"""Reports, where the command says no other number."""
READ_ANEW = 1_000
"""Reports that are read again."""
ADDED = 30
"""Reports added one by one to the full store."""
SHOWN = 5_000
"""Rows a dashboard asks for."""
ROUNDS = 5


def main() -> None:
    """Fill stores, of many incidents and of a single one, and print what adding and asking take."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with ExitStack() as opened:
        for name, url in databases(opened):
            with Store(url()) as store:
                reread_many(name, store)
            for title, places in (("400 incidents", 400), ("one incident", 1)):
                with Store(url()) as store:
                    print(f"\n{name}, {count:,} reports of {title}", flush=True)
                    measure(store, count, places)


def databases(opened: ExitStack) -> Iterator[tuple[str, Callable[[], str]]]:
    """Give the databases there are, each with a way to get a new one."""
    folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="flood-store-")))
    numbers = iter(range(100))
    yield "SQLite", lambda: f"sqlite:///{folder / f'{next(numbers)}.db'}"
    programs = find_programs()
    if programs is None:
        print(MISSING)
        return
    address = opened.enter_context(serve(programs))
    yield "PostgreSQL", lambda: opened.enter_context(new_database(address))


def measure(store: Store, count: int, places: int) -> None:
    """Fill a store and print what each question takes."""
    begin = time.perf_counter()
    for extraction in make_reports(count, places=places):
        store.add(extraction, NOW)
    taken = (time.perf_counter() - begin) * 1000 / count
    say("adding, in the mean while it fills", taken)
    say("adding, median", *add_some(store, count))
    incident = max(store.incidents(), key=lambda one: one.facts).incident_id
    for title, ask in questions(store, incident).items():
        say(title, *timed(ask))


def reread_many(name: str, store: Store) -> None:
    """Fill a store with reports that are really read, and print what reading them anew takes."""
    print(f"\n{name}, {READ_ANEW:,} reports read anew", flush=True)
    for made in make_reports(READ_ANEW):
        report = made.report
        store.add(extract(report.text, report.published, report_id=report.report_id), NOW)
    ids = set(store.timeline()["fact_id"])
    for title, read in (("nothing changed", extract), ("responders gone", without_responders)):
        with (
            mock.patch("extract.archive.extract", read),
            mock.patch("extract.archive.rule_version", lambda title=title: title),
            mock.patch("extract.store.rule_version", lambda title=title: title),
        ):
            begin = time.perf_counter()
            changed = sum(len(differences) for _, differences in reread(store, NOW))
        say(f"a report, {title}", (time.perf_counter() - begin) * 1000 / READ_ANEW)
        print(f"{changed:,} changes listed, {len(ids ^ set(store.timeline()['fact_id'])):,} ids lost or new")


def without_responders(text: str, published: dt.date | None = None, **known: Any) -> Extraction:  # noqa: ANN401
    """Read a report as other rules might."""
    read = extract(text, published, **known)
    return replace(read, facts=tuple(replace(fact, responder=None) for fact in read.facts))


def add_some(store: Store, count: int) -> list[float]:
    """Add reports to a full store; give the milliseconds each took."""
    taken = []
    for extraction in (make_report(count + number, "柳林垸决口") for number in range(ADDED)):
        begin = time.perf_counter()
        store.add(extraction, NOW)
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


def questions(store: Store, incident: str) -> dict[str, Callable[[], object]]:
    """Say what a dashboard asks of a store."""
    shown = {
        "timeline": {},
        "timeline, a unit": {"units": (UNITS[1][0],)},
        "timeline, a type and a kind": {"types": ("militia",), "kinds": ("people",)},
        "timeline, a day": {"since": dt.datetime(2031, 7, 9), "until": dt.datetime(2031, 7, 10)},  # noqa: DTZ001
        "timeline, a word": {"words": ("转移群众",)},
        "timeline, a rare word": {"words": ("青湖站13号",)},
        "timeline, an absent word": {"words": ("珠穆朗玛",)},
    }
    asked: dict[str, Callable[[], object]] = {
        "version": store.version,
        "incidents": store.incidents,
        "count": partial(store.count, Selection(incident=incident)),
        "count of all": store.count,
        "tally": partial(store.tally, Selection(incident=incident)),
    }
    for title, bounds in shown.items():
        selection = Selection(incident=incident, limit=SHOWN, **bounds)  # type: ignore[arg-type]
        asked[title] = partial(store.timeline, selection, zoned=False)
        asked[f"{title}: count"] = partial(store.count, selection)
    of_it = Selection(incident=incident, limit=SHOWN)
    asked["directives"] = partial(store.directives, of_it, zoned=False)
    asked["reports, no texts"] = partial(store.reports, of_it, texts=False)
    asked["all reports, no texts"] = partial(store.reports, texts=False)
    asked["all reports, texts"] = store.reports
    return asked


def timed(ask: Callable[[], object]) -> list[float]:
    """Ask some times over; give the milliseconds each took."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


def say(title: str, *milliseconds: float) -> None:
    """Print a line: the median, and the best and the worst where there are several."""
    several = f"{min(milliseconds):10.1f} best{max(milliseconds):10.1f} worst" if milliseconds[1:] else ""
    print(f"{title:36}{statistics.median(milliseconds):10.1f} ms{several}", flush=True)


if __name__ == "__main__":
    main()
