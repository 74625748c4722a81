"""The store keeps every report once, gives back what went in, and says what to do when it cannot."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace
from pandas.testing import assert_frame_equal

from extract import store as store_module
from extract import table
from extract.corrections import Correction
from extract.errors import StoreError
from extract.pipeline import Extraction
from extract.store import Store

ADDED = dt.datetime(2025, 8, 3, 12, 0, tzinfo=table.ZONE)


def test_gives_back_what_went_in(store: Store, extraction: Extraction) -> None:
    assert store.add(extraction, ADDED) == "added"
    # A report that names no incident belongs to none by name.
    assert_frame_equal(store.timeline(), table.timeline([extraction]))
    assert_frame_equal(store.directives(), table.directives([extraction]))
    expected = table.reports([extraction])
    expected["added_at"] = [ADDED]
    assert_frame_equal(store.reports(), expected, check_dtype=False)


def test_an_empty_store_gives_empty_tables(store: Store) -> None:
    assert_frame_equal(store.timeline(), table.timeline([]))
    assert store.directives().empty
    assert store.reports().empty


def test_reports_keep_the_order_they_came_in(
    store: Store, extraction: Extraction, renamed: Callable[[Extraction, str], Extraction]
) -> None:
    for name in ("z", "a", "m"):
        store.add(renamed(extraction, name), ADDED)
    assert store.reports()["report_id"].tolist() == ["z", "a", "m"]
    assert store.timeline()["fact_id"].tolist() == ["z-f1", "z-f2", "a-f1", "a-f2", "m-f1", "m-f2"]


def test_a_report_added_twice_changes_nothing(store: Store, extraction: Extraction) -> None:
    store.add(extraction, ADDED)
    before = store.version()
    assert store.add(extraction, ADDED + dt.timedelta(days=1)) == "known"
    assert store.version() == before
    assert len(store.timeline()) == 2


def test_a_report_read_by_other_rules_is_replaced(
    store: Store, extraction: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(extraction, ADDED)
    before = store.version()
    monkeypatch.setattr(store_module, "rule_version", lambda: "newer")
    assert store.add(replace(extraction, facts=extraction.facts[:1]), ADDED) == "replaced"
    assert store.version() != before
    assert store.timeline()["fact_id"].tolist() == ["f1"]
    assert len(store.directives()) == 1


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"sha256": "1" * 64}, "replaced"),
        ({"published": dt.date(2024, 8, 3), "published_basis": "given"}, "replaced"),
        ({"published": dt.date(2025, 8, 3), "published_basis": "given"}, "known"),
        ({"published": dt.date(2026, 8, 3), "published_basis": "assumed"}, "known"),
        ({"source_name": "elsewhere.txt"}, "known"),
    ],
)
def test_only_other_words_or_a_date_that_is_given_replace_a_report(
    store: Store, extraction: Extraction, changes: dict[str, object], outcome: str
) -> None:
    store.add(extraction, ADDED)
    changed = replace(extraction.report, **changes)
    assert store.add(replace(extraction, report=changed), ADDED) == outcome
    assert len(store.reports()) == 1


def test_the_version_changes_with_the_content_and_only_then(
    store: Store, extraction: Extraction, renamed: Callable[[Extraction, str], Extraction]
) -> None:
    versions = [store.version()]
    for name in ("a", "b"):
        store.add(renamed(extraction, name), ADDED)
        versions.append(store.version())
    assert len(set(versions)) == 3
    assert store.version() == versions[-1]


def test_a_report_that_fails_half_way_leaves_nothing(store: Store, extraction: Extraction) -> None:
    broken = replace(extraction.directives[0], themes=(object(),))
    with pytest.raises(Exception, match="JSON"):
        store.add(replace(extraction, directives=(broken,)), ADDED)
    assert store.version() == "0"
    assert store.reports().empty
    assert store.timeline().empty


def test_many_writers_and_a_reader_share_one_file(
    url: str, extraction: Extraction, renamed: Callable[[Extraction, str], Extraction]
) -> None:
    def write(number: int) -> int:
        with Store(url) as own:
            own.add(renamed(extraction, f"r{number % 10}"), ADDED)
            return len(own.timeline())

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(write, range(20)))
    assert all(count % 2 == 0 for count in seen)
    with Store(url) as store:
        assert len(store.reports()) == 10
        assert len(store.timeline()) == 20


def test_what_was_stored_is_there_when_it_is_opened_again(url: str, extraction: Extraction) -> None:
    with Store(url) as first:
        first.add(extraction, ADDED)
        version = first.version()
    with Store(url) as second:
        assert second.version() == version
        assert len(second.timeline()) == 2


def test_what_adding_would_do_is_foreseen_and_nothing_of_it_kept(
    store: Store, extraction: Extraction
) -> None:
    assert store.foresee(extraction, ADDED) == ("added", ["unnamed"])
    assert store.reports().empty
    assert store.version() == "0"
    store.add(extraction, ADDED)
    assert store.foresee(extraction, ADDED)[0] == "known"
    store.remove(extraction.report.report_id, ADDED)
    assert store.foresee(extraction, ADDED)[0] == "removed"


def test_a_date_corrected_on_a_text_that_changed_meanwhile_is_refused(
    store: Store, extraction: Extraction
) -> None:
    store.add(extraction, ADDED)
    overtaken = replace(extraction, report=replace(extraction.report, sha256="1" * 64))
    said = Correction(report_id=extraction.report.report_id, field="published", value="2024-08-03")
    with pytest.raises(StoreError, match="came in anew meanwhile"):
        store.correct(said, ADDED, overtaken)
    assert store.corrections() == []
