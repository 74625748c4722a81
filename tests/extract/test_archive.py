"""Stored reports are read again, and only what the new reading changed is another."""

import datetime as dt
from typing import Any

import pytest

from extract import archive, facts
from extract import store as store_module
from extract.archive import redate, reread, take_back, take_in
from extract.claims import find_claims
from extract.corrections import CONFIRMED, Correction
from extract.pipeline import Extraction, extract
from extract.store import Store
from extract.table import ZONE

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
LATER = NOW + dt.timedelta(days=1)
MANY = 1_000
TEXT = (
    "柳林垸决口抢险\n7月5日9时许，石桥县柳林垸堤防发生决口，决口宽约30米。石桥县民兵连{n}余人赶到现场抢险。"
    "6日18时，决口宽度扩大到150米。县防指要求加密巡堤频次，转移群众2000余人。"
)


def read(number: int = 80, published: str | None = "2031-07-07", **known: Any) -> Extraction:  # noqa: ANN401
    day = dt.date.fromisoformat(published) if published else None
    text = TEXT.format(n=number)
    return extract(text, day, report_id=known.pop("report_id", "r1"), today=NOW.date(), **known)


@pytest.fixture
def _other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by rules of another version, that see no deeds and count every crowd anew."""

    def find(*seen: Any) -> Any:  # noqa: ANN401
        return [claim for claim in find_claims(*seen) if claim.kind != "action"]

    for module in (archive, store_module):
        monkeypatch.setattr(module, "rule_version", lambda: "newer")
    monkeypatch.setattr(facts, "find_claims", find)
    monkeypatch.setattr(facts, "find_place", lambda *_: "柳林垸堤上")


def days(store: Store) -> set[str]:
    return set(store.timeline()["start"].dropna().dt.strftime("%Y-%m-%d"))


def test_rules_of_another_version_change_nothing_they_read_alike(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(read(), NOW)
    before, version = store.timeline(), store.version()
    assert list(reread(store, LATER)) == []
    assert store.version() == version
    for module in (archive, store_module):
        monkeypatch.setattr(module, "rule_version", lambda: "newer")
    assert list(reread(store, LATER)) == [("r1", [])]
    assert store.timeline().equals(before)
    assert store.rule_versions() == {"r1": "newer"}
    assert store.changes()[-1] | {"change": 0} == {
        "change": 0,
        "report_id": "r1",
        "what": "reread",
        "rule_version": "newer",
        "made_at": LATER.replace(tzinfo=None),
        "differences": [],
    }
    assert list(reread(store, LATER)) == []


def test_what_other_rules_read_otherwise_is_listed_and_the_rest_keeps_its_id(
    store: Store, url: str, request: pytest.FixtureRequest
) -> None:
    count = MANY if url.startswith("sqlite") else MANY // 10
    for number in range(count):
        store.add(read(80 + number, report_id=f"r{number}"), NOW)
    before = store.timeline().set_index("fact_id")
    judged = before.query("kind == 'personnel'").index[0]
    store.correct(Correction(report_id="r0", row_id=judged, field="verdict", value=CONFIRMED), NOW)
    request.getfixturevalue("_other_rules")
    listed = dict(reread(store, LATER))
    after = store.timeline().set_index("fact_id")
    assert list(listed) == [f"r{number}" for number in range(count)]
    gone = {one.row_id for changes in listed.values() for one in changes if one.column is None}
    assert gone == set(before.query("kind == 'action'").index)
    assert len(gone) == 2 * count
    assert set(after.index) == set(before.index) - gone
    changed = {(one.row_id, one.column) for changes in listed.values() for one in changes if one.column}
    assert changed == {(fact_id, "place") for fact_id in after.index}
    assert after.loc[judged, "verdict"] == CONFIRMED
    assert after.drop(columns=["place", "verdict"]).equals(
        before.loc[after.index].drop(columns=["place", "verdict"])
    )


def test_a_corrected_date_moves_every_time_and_is_taken_back(store: Store) -> None:
    store.add(read(published=None), NOW)
    before = store.timeline()
    assert days(store) == {"2031-07-05", "2031-07-06"}
    changed = redate(store, "r1", dt.date(2030, 7, 7), "报头写着二〇三〇年", LATER)
    assert {one.column for one in changed} == {"start", "reported_at"}
    assert days(store) == {"2030-07-05", "2030-07-06"}
    assert store.timeline()["reported_at"].dt.year.unique().tolist() == [2030]
    shown = store.reports().iloc[0]
    assert (shown["published"], shown["published_basis"]) == (dt.date(2030, 7, 7), "given")
    assert store.report("r1")["published_basis"] == "assumed"
    assert [one.incident_id for one in store.incidents()] == ["柳林垸决口"]
    logged = store.changes()[-1]
    assert (logged["what"], len(logged["differences"])) == ("corrected", len(changed))
    (said,) = store.corrections()
    assert (said["before"], said["value"], said["reason"]) == (
        "2031-07-05",
        "2030-07-07",
        "报头写着二〇三〇年",
    )
    assert len(take_back(store, said, LATER)) == len(changed)
    assert store.timeline().equals(before)
    assert store.reports()["published_basis"].tolist() == ["assumed"]


def test_a_corrected_date_holds_until_a_person_gives_another(
    store: Store, request: pytest.FixtureRequest
) -> None:
    store.add(read(published=None), NOW)
    redate(store, "r1", dt.date(2030, 7, 7), "", NOW)
    assert take_in(store, read(published=None), LATER) == "known"
    assert take_in(store, read(published="2030-07-07"), LATER) == "known"
    request.getfixturevalue("_other_rules")
    assert take_in(store, read(published=None), LATER) == "known"
    assert [report_id for report_id, _ in reread(store, LATER)] == ["r1"]
    assert days(store) == {"2030-07-05", "2030-07-06"}
    assert take_in(store, read(published="2029-07-07"), LATER) == "replaced"
    assert days(store) == {"2029-07-05", "2029-07-06"}
    assert store.reports()["published"].tolist() == [dt.date(2029, 7, 7)]
    assert all(row["withdrawn_at"] for row in store.corrections())


def test_a_person_may_give_the_date_that_was_read_at_first(store: Store) -> None:
    store.add(read(published="2031-07-07"), NOW)
    redate(store, "r1", dt.date(2030, 7, 7), "", NOW)
    assert take_in(store, read(published="2031-07-07"), LATER) == "replaced"
    assert days(store) == {"2031-07-05", "2031-07-06"}


def test_a_given_date_is_not_lost_when_newer_rules_meet_the_report_again(
    store: Store, request: pytest.FixtureRequest
) -> None:
    store.add(read(published="2030-07-07"), NOW)
    request.getfixturevalue("_other_rules")
    assert take_in(store, read(published=None), LATER) == "known"
    assert [report_id for report_id, _ in reread(store, LATER)] == ["r1"]
    assert days(store) == {"2030-07-05", "2030-07-06"}


def test_what_was_taken_back_or_replaced_is_not_taken_back_again(store: Store) -> None:
    store.add(read(published=None), NOW)
    redate(store, "r1", dt.date(2029, 7, 7), "", NOW)
    redate(store, "r1", dt.date(2030, 7, 7), "", NOW)
    version = store.version()
    assert take_back(store, store.corrections()[0], LATER) == []
    assert days(store) == {"2030-07-05", "2030-07-06"}
    assert store.version() == version


def test_a_changed_document_is_read_under_the_corrected_date(store: Store) -> None:
    store.add(read(80, published=None), NOW)
    redate(store, "r1", dt.date(2030, 7, 7), "", NOW)
    assert take_in(store, read(90, published=None), LATER) == "replaced"
    assert "90余人" in store.timeline()["quote"].tolist()
    assert days(store) == {"2030-07-05", "2030-07-06"}
    assert list(reread(store, LATER)) == []


def test_a_reading_that_was_overtaken_is_not_kept(store: Store) -> None:
    store.add(read(published=None), NOW)
    stale = read(published=None)
    redate(store, "r1", dt.date(2030, 7, 7), "", NOW)
    version = store.version()
    assert store.reread(stale, LATER) == []
    assert store.version() == version


def test_a_removed_report_stays_removed_until_it_is_restored(store: Store) -> None:
    store.add(read(), NOW)
    before = store.timeline()
    store.remove("r1", NOW)
    assert (len(store.timeline()), len(store.directives()), len(store.reports())) == (0, 0, 0)
    assert (store.incidents(), store.count()) == ([], 0)
    assert store.reports(removed=True)["report_id"].tolist() == ["r1"]
    assert take_in(store, read(), LATER) == "removed"
    version = store.version()
    store.remove("r1", LATER)
    assert store.version() == version
    store.restore("r1", LATER)
    assert store.timeline().equals(before)
    assert store.reports(removed=True).empty
    assert [row["what"] for row in store.changes()] == ["added", "removed", "restored"]
