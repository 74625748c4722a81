"""A selection finds what it names, in either database, and nothing that only looks like it."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from extract.pipeline import Extraction
from extract.selection import Selection
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import tell

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
BREACH, FLOOD = "柳林垸决口", "清水河洪水"
# Of each fact: its incident, its first instant, and what differs from the others.
TOLD: tuple[tuple[str | None, str | None, dict[str, Any]], ...] = (
    (BREACH, "2031-07-05T09:00", {"responder": "甲队、乙队", "kind": "people"}),
    (BREACH, "2031-07-05T10:00", {"responder": "乙队", "sentence": "决口宽50%。"}),
    (None, "2031-07-06", {"responder": "甲队一分队", "time_precision": "day"}),
    (FLOOD, "2031-07-07T08:00", {"responder_type": "militia", "sentence": "水位Z站上涨_米。"}),
    (FLOOD, None, {"responder": None, "reported_at": None, "sentence": "水位上涨五十米。"}),
)


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def both() -> Extraction:
    """Make a report of two incidents whose facts are numbered."""
    told = [(incident, day) for incident, day, _ in TOLD]
    known = {"responder": "丙队", "responder_type": "fire_rescue", "kind": "distance", "sentence": "决口。"}
    known |= {"time_precision": "minute"}
    made = tell("both", *told)
    facts = (
        replace(fact, **(known | columns)) for fact, (_, _, columns) in zip(made.facts, TOLD, strict=True)
    )
    return replace(made, facts=tuple(facts))


CASES: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "01234"),
    ({"incident": BREACH}, "012"),
    ({"incident": FLOOD}, "234"),
    ({"incident": "北沙垸决口"}, ""),
    ({"units": ("乙队",)}, "01"),
    ({"units": ("甲队",)}, "0"),
    ({"units": ("甲队", "丙队")}, "03"),
    ({"units": ("队",)}, ""),
    ({"units": ("%",)}, ""),
    ({"kinds": ("people",)}, "0"),
    ({"kinds": ("people", "distance")}, "01234"),
    ({"types": ("militia",)}, "3"),
    ({"since": moment("2031-07-05T10:00")}, "123"),
    ({"since": moment("2031-07-05T10:01")}, "23"),
    ({"until": moment("2031-07-05T10:00")}, "01"),
    ({"since": moment("2031-07-06T23:00"), "until": moment("2031-07-06T23:30")}, "2"),
    ({"since": moment("2031-07-07"), "until": moment("2031-07-07T07:59")}, ""),
    ({"words": ("水位",)}, "34"),
    ({"words": ("水位", "五十")}, "4"),
    ({"words": ("z站",)}, "3"),
    ({"words": ("50%",)}, "1"),
    ({"words": ("5%",)}, ""),
    ({"words": ("涨_米",)}, "3"),
    ({"report": "both"}, "01234"),
    ({"report": "both", "incident": BREACH}, "012"),
    ({"report": "removed"}, ""),
    ({"incident": BREACH, "units": ("乙队",), "kinds": ("people",)}, "0"),
    # The latest; what has no time is kept last.
    ({"limit": 2}, "23"),
    ({"limit": 5}, "01234"),
    ({"incident": BREACH, "limit": 2}, "12"),
    ({"incident": FLOOD, "limit": 2}, "23"),
    ({"incident": FLOOD, "limit": 9}, "234"),
    ({"kinds": ("people",), "limit": 2}, "0"),
)


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a store with the report of two incidents, one of a third and one that was removed."""
    store.add(both(), NOW)
    store.add(tell("removed", (BREACH, "2031-07-05")), NOW)
    store.remove("removed", NOW)
    return store


def test_facts_are_found_by_what_is_asked_of_them(filled: Store) -> None:
    for bounds, expected in CASES:
        selection = Selection(**bounds)
        found = "".join(fact_id[-1] for fact_id in filled.timeline(selection)["fact_id"])
        assert found == expected, bounds
        if selection.limit is None:
            assert filled.count(selection) == len(expected), bounds


def test_directives_are_found_by_incident_time_and_words_alone(store: Store, extraction: Extraction) -> None:
    store.add(extraction, NOW)
    dated = replace(extraction.directives[0], directive_id="d2", start=moment("2025-08-03T09:00"))
    second = replace(extraction.report, report_id="r2", text="柳林垸决口")
    facts = tuple(replace(fact, incident=BREACH) for fact in extraction.facts)
    store.add(replace(extraction, report=second, facts=facts, directives=(dated,)), NOW)
    asked: list[tuple[dict[str, Any], list[str]]] = [
        ({}, ["d1", "d2"]),
        ({"units": ("甲队",), "kinds": ("people",), "types": ("militia",)}, ["d1", "d2"]),
        ({"incident": BREACH}, ["d2"]),
        ({"since": moment("2025-08-03T09:00")}, ["d2"]),
        ({"since": moment("2025-08-03T09:01")}, []),
        ({"words": ("巡堤",)}, ["d1", "d2"]),
        ({"words": ("巡堤", "水位")}, []),
        ({"limit": 1}, ["d2"]),
    ]
    for bounds, expected in asked:
        found = store.directives(Selection(**bounds))["directive_id"].tolist()
        assert found == expected, bounds


