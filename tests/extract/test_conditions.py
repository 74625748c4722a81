"""How the water stands, told without a number."""

import pytest

from extract.conditions import find_conditions
from extract.rulebook import Rule, load, marked
from tests.extract.passages import as_signs


def _read(text: str) -> list[tuple[str, str]]:
    sentence, _, signs = as_signs(text)
    return [(sentence.words(found.span), found.rule) for found in find_conditions(signs)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("目前决口处内外水位已经齐平", "内外水位已经齐平"),
        ("水流流速趋于平缓", "水流流速趋于平缓"),
        ("53条河流仍超警", "53条河流仍超警"),
        ("沿线各站全线退警", "退警"),
        ("湖区水位持续上涨", "水位持续上涨"),
        ("水位刷新历史纪录", "历史纪录"),
        ("下午水位可能再次超警", "水位可能再次超警"),
        ("青湖站超警戒已有49天", "超警戒"),
        ("洪水渐渐退去", "洪水渐渐退去"),
        ("水没到成年人的腰部", "水没到成年人的腰部"),
        ("水势已转入消退的清水河右堤", "水势已转入消退"),
    ],
)
def test_a_state_is_quoted_in_its_own_words(text: str, quote: str) -> None:
    assert quote in [words for words, _ in _read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "情绪稳定",
        "超警堤段要加密频次",
        "警戒水位33.5米",
        "水位上涨0.2米",
        "水位下降到33.2米",
        "流量增加到每秒620立方米",
        "洪水退去后，村民返家",
        "往年涨水也就到堤脚",
        "超警超保的河流",
        "雨量突破历史极值",
        "墙上一道齐胸高的泥印",
    ],
)
def test_what_says_nothing_of_the_water(text: str) -> None:
    assert not _read(text)


RULES = load("conditions").rules


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.yes], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_fits_its_yes_example(rule: Rule, example: str) -> None:
    text, words = marked(example)
    assert (words, rule.name) in _read(text)


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.no], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_leaves_its_no_example_alone(rule: Rule, example: str) -> None:
    assert rule.name not in {name for _, name in _read(example)}
