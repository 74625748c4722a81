"""The subject changes with a name, a word that stands for one, and somebody who is no organisation."""

import pytest

from extract.responders import find_responders
from extract.turns import find_turns
from tests.extract.passages import as_article


def _told(text: str) -> list[tuple[str, str, list[str]]]:
    _, _, sentences = as_article(text)
    scenes = find_turns(sentences, [find_responders(sentence) for sentence in sentences])
    return [
        (sentence.words(turn.span), turn.role, [agent.name for agent in turn.agents])
        for sentence in sentences
        for turn in scenes[sentence.span.start].turns
    ]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("石桥县水利局挖沟。", ("石桥县水利局", "acts", ["石桥县水利局"])),
        ("由石桥县水利局负责。", ("石桥县水利局", "by", ["石桥县水利局"])),
        ("据石桥县水利局介绍，沟已挖通。", ("石桥县水利局", "told", [])),
        ("河西蓝天救援队队长说，沟已挖通。", ("河西蓝天救援队", "told", ["河西蓝天救援队"])),
        ("当地调来武警、消防。", ("武警、消防", "sent", ["武警", "消防"])),
        ("当地调来武警、消防。", ("当地", "rival", [])),
        ("随后，60名消防员赶到。", ("消防", "counted", ["消防"])),
        ("6台来自中国安能。", ("中国安能", "owns", ["中国安能"])),
        ("东山省防总启动四级响应。", ("东山省防总", "leads", ["东山省防总"])),
        ("石桥县民兵营上堤。该营挖沟。", ("该营", "acts", ["石桥县民兵营"])),
        ("武警某支队赶到。官兵们连夜挖沟。", ("官兵们", "acts", ["武警某支队"])),
        ("石桥县水利局局长说：“我们连夜挖沟。”", ("我们", "acts", ["石桥县水利局"])),
        ("“水太急。”河西消防支队支队长说。", ("", "told", ["河西消防支队"])),
        ("东山消防救援总队出发。总队连夜赶路。", ("总队", "acts", ["东山消防救援总队"])),
    ],
)
def test_a_turn(text: str, turn: tuple[str, str, list[str]]) -> None:
    assert turn in _told(text)


@pytest.mark.parametrize(
    "text",
    ["记者在石桥县水利局看到水泵。", "镇政府门前积水。", "赶来支援石桥县水利局。", "来了6支消防救援队。"],
)
def test_a_name_that_only_stands_there_is_no_turn(text: str) -> None:
    assert not _told(text)


def test_the_subject_is_carried_within_a_paragraph_only() -> None:
    _, _, sentences = as_article("石桥县水利局在挖沟。\n沟已经挖了很长。已经通水。")
    scenes = find_turns(sentences, [find_responders(sentence) for sentence in sentences])
    assert [[agent.name for agent in scenes[s.span.start].carried] for s in sentences] == [[], [], []]
