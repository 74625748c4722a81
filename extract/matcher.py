"""Find what rules match in a text. Knows nothing of floods: the rules are an argument."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.rulebook import Rule
from extract.spans import Span

_BLANK = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
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
    candidates.sort(key=lambda candidate: candidate[:2])
    taken: list[Match] = []
    for _, _, found, rule in candidates:
        match = _to_match(found, rule)
        if not any(match.span.overlaps(other.span) for other in taken):
            taken.append(match)
    return tuple(sorted(taken, key=lambda match: match.span))


def blank(text: str, words: re.Pattern[str]) -> str:
    """Blank out words that no match may run over; the text keeps its length."""
    return words.sub(lambda found: _BLANK * len(found[0]), text)


def _to_match(found: re.Match[str], rule: Rule) -> Match:
    groups = {name: words for name, words in found.groupdict().items() if words is not None}
    return Match(rule=rule.name, span=Span(*found.span()), groups=groups, builds=rule.builds)
