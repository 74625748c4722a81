"""A report is filed whole, and what a new reading changes of it is written down."""

import datetime as dt

from msgspec.structs import replace

from extract.pipeline import Extraction
from extract.store import Store
from extract.table import ZONE

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)


def test_what_a_new_reading_changes_is_written_down(store: Store, extraction: Extraction) -> None:
    store.add(extraction, NOW)
    first, second = extraction.facts
    changed = replace(first, value_min=90.0)
    order = replace(extraction.directives[0], themes=("general",))
    report = replace(extraction.report, sha256="1" * 64)
    newer = replace(
        extraction, report=report, facts=(replace(second, fact_id="f3"), changed), directives=(order,)
    )
    assert store.add(newer, NOW) == "replaced"
    assert store.timeline()["fact_id"].tolist() == ["f3", "f1"]
    logged = store.changes()[-1]
    assert (logged["what"], logged["made_at"]) == ("replaced", NOW.replace(tzinfo=None))
    assert logged["differences"] == [
        ["f2", None, "下降0.3米", None],
        ["f3", None, None, "下降0.3米"],
        ["f1", "value_min", 80.0, 90.0],
        ["d1", "themes", ["dike_inspection", "general"], ["general"]],
    ]


def test_a_new_reading_keeps_when_the_report_came_and_its_place_in_line(
    store: Store, extraction: Extraction
) -> None:
    store.add(extraction, NOW)
    other = replace(extraction, report=replace(extraction.report, report_id="r2"))
    store.add(other, NOW)
    again = replace(extraction, report=replace(extraction.report, sha256="1" * 64))
    store.add(again, NOW + dt.timedelta(days=1))
    assert store.reports()["report_id"].tolist() == ["r1", "r2"]
    assert store.reports()["added_at"].tolist() == [NOW, NOW]


def test_the_day_is_read_anew_unless_it_was_given(store: Store, extraction: Extraction) -> None:
    store.add(extraction, NOW)
    inferred = {"published": dt.date(2024, 8, 3), "published_basis": "inferred", "published_clue": "75年"}
    store.reread(replace(extraction, report=replace(extraction.report, **inferred)), NOW)
    shown = store.reports().iloc[0]
    assert {name: shown[name] for name in inferred} == inferred
    given = {"published": dt.date(2023, 8, 3), "published_basis": "given"}
    store.add(replace(extraction, report=replace(extraction.report, **given)), NOW)
    assert store.reread(extraction, NOW) == []
    assert store.reports()["published"].tolist() == [dt.date(2023, 8, 3)]
