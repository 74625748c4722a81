"""Where something happened, as the clause writes it."""

import functools
import re

from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span


def find_place(clause: Span, sentence: Sentence) -> str | None:
    """Find the place named in a clause, folded; the last one, if several."""
    text = sentence.text
    start, end = clause.start - sentence.span.start, clause.end - sentence.span.start
    mark, pattern = _patterns()
    place = None
    while mark.search(text, start, end) and (found := pattern.search(text, start, end)):
        place, start = found[0], found.end()
    return place


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what every place holds, and the places."""
    book = load("places")
    return book.pattern("{mark}"), re.compile("|".join(rule.expression for rule in book.rules))
