"""Reports end in the same incidents in whatever order they come, and where a person moves them."""

import datetime as dt
import itertools
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from extract.corrections import Correction
from extract.grouping import UNNAMED
from extract.pipeline import Extraction
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import tell

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
BREACH, FLOOD = "柳林垸决口", "清水河洪水"


def add(store: Store, *extractions: Extraction) -> None:
    for extraction in extractions:
        assert store.add(extraction, NOW) == "added"


def homes(store: Store, names: Iterable[str]) -> dict[str, list[str]]:
    return {name: store.incidents_of(name) for name in names}


def move(store: Store, report_id: str, before: str, value: str | None) -> None:
    said = Correction(report_id=report_id, field="incident", before=before, value=value, reason="读错了")
    store.correct(said, NOW)


def test_the_same_place_and_event_within_a_month_is_one_incident(store: Store) -> None:
    add(
        store,
        tell("first", (BREACH, "2031-07-05")),
        tell("later", (BREACH, "2031-07-30")),
        tell("with its county", ("石桥县柳林垸决口", "2031-07-06")),
        tell("another year", (BREACH, "2032-07-05")),
        tell("another event", ("柳林垸洪水", "2031-07-05")),
        tell("another place", ("北沙垸决口", "2031-07-05")),
        tell("river", (FLOOD, "2031-07-05")),
        tell("another river", ("小清水河洪水", "2031-07-05")),
        tell("both", (BREACH, "2031-07-07"), (FLOOD, "2031-07-07"), (None, "2031-07-07")),
        tell("none", (None, "2031-07-05"), text="青湖站水位上涨。"),
    )
    assert homes(store, store.reports()["report_id"]) == {
        "first": [BREACH],
        "later": [BREACH],
        "with its county": [BREACH],
        "another year": ["柳林垸决口（2032年7月）"],
        "another event": ["柳林垸洪水"],
        "another place": ["北沙垸决口"],
        "river": [FLOOD],
        "another river": ["小清水河洪水"],
        "both": [BREACH, FLOOD],
        "none": [UNNAMED],
    }


def test_a_season_of_floods_is_one_incident_and_the_next_year_another(store: Store) -> None:
    days = ["2031-06-01", "2031-06-28", "2031-07-27", "2031-08-25", "2031-09-23", "2032-06-01"]
    add(store, *(tell(day, (FLOOD, day)) for day in days))
    assert [store.incidents_of(day) for day in days] == [[FLOOD]] * 5 + [["清水河洪水（2032年6月）"]]


ORDERED = {
    "a": tell("a", (BREACH, "2031-07-01")),
    "b": tell("b", (BREACH, "2031-07-25")),
    "c": tell("c", (BREACH, "2031-08-20")),
    "d": tell("d", (BREACH, "2032-07-01")),
    "e": tell("e", (None, "2031-08-21"), text="柳林垸堤上，民兵巡堤。"),
}


@pytest.mark.parametrize("order", ["abcde", "acbde", "ecbad", "dceab", "edcba", "bdaec"])
def test_the_order_of_reports_does_not_matter(store: Store, order: str) -> None:
    add(store, *(ORDERED[name] for name in order))
    found = homes(store, "abcde")
    assert found["a"] == found["b"] == found["c"] == found["e"] != found["d"]
    assert {one.reports for one in store.incidents()} == {4, 1}
    assert sum(one.facts for one in store.incidents()) == len(ORDERED)


def test_no_order_of_all_there_are_matters(sqlite_url: str) -> None:
    parted = set()
    with Store(sqlite_url) as store:
        for number, order in enumerate(itertools.permutations("abce")):
            for name in order:  # each order tells of a place of its own
                made = ORDERED[name]
                place = f"柳林{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'[number]}垸"
                facts = tuple(
                    replace(fact, incident=fact.incident and f"{place}决口", fact_id=f"{name}{number}")
                    for fact in made.facts
                )
                text = made.report.text.replace("柳林垸", place)
                report = replace(made.report, report_id=f"{name}{number}", text=text)
                store.add(replace(made, report=report, facts=facts), NOW)
            parted.add(len({store.incidents_of(f"{name}{number}")[0] for name in order}))
    assert parted == {1}


def test_what_turned_out_to_be_one_is_found_by_either_id(store: Store) -> None:
    add(store, ORDERED["a"], ORDERED["c"])
    late = "柳林垸决口（2031年8月）"
    assert {one.incident_id for one in store.incidents()} == {BREACH, late}
    add(store, ORDERED["b"])
    assert [one.incident_id for one in store.incidents()] == [BREACH]
    assert [store.today(one) for one in (BREACH, late, "北沙垸决口")] == [BREACH, BREACH, None]


def test_what_a_report_about_both_told_in_common_is_counted_once(store: Store) -> None:
    add(store, ORDERED["a"])
    add(store, tell("both", (BREACH, "2031-07-01"), ("石桥县柳林垸决口", "2031-08-20"), (None, "2031-08-01")))
    assert [one.facts for one in store.incidents()] == [2, 3]
    add(store, ORDERED["b"])
    assert [one.facts for one in store.incidents()] == [5]
    assert store.timeline()["incident"].tolist() == [BREACH] * 5


def test_one_report_may_begin_two_incidents_of_a_place(store: Store) -> None:
    add(store, tell("both", (BREACH, "2031-07-01"), ("石桥县柳林垸决口", "2030-07-01")))
    assert store.incidents_of("both") == [BREACH, "石桥县柳林垸决口"]


