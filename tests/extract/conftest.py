"""An extraction made by hand, and stores, for the tests of everything that comes after the reading."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from extract.dates import DatedTime
from extract.directives import Directive
from extract.facts import Fact
from extract.pipeline import Extraction, Report
from extract.spans import Span
from extract.store import Store
from tests.extract.postgresql import MISSING, find_programs, new_database, serve

FIRST = "8月3日9时，河西县消防救援大队80余人赶到柳林闸。"
SECOND = "水位下降0.3米。"
THIRD = "县防指要求：加密巡堤频次。"
TEXT = f"{FIRST}\n{SECOND}{THIRD}"


def local(text: str) -> dt.datetime:
    """Read a local time without a zone, as the records carry it."""
    return dt.datetime.fromisoformat(text)


def _found(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


def _fact(quote: str, sentence: str, **columns: object) -> Fact:
    known: dict[str, object] = {
        "article": "河西县抢险",
        "incident": None,
        "theme": None,
        "start": None,
        "end": None,
        "time_precision": None,
        "time_basis": None,
        "time_text": None,
        "reported_at": local("2025-08-03"),
        "responder": None,
        "responder_text": None,
        "responder_type": None,
        "place": None,
        "status": "observed",
        "quote": quote,
        "quote_span": _found(quote),
        "sentence": sentence,
        "sentence_span": _found(sentence),
    }
    return Fact(**(known | columns))  # type: ignore[arg-type]


def _arrived() -> Fact:
    return _fact(
        "80余人",
        FIRST,
        fact_id="f1",
        kind="personnel",
        aspect="deployed",
        theme="supplies_forces",
        start=local("2025-08-03T09:00"),
        time_precision="hour",
        time_basis="stated",
        time_text="8月3日9时",
        responder="河西县消防救援大队",
        responder_text="河西县消防救援大队",
        responder_type="fire_rescue",
        place="柳林闸",
        value_min=80.0,
        value_max=None,
        modifier="at_least",
        measure="person",
        rule="personnel.count",
    )


def _fell() -> Fact:
    return _fact(
        "下降0.3米",
        SECOND,
        fact_id="f2",
        kind="water_level",
        aspect="change",
        value_min=-0.3,
        value_max=-0.3,
        modifier="exact",
        measure="m",
        rule="level.change",
    )


def _order() -> Directive:
    return Directive(
        directive_id="d1",
        article="河西县抢险",
        issuer="县防指",
        issuer_role=None,
        venue=None,
        addressee=None,
        start=None,
        end=None,
        time_text=None,
        themes=("dike_inspection", "general"),
        quote="加密巡堤频次",
        quote_span=_found("加密巡堤频次"),
        sentence=THIRD,
        sentence_span=_found(THIRD),
        rule="directive.ask",
    )


def _time() -> DatedTime:
    return DatedTime(
        quote="8月3日9时",
        quote_span=_found("8月3日9时"),
        kind="calendar",
        start=local("2025-08-03T09:00"),
        end=None,
        precision="hour",
        basis="stated",
    )


@pytest.fixture
def extraction() -> Extraction:
    """Two facts, one of them undated, one directive and one time."""
    report = Report(
        report_id="r1",
        source_name="河西.txt",
        sha256="0" * 64,
        title=None,
        title_clue=None,
        publisher=None,
        publisher_clue=None,
        published=dt.date(2025, 8, 3),
        published_basis="stated",
        published_clue="2025年8月3日",
        text=TEXT,
    )
    return Extraction(
        report=report, facts=(_arrived(), _fell()), directives=(_order(),), times=(_time(),), articles=1
    )


@pytest.fixture
def renamed() -> Callable[[Extraction, str], Extraction]:
    """Give a function that makes another report of an extraction, every id renamed."""

    def rename(extraction: Extraction, name: str) -> Extraction:
        return replace(
            extraction,
            report=replace(extraction.report, report_id=name),
            facts=tuple(replace(fact, fact_id=f"{name}-{fact.fact_id}") for fact in extraction.facts),
            directives=tuple(
                replace(directive, directive_id=f"{name}-{directive.directive_id}")
                for directive in extraction.directives
            ),
        )

    return rename


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Give the address of a PostgreSQL server; without one, fail where checks are run for all, else skip."""
    programs = find_programs()
    if programs is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
    with serve(programs) as address:
        yield address


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Give the URL of a file that is not there yet."""
    return f"sqlite:///{tmp_path / 'flood.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the URL of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    with new_database(request.getfixturevalue("postgresql")) as database:
        yield database


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give an empty store."""
    with Store(url) as opened:
        yield opened
