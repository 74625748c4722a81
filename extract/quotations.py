"""Where somebody's own words stand in an article; “堤上路” in inverted commas is no speech."""

import bisect
import itertools
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
    quoted = {sentence.paragraph for sentence in sentences if "“" in sentence.text}
    if not quoted:
        return
    told = (sentence for sentence in sentences if sentence.paragraph in quoted)
    for _, paragraph in itertools.groupby(told, key=lambda sentence: sentence.paragraph):
        parts = list(paragraph)
        start, text = parts[0].span.start, "".join(part.text for part in parts)
        opened = None
        for mark in _MARKS.finditer(text):
            if mark[0] == "“":
                opened = mark.start() if opened is None else opened
            elif opened is not None:
                yield from _speech(text, opened, mark.end(), start)
                opened = None
        if opened is not None:
            yield from _speech(text, opened, len(text), start)


def _speech(text: str, opened: int, closed: int, start: int) -> Iterator[Span]:
    if _CLAUSED.search(text, opened, closed):
        yield Span(opened, closed).shift(start)
