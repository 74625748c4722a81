"""Statements without a number: the state of the water, and what was done or happened."""

import pytest

from extract.conditions import find_conditions
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "kind", "aspect", "quote"),
    [
        ("目前决口处内外水位已经齐平", "water_level", "condition", "内外水位已经齐平"),
        ("水流流速趋于平缓", "water_level", "condition", "水流流速趋于平缓"),
        ("53条河流仍超警", "water_level", "condition", "53条河流仍超警"),
        ("沿线各站全线退警", "water_level", "condition", "全线退警"),
        ("湖区水位持续上涨", "water_level", "condition", "水位持续上涨"),
        ("柳林垸发生决口险情", "action", "breach", "发生决口险情"),
        ("渗漏等险情已经陆续出现", "action", "hazard", "渗漏等险情已经陆续出现"),
    ],
)
def test_a_statement_is_quoted_in_its_own_words(text: str, kind: str, aspect: str, quote: str) -> None:
    sentence = as_sentence(text)
    (found,) = find_conditions(sentence)
    assert (found.kind, found.aspect, sentence.words(found.span)) == (kind, aspect, quote)


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("民兵抵达决口现场", "arrival"),
        ("接到出动命令", "order"),
        ("右岸还在抢筑裹头", "works"),
        ("对堤脚清基扫障", "works"),
        ("随即展开抢险救援", "rescue"),
        ("连夜转移群众", "evacuation"),
        ("持续强化资源调派", "support"),
        ("不间断地严密巡查", "inspection"),
        ("下游开闸泄洪", "operation"),
        ("全力抽排积水", "drainage"),
    ],
)
def test_a_deed(text: str, aspect: str) -> None:
    (found,) = find_conditions(as_sentence(text))
    assert (found.kind, found.aspect) == ("action", aspect)


@pytest.mark.parametrize(
    "text",
    ["进入主汛期以来", "根据专家意见", "情绪稳定", "超警堤段要加密频次", "出席启动仪式", "警戒水位33.5米"],
)
def test_what_states_nothing(text: str) -> None:
    assert not find_conditions(as_sentence(text))
