"""Where something happened, as the clause writes it."""

from extract.matcher import find_matches
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span


def find_place(quote: Span, sentence: Sentence) -> str | None:
    """Find the place named in the clause of a quote, folded; the last one before it ends, if several."""
    clause = sentence.clause_at(quote.start)
    words = sentence.words(clause)
    matches = find_matches(words, load("places").rules)
    named = [words[m.span.start : m.span.end] for m in matches]
    return named[-1] if named else None
