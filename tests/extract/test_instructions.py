"""Which clauses of a speech ask for something, read without knowing who speaks."""

import pytest

from extract.instructions import Manner, find_instructions, resumes
from extract.rulebook import load, marked
from extract.spans import Span


def _asked(text: str, manner: Manner) -> list[str]:
    found = find_instructions(text, Span(0, len(text)), manner)
    return [text[asked.span.start : asked.span.end] for asked in found]


@pytest.mark.parametrize(
    ("manner", "text", "asked"),
    [
        (Manner.DEMANDED, "堤脚铺砂石，坡面盖油布。", ["堤脚铺砂石", "坡面盖油布"]),
        (Manner.SPOKEN, "堤脚铺砂石，坡面盖油布。", []),
        (Manner.SPOKEN, "加强巡查，坡面盖油布。", ["加强巡查", "坡面盖油布"]),
        (Manner.GOING_ON, "加强巡查，备足石料。", ["加强巡查", "备足石料"]),
        (Manner.GOING_ON, "水位回落，加强巡查。", []),
        (Manner.AWAITED, "加强巡查，备足石料。", []),
        (Manner.AWAITED, "各地要加强巡查，备足石料。", ["加强巡查", "备足石料"]),
        (Manner.SPOKEN, "洪水要过境了。", []),
        (Manner.SPOKEN, "主要任务重，需要时间。", []),
        (Manner.SPOKEN, "垸内的水要排20天。", []),
        (Manner.SPOKEN, "请注意安全。", ["注意安全"]),
        (Manner.SPOKEN, "请各地立即核实。", ["立即核实"]),
        (Manner.SPOKEN, "防汛形势严峻。", []),
        (Manner.SPOKEN, "要把各项责任落实到人。", ["把各项责任落实到人"]),
        (Manner.SPOKEN, "要转移群众，已累计转移200人。", ["转移群众"]),
        (Manner.SPOKEN, "要按照统一部署，守住大堤。", ["守住大堤"]),
        (Manner.SPOKEN, "要做好以下工作：一是查险，二是备料。", ["查险", "备料"]),
        (Manner.SPOKEN, "做好防汛工作，关键要压实责任。", ["压实责任"]),
    ],
)
def test_the_manner_decides_what_counts_before_the_first_modal(
    manner: Manner, text: str, asked: list[str]
) -> None:
    assert _asked(text, manner) == asked


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("各级党委和政府要压实责任，党政领导要靠前指挥。", ["各级党委和政府", "党政领导"]),
        ("要压实责任。", [None]),
        ("北岭、东山两省要加强会商，及时预警。", ["北岭、东山两省", "北岭、东山两省"]),
        ("预警工作要做到位。", [None]),
    ],
)
def test_to_whom_an_instruction_goes(text: str, addressees: list[str | None]) -> None:
    found = find_instructions(text, Span(0, len(text)), Manner.SPOKEN)
    assert [asked.addressee for asked in found] == addressees


def test_a_notice_gives_the_addressee_unless_the_words_name_one() -> None:
    text = "加强巡查，气象部门要滚动预报。"
    found = find_instructions(text, Span(0, len(text)), Manner.DEMANDED, "沿河各市")
    assert [asked.addressee for asked in found] == ["沿河各市", "气象部门"]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("二要备足石料。", True),
        ("各地要加强巡查。", True),
        ("村里要修桥。", False),
        ("水位回落。", False),
        ("", False),
    ],
)
def test_a_paragraph_that_goes_on_with_orders(text: str, *, goes_on: bool) -> None:
    assert resumes(text) is goes_on


def test_a_long_clause_is_read_in_linear_time() -> None:
    text = "要加强巡查并且转移省长王某要求各地各部门和" * 3000
    assert find_instructions(text, Span(0, len(text)), Manner.SPOKEN)


@pytest.mark.parametrize("name", ["deed", "told", "frame", "topic", "relay"])
def test_a_rule_of_how_a_clause_begins_is_anchored(name: str) -> None:
    rule = next(rule for rule in load("instructions").rules if rule.name == f"instruction.{name}")
    for example in rule.yes:
        assert rule.pattern.search(marked(example)[0])
        assert not rule.pattern.search("，" + marked(example)[0])
