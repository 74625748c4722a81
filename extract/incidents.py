"""Name the incident an article reports on, from its own words: 某垸决口, 某河洪水."""

import functools
import re
from collections import Counter
from collections.abc import Mapping

from extract.matcher import blank, find_matches
from extract.rulebook import load
from extract.spans import Span
from extract.triggers import Triggers

_MARK = re.compile(r"[，。；：！？\n]")


def find_incident(text: str) -> str | None:
    """Name the incident folded text speaks of most; a breach goes before a flood, a flood before rain.

    Returns:
        A place and an event, such as 石桥垸决口; None where the text names none.
    """
    told = _told(text)
    for rule in load("incidents").rules if told else ():
        clauses = "，".join(told.get(rule.name.removeprefix("incident."), ()))
        matches = find_matches(blank(clauses, _cut()), (rule,))
        if matches:
            names = Counter(match.groups["place"] + match.builds["event"] for match in matches)
            return str(names.most_common(1)[0][0])
    return None


def _told(text: str) -> Mapping[str, list[str]]:
    """List the clauses each rule may match in, for they hold a word it needs."""
    whole = Span(0, len(text))
    words = Triggers("incidents", text, whole).within(whole)
    told: dict[str, list[str]] = {}
    word = end = 0
    for clause in _MARK.split(text) if words else ():
        end += len(clause) + 1
        rules: set[str] = set()
        while word < len(words) and words[word][0] < end:
            rules |= words[word][1]
            word += 1
        for rule in rules:
            told.setdefault(rule, []).append(clause)
    return told


@functools.cache
def _cut() -> re.Pattern[str]:
    return load("incidents").pattern("{cut}")
