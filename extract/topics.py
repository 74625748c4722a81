"""Say what of a text speaks of a flood, by the words it uses: floods', other matters' or both's."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from extract.rulebook import load
from extract.spans import Span

_Words = frozenset[str]
_NONE: _Words = frozenset()


def may_speak_of_floods(text: str) -> bool:
    """Say quickly whether a folded text may speak of a flood: False is certain, True is not."""
    return _flood().weigh(_flood().words_of(text)) >= _limit("enough")


def speaks_of_floods(text: str) -> bool:
    """Say whether folded text speaks of a flood more than of other matters."""
    return may_speak_of_floods(text) and bool(flood_paragraphs((text,), (0,)))


def flood_paragraphs(texts: Sequence[str], parts: Sequence[int]) -> tuple[int, ...]:
    """Say which paragraphs of an article may tell of a flood.

    Args:
        texts: Its paragraphs, folded.
        parts: Where, counted in paragraphs, another article may begin without saying so; the first is 0.

    Returns:
        Their numbers, in order; none where the article speaks of other matters.
    """
    floods = [_flood().words_of(text) for text in texts]
    if _flood().weigh(_NONE.union(*floods)) < _limit("enough"):
        return ()
    others = [_other().words_of(text) for text in texts]
    pieces = [slice(start, end) for start, end in pairwise((*parts, len(texts)))]
    margins = [_margin(floods[piece], others[piece]) for piece in pieces]
    told = max(_margin(floods, others), *margins) >= _limit("enough")
    read = []
    for piece, margin in zip(pieces, margins, strict=True):
        belongs = told and margin >= _limit("part")
        numbers = range(len(texts))[piece]
        read += [number for number in numbers if _is_read(floods[number], others[number], belongs=belongs)]
    return tuple(read)


def _is_read(floods: _Words, others: _Words, *, belongs: bool) -> bool:
    """Say whether a paragraph is read, by its words and by whether it belongs to a flood report."""
    if belongs and _other().weigh(others) < _limit("against"):
        return True
    return _margin([floods], [others]) >= _limit("part" if belongs else "enough")


def of_other_matters(text: str) -> bool:
    """Say whether a folded headline speaks of other matters more than of floods."""
    return _margin([_flood().words_of(text)], [_other().words_of(text)]) < 0


def near_floods(text: str, span: Span) -> bool:
    """Say whether a flood word stands in the span of the folded text or near it."""
    reach = int(_limit("reach"))
    return bool(_flood().plain.search(text, max(0, span.start - reach), span.end + reach))


class _Vocabulary:
    """Words with their weights, found in one scan."""

    def __init__(self, entries: Sequence[Mapping[str, object]], helped: float) -> None:
        self.weights = {str(word): float(entry["weight"]) for entry in entries for word in entry["words"]}
        self._helped = helped
        self._every = _any_of(self.weights)
        self.plain = _any_of([word for word, weight in self.weights.items() if weight >= 1])

    def words_of(self, text: str) -> _Words:
        return frozenset(self._every.findall(text))

    def weigh(self, words: _Words) -> float:
        weights = [self.weights[word] for word in words]
        return sum(w for w in weights if w >= 1) + min(self._helped, sum(w for w in weights if w < 1))


def _margin(floods: Sequence[_Words], others: Sequence[_Words]) -> float:
    return _flood().weigh(_NONE.union(*floods)) - _other().weigh(_NONE.union(*others))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of the words, the longest at a place; grouped by their first letters, to be scanned fast."""
    endings: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        endings.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in endings.items()))


@functools.cache
def _flood() -> _Vocabulary:
    return _Vocabulary(load("topics").tables["flood"], _limit("help"))


@functools.cache
def _other() -> _Vocabulary:
    return _Vocabulary(load("topics").tables["other"], _limit("help"))


def _limit(name: str) -> float:
    return float(load("topics").tables[name])