def test_a_person_told_apart_what_stays_apart(store: Store) -> None:
    add(store, *(tell(name, (BREACH, "2031-07-05")) for name in "ab"))
    move(store, "b", BREACH, "柳林垸决口（二）")
    add(store, tell("c", (BREACH, "2031-07-06")), tell("d", (BREACH, "2031-07-29")))
    assert homes(store, "ab") == {"a": [BREACH], "b": ["柳林垸决口（二）"]}
    assert len(store.incidents()) == 2


def test_a_report_is_moved_and_moved_back(store: Store) -> None:
    add(store, tell("a", (BREACH, "2031-07-05")), tell("b", (BREACH, "2031-07-05"), (None, "2031-07-05")))
    add(store, tell("c", ("北沙垸决口", "2031-07-05")))
    for before, value in ((BREACH, "北沙垸决口"), ("北沙垸决口", BREACH), (BREACH, "东堰圩决口")):
        move(store, "b", before, value)
        assert store.incidents_of("b") == [value]
        assert store.timeline().query("report_id == 'b'")["incident"].tolist() == [value] * 2
    assert [one.incident_id for one in store.incidents()] == [BREACH, "北沙垸决口", "东堰圩决口"]
    for correction in store.corrections("b"):
        if not correction["withdrawn_at"]:
            store.withdraw(correction["correction"], NOW)
    assert store.incidents_of("b") == [BREACH]
    assert {one.incident_id for one in store.incidents()} == {BREACH, "北沙垸决口"}


def test_of_a_report_about_two_only_the_one_is_moved(store: Store) -> None:
    add(store, tell("both", (BREACH, "2031-07-05"), (FLOOD, "2031-07-05"), (None, "2031-07-05")))
    move(store, "both", BREACH, "北沙垸决口")
    assert store.incidents_of("both") == ["北沙垸决口", FLOOD]
    assert store.timeline()["incident"].fillna("").tolist() == ["北沙垸决口", FLOOD, ""]
    move(store, "both", FLOOD, "北沙垸决口")
    assert store.incidents_of("both") == ["北沙垸决口"]
    assert store.timeline()["incident"].tolist() == ["北沙垸决口"] * 3


def test_a_report_can_be_moved_out_of_all(store: Store) -> None:
    add(store, tell("a", (BREACH, "2031-07-05")), tell("b", (BREACH, "2031-07-05")))
    move(store, "b", BREACH, None)
    assert store.incidents_of("b") == [UNNAMED]
    add(store, tell("c", (BREACH, "2031-07-25")))
    assert store.incidents_of("b") == [UNNAMED]


def test_a_move_holds_when_the_report_is_read_anew(store: Store) -> None:
    first = tell("a", (BREACH, "2031-07-05"))
    add(store, first)
    move(store, "a", BREACH, "北沙垸决口")
    for name in (FLOOD, BREACH):  # read otherwise, and then as before
        store.reread(replace(tell("a", (name, "2031-07-05")), report=first.report), NOW)
    assert store.incidents_of("a") == ["北沙垸决口"]


def test_an_incident_ends_with_its_last_report_and_a_wrong_day_leaves_nothing_behind(store: Store) -> None:
    first, wrong = tell("a", (BREACH, "2031-07-05")), tell("b", (BREACH, "2030-07-05"))
    add(store, first, wrong, tell("c", (None, "2030-07-05"), text="柳林垸堤上，民兵巡堤。"))
    assert homes(store, "bc") == {"b": ["柳林垸决口（2030年7月）"], "c": ["柳林垸决口（2030年7月）"]}
    store.reread(replace(tell("b", (BREACH, "2031-07-08")), report=wrong.report), NOW)
    assert homes(store, "bc") == {"b": [BREACH], "c": [UNNAMED]}
    assert {one.incident_id for one in store.incidents()} == {BREACH, UNNAMED}


def test_a_report_that_is_read_anew_keeps_its_incident(store: Store) -> None:
    add(store, tell("a", (BREACH, "2031-07-05")), tell("b", (BREACH, "2032-07-05")))
    made = tell("b", (BREACH, "2032-07-09"))
    store.reread(replace(made, report=replace(made.report, text="b")), NOW)
    assert store.incidents_of("b") == ["柳林垸决口（2032年7月）"]


def test_reports_without_any_date_join_what_was_told_of_last(store: Store) -> None:
    add(store, tell("a", (BREACH, "2031-07-05")), tell("b", (BREACH, "2032-07-05")))
    add(store, tell("undated", (BREACH, None), published=None))
    add(store, tell("of nothing known", (FLOOD, None), published=None))
    assert homes(store, ["undated", "of nothing known"]) == {
        "undated": ["柳林垸决口（2032年7月）"],
        "of nothing known": [FLOOD],
    }
    add(store, tell("dated", (FLOOD, "2031-07-05")))
    assert store.incidents_of("dated") == [FLOOD]


def test_an_order_alone_belongs_to_the_incident_its_text_names(store: Store, extraction: Extraction) -> None:
    add(store, tell("a", ("柳林闸决口", "2025-08-03")))
    add(store, replace(extraction, facts=()))
    assert store.incidents_of("r1") == ["柳林闸决口"]


def test_a_report_that_tells_nothing_belongs_nowhere(store: Store) -> None:
    add(store, tell("empty", text="主队3比1获胜。"))
    assert store.incidents_of("empty") == []
    assert store.incidents() == []
