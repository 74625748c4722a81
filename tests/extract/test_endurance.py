"""What was acknowledged is there, whole, whoever was killed in the middle of it."""

import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import pysqlite3
import pytest

from extract.store import Store
from tests.extract.reports import make_report
from tests.extract.writers import PLACES, add_all, add_until_killed, programs, read_until

SAME = 200
"""Reports that two programs add at once."""
WAIT = 0.25
"""Seconds a writer lives at most after its first report."""


def kill_while_writing(url: str, kills: int) -> set[int]:
    """Start writers one after another and kill each at some moment; give what they acknowledged."""
    dice, safe, first = random.Random(kills), set[int](), 0  # noqa: S311  # no secret
    started = programs()
    for kill in range(kills):
        heard, said = started.Pipe(duplex=False)
        writer = started.Process(target=add_until_killed, args=(url, first, said))
        writer.start()
        said.close()
        # Some are killed while they open the store, or make it; most while they write.
        if kill % 5:
            heard.poll(10)
        writer.join(dice.uniform(0, WAIT))
        writer.kill()
        writer.join()
        try:
            while True:
                safe.add(heard.recv())
        except EOFError:
            heard.close()
        first = max(safe, default=-1) + 2  # what was not acknowledged may be there all the same
    return safe


@pytest.mark.parametrize("kills", [50])
def test_writers_that_are_killed_lose_nothing_they_acknowledged(url: str, kills: int) -> None:
    if url.startswith("postgresql"):
        kills = 20
    safe = kill_while_writing(url, kills)
    assert len(safe) > kills
    with Store(url) as store:
        reports = set(store.reports(texts=False)["report_id"])
        facts, orders = Counter(store.timeline()["report_id"]), Counter(store.directives()["report_id"])
        told = sum(one.facts for one in store.incidents())
    assert {f"r{number}" for number in safe} <= reports
    assert len(reports) <= len(safe) + kills
    for report_id in reports:
        whole = make_report(int(report_id[1:]), f"柳林垸{int(report_id[1:]) % PLACES}决口")
        assert (facts[report_id], orders[report_id]) == (len(whole.facts), len(whole.directives))
    assert told == facts.total()
    if url.startswith("sqlite"):
        connection = pysqlite3.connect(url.removeprefix("sqlite:///"))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()


def test_two_programs_add_the_same_reports_while_a_third_reads(url: str) -> None:
    Store(url).close()
    with ProcessPoolExecutor(3, mp_context=programs()) as pool:
        reader = pool.submit(read_until, url, SAME)
        writers = [pool.submit(add_all, url, SAME) for _ in range(2)]
        outcomes = sum((writer.result() for writer in writers), Counter())
        reads, torn = reader.result()
    assert outcomes == {"added": SAME, "known": SAME}
    assert reads > 1
    assert torn == 0
    with Store(url) as store:
        assert len(store.reports()) == SAME
