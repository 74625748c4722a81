"""Some rules look at one character before they try their words: that must hide none of them."""

from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from extract.rulebook import load

Items = Sequence[tuple[object, Any]]
"""A pattern as the library parses it."""

RULES = {rule.name: rule.expression for family in ("turns", "agents") for rule in load(family).rules}
RULES |= {
    "time.opening": load("times").pattern("(?={opening_from}){opening}").pattern,
    "time.word": load("times").pattern("(?={word_from}){word}").pattern,
    "time.part": load("times").pattern("(?={part_from})(?:{part}|{dim_part}|{short_part})").pattern,
}
GUARDED = (
    "turn.counts_after",
    "turn.told_after",
    "turn.lead",
    "turn.stands_for",
    "turn.rival",
    "agent.goes_on",
    "time.opening",
    "time.word",
    "time.part",
)


def _first(items: Items) -> set[str]:
    """Give the characters that a pattern may begin with; "" if it may be empty."""
    found = {""}
    for kind, content in items:
        found = (found - {""}) | _begin(kind, content)
        if "" not in found:
            break
    return found


def _begin(kind: object, content: Any) -> set[str]:  # noqa: ANN401  # whatever the library makes of it
    if kind in {codes.AT, codes.ASSERT, codes.ASSERT_NOT}:
        return {""}
    if kind is codes.LITERAL:
        return {chr(content)}
    if kind is codes.RANGE:
        return {chr(character) for character in range(content[0], content[1] + 1)}
    if kind is codes.CATEGORY and content is codes.CATEGORY_DIGIT:
        return set("0123456789")
    if kind in {codes.IN, codes.BRANCH}:
        choices = content[1] if kind is codes.BRANCH else [[member] for member in content]
        return set().union(*map(_first, choices))
    assert kind in {codes.SUBPATTERN, codes.MAX_REPEAT}, "a guarded pattern begins with characters it names"
    may_be_left_out = kind is codes.MAX_REPEAT and content[0] == 0
    return _first(content[-1]) | ({""} if may_be_left_out else set())


def _guards(items: Items) -> Iterator[tuple[set[str], Items]]:
    """Find each guard, a look ahead at one of a set of characters, with what stands behind it."""
    for number, (kind, content) in enumerate(items):
        behind = items[number + 1 :]
        ahead = kind is codes.ASSERT and content[0] > 0 and [inner for inner, _ in content[1]] == [codes.IN]
        if ahead and behind:
            yield _first(content[1]), behind
        if isinstance(content, tuple):
            for part in (*content[:-1], *(content[-1] if kind is codes.BRANCH else content[-1:])):
                yield from _guards(part) if isinstance(part, parser.SubPattern) else ()


def test_each_guard_is_found() -> None:
    assert {name for name, pattern in RULES.items() if list(_guards(parser.parse(pattern)))} == set(GUARDED)


@pytest.mark.parametrize("name", GUARDED)
def test_a_look_at_the_first_character_hides_no_word(name: str) -> None:
    for guard, behind in _guards(parser.parse(RULES[name])):
        assert _first(behind) - guard == set()
