"""The extraction keeps its floors, and the scoring that says so is right."""

import datetime as dt

import pytest
from msgspec.structs import replace

from extract import extract
from extract.facts import Fact
from tests.bench.accuracy import below_floor, changes, measure, passages
from tests.bench.scoring import Score, is_hit, is_same_responder, is_same_time

LABEL = {
    "kind": "personnel",
    "quote": "30名",
    "value_min": 30,
    "value_max": 30,
    "start": "2025-08-05T16:00",
    "end": None,
    "responder": "河西军分区",
    "status": "observed",
}
TEXT = "河西县柳林垸大堤决口，5日16时许，河西军分区派出30名官兵抢险。"


@pytest.fixture
def fact() -> Fact:
    """The one figure of the text."""
    return next(f for f in extract(TEXT, dt.date(2025, 8, 6)).facts if f.kind == "personnel")


def test_no_figure_lies_below_its_floor() -> None:
    assert not below_floor(measure().figures())


def test_a_third_of_at_least_150_passages_are_distractors() -> None:
    relevant = [passage["relevant"] for passage in passages()]
    assert len(relevant) >= 150
    assert relevant.count(False) * 3 >= len(relevant)


def test_every_label_quotes_its_passage() -> None:
    wrong = [p["id"] for p in passages() for f in p["facts"] if f["quote"] not in p["text"]]
    assert not wrong


def test_a_right_fact_is_a_hit_in_time_and_by_its_responder(fact: Fact) -> None:
    assert is_hit(LABEL, fact)
    assert is_same_time(LABEL, fact)
    assert is_same_responder(LABEL, fact)


@pytest.mark.parametrize(
    "wrong", [{"kind": "people"}, {"value_min": 31}, {"value_max": None}, {"quote": "300名"}]
)
def test_a_wrong_fact_is_no_hit(fact: Fact, wrong: dict[str, object]) -> None:
    assert not is_hit(LABEL | wrong, fact)


@pytest.mark.parametrize(
    "wrong", [{"start": "2025-08-05T18:00"}, {"start": None}, {"start": None, "end": "2025-08-05T16:00"}]
)
def test_another_time_is_wrong(fact: Fact, wrong: dict[str, object]) -> None:
    assert not is_same_time(LABEL | wrong, fact)


def test_a_day_is_met_by_that_day_only(fact: Fact) -> None:
    day = replace(fact, start=dt.datetime(2025, 8, 5), end=None)  # noqa: DTZ001  # local, as the records
    assert is_same_time(LABEL | {"start": "2025-08-05"}, day)
    assert not is_same_time(LABEL | {"start": "2025-08-06"}, day)


def test_a_false_fact_spoils_a_distractor_and_is_listed(fact: Fact) -> None:
    score = Score()
    score.add({"id": "a", "relevant": False, "facts": []}, [fact])
    score.add({"id": "b", "relevant": False, "facts": []}, [])
    assert score.figures()["distractors clean"] == 0.5
    assert score.told == {"a": ["! personnel 30名"], "b": []}


def test_gains_and_losses_are_listed_example_by_example() -> None:
    now, landed = {"a": ["+ flow 5米", "! area 3亩"]}, {"a": ["- flow 5米"], "b": []}
    assert list(changes(now, landed)) == ["gained  a  + flow 5米", "lost    a  ! area 3亩"]
