"""What waits for a person's word is read wholly and changes nothing."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.candidates import Candidate, Given, Scales, clean_name
from extract.corrections import Correction
from extract.documents import Document
from extract.errors import DocumentError
from extract.explain import OTHER_ARTICLE
from extract.store import Store
from tests.dashboard.reporting import BREACH, CONCERT, LEVEL, NOW, read

DAY = dt.date(2024, 7, 6)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path / 'flood.db'}") as opened:
        yield opened


def weigh(store: Store, text: str, given: Given | None = None) -> Candidate:
    came = Scales(store).weigh(Document(source_name="breach.txt", text=text), NOW, given or Given())
    assert isinstance(came, Candidate)
    return came


def test_weighing_changes_nothing(store: Store) -> None:
    before = store.version()
    assert weigh(store, BREACH).outcome == "added"
    assert store.version() == before


def test_what_cannot_be_read_is_passed_on(store: Store) -> None:
    error = DocumentError("a", "is empty", "Check it.")
    assert Scales(store).weigh(error, NOW) is error


def test_what_a_person_says_goes_before_what_the_document_says(store: Store) -> None:
    came = weigh(store, BREACH, Given(published=DAY, title="决口", publisher="东山日报"))
    report = came.extraction.report
    assert (report.published, report.published_basis) == (DAY, "given")
    assert (report.title, report.title_clue, report.publisher) == ("决口", None, "东山日报")


def test_the_outcome_that_is_foreseen_is_the_one_that_comes(store: Store) -> None:
    dated, redated = Given(published=DAY), Given(published=DAY.replace(year=2023))
    steps = [(None, "added"), (None, "known"), (dated, "replaced"), (dated, "known"), (redated, "replaced")]
    for given, outcome in steps:
        came = weigh(store, BREACH, given)
        assert came.outcome == outcome
        assert came.is_new == (outcome != "known")
        assert store.add(came.extraction, NOW) == outcome
    store.remove(came.extraction.report.report_id, NOW)
    came = weigh(store, BREACH, dated)
    assert (came.outcome, store.add(came.extraction, NOW)) == ("removed", "removed")


def test_a_corrected_date_is_foreseen_to_stay(store: Store) -> None:
    report_id = read(BREACH).report.report_id
    store.add(read(BREACH, published=DAY.replace(year=2020)), NOW)
    store.correct(Correction(report_id=report_id, field="published", value="2024-07-06"), NOW, read(BREACH))
    came = weigh(store, BREACH)
    assert (came.outcome, store.add(came.extraction, NOW)) == ("known", "known")


def test_the_incidents_it_would_join_are_named(store: Store) -> None:
    assert [(home.incident_id, home.reports) for home in weigh(store, BREACH).homes] == [("柳林垸决口", 0)]
    store.add(read(BREACH, published=DAY), NOW)
    dated = Given(published=dt.date(2024, 7, 8))
    assert [(home.incident_id, home.reports) for home in weigh(store, LEVEL, dated).homes] == [
        ("柳林垸决口", 1)
    ]
    later = Given(published=dt.date(2026, 7, 8))
    assert [home.reports for home in weigh(store, LEVEL, later).homes] == [0]
    assert weigh(store, CONCERT).homes == ()


def test_articles_of_other_matters_are_told_with_their_headlines(store: Store) -> None:
    left = weigh(store, f"{BREACH}\n{CONCERT}").left_out
    assert [one.quote for one in left if one.why == OTHER_ARTICLE] == ["文艺晚会在河西市举行"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("报道.txt", "报道.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\weg\\a.txt", "a.txt"),
        ("a\u202etxt.exe", "a\ufffdtxt.exe"),
        ("a\0b\n.txt", "a\ufffdb\ufffd.txt"),
        ("", "\ufffd"),
        ("x" * 1000, "x" * 200),
    ],
)
def test_a_name_is_made_fit_to_show(name: str, shown: str) -> None:
    assert clean_name(name) == shown
