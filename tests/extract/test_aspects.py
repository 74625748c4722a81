"""What a number measures is told by the words around it."""

import pytest

from extract.aspects import find_aspect
from extract.quantities import find_quantities
from tests.extract.passages import as_sentence

CASES = [
    ("左岸已经进占3米", "distance", "advance"),
    ("决口宽约220米", "distance", "breach_width"),
    ("是离决口约两公里处的隔堤", "distance", "distance_to_breach"),
    ("长约14.3公里的间堤", "distance", "dike_length"),
    ("在闸南铺设数公里彩条布", "distance", "sheeting_length"),
    ("水位较昨日下降0.06米", "water_level", "change"),
    ("南站水位达到33.08米", "water_level", "level"),
    ("超警戒水位1.2米", "water_level", "above_warning"),
    ("水深约5米", "water_level", "depth"),
    ("内外水位差1.7米", "water_level", "level_difference"),
    ("派出120名消防员", "personnel", "deployed"),
    ("队伍400余人参与抢险救援", "personnel", "deployed"),
    ("转移群众5000余人", "people", "evacuated"),
    ("120名群众被转移", "people", "evacuated"),
    ("救出被困村民12人", "people", "rescued"),
    ("造成2人失联", "people", "missing"),
    ("流量每秒985立方米", "flow", "discharge"),
    ("流速每秒3米", "flow", "velocity"),
    ("累计降雨395.6毫米", "rainfall", "accumulated"),
    ("受淹农田3万亩", "area", "flooded_area"),
    ("抽排积水4.8万立方米", "volume", "water_volume"),
    ("出动冲锋舟20艘", "equipment", "equipment"),
    ("预计工程周期4天左右", "duration", "closure"),
]


@pytest.mark.parametrize(("text", "kind", "aspect"), CASES)
def test_an_aspect(text: str, kind: str, aspect: str) -> None:
    sentence = as_sentence(text)
    quantities = find_quantities(sentence)
    found = find_aspect(quantities[0], sentence, quantities)
    assert found is not None
    assert (found.kind, found.aspect) == (kind, aspect)


@pytest.mark.parametrize(
    "text",
    [
        "60名代表出席",
        "18位农民",
        "会议室可坐80人",
        "售价30台币一台",
        "并24小时不间断巡查",
        "身高1.8米",
        "马拉松全程42公里",
    ],
)
def test_a_number_that_is_no_flood_fact(text: str) -> None:
    sentence = as_sentence(text)
    quantities = find_quantities(sentence)
    assert not [q for q in quantities if find_aspect(q, sentence, quantities)]


def test_a_fall_is_negative_and_its_verb_belongs_to_the_quote() -> None:
    sentence = as_sentence("水位较昨日下降0.06米")
    quantities = find_quantities(sentence)
    found = find_aspect(quantities[0], sentence, quantities)
    assert found is not None
    assert found.sign == -1
    assert found.lead is not None
    assert sentence.words(found.lead) == "下降"
