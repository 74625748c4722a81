"""Find the cue words of a sentence in one pass, and write the sentence as a string of signs.

A sign is one character: a cue of `rules/cues.toml`, a number, an organisation, a mark between clauses, or
a stretch of words that are no cue. Rules over signs (`aspects.py`, `conditions.py`) say which cues stand in
which order, however the sentence is worded.
"""

import functools
from collections import Counter
from collections.abc import Sequence

import ahocorasick_rs
import msgspec

from extract.errors import RuleError
from extract.quantities import Quantity
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

METRES, OTHER, NAME, TIME = "◇", "○", "Ｎ", "Ｔ"
"""A number of metres, any other number, an organisation, a time."""
_LETTERS = {"Ｍ": METRES, "Ｏ": OTHER, "Ｔ": TIME, "Ｎ": NAME}
"""What stands for these in a text: full-width letters, which folding leaves in none.

Of two that overlap the one named earlier here stays.
"""
_RANKS = {letter: rank for rank, letter in enumerate(_LETTERS)}
_WORDLESS = frozenset(_LETTERS.values())
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

_Stretch = tuple[int, int, str]
"""A number, a time or a name, half-open in the page's reading, and the letter that stands for it."""


class _Words(msgspec.Struct, frozen=True, kw_only=True):
    """The cues: an automaton and, for each of its words, its sign, alone and after words that are no cue."""

    automaton: ahocorasick_rs.AhoCorasick
    signs: tuple[str, ...]
    after_short: tuple[str, ...]
    after_long: tuple[str, ...]


class Signs(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A sentence as signs; `kinds` are the different signs there are.

    `cues` are the words behind them, by number and place, in the sentence with one letter for each of the
    `stretches` that are no words. The span is the sentence's, half-open, in the page's reading.
    """

    text: str
    kinds: frozenset[str]
    cues: list[tuple[int, int, int]]
    stretches: list[_Stretch]
    sentence: Span

    def span(self, start: int, end: int) -> Span:
        """Turn a stretch of signs, not empty, into a span of the page's reading."""
        return Span(self._places[start][0], self._places[end - 1][1])

    @functools.cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Find where each sign stands in the page's reading; few sentences are asked."""
        signs = _cues().signs
        places: list[tuple[int, int]] = []
        place = shift = self.sentence.start
        stretches = iter(self.stretches)
        for word, cue_start, cue_end in self.cues:
            start = cue_start + shift
            if signs[word] in _WORDLESS:
                taken = next(stretches)
                shift += taken[1] - taken[0] - 1
            if place < start:
                places.append((place, start))
            place = cue_end + shift
            if signs[word]:
                places.append((start, place))
        if place < self.sentence.end:
            places.append((place, self.sentence.end))
        return places


def read_signs(
    sentence: Sentence, quantities: Sequence[Quantity], names: Sequence[Span], times: Sequence[Span]
) -> Signs:
    """Write a sentence as signs.

    Args:
        sentence: The sentence.
        quantities: Its quantities, which no cue may overlap.
        names: Its organisations.
        times: Its times of the calendar.
    """
    stretches = [(q.span.start, q.span.end, "Ｍ" if q.measure == "m" else "Ｏ") for q in quantities]
    if times or names:
        stretches += [(span.start, span.end, "Ｔ") for span in times]
        stretches += [(span.start, span.end, "Ｎ") for span in names]
        stretches = _without_overlaps(stretches)
    text, words = _cut_down(sentence, stretches), _cues()
    cues = words.automaton.find_matches_as_indexes(text)
    written = _write(cues, words)
    place = cues[-1][2] if cues else 0
    if place < len(text):
        written += SHORT if len(text) - place <= _FEW else LONG
    return Signs(
        text=written, kinds=frozenset(written), cues=cues, stretches=stretches, sentence=sentence.span
    )


def _write(cues: list[tuple[int, int, int]], words: _Words) -> str:
    signs, after_short, after_long = words.signs, words.after_short, words.after_long
    written, place = "", 0
    for word, start, end in cues:
        if start == place:
            written += signs[word]
        elif start - place <= _FEW:
            written += after_short[word]
        else:
            written += after_long[word]
        place = end
    return written


def spell(signs: Signs) -> str:
    """Write signs for people: the names of the cues, the rest as it is."""
    names = {sign: name for name, sign in load("cues").signs.items()}
    return " ".join(names.get(sign, sign) for sign in signs.text)


def _without_overlaps(stretches: list[_Stretch]) -> list[_Stretch]:
    """Put stretches in order; of two that overlap a number stays, or else a time."""
    stretches.sort()
    kept: list[_Stretch] = []
    place = 0
    for stretch in stretches:
        if stretch[0] < place:
            if _RANKS[stretch[2]] >= _RANKS[kept[-1][2]]:
                continue
            kept.pop()
        kept.append(stretch)
        place = stretch[1]
    return kept


def _cut_down(sentence: Sentence, stretches: list[_Stretch]) -> str:
    """Write one letter for each stretch of a sentence."""
    text, offset, place = sentence.text, sentence.span.start, 0
    cut = ""
    for start, end, letter in stretches:
        cut += text[place : start - offset] + letter
        place = end - offset
    return cut + text[place:]


@functools.cache
def _cues() -> _Words:
    """Build the automaton and, beside each of its words, the sign it stands for."""
    book = load("cues")
    signs = {**book.signs, _NOTHING: SHORT}
    pairs = [
        (word, signs[name])
        for name, entries in book.tables["lexicon"].items()
        for entry in entries
        for word in entry["words"]
    ]
    pairs += [*_MARKS.items(), *_LETTERS.items(), *((quote, "") for quote in _QUOTES)]
    words = [word for word, _ in pairs]
    if twice := [word for word, times in Counter(words).items() if times > 1]:
        raise RuleError(f"rules/cues.toml: {'、'.join(sorted(twice))} under two names. Keep one of them.")
    return _Words(
        automaton=ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest),
        signs=tuple(sign for _, sign in pairs),
        after_short=tuple(SHORT + sign for _, sign in pairs),
        after_long=tuple(LONG + sign for _, sign in pairs),
    )
