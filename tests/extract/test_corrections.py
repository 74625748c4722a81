"""What a person says stands in the place of what was read, and what was read stays."""

import datetime as dt
from typing import Any

import pytest

from extract.corrections import CONFIRMED, REJECTED, Correction, correct_report
from extract.errors import StoreError
from extract.pipeline import Extraction
from extract.store import Store
from extract.table import ZONE

MORNING = dt.datetime(2031, 8, 1, 9, tzinfo=ZONE)
NOON = dt.datetime(2031, 8, 1, 12, tzinfo=ZONE)
ROW: dict[str, Any] = {
    "report_id": "r1",
    "title": "抢险第一报",
    "title_clue": "h1",
    "publisher": None,
    "publisher_clue": None,
    "published": dt.date(2031, 7, 5),
    "published_basis": "assumed",
    "published_clue": "7月5日",
}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], {}),
        (
            [("published", "2030-07-05")],
            {"published": dt.date(2030, 7, 5), "published_basis": "given", "published_clue": None},
        ),
        ([("title", "柳林垸抢险")], {"title": "柳林垸抢险", "title_clue": None}),
        ([("title", None)], {"title": None, "title_clue": None}),
        ([("publisher", "河西日报"), ("publisher", "东山日报")], {"publisher": "东山日报"}),
        ([("incident", "北沙垸决口"), ("verdict", "rejected")], {}),
    ],
)
def test_what_was_said_last_stands(said: list[tuple[str, str | None]], expected: dict[str, object]) -> None:
    corrected = correct_report(ROW, [{"field": field, "value": value} for field, value in said])
    assert corrected == ROW | expected


def test_title_and_publisher_are_corrected_beside_what_was_read(store: Store, extraction: Extraction) -> None:
    store.add(extraction, MORNING)
    store.correct(Correction(report_id="r1", field="title", value="柳林闸抢险", reason="印错了"), MORNING)
    store.correct(Correction(report_id="r1", field="title", value="柳林闸抢险第二报"), NOON)
    store.correct(Correction(report_id="r1", field="publisher", value="河西日报"), NOON)
    shown = store.reports().iloc[0]
    assert (shown["title"], shown["publisher"]) == ("柳林闸抢险第二报", "河西日报")
    assert store.report("r1")["title"] is None
    first, second, third = store.corrections("r1")
    assert (first["before"], first["value"], first["reason"]) == (None, "柳林闸抢险", "印错了")
    assert (first["made_at"].hour, first["withdrawn_at"].hour) == (9, 12)
    assert (second["before"], third["withdrawn_at"]) == ("柳林闸抢险", None)
    store.withdraw(second["correction"], NOON)
    assert store.reports()["title"].isna().all()
    assert [row["what"] for row in store.changes("r1")] == ["added", *["corrected"] * 3, "withdrawn"]


def test_a_verdict_on_a_fact_stands_beside_it(store: Store, extraction: Extraction) -> None:
    store.add(extraction, MORNING)
    for value in (CONFIRMED, REJECTED):
        store.correct(Correction(report_id="r1", row_id="f1", field="verdict", value=value), NOON)
    store.correct(Correction(report_id="r1", row_id="f2", field="verdict", value=CONFIRMED), NOON)
    assert store.timeline()["verdict"].tolist() == [REJECTED, CONFIRMED]
    assert [row["before"] for row in store.corrections()] == [None, CONFIRMED, None]
    store.withdraw(store.corrections()[1]["correction"], NOON)
    assert store.timeline()["verdict"].fillna("").tolist() == ["", CONFIRMED]


def test_a_correction_of_nothing_says_what_to_do(store: Store, extraction: Extraction) -> None:
    store.add(extraction, MORNING)
    before = store.version()
    with pytest.raises(StoreError, match=r"No report has the id absent\. Take it from"):
        store.correct(Correction(report_id="absent", field="title", value="x"), NOON)
    with pytest.raises(StoreError, match=r"No correction has the number 7\. Load the list anew"):
        store.withdraw(7, NOON)
    assert store.version() == before