def test_a_state_holds_what_had_begun_and_what_was_expected_then(store: Store) -> None:
    told: list[tuple[str, dict[str, Any]]] = [
        ("2031-07-05T09:00", {"reported_at": moment("2031-07-05T15:00")}),
        ("2031-07-05T10:00", {"reported_at": None}),
        ("2031-07-06T08:00", {"reported_at": moment("2031-07-05T12:00"), "status": "forecast"}),
        ("2031-07-06T08:00", {"reported_at": moment("2031-07-06T08:00")}),
    ]
    made = tell("state", *((BREACH, day) for day, _ in told), published="2031-07-05")
    usual = {"status": "observed", "time_precision": "minute"}
    facts = (replace(fact, **(usual | columns)) for fact, (_, columns) in zip(made.facts, told, strict=True))
    store.add(replace(made, facts=tuple(facts)), NOW)
    asked: list[tuple[str, bool, str]] = [
        ("2031-07-05T08:59", False, ""),
        ("2031-07-05T09:00", False, "0"),
        ("2031-07-05T12:00", False, "012"),
        ("2031-07-06T08:00", False, "0123"),
        # Told by then: what names no time of its telling is told on the day of its report.
        ("2031-07-05T12:00", True, "12"),
        ("2031-07-05T15:00", True, "012"),
        ("2031-07-04T15:00", True, ""),
    ]
    for at, then, expected in asked:
        selection = Selection(incident=BREACH, at=moment(at), then=then)
        found = "".join(fact_id[-1] for fact_id in store.timeline(selection)["fact_id"])
        assert found == expected, (at, then)
        assert (store.count(selection) or 0) == len(expected), (at, then)


def test_directives_of_a_state_were_given_and_told_by_then(store: Store, extraction: Extraction) -> None:
    (order, *_), report = extraction.directives, replace(extraction.report, published=dt.date(2025, 8, 2))
    given = replace(order, start=moment("2025-08-01T09:00"), end=moment("2025-08-01T12:00"))
    store.add(replace(extraction, report=report, directives=(given,)), NOW)
    asked = [("2025-08-01T08:00", False, 0), ("2025-08-01T09:00", False, 1), ("2025-08-01T09:00", True, 0),
             ("2025-08-02T09:00", True, 1)]  # fmt: skip  # a table
    for at, then, count in asked:
        assert len(store.directives(Selection(at=moment(at), then=then))) == count, (at, then)


def test_what_nothing_dates_had_begun_by_the_end_of_the_day_it_was_told_on(store: Store) -> None:
    made = tell("undated", (BREACH, None), published="2031-07-05")
    (fact,) = made.facts
    undated = replace(fact, start=None, end=None, reported_at=None, status="observed")
    store.add(replace(made, facts=(undated,)), NOW)
    for at, count in (("2031-07-05T23:59", 0), ("2031-07-06T00:00", 1)):
        for then in (False, True):
            selection = Selection(incident=BREACH, at=moment(at), then=then)
            assert len(store.timeline(selection)) == count, (at, then)


def test_reports_are_found_by_incident_and_the_last_are_kept(filled: Store) -> None:
    for name in ("second", "third"):
        filled.add(tell(name, (FLOOD, "2031-07-08")), NOW)
    assert filled.reports()["report_id"].tolist() == ["both", "second", "third"]
    assert filled.reports(Selection(incident=BREACH))["report_id"].tolist() == ["both"]
    assert filled.reports(Selection(incident=FLOOD, limit=2))["report_id"].tolist() == ["second", "third"]
    assert filled.reports(Selection(units=("甲队",)))["report_id"].tolist() == ["both", "second", "third"]
    shown = filled.reports(texts=False)
    assert shown["text"].isna().all()
    assert shown["source_name"].tolist() == ["both.txt", "second.txt", "third.txt"]


def test_facts_and_directives_are_counted_by_when_they_begin(filled: Store, extraction: Extraction) -> None:
    order = replace(extraction.directives[0], start=moment("2031-07-05T09:30"))
    told = replace(tell("orders", (BREACH, "2031-07-05T09:10")), directives=(order,))
    filled.add(told, NOW)
    hours = {
        (one.kind, one.moment): one.times
        for one in filled.beginnings(
            Selection(incident=BREACH, until=moment("2031-07-05T23:00")), by_day=False
        )
    }
    kind = told.facts[0].kind
    nine, ten = moment("2031-07-05T09:00"), moment("2031-07-05T10:00")
    assert hours[kind, nine] >= 1
    assert hours["people", nine] == 1
    assert hours["distance", ten] == 1
    assert hours["directive", nine] == 1
    for bounds in (
        {},
        {"incident": BREACH},
        {"incident": FLOOD},
        {"units": ("乙队",)},
        {"kinds": ("people",)},
    ):
        days = filled.beginnings(Selection(**bounds), by_day=True)
        assert sum(one.times for one in days if one.kind != "directive") == filled.count(Selection(**bounds))
        assert all(one.moment is None or one.moment.hour == 0 for one in days)
    assert any(one.moment is None for one in filled.beginnings(Selection(incident=FLOOD), by_day=True))


def test_the_first_facts_of_an_aspect_are_found(store: Store) -> None:
    made = tell(
        "firsts", (BREACH, "2031-07-07"), (BREACH, "2031-07-05"), (BREACH, "2031-07-06"), (BREACH, None)
    )
    aspects = ("breach", "works", "breach", "breach")
    facts = (replace(fact, aspect=aspect) for fact, aspect in zip(made.facts, aspects, strict=True))
    store.add(replace(made, facts=tuple(facts)), NOW)
    for limit, expected in ((1, {"2"}), (5, {"0", "2"})):
        selection = Selection(incident=BREACH, aspect="breach", limit=limit, first=True)
        found = {fact_id[-1] for fact_id in store.timeline(selection)["fact_id"]}
        assert found == expected
