"""A fact joins a claim with its time, its responder and its source words."""

import datetime as dt

import pytest

from extract.facts import Fact
from extract.pipeline import extract

PUBLISHED = dt.date(2025, 8, 6)
LEAD = "河西县柳林垸大堤决口后，抢险正在进行。"


def _facts(text: str) -> list[Fact]:
    return list(extract(text, PUBLISHED).facts)


def _one(text: str, quote: str) -> Fact:
    return next(fact for fact in _facts(text) if fact.quote == quote)


def test_a_fact_carries_time_responder_value_and_rule() -> None:
    fact = _one(f"{LEAD}5日16时许，河西军分区组织300余名民兵上堤抢险。", "300余名")
    assert (fact.kind, fact.aspect, fact.status) == ("personnel", "deployed", "observed")
    assert (fact.value_min, fact.value_max, fact.modifier, fact.measure) == (300, None, "at_least", "person")
    assert (str(fact.start), fact.time_precision, fact.time_basis) == (
        "2025-08-05 16:00:00",
        "hour",
        "stated",
    )
    assert (fact.responder, fact.responder_type) == ("河西军分区", "military")
    assert (fact.incident, fact.rule) == ("柳林垸决口", "personnel.force_after")


@pytest.mark.parametrize(
    ("text", "quote", "basis"),
    [
        ("5日16时许，民兵上堤。18时许，河西军分区派出30名官兵抢险。", "30名", "carried"),
        ("5日，民兵上堤。堤脚铺设2公里彩条布。", "2公里", "carried"),
        ("目前，堤脚已铺设2公里彩条布。", "2公里", "report"),
        ("昨天，堤脚铺设2公里彩条布。", "2公里", "published"),
        ("堤脚铺设2公里彩条布。", "2公里", None),
    ],
)
def test_how_a_time_is_known(text: str, quote: str, basis: str | None) -> None:
    assert _one(LEAD + text, quote).time_basis == basis


def test_a_dike_has_a_length_at_no_time_but_work_on_it_has_one() -> None:
    text = f"{LEAD}5日，民兵在长约6公里的间堤上抢险，加固堤防800米。"
    assert _one(text, "约6公里").start is None
    assert _one(text, "800米").start == dt.datetime(2025, 8, 5)  # noqa: DTZ001  # local, as the records


def test_a_headline_repeats_no_fact_and_adds_one_that_the_body_lacks() -> None:
    body = "5日，柳林垸决口处内外水位已经齐平。民兵上堤抢险，堤防安全。"
    assert [f.quote for f in _facts(f"柳林垸决口内外水位已齐平\n{body}") if f.kind == "water_level"] == [
        "内外水位已经齐平"
    ]
    told = _facts(f"柳林垸决口封堵90米\n{body}")
    assert [f.quote for f in told if f.kind == "distance"] == ["90米"]


def test_ids_are_stable_and_differ() -> None:
    text = f"{LEAD}5日，河西军分区派出30名官兵、80名民兵抢险。"
    first, second = _facts(text), _facts(text)
    ids = [fact.fact_id for fact in first]
    assert ids == [fact.fact_id for fact in second]
    assert len(set(ids)) == len(ids)


def test_two_joint_responders_are_both_named() -> None:
    fact = _one(f"{LEAD}5日，河西军分区、河西县消防救援大队出动30名官兵抢险。", "30名")
    assert fact.responder == "河西军分区、河西县消防救援大队"
    assert fact.responder_type == "military"
