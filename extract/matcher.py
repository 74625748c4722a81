"""Find what rules match in a text. Knows nothing of floods: the rules are an argument."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec

from extract.rulebook import Rule
from extract.spans import Span

Place = tuple[int, int, int]
"""Where something begins and ends, half-open, and its order: of two as long the lower counts."""
_BLANK = " "


class Match(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The words a rule matched; the span is half-open, in the text that was searched."""

    rule: str
    span: Span
    groups: Mapping[str, str]
    builds: Mapping[str, Any]


def find_matches(text: str, rules: Iterable[Rule]) -> tuple[Match, ...]:
    """Match every rule; where two matches overlap the longer wins, then the earlier rule.

    Returns:
        Matches that do not overlap, in the order of the text. Groups that took no part are left out.
    """
    candidates = {
        (*found.span(), order): (found, rule)
        for order, rule in enumerate(rules)
        for found in rule.pattern.finditer(text)
        if found.end() > found.start()
    }
    return tuple(_to_match(*candidates[place]) for place in keep_longest(candidates, len(text)))


def keep_longest(places: Collection[Place], length: int) -> list[Place]:
    """Take the longest places first, then those of the lowest order, where nothing is taken yet.

    Returns:
        Those taken, in the order of the text, which is `length` characters long.
    """
    taken = bytearray(length)
    kept = []
    for place in sorted(places, key=_by_length):
        start, end, _ = place
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(place)
    return sorted(kept)


def _by_length(place: Place) -> tuple[int, int, int]:
    start, end, order = place
    return start - end, order, start


def blank(text: str, words: re.Pattern[str]) -> str:
    """Blank out words that no match may run over; the text keeps its length."""
    return words.sub(lambda found: _BLANK * len(found[0]), text)


def _to_match(found: re.Match[str], rule: Rule) -> Match:
    groups = {name: words for name, words in found.groupdict().items() if words is not None}
    return Match(rule=rule.name, span=Span(*found.span()), groups=groups, builds=rule.builds)
