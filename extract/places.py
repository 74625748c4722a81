"""Where something happened, as the clause writes it."""

import functools
import re

from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span


def find_place(quote: Span, sentence: Sentence) -> str | None:
    """Find the place named in the clause of a quote, folded; the last one before it ends, if several."""
    return _last_place(sentence.words(sentence.clause_at(quote.start)))


@functools.lru_cache(maxsize=64)
def _last_place(words: str) -> str | None:
    """Find the last place in a clause, once for all its facts."""
    places = _pattern().findall(words)
    return str(places[-1]) if places else None


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(rule.expression for rule in load("places").rules))
