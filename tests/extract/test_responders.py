"""Organisations are found by the type their name ends with, under one canonical name."""

import pytest

from extract.responders import find_responders
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("5日16时许，河西军分区接到命令", "河西军分区", "military"),
        ("武警第三机动总队某支队官兵", "武警第三机动总队某支队", "armed_police"),
        ("武警东山总队100余名官兵", "武警东山总队", "armed_police"),
        ("东山省消防救援总队启程", "东山省消防救援总队", "fire_rescue"),
        ("国家防汛抗旱总指挥部要求", "国家防总", "headquarters"),
        ("国家防总办公室派员", "国家防总办公室", "headquarters"),
        ("中国安能集团第二工程局介绍", "中国安能", "state_enterprise"),
        ("河西县水利局巡堤", "河西县水利局", "government"),
        ("河西蓝天救援队赶到", "河西蓝天救援队", "volunteers"),
        ("县疾控中心入户消毒", "县疾控中心", "medical"),
        ("抢险队伍清基扫障", "抢险队伍", "unspecified"),
    ],
)
def test_a_responder(text: str, name: str, kind: str) -> None:
    found = find_responders(as_sentence(text))[0]
    assert (found.name, found.kind) == (name, kind)


def test_a_name_in_brackets_joins_the_one_before_it() -> None:
    text = "应急管理部自然灾害工程应急救援中心（中国安能）出动"
    (found,) = find_responders(as_sentence(text))
    assert (found.text, found.name) == (text.removesuffix("出动"), "中国安能")


@pytest.mark.parametrize("text", ["记者了解到", "群众已经转移", "消防水池", "军事演习", "柳林垸大堤"])
def test_places_and_passers_by_are_no_responders(text: str) -> None:
    assert not find_responders(as_sentence(text))
