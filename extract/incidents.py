"""Name the incident an article reports on, from its own words: 某垸决口, 某河洪水."""

from collections import Counter

from extract.matcher import blank, find_matches
from extract.rulebook import load


def find_incident(text: str) -> str | None:
    """Name the incident folded text speaks of most; a breach goes before a flood, a flood before rain.

    Returns:
        A place and an event, such as 石桥垸决口; None where the text names none.
    """
    book = load("incidents")
    text = blank(text, book.pattern("{cut}"))
    for rule in book.rules:
        matches = find_matches(text, (rule,))
        if matches:
            names = Counter(match.groups["place"] + match.builds["event"] for match in matches)
            return str(names.most_common(1)[0][0])
    return None
