"""When a speaker spoke: the last time told before his words that is that of a deed."""

import bisect
import functools
import re
from collections.abc import Mapping

from extract.anchors import Anchor, Anchors
from extract.rulebook import load
from extract.sentences import Sentence

_CLAUSE_END = re.compile(r"[，。；：！？]")
_NEAR = 40
"""A time is a forecast's when its clause says so in so many characters before it."""
_TIMES = 8
"""So many times before a speaker's words are asked for that of the occasion."""


class Occasions:
    """The dated times of an article that may be those of its speeches."""

    def __init__(self, anchors: Anchors) -> None:
        """Take in all dated times of an article; they are sorted when one is first asked for."""
        self._anchors = anchors

    def before(self, sentence: Sentence, end: int) -> Anchor | None:
        """Find the last time said in a sentence before a place that is no forecast's."""
        here = self._times.get(sentence.span.start, [])
        last = bisect.bisect_left(here, end + sentence.span.start, key=lambda a: a.mention.span.start)
        for anchor in reversed(here[max(0, last - _TIMES) : last]):
            if _is_occasion(anchor, sentence):
                return anchor
        return None

    @functools.cached_property
    def _times(self) -> Mapping[int, list[Anchor]]:
        times: dict[int, list[Anchor]] = {}
        for anchor in self._anchors.every:
            if anchor.governs and anchor.meaning.start and anchor.mention.kind != "now":
                times.setdefault(anchor.sentence.span.start, []).append(anchor)
        return times


def _is_occasion(anchor: Anchor, sentence: Sentence) -> bool:
    """Say whether a time is that of a deed, not that of a forecast or of what is to be prevented."""
    place = anchor.mention.span.shift(-sentence.span.start)
    before = sentence.text[max(0, place.start - _NEAR) : place.start]
    foretold = _part("foretold").search(_CLAUSE_END.split(before)[-1])
    return not foretold and not _part("since").match(sentence.text, place.end)


@functools.cache
def _part(name: str) -> re.Pattern[str]:
    return load("speakers").pattern(f"{{{name}}}")
