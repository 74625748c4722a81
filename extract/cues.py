"""Find the cue words of a sentence in one pass, and write the sentence as a string of signs.

A sign is one character: a cue of `rules/cues.toml`, a number, an organisation, a mark between clauses, or
a stretch of words that are no cue. Rules over signs (`aspects.py`, `conditions.py`) say which cues stand in
which order, however the sentence is worded.
"""

import functools
from collections.abc import Iterable

import ahocorasick_rs
import msgspec

from extract.errors import RuleError
from extract.quantities import Quantity
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

METRES, OTHER, NAME, TIME = "◇", "○", "Ｎ", "Ｔ"
"""A number of metres, any other number, an organisation, a time."""
SHORT, LONG = ".", "~"
"""Words that are no cue: up to four characters, and more."""
_FEW = 4
_MARKS = {
    "的": "的",
    "，": ",",
    "、": "、",
    "；": ";",
    "：": ":",
    "（": "(",
    "）": ")",
    "。": ";",
    "！": ";",
    "？": ";",
    "…": ";",
}
_QUOTES = "“”‘’《》"
_NOTHING = "nothing"

Place = tuple[int, int]


class Signs(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence as signs; `places` holds where each stands in the sentence's text, half-open."""

    text: str
    places: tuple[Place, ...]
    start: int

    def span(self, start: int, end: int) -> Span:
        """Turn a stretch of signs, not empty, into a span of the page's reading."""
        return Span(self.places[start][0], self.places[end - 1][1]).shift(self.start)


def read_signs(
    sentence: Sentence, quantities: Iterable[Quantity], names: Iterable[Span], times: Iterable[Span]
) -> Signs:
    """Write a sentence as signs.

    Args:
        sentence: The sentence.
        quantities: Its quantities, which no cue may overlap.
        names: Its organisations.
        times: Its times of the calendar.
    """
    signs: list[str] = []
    places: list[Place] = []
    place = 0
    for start, end, sign in _signs(sentence, quantities, names, times):
        if place < start:
            signs.append(SHORT if start - place <= _FEW else LONG)
            places.append((place, start))
        if sign:
            signs.append(sign)
            places.append((start, end))
        place = end
    if place < len(sentence.text):
        signs.append(SHORT if len(sentence.text) - place <= _FEW else LONG)
        places.append((place, len(sentence.text)))
    return Signs(text="".join(signs), places=tuple(places), start=sentence.span.start)


def spell(signs: Signs) -> str:
    """Write signs for people: the names of the cues, the rest as it is."""
    names = {sign: name for name, sign in load("cues").signs.items()}
    return " ".join(names.get(sign, sign) for sign in signs.text)


def _signs(
    sentence: Sentence, quantities: Iterable[Quantity], names: Iterable[Span], times: Iterable[Span]
) -> list[tuple[int, int, str]]:
    """List what stands where, in order; numbers go first, then times, names and cues."""
    words, kinds = _cues()
    offset = sentence.span.start
    taken: list[tuple[int, int, str]] = []
    text = sentence.text
    fixed = [(q.span, METRES if q.measure == "m" else OTHER) for q in quantities]
    for span, sign in (*fixed, *((span, TIME) for span in times), *((span, NAME) for span in names)):
        start, end = span.start - offset, span.end - offset
        if not any(start < other[1] and other[0] < end for other in taken):
            taken.append((start, end, sign))
    for start, end, _ in taken:
        text = text[:start] + "\0" * (end - start) + text[end:]
    taken += [(start, end, kinds[word]) for word, start, end in words.find_matches_as_indexes(text)]
    return sorted(taken)


@functools.cache
def _cues() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """Build the automaton and, beside each of its words, the sign it stands for."""
    book = load("cues")
    signs = {**book.signs, _NOTHING: SHORT}
    pairs = [
        (word, signs[name])
        for name, entries in book.tables["lexicon"].items()
        for entry in entries
        for word in entry["words"]
    ]
    pairs += [*_MARKS.items(), *((quote, "") for quote in _QUOTES)]
    words = [word for word, _ in pairs]
    if twice := {word for word in words if words.count(word) > 1}:
        raise RuleError(f"rules/cues.toml: {'、'.join(sorted(twice))} under two names. Keep one of them.")
    automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, tuple(sign for _, sign in pairs)
