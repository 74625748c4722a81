"""When a speaker spoke: the last time told before his words that is that of a deed."""

import bisect
import functools
import re

from extract.anchors import Anchors
from extract.governors import Anchor
from extract.rulebook import part
from extract.sentences import Sentence

_part = functools.partial(part, "speakers")

_CLAUSE_END = re.compile(r"[，。；：！？]")
_NEAR = 40
"""A time is a forecast's when its clause says so in so many characters before it."""
_TIMES = 8
"""So many times before a speaker's words are asked for that of the occasion."""


def find_occasion(anchors: Anchors, sentence: Sentence, end: int) -> Anchor | None:
    """Find the last time said in a sentence before a place that is no forecast's.

    Args:
        anchors: The dated times of the article.
        sentence: The sentence.
        end: Where in its text the words that may tell the time end.
    """
    here = [anchor for anchor in anchors.said_in(sentence) if _may_date(anchor)]
    last = bisect.bisect_left(here, end + sentence.span.start, key=lambda a: a.mention.span.start)
    for anchor in reversed(here[max(0, last - _TIMES) : last]):
        if _is_occasion(anchor, sentence):
            return anchor
    return None


def _may_date(anchor: Anchor) -> bool:
    return anchor.governs and anchor.meaning.start is not None and anchor.mention.kind != "now"


def _is_occasion(anchor: Anchor, sentence: Sentence) -> bool:
    """Say whether a time is that of a deed, not that of a forecast or of what is to be prevented."""
    place = anchor.mention.span.shift(-sentence.span.start)
    before = sentence.text[max(0, place.start - _NEAR) : place.start]
    foretold = _part("foretold").search(_CLAUSE_END.split(before)[-1])
    return not foretold and not _part("since").match(sentence.text, place.end)
