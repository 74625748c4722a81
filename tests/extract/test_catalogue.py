"""A store tells what it holds: incidents, versions, changes, and tables with or without a zone."""

import datetime as dt

import pandas as pd
from msgspec.structs import replace

from extract.grouping import UNNAMED
from extract.selection import Selection
from extract.store import Store
from extract.table import ZONE
from tests.extract.reports import make_reports, tell

NOW = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
BREACH, FLOOD = "柳林垸决口", "清水河洪水"


def test_incidents_are_counted_with_what_is_told_of_them(store: Store) -> None:
    store.add(tell("a", (BREACH, "2031-07-05"), (BREACH, "2031-07-04"), (None, "2031-07-06")), NOW)
    store.add(tell("b", (BREACH, "2031-07-01"), (FLOOD, "2031-07-09"), (None, "2031-07-08")), NOW)
    store.add(tell("c", (None, None), published=None, text="青湖站水位上涨。"), NOW)
    store.add(tell("d", (BREACH, "2031-07-30")), NOW)
    store.remove("d", NOW)
    latest = [dt.datetime(2031, 7, day) for day in (8, 9)]  # noqa: DTZ001  # local
    counted = [
        (one.incident_id, one.place, one.event, one.reports, one.facts, one.latest)
        for one in store.incidents()
    ]
    assert counted == [
        (FLOOD, "清水河", "洪水", 1, 2, latest[1]),
        (BREACH, "柳林垸", "决口", 2, 5, latest[0]),
        (UNNAMED, "", "", 1, 1, None),
    ]
    for one in store.incidents():
        assert store.count(Selection(incident=one.incident_id)) == one.facts
        assert len(store.timeline(Selection(incident=one.incident_id))) == one.facts


def test_a_report_that_gives_one_incident_two_names_counts_once(store: Store) -> None:
    told = (BREACH, "2031-07-05"), ("石桥县柳林垸决口", "2031-07-05"), (None, "2031-07-05")
    store.add(tell("a", *told), NOW)
    assert [(one.incident_id, one.reports, one.facts) for one in store.incidents()] == [(BREACH, 1, 3)]
    assert store.timeline()["incident"].tolist() == [BREACH] * 3


def test_the_table_shows_the_incident_that_is_meant_and_none_for_none(store: Store) -> None:
    store.add(tell("a", (BREACH, "2031-07-05")), NOW)
    store.add(tell("b", (BREACH, "2032-07-05")), NOW)
    store.add(tell("c", (None, "2031-07-05"), text="青湖站"), NOW)
    assert store.timeline()["incident"].fillna("").tolist() == [BREACH, "柳林垸决口（2032年7月）", ""]


def test_times_come_with_their_zone_or_without(store: Store) -> None:
    for extraction in make_reports(3):
        store.add(extraction, NOW)
    for table in (store.timeline, store.directives):
        zoned, plain = table(), table(zoned=False)
        assert str(zoned["start"].dtype) == "datetime64[us, Asia/Shanghai]"
        assert str(plain["start"].dtype) == "datetime64[us]"
        for name in ("start", "end"):
            assert zoned[name].dt.tz_localize(None).equals(plain[name])
        others = [name for name in zoned if not isinstance(zoned[name].dtype, pd.DatetimeTZDtype)]
        assert zoned[others].equals(plain[others])


def test_the_version_is_another_with_every_change_and_only_then(store: Store) -> None:
    made = tell("a", (BREACH, "2031-07-05"))
    store.add(made, NOW)
    versions = [store.version()]
    for change in (
        lambda: store.remove("a", NOW),
        lambda: store.restore("a", NOW),
        lambda: store.reread(made, NOW),
        lambda: store.add(replace(made, report=replace(made.report, sha256="1" * 64)), NOW),
    ):
        change()
        versions.append(store.version())
    assert len(set(versions)) == len(versions)
    store.timeline(), store.incidents(), store.add(tell("a", (BREACH, "2031-07-05")), NOW)  # the first text
    assert store.version() != versions[-1]
