"""What a sentence claims, how certain, and in which words."""

import pytest

from extract.claims import Claim, find_claims
from extract.responders import find_responders
from extract.times import find_times
from tests.extract.passages import as_sentence


def _claims(text: str) -> list[tuple[str, str, Claim]]:
    sentence = as_sentence(text)
    found = find_claims(sentence, find_times(sentence), find_responders(sentence))
    return [(claim.kind, sentence.words(claim.span), claim) for claim in found]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("5日16时许，河西军分区接到出动命令", [("action", "接到出动命令")]),
        ("武警东山总队100余名官兵进入二号闸", [("personnel", "100余名"), ("action", "进入二号闸")]),
        ("左岸已经进占3米，右岸还在抢筑裹头", [("distance", "3米"), ("action", "右岸还在抢筑裹头")]),
        ("从5日下午开始，抢险队伍已对堤脚清基扫障", [("action", "对堤脚清基扫障")]),
        ("5日下午发生决口险情后，民兵紧急出动", [("action", "发生决口险情"), ("action", "紧急出动")]),
        ("与封堵决口相比，加固堤防尤显紧迫", []),
        ("为防止漫堤，各村备足沙袋", []),
        ("如果水位继续上涨，就转移", []),
        ("水位超过警戒水位时要上堤", []),
        ("为1963年以来的最大洪水", [("water_level", "1963年以来的最大洪水")]),
    ],
)
def test_the_claims_of_a_sentence(text: str, claims: list[tuple[str, str]]) -> None:
    assert [(kind, words) for kind, words, _ in _claims(text)] == claims


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("预计工程周期4天左右", "forecast"),
        ("险情可能出现得更密集", "forecast"),
        ("必须尽快加固这道堤防", "required"),
        ("必须加固堤防，并不间断地严密巡查", "required"),
        ("计划铺设彩条布2公里", "planned"),
        ("已经铺设彩条布2公里", "observed"),
        ("正在抢筑子堤", "observed"),
    ],
)
def test_the_status_of_a_claim(text: str, status: str) -> None:
    assert {claim.status for _, _, claim in _claims(text)} == {status}


@pytest.mark.parametrize("text", ["全线没有出现管涌。", "尚未启动应急响应。", "供电仍未恢复。"])
def test_a_deed_that_is_denied_is_none(text: str) -> None:
    assert not _claims(text)


def test_a_number_inside_a_time_is_no_figure() -> None:
    assert not _claims("8月3日21时40分")
