"""Organisations are found by the type their name ends with, under one canonical name."""

import re

import pytest

from extract.responders import find_responders
from extract.rulebook import load
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
        ("县疾控中心挨户喷药", "县疾控中心", "medical"),
        ("抢险队伍清基扫障", "抢险队伍", "unspecified"),
        ("第90集团军某合成旅连夜开进", "第90集团军某合成旅", "military"),
        ("驻地某预备役团上堤", "驻地某预备役团", "military"),
        ("东山省军区民兵压渗", "东山省军区民兵", "militia"),
        ("东山省公安消防总队", "东山省公安消防总队", "fire_rescue"),
        ("随后河西消防赶到", "河西消防", "fire_rescue"),
        ("国家矿山应急救援河西队的泵", "国家矿山应急救援河西队", "fire_rescue"),
        ("调来中铁九局二公司", "中铁九局二公司", "state_enterprise"),
        ("国网河西供电公司抢修", "国家电网河西供电公司", "state_enterprise"),
        ("东山水电三局的浮箱泵", "东山水电三局", "state_enterprise"),
        ("东山省水文水资源中心测流", "东山省水文水资源中心", "government"),
        ("县粮食局送来大米", "县粮食局", "government"),
        ("水利部门派人", "水利部门", "government"),
        ("柳林村村委会组织劳力", "柳林村村委会", "villagers_cadres"),
        ("清水河前线指挥所", "清水河前线指挥所", "headquarters"),
        ("柳林镇应急救援队上堤", "柳林镇应急救援队", "government"),
        ("泰和县人武部集结", "泰和县人武部", "military"),
        ("无为市水务局", "无为市水务局", "government"),
        ("中部战区空军某部", "中部战区空军某部", "military"),
    ],
)
def test_a_responder(text: str, name: str, kind: str) -> None:
    found = find_responders(as_sentence(text))[0]
    assert (found.name, found.kind) == (name, kind)


def test_a_name_in_brackets_joins_the_one_before_it() -> None:
    text = "应急管理部自然灾害工程应急救援中心（中国安能）出动"
    (found,) = find_responders(as_sentence(text))
    assert (found.text, found.name) == (text.removesuffix("出动"), "中国安能")


def test_a_list_is_as_many_names_and_needs_one_that_is_sure() -> None:
    found = find_responders(as_sentence("由公安、应急、消防等300多人组成"))
    assert [responder.name for responder in found] == ["公安", "应急", "消防"]
    assert not find_responders(as_sentence("做好供电、通信、交通等保障"))


def test_a_bare_type_word_stands_for_a_name() -> None:
    (found,) = find_responders(as_sentence("总队连夜集合"))
    assert found.short


@pytest.mark.parametrize(
    "text",
    [
        "记者了解到",
        "群众已经转移",
        "消防水池",
        "消防车13辆",
        "军事演习",
        "柳林垸大堤",
        "旅游团结束行程",
        "政府间合作",
        "某连锁店",
        "应急救援工作",
        "部门负责人",
        "村民陆军海说",
    ],
)
def test_places_and_passers_by_are_no_responders(text: str) -> None:
    assert not find_responders(as_sentence(text))


def test_what_parts_a_name_begins_with_a_character_it_can_be_looked_up_by() -> None:
    opening = re.compile(r"[\u4e00-\u9fff]|\[[\u4e00-\u9fff]+\]|\[\d+\]")
    tables = load("responders").tables["parting"]
    assert [words for words in (*tables["keep"], *tables["cut"]) if not opening.match(words)] == []


def test_rules_of_types_have_no_groups_for_they_are_tried_as_one() -> None:
    assert not [rule.name for rule in load("responders").rules if rule.pattern.groups]
