"""Whether a claim has happened, is planned, forecast or required."""

import pytest

from extract.statuses import find_status
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "words", "kind", "status"),
    [
        ("已经转移群众300人", "300人", "people", "observed"),
        ("预计青湖站5日出现41.8米的洪峰水位，之后转落", "之后", "water_level", "forecast"),
        ("预计水位22日达到36米，将超过保证水位0.4米", "将超过", "water_level", "forecast"),
        ("预计明天合龙，目前已进占30米", "30米", "distance", "observed"),
        ("预计明天合龙；口门宽20米", "20米", "distance", "observed"),
        ("排干约需19天", "19天", "duration", "forecast"),
        ("需要转移460人", "460人", "people", "required"),
        ("水库将出库流量由1800立方米每秒减至900立方米每秒", "减至", "flow", "observed"),
        ("将280名群众送到高处", "280名", "people", "observed"),
        ("将布设水泵64台", "64台", "equipment", "planned"),
        ("明早还会撤走沿岸3000人", "3000人", "people", "planned"),
        ("准备投入推土机15台，填筑黏土2.6万方", "2.6万方", "equipment", "planned"),
        ("县防指要求巡堤人员不少于600人，砂石料备足2万立方米", "2万立方米", "equipment", "required"),
        ("各村须在今晚前把2640名群众撤出", "2640名", "people", "required"),
        ("沿线应撤2.1万人，目前已撤出1.4万人", "1.4万人", "people", "observed"),
        ("必须加固堤防，并不间断地巡查", "巡查", "action", "required"),
        ("要求加固堤防，民兵抵达现场", "抵达", "action", "observed"),
        ("要求上游错峰，石桥县备好木桩，柳林垸转移800人", "800人", "people", "required"),
        ("预计水位回落，目前口门宽20米，流速2米每秒", "2米", "water_level", "observed"),
    ],
)
def test_a_status(text: str, words: str, kind: str, status: str) -> None:
    sentence = as_sentence(text)
    assert find_status(sentence, sentence.clause_at(sentence.text.index(words)), kind) == status
