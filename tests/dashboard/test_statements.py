"""What is told without a number, in English."""

import pytest

from dashboard.statements import STATEMENTS, say_statement
from dashboard.strings import ASPECTS
from extract.rulebook import load

CASES = [
    ("action.breach", "发生决口险情", "dike breach"),
    ("action.hazard", "渗漏等险情已经陆续出现", "hazard: seepage"),
    ("action.hazard", "且可能出现得更密集", "hazard feared"),
    ("action.arrival", "官兵抵达决口现场", "arrival"),
    ("action.arrival", "紧急驰援石桥县", "on the way"),
    ("action.order", "启动防汛Ⅲ级应急响应", "emergency response"),
    ("action.works", "管涌已得到控制", "hazard under control"),
    ("action.works", "右岸还在抢筑裹头", "works"),
    ("action.recovery", "供电已全部恢复", "power restored"),
    ("condition.level_equal", "内外水位已经齐平", "levels equal"),
    ("condition.level_equal", "洪水已逼近堤顶", "water at the crest"),
    ("condition.exceeds", "53条河流仍超警", "above warning level"),
    ("condition.exceeds", "青湖库水位连日高于汛限水位", "above flood limit"),
    ("condition.below", "全线退警", "below warning level"),
    ("condition.record", "发生百年一遇特大洪水", "flood of a rare size"),
    ("condition.calm", "水流流速趋于平缓", "flow slowing"),
    ("condition.moving", "水位持续上涨", "water rising"),
    ("condition.moving", "洪水渐渐退去", "water falling"),
    ("condition.moving", "入库流量减少", "discharge falling"),
    ("condition.moving", "青湖持续高水位运行", "water staying high"),
    ("condition.depth", "水深齐腰", "water waist-deep"),
    ("unheard.of", "测试", ""),
]


@pytest.mark.parametrize(("rule", "quote", "said"), CASES)
def test_a_statement_is_said_by_its_rule_and_words(rule: str, quote: str, said: str) -> None:
    assert say_statement(rule, quote) == said


@pytest.mark.parametrize("book", ["actions", "conditions"])
def test_every_rule_without_a_number_can_be_said(book: str) -> None:
    for rule in load(book).rules:
        assert STATEMENTS[rule.name][-1][0] == "" or "" in dict(STATEMENTS[rule.name])


@pytest.mark.parametrize("book", ["actions", "conditions", "aspects"])
def test_every_aspect_that_can_be_extracted_has_two_names(book: str) -> None:
    aspects = {str(rule.builds["aspect"]) for rule in load(book).rules} - {"none"}
    assert aspects <= set(ASPECTS)
