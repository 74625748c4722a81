"""Say what of a text speaks of a flood, by the words it uses: floods', other matters' or both's."""

import bisect
import functools
from collections.abc import Collection, Sequence
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from extract.rulebook import load
from extract.spans import Span

_Words = frozenset[int]
_NONE: _Words = frozenset()


class Topics:
    """What the paragraphs of a page speak of."""

    def __init__(self, reading: str) -> None:
        """Find the flood words of folded text, all in one scan."""
        self._reading = reading
        self._vocabulary = _vocabulary("flood")
        found = self._vocabulary.find(reading)
        self._words = [word for word, _, _ in found]
        self._starts = [start for _, start, _ in found]
        heavy = self._vocabulary.heavy
        self._heavy = [start for word, start, _ in found if word in heavy]

    def may_be_floods(self) -> bool:
        """Say quickly whether any of the text may tell of a flood: False is certain, True is not."""
        return self._may_be_floods(Span(0, len(self._reading)))

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
        if not paragraphs or not self._may_be_floods(Span(paragraphs[0].start, paragraphs[-1].end)):
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
        return self._listen((span,))[0].margin < 0

    def is_near(self, span: Span, within: Span) -> bool:
        """Say whether a flood word stands in a sentence, or near it and the sentence is of nothing else.

        Args:
            span: Where the sentence stands.
            within: Where its article stands; what others say tells nothing of it.
        """
        if self._is_told(span.start, span.end):
            return True
        reach = _limit("reach")
        near = self._is_told(max(within.start, span.start - reach), min(within.end, span.end + reach))
        return near and not self._listen((span,))[0].is_foreign

    def _is_told(self, start: float, end: float) -> bool:
        place = bisect.bisect_left(self._heavy, start)
        return place < len(self._heavy) and self._heavy[place] < end

    def _announces_none(self, heading: Span) -> bool:
        """Say whether a headline speaks of floods, but of such as are played, remembered or awaited."""
        headline = self._reading[heading.start : heading.end]
        return bool(self._floods(heading)) and any(
            word in headline for word in load("topics").tables["staged"]
        )

    def _may_be_floods(self, span: Span) -> bool:
        return self._vocabulary.weigh(self._floods(span)) >= _limit("enough")

    def _floods(self, span: Span) -> _Words:
        first = bisect.bisect_left(self._starts, span.start)
        return frozenset(self._words[first : bisect.bisect_left(self._starts, span.end, first)])

    def _listen(self, spans: Sequence[Span]) -> list["_Said"]:
        """Say what each of some spans, in the order of the text, speaks of."""
        begin = spans[0].start
        found = _vocabulary("other").find(self._reading[begin : spans[-1].end])
        starts = [begin + start for _, start, _ in found]
        said, last = [], 0
        for span in spans:
            first = bisect.bisect_left(starts, span.start, last)
            last = bisect.bisect_left(starts, span.end, first)
            others = frozenset([word for word, _, _ in found[first:last]])
            said.append(_Said(self._floods(span), others))
        return said


class _Said:
    """The different words, by their numbers, that a text uses of floods and of other matters.

    `is_foreign` says that those of other matters weigh too much for a paragraph of a flood report,
    `is_staged` that they weigh so much that what begins with it tells of no flood that happened.
    """

    __slots__ = ("floods", "is_foreign", "is_staged", "margin", "others")

    def __init__(self, floods: _Words, others: _Words) -> None:
        self.floods = floods
        self.others = others
        against = _vocabulary("other").weigh(others)
        self.margin = _vocabulary("flood").weigh(floods) - against
        self.is_foreign = against >= _limit("against") and self.margin < 0
        self.is_staged = self.is_foreign and against >= _limit("exercise")

    @classmethod
    def of_most(cls, several: Sequence["_Said"]) -> "_Said":
        """Join what paragraphs say; a few of other matters among them may be another article."""
        own = [said for said in several if not said.is_foreign]
        listed = own if 2 * len(own) > len(several) else several
        return cls(
            _NONE.union(*[said.floods for said in listed]),
            _NONE.union(*[said.others for said in listed]),
        )

    def is_read(self, *, belongs: bool) -> bool:
        """Say whether a paragraph is read, given whether it belongs to a flood report."""
        return (belongs and not self.is_foreign) or self.margin >= _limit("enough")


class _Vocabulary:
    """Words with their weights, found in one scan: the longest at a place, none within another."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = list(weights.values())
        self._help = _limit("help")
        self._automaton = AhoCorasick(
            list(weights), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )
        self.heavy = frozenset(number for number, weight in enumerate(self._weights) if weight >= 1)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """List the number of each word that is found, where it begins and where it ends."""
        return self._automaton.find_matches_as_indexes(text)

    def weigh(self, words: Collection[int]) -> float:
        """Add the weights of different words, of those that only help no more than is allowed."""
        if not words:
            return 0.0
        weights = self._weights
        heavy = light = 0.0
        for word in words:
            weight = weights[word]
            if weight >= 1:
                heavy += weight
            else:
                light += weight
        return heavy + min(light, self._help)


@functools.cache
def _vocabulary(name: str) -> _Vocabulary:
    entries = load("topics").tables[name]
    return _Vocabulary({word: float(entry["weight"]) for entry in entries for word in entry["words"]})


@functools.cache
def _limit(name: str) -> float:
    return float(load("topics").tables[name])
