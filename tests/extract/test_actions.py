"""Deeds and events, told without a number."""

import pytest

from extract.actions import find_actions
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "aspect", "quote"),
    [
        ("柳林垸发生决口险情", "breach", "发生决口险情"),
        ("渗漏等险情已经陆续出现", "hazard", "渗漏等险情已经陆续出现"),
    ],
)
def test_an_event_is_quoted_in_its_own_words(text: str, aspect: str, quote: str) -> None:
    sentence = as_sentence(text)
    (found,) = find_actions(sentence)
    assert (found.aspect, sentence.words(found.span)) == (aspect, quote)


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
        ("供电已全部恢复", "recovery"),
        ("险情基本解除", "works"),
        ("柳林垸三日清晨溃决", "breach"),
        ("市防指终止防汛应急响应", "order"),
    ],
)
def test_a_deed(text: str, aspect: str) -> None:
    (found,) = find_actions(as_sentence(text))
    assert found.aspect == aspect


@pytest.mark.parametrize("text", ["进入主汛期以来", "根据专家意见", "情绪稳定", "出席启动仪式"])
def test_what_is_no_deed(text: str) -> None:
    assert not find_actions(as_sentence(text))
