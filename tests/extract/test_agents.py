"""Who is credited with a figure or a deed."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.agents import find_actors
from extract.responders import Responder, find_responders
from extract.spans import Span
from tests.extract.passages import as_article

CASES = tomllib.loads((Path(__file__).parent / "credits.toml").read_text(encoding="utf-8"))["case"]


def _credits() -> Iterator[tuple[str, str, str, str]]:
    for case in CASES:
        for quote, kind, name in case["credits"]:
            yield case["text"], quote, kind, name


def _govern(text: str, quote: str, kind: str) -> tuple[Responder, ...]:
    _, _, sentences = as_article(text)
    actors = find_actors(sentences, [find_responders(sentence) for sentence in sentences])
    sentence = next(sentence for sentence in sentences if quote in sentence.text)
    start = sentence.span.start + sentence.text.index(quote)
    return actors.govern(Span(start, start + len(quote)), sentence, kind)


@pytest.mark.parametrize(("text", "quote", "kind", "name"), tuple(_credits()))
def test_a_figure_is_credited_to_those_who_acted(text: str, quote: str, kind: str, name: str) -> None:
    assert "、".join(agent.name for agent in _govern(text, quote, kind)) == name


@pytest.mark.parametrize(
    ("text", "quote", "agents"),
    [
        ("国家防总办公室、应急管理部继续强化值守。", "强化", ["国家防总办公室", "应急管理部"]),
        ("记者从应急管理部获悉，国家防总工作组抵达现场。", "抵达", ["国家防总工作组"]),
        ("应急管理部有关负责人介绍，堤身出现渗漏。", "渗漏", []),
        ("专家介绍，堤身出现渗漏。", "渗漏", []),
        ("抢险人员卸载砂石。", "卸载", ["抢险人员"]),
        ("武警第三机动总队某支队官兵抵达。", "抵达", ["武警第三机动总队某支队"]),
    ],
)
def test_a_deed_is_credited_to_unnamed_teams_too(text: str, quote: str, agents: list[str]) -> None:
    assert [agent.name for agent in _govern(text, quote, "action")] == agents


@pytest.mark.parametrize("kind", ["water_level", "flow", "rainfall", "area", "volume"])
def test_water_is_nobodys_deed(kind: str) -> None:
    assert not _govern("石桥县水利局在堤上量得30米。", "30米", kind)


def test_a_subject_ends_with_its_paragraph_but_a_word_may_still_stand_for_it() -> None:
    text = "石桥县民兵营出动80人。\n已装沙袋3000袋。\n该营还带来橡皮艇4艘。"
    assert not _govern(text, "3000袋", "equipment")
    assert [agent.name for agent in _govern(text, "4艘", "equipment")] == ["石桥县民兵营"]
