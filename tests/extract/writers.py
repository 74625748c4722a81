"""Programs that use a store at the same time, or until they are killed; each runs in a process of its own.

They are forked off a process that has loaded all they need, so that fifty of them take seconds.
"""

import datetime as dt
import itertools
import multiprocessing
import os
from collections import Counter
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

from extract.errors import StoreError
from extract.rulebook import version as rule_version
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import make_report, make_reports

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
PLACES = 8
NOBODY = 65534


def programs() -> ForkServerContext:
    """Give what starts programs."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def add_until_killed(url: str, first: int, acknowledged: Connection) -> None:
    """Add report after report, and say the number of each that is safe."""
    with Store(url) as store:
        for number in itertools.count(first):
            store.add(make_report(number, f"柳林垸{number % PLACES}决口"), NOW)
            acknowledged.send(number)


def add_all(url: str, count: int) -> Counter[str]:
    """Add reports, and count what came of each."""
    with Store(url) as store:
        return Counter(store.add(extraction, NOW) for extraction in make_reports(count))


def read_until(url: str, count: int) -> tuple[int, int]:
    """Read until so many reports are there; say how often, and how often a report was there in part."""
    reads = torn = 0
    whole = {extraction.report.report_id: len(extraction.facts) for extraction in make_reports(count)}
    with Store(url) as store:
        seen: set[str] = set()
        while len(seen) < count:
            told = Counter(store.timeline()["report_id"])
            reads += 1
            torn += sum(told[report_id] != whole[report_id] for report_id in told)
            torn += len(seen - set(told))
            seen = set(told)
    return reads, torn


def count_incidents(url: str) -> int:
    """Open a store and count its incidents."""
    with Store(url) as store:
        return len(store.incidents())


def use_as_nobody(url: str) -> tuple[int, str]:
    """Read a store and try to write to it as a user who may do neither there; say what came of it."""
    rule_version()  # read while files may be read
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with Store(url) as store:
        try:
            store.add(make_report(10_000, None), NOW)
        except StoreError as error:
            return len(store.reports()), str(error)
        return len(store.reports()), "written"
