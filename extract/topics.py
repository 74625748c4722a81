"""Say what of a text speaks of a flood, by the words it uses: floods', other matters' or both's."""

import bisect
import functools
import math
from collections.abc import Sequence
from itertools import compress, pairwise

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from extract.rulebook import load
from extract.spans import Span

_Words = Sequence[int]


class Topics:
    """What the paragraphs of a page speak of."""

    def __init__(self, reading: str) -> None:
        """Find the flood words of folded text, all in one scan."""
        self._reading = reading
        self._vocabulary = _vocabulary("flood")
        self._words, self._starts = self._vocabulary.find(reading)
        self._heavy = [*compress(self._starts, map(self._vocabulary.heavy.__getitem__, self._words))]

    def may_be_floods(self) -> bool:
        """Say quickly whether any of the text may tell of a flood: False is certain, True is not."""
        return self._vocabulary.weigh(self._words) >= _limit("enough")

    def flood_paragraphs(
        self, paragraphs: Sequence[Span], parts: Sequence[int], headings: Sequence[Span] = ()
    ) -> tuple[int, ...]:
        """Say which paragraphs of an article may tell of a flood.

        Args:
            paragraphs: Where they stand in the text.
            parts: Where, counted in paragraphs, another article may begin without saying so; the first is 0.
            headings: Where its headlines stand.

        Returns:
            Their numbers, in order; none where the article speaks of other matters.
        """
        whole = Span(paragraphs[0].start, paragraphs[-1].end) if paragraphs else Span(0, 0)
        if self._vocabulary.weigh(self._floods(whole)) < _limit("enough"):
            return ()
        every = self._listen(paragraphs)
        staged = every[0].is_staged or any(map(self._announces_none, headings))
        read: list[int] = []
        for start, end in pairwise((*parts, len(paragraphs))):
            if staged and not start:
                continue
            said = every[start:end]
            belongs = _Said.of_most(said).margin >= _limit("enough")
            read += [number for number, one in enumerate(said, start) if one.is_read(belongs=belongs)]
        return tuple(read)

    def leans_away(self, span: Span) -> bool:
        """Say whether a headline speaks of other matters more than of floods."""
        said = self._listen((span,))[0]
        return said.against > 0 and said.margin < 0

    def are_near(self, spans: Sequence[Span], within: Span) -> list[bool]:
        """Say of each sentence whether a flood word stands in it, or near it and it is of nothing else.

        Args:
            spans: Where the sentences stand.
            within: Where their article stands; what others say tells nothing of it.
        """
        first = bisect.bisect_left(self._heavy, within.start)
        heavy = self._heavy[first : bisect.bisect_left(self._heavy, within.end, first)]
        reach = int(_limit("reach"))
        near: list[bool] = []
        for span in spans:
            start, end = span.start, span.end
            place = bisect.bisect_left(heavy, start)
            after = heavy[place] if place < len(heavy) else math.inf
            before = heavy[place - 1] if place else -math.inf
            beside = after < end + reach or before >= start - reach
            near.append(after < end or (beside and not self._listen((span,))[0].is_foreign))
        return near

    def _announces_none(self, heading: Span) -> bool:
        """Say whether a headline speaks of floods, but of such as are played, remembered or awaited."""
        headline = self._reading[heading.start : heading.end]
        return bool(self._floods(heading)) and any(
            word in headline for word in load("topics").tables["staged"]
        )

    def _floods(self, span: Span) -> _Words:
        first = bisect.bisect_left(self._starts, span.start)
        return self._words[first : bisect.bisect_left(self._starts, span.end, first)]

    def _listen(self, spans: Sequence[Span]) -> list["_Said"]:
        """Say what each of some spans, in the order of the text, speaks of."""
        begin = spans[0].start
        words, starts = _vocabulary("other").find(self._reading[begin : spans[-1].end])
        said, last = [], 0
        for span in spans:
            first = bisect.bisect_left(starts, span.start - begin, last)
            last = bisect.bisect_left(starts, span.end - begin, first)
            said.append(_Said(self._floods(span), words[first:last]))
        return said


class _Said:
    """The words, by their numbers, that a text uses of floods and of other matters.

    `against` is the weight of those of other matters; `is_foreign` says that it is too much for a
    paragraph of a flood report.
    """

    __slots__ = ("against", "floods", "is_foreign", "others")

    def __init__(self, floods: _Words, others: _Words) -> None:
        self.floods = floods
        self.others = others
        self.against = _vocabulary("other").weigh(others)
        self.is_foreign = self.against >= _limit("against") and self.margin < 0

    @property
    def margin(self) -> float:
        """By how much the words of floods outweigh the others."""
        return _vocabulary("flood").weigh(self.floods) - self.against

    @property
    def is_staged(self) -> bool:
        """Whether they weigh so much that what begins with it tells of no flood that happened."""
        return self.is_foreign and self.against >= _limit("exercise")

    @classmethod
    def of_most(cls, several: Sequence["_Said"]) -> "_Said":
        """Join what paragraphs say; a few of other matters among them may be another article."""
        own = [said for said in several if not said.is_foreign]
        listed = own if 2 * len(own) > len(several) else several
        return cls(
            [word for said in listed for word in said.floods],
            [word for said in listed for word in said.others],
        )

    def is_read(self, *, belongs: bool) -> bool:
        """Say whether a paragraph is read, given whether it belongs to a flood report."""
        return (belongs and not self.is_foreign) or self.margin >= _limit("enough")


class _Vocabulary:
    """Words with their weights, found in one scan: the longest at a place, none within another."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._full = [weight if weight >= 1 else 0.0 for weight in weights.values()]
        self._light = [weight if weight < 1 else 0.0 for weight in weights.values()]
        self._help = _limit("help")
        self._automaton = AhoCorasick(
            list(weights), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )
        self.heavy = [weight >= 1 for weight in weights.values()]

    def find(self, text: str) -> tuple[_Words, Sequence[int]]:
        """List the words that are found, and beside them where they begin."""
        found = self._automaton.find_matches_as_indexes(text)
        words, starts, _ = zip(*found, strict=True) if found else ((), (), ())
        return words, starts

    def weigh(self, words: _Words) -> float:
        """Add the weights of the different words, of those that only help no more than is allowed."""
        if not words:
            return 0.0
        different = set(words)
        light = sum(map(self._light.__getitem__, different))
        return sum(map(self._full.__getitem__, different)) + min(light, self._help)


@functools.cache
def _vocabulary(name: str) -> _Vocabulary:
    entries = load("topics").tables[name]
    return _Vocabulary({word: float(entry["weight"]) for entry in entries for word in entry["words"]})


@functools.cache
def _limit(name: str) -> float:
    return float(load("topics").tables[name])
