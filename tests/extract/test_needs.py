"""What a text must hold for a pattern to fit."""

import re

import pytest

from extract.needs import find_needs
from extract.rulebook import Rule, load, marked
from tests.extract.passages import as_signs


@pytest.mark.parametrize(
    ("expression", "need"),
    [
        ("水[.~]{0,3}位", "位"),
        ("(?:水|江)位", "位"),
        ("水|江", "水江"),
        ("水位|江水", "水"),
        ("(?:水|江).(?:高|低|升)", "水江"),
        ("(?:(?:水|江)(?:高|低)|雨大)涨", "涨"),
        ("(?P<lead>水|江)[^;]{0,4}?", "水江"),
        ("(?:水){0,1}(?:江)?[位高]", ""),
        ("水?江*位", "位"),
        ("(?<!水)(?!江(?:高|低))位(?=涨)", "位"),
        ("水|[.~]", ""),
        ("(?:水|[.~])位|涨", "位涨"),
        ("[水江]{1,2}", ""),
        (r"水\(", ""),
        ("", ""),
    ],
)
def test_a_need(expression: str, need: str) -> None:
    smallest, _ = find_needs(expression)
    assert smallest == set(need)


def test_two_needs() -> None:
    assert find_needs("水[.~]{0,3}(?:高|低)") == (frozenset("水"), frozenset("高低"))


SIGNED = [
    (rule, [as_signs(marked(example)[0])[2].text for rule in load(family).rules for example in rule.yes])
    for family in ("aspects", "conditions")
    for rule in load(family).rules
]


@pytest.mark.parametrize(("rule", "texts"), SIGNED, ids=lambda value: getattr(value, "name", ""))
def test_a_rule_fits_no_sentence_that_lacks_what_it_needs(rule: Rule, texts: list[str]) -> None:
    needs = find_needs(rule.expression.replace("＃", ""))
    numbers = [(text, number) for text in texts for number in re.finditer("[◇○]|$", text)]
    for text, number in numbers:
        others = re.sub("○", "◇", text) if "＃" in rule.expression else text
        tried = f"{others[: number.start()]}＃{others[number.end() :]}" if number[0] else others
        if any(need and need.isdisjoint(tried) for need in needs):
            assert not rule.pattern.search(tried)
