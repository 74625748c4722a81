"""Orders: who gives them, to whom, one clause each."""

import datetime as dt

import pytest

from extract.pipeline import extract

PUBLISHED = dt.date(2025, 8, 6)
LEAD = "新华社河西8月6日电 国务院副总理王某6日上午赴国家防汛抗旱总指挥部调度防汛抢险救灾工作。"


def _orders(words: str) -> list[str]:
    return [directive.quote for directive in extract(LEAD + words, PUBLISHED).directives]


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("他强调，要加强堤防查险除险，确保安全度汛。", ["加强堤防查险除险", "确保安全度汛"]),
        ("他强调，要坚决贯彻重要指示精神，做好抢险。", ["做好抢险"]),
        ("王某指出，入汛以来雨量偏多，堤坝受水侵蚀，决不能放松警惕。", ["决不能放松警惕"]),
        ("王某强调，要防止决口扩大并在具备条件时及时封堵。", ["防止决口扩大", "在具备条件时及时封堵"]),
        ("王某强调，要果断转移并妥善安置受威胁群众。", ["果断转移并妥善安置受威胁群众"]),
        ("王某强调，特别是对险工险段，要加密频次。", ["对险工险段，要加密频次"]),
        ("当前堤防抢险仍在继续，专家说必须巡查。", []),
        ("会上，堤防的主要险情得到通报。", []),
    ],
)
def test_the_orders_of_a_speech(words: str, orders: list[str]) -> None:
    assert _orders(words) == orders


def test_issuer_role_venue_addressee_and_time() -> None:
    words = "王某强调，国家防总要做好抢险力量调度。各地要强化查险除险措施，严防出现人员伤亡。"
    found = extract(LEAD + words, PUBLISHED).directives
    assert [d.addressee for d in found] == ["国家防总", "各地", "各地"]
    assert {(d.issuer, d.issuer_role, d.venue) for d in found} == {
        ("王某", "国务院副总理", "国家防汛抗旱总指挥部")
    }
    assert {(str(d.start), str(d.end)) for d in found} == {("2025-08-06 06:00:00", "2025-08-06 12:00:00")}
    assert [d.themes[0] for d in found] == ["supplies_forces", "dike_inspection", "casualties_prevention"]


def test_an_organisation_orders_too() -> None:
    text = "国家防总6日召开专题会议，要求各地、各部门要严格落实防汛责任。强化汛情监测预警，及时转移群众。"
    found = extract(text, PUBLISHED).directives
    assert [d.quote for d in found] == ["严格落实防汛责任", "强化汛情监测预警", "及时转移群众"]
    assert {d.issuer for d in found} == {"国家防总"}


def test_an_order_is_no_deed() -> None:
    text = f"{LEAD}王某强调，要组织民兵加固堤防，转移群众。"
    assert not [fact for fact in extract(text, PUBLISHED).facts if fact.kind == "action"]
