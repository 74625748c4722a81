"""A rule is tried only where a word it needs stands: no pattern may match without one."""

import re
from collections.abc import Iterable, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from extract.rulebook import load
from extract.spans import Span
from extract.triggers import Triggers

TRIGGERS = [
    (family, name) for family in ("speakers", "incidents") for name in load(family).tables["triggers"]
]
MODAL = load("instructions").pattern("{modal}").pattern
_Node = tuple[Any, Any]
_MANY = 500
"""So many wordings of a stretch are spelt out; of more nothing is said."""


def _needs_one(nodes: Iterable[_Node], words: Sequence[str]) -> bool:
    """Say whether whatever a parsed pattern matches holds one of some words, as its plain characters tell."""
    spelt = {""}
    for node in nodes:
        if _holds_one(node, words):
            return True
        more = _spell(node)
        if more is not None and len(spelt) * len(more) <= _MANY:
            spelt = {one + two for one in spelt for two in more}
        elif _all_hold_one(spelt, words):
            return True
        else:
            spelt = {""}
    return _all_hold_one(spelt, words)


def _all_hold_one(texts: Iterable[str], words: Sequence[str]) -> bool:
    return all(any(word in text for word in words) for text in texts)


def _holds_one(node: _Node, words: Sequence[str]) -> bool:
    """Say the same of a part of a pattern that holds patterns."""
    code, value = node
    if code is codes.SUBPATTERN:
        return _needs_one(value[3], words)
    if code is codes.BRANCH:
        return all(_needs_one(branch, words) for branch in value[1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return bool(value[0]) and _needs_one(value[2], words)
    return code is codes.ASSERT and _needs_one(value[1], words)


def _spell(node: _Node) -> set[str] | None:
    """Spell out what a part of a pattern matches; None where that is too much."""
    code, value = node
    spelt: set[str] | None = None
    if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
        spelt = {""}
    elif code is codes.LITERAL:
        spelt = {chr(value)}
    elif code is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        spelt = {chr(letter) for _, letter in value}
    elif code is codes.SUBPATTERN:
        spelt = _spell_all(value[3])
    elif code is codes.BRANCH:
        branches = [_spell_all(branch) for branch in value[1]]
        spelt = None if None in branches else {text for branch in branches for text in branch or ()}
    elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[1] == 1:
        once = _spell_all(value[2])
        spelt = once if value[0] or once is None else once | {""}
    return spelt


def _spell_all(nodes: Iterable[_Node]) -> set[str] | None:
    spelt: set[str] = {""}
    for node in nodes:
        more = _spell(node)
        if more is None or len(spelt) * len(more) > _MANY:
            return None
        spelt = {one + two for one in spelt for two in more}
    return spelt


@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        ("甲乙", True),
        ("丙?甲", False),
        ("(?:甲|丁甲)丙", False),
        ("(?:丁|丙)乙", True),
        ("[丁己](?=.甲乙)", True),
    ],
)
def test_what_a_pattern_needs_is_read_off_it(pattern: str, held: bool) -> None:  # noqa: FBT001  # a case
    assert _needs_one(parser.parse(pattern), ["甲乙", "丁乙", "丙乙"]) is held


@pytest.mark.parametrize(("family", "name"), [pair for pair in TRIGGERS if pair[1] != "cue"])
def test_no_rule_matches_without_a_word_it_needs(family: str, name: str) -> None:
    book = load(family)
    ruled = [rule.expression for rule in book.rules if rule.name.partition(".")[2] == name]
    pattern = ruled[0] if ruled else book.pattern(f"{{{name}}}").pattern
    assert _needs_one(parser.parse(pattern), book.tables["triggers"][name])


def test_no_modal_is_without_its_sign() -> None:
    sign = load("instructions").pattern("{sign}").pattern
    assert _needs_one(parser.parse(MODAL), re.sub(r"[^\u4e00-\u9fff]", "", sign))


def test_the_words_of_a_place_tell_which_rules_may_match_there() -> None:
    text = "水位上涨。他强调，要巡堤。"
    triggers = Triggers("speakers", text, Span(0, len(text)))
    none, some = triggers.within([Span(0, 5), Span(5, 13)])
    assert not none
    assert {"pronoun", "says", "cue"} <= set().union(*(rules for _, rules in some))
    assert triggers.last("says") == 8
    assert triggers.last("held") == 0
