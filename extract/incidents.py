"""Name the incident an article reports on, from its own words: 某垸决口, 某河洪水."""

import functools
import re
from collections import Counter

from extract.matcher import blank, find_matches
from extract.rulebook import load

_CLAUSE = re.compile(r"[^，。；：！？\n]+")


def find_incident(text: str) -> str | None:
    """Name the incident folded text speaks of most; a breach goes before a flood, a flood before rain.

    Returns:
        A place and an event, such as 石桥垸决口; None where the text names none.
    """
    clauses = _CLAUSE.findall(blank(text, _cut()))
    for rule in load("incidents").rules:
        needs = [word for word in rule.builds["needs"] if word in text]
        told = "，".join([clause for clause in clauses if any(word in clause for word in needs)])
        matches = find_matches(told, (rule,))
        if matches:
            names = Counter(match.groups["place"] + match.builds["event"] for match in matches)
            return str(names.most_common(1)[0][0])
    return None


@functools.cache
def _cut() -> re.Pattern[str]:
    return load("incidents").pattern("{cut}")
