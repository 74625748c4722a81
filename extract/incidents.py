"""Name the incident an article reports on, from its own words: 某垸决口, 某河洪水."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from extract.matcher import blank, find_matches
from extract.rulebook import load
from extract.spans import Span
from extract.triggers import Triggers

_MARK = re.compile(r"[，。；：！？\n]")
_REACH = 40
"""A rule's match begins at most so many characters before the end of the word it needs."""


def find_incident(text: str) -> str | None:
    """Name the incident folded text speaks of most; a breach goes before a flood, a flood before rain.

    Returns:
        A place and an event, such as 石桥垸决口; None where the text names none.
    """
    words = Triggers("incidents", text, Span(0, len(text))).found
    for rule in load("incidents").rules if words else ():
        name = rule.name.removeprefix("incident.")
        clauses = "，".join(_clauses(text, [end for end, rules in words if name in rules]))
        matches = find_matches(blank(clauses, _cut()), (rule,)) if clauses else ()
        if matches:
            names = Counter(match.groups["place"] + match.builds["event"] for match in matches)
            return str(names.most_common(1)[0][0])
    return None


def _clauses(text: str, ends: Iterable[int]) -> Iterator[str]:
    """Cut out the clauses that hold the words that end at some places, given in order; each once."""
    reached = 0
    for end in ends:
        if end > reached:
            begin = end - len(_MARK.split(text[max(reached, end - _REACH) : end])[-1])
            mark = _MARK.search(text, end)
            reached = mark.start() if mark else len(text)
            yield text[begin:reached]


@functools.cache
def _cut() -> re.Pattern[str]:
    return load("incidents").pattern("{cut}")
