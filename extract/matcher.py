"""Find what rules match in a text. Knows nothing of floods: the rules are an argument."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from extract.rulebook import Rule
from extract.spans import Span

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
    candidates = [
        (found.start() - found.end(), order, found, rule)
        for order, rule in enumerate(rules)
        for found in rule.pattern.finditer(text)
        if found.end() > found.start()
    ]
    if len(candidates) > 1:
        candidates = _without_overlaps(candidates, len(text))
    return tuple(_to_match(found, rule) for _, _, found, rule in candidates)


_Candidate = tuple[int, int, re.Match[str], Rule]


def _without_overlaps(candidates: list[_Candidate], length: int) -> list[_Candidate]:
    """Take the candidates, best first, where nothing is taken yet; in the order of the text."""
    candidates.sort(key=lambda candidate: candidate[:2])
    taken = bytearray(length)
    kept = []
    for candidate in candidates:
        start, end = candidate[2].span()
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(candidate)
    kept.sort(key=lambda candidate: candidate[2].start())
    return kept


def blank(text: str, words: re.Pattern[str]) -> str:
    """Blank out words that no match may run over; the text keeps its length."""
    return words.sub(lambda found: _BLANK * len(found[0]), text)


def _to_match(found: re.Match[str], rule: Rule) -> Match:
    groups = {name: words for name, words in found.groupdict().items() if words is not None}
    return Match(rule=rule.name, span=Span(*found.span()), groups=groups, builds=rule.builds)
