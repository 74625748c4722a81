"""Who acted, among those the sentence names."""

import pytest

from extract.agents import find_agents
from extract.responders import find_responders
from extract.spans import Span
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "quote", "agents"),
    [
        ("河西军分区接到命令，迅速组织300余名民兵驰援", "300余名", ["河西军分区"]),
        ("武警东山总队100余名官兵进入二号闸", "100余名", ["武警东山总队"]),
        ("国家防总办公室、应急管理部持续强化资源调派", "强化", ["国家防总办公室", "应急管理部"]),
        ("中国安能集团第二工程局部长王某介绍，左岸已进占3米", "3米", ["中国安能"]),
        ("记者从应急管理部获悉，国家防总工作组抵达现场", "抵达", ["国家防总工作组"]),
        ("应急管理部有关负责人介绍，堤身出现渗漏", "渗漏", []),
        ("专家介绍，堤身出现渗漏", "渗漏", []),
        ("抢险人员卸载砂石", "卸载", ["抢险人员"]),
        ("随后300余名民兵上堤", "300余名", []),
        ("武警第三机动总队某支队官兵抵达", "抵达", ["武警第三机动总队某支队"]),
    ],
)
def test_the_agent(text: str, quote: str, agents: list[str]) -> None:
    sentence = as_sentence(text)
    start = sentence.text.index(quote)
    place = Span(start, start + len(quote))
    found = find_agents(place, sentence, find_responders(sentence))
    assert [agent.name for agent in found] == agents
