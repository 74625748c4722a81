"""The timeline of a store is set in relation across the reports of each incident."""

import datetime as dt

from extract.corrections import REJECTED, Correction
from extract.pipeline import extract
from extract.store import Store
from extract.stored import read_table
from extract.table import ZONE

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
TEXT = "{place}决口抢险\n7月5日9时许，{place}堤防发生决口，决口宽约30米。{unit}80余人赶到现场抢险。"


def add(store: Store, name: str, place: str, unit: str) -> None:
    text = TEXT.format(place=place, unit=unit)
    store.add(extract(text, dt.date(2031, 7, 6), report_id=name), NOW)


def test_the_same_fact_of_two_reports_of_one_incident_stands_once(store: Store) -> None:
    add(store, "a", "柳林垸", "石桥县民兵连")
    add(store, "b", "北沙垸", "石桥县民兵连")
    add(store, "c", "柳林垸", "石桥县民兵连")
    table = read_table(store, "timeline", None)
    assert table["report_id"].unique().tolist() == ["a", "b", "c"]
    retold = table[table["same_as"].notna()]
    assert set(retold["report_id"]) == {"c"}
    assert set(table.set_index("fact_id").loc[retold["same_as"], "report_id"]) == {"a"}
    assert read_table(store, "timeline", "北沙垸决口")["report_id"].unique().tolist() == ["b"]
    assert read_table(store, "reports", "柳林垸决口")["report_id"].tolist() == ["a", "c"]
    assert read_table(store, "directives", None).empty


def test_what_a_person_said_stands_in_the_tables(store: Store) -> None:
    add(store, "a", "柳林垸", "石桥县民兵连")
    fact = store.timeline()["fact_id"][0]
    store.correct(Correction(report_id="a", row_id=fact, field="verdict", value=REJECTED), NOW)
    store.correct(Correction(report_id="a", field="title", value="抢险第一报"), NOW)
    moved = Correction(report_id="a", field="incident", before="柳林垸决口", value="东堰圩决口")
    store.correct(moved, NOW)
    table = read_table(store, "timeline", "东堰圩决口")
    assert table["verdict"].tolist()[0] == REJECTED
    assert set(table["incident"]) == {"东堰圩决口"}
    assert read_table(store, "reports", None)["title"].tolist() == ["抢险第一报"]


def test_an_empty_store_gives_empty_tables(store: Store) -> None:
    for name in ("timeline", "directives", "reports"):
        assert read_table(store, name, None).empty
