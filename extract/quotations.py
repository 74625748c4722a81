"""Where somebody's own words stand in an article; “堤上路” in inverted commas is no speech."""

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from extract.sentences import Sentence
from extract.spans import Span

_MARKS = re.compile(r"[“”]")
_CLAUSED = re.compile(r"[，。！？；]")


class Quotations(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The speeches of an article, in the order of the text."""

    spans: tuple[Span, ...]
    _starts: tuple[int, ...]

    def around(self, place: int) -> Span | None:
        """Give the speech a place stands in, both in the page's reading; None outside of any."""
        if not self.spans:
            return None
        index = bisect.bisect_right(self._starts, place) - 1
        return self.spans[index] if index >= 0 and place < self.spans[index].end else None


def find_quotations(sentences: Sequence[Sentence]) -> Quotations:
    """Find the speeches: quoted words of more than one clause, closed at the latest with their paragraph."""
    spans = tuple(sorted(_speeches(sentences)))
    return Quotations(spans=spans, _starts=tuple(span.start for span in spans))


def _speeches(sentences: Sequence[Sentence]) -> Iterator[Span]:
    opened = 0
    reached: Sentence | None = None  # how far a speech goes that is not closed yet
    for sentence in sentences:
        if reached and reached.paragraph != sentence.paragraph:
            yield from _speech(reached, opened, reached.span.end)
            reached = None
        if not reached and "“" not in sentence.text:  # as in most
            continue
        for mark in _MARKS.finditer(sentence.text):
            place = sentence.span.start + mark.start()
            if mark[0] == "“":
                opened, reached = (opened if reached else place), sentence
            elif reached:
                yield from _speech(sentence, opened, place + 1)
                reached = None
        reached = reached and sentence
    if reached:
        yield from _speech(reached, opened, reached.span.end)


def _speech(sentence: Sentence, opened: int, closed: int) -> Iterator[Span]:
    """Take quoted words of more than one clause for a speech, as all are that go over a stop."""
    start = sentence.span.start
    if opened < start or _CLAUSED.search(sentence.text, opened - start, closed - start):
        yield Span(opened, closed)
