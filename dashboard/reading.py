"""What of a report was read: its articles in reading order, their sentences, the numbers left over.

It reads the text again and decides nothing itself.
"""

import bisect
import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.quotes import Stretch
from extract.articles import Article
from extract.explain import OTHER_ARTICLE, OTHER_PARAGRAPHS, Rejection, list_left_out
from extract.page import Page
from extract.pipeline import open_report, read_floods
from extract.spans import Span

MOST = 20_000
"""So many characters of a text are shown at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a heading, or a piece of one; `is_read`: it was taken to speak of a flood."""

    place: Stretch
    is_heading: bool
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An article: its headline, and its blocks as they read, a headline printed under it brought on top.

    `goes_on` says that it began on the part before.
    """

    title: str
    blocks: tuple[Block, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A text in parts, counted from 1.

    Attributes:
        columns: The articles of each part, or what of them stands in it.
        begins: Where the blocks begin, in the order of the text, each with the number of its part.
    """

    columns: tuple[tuple[Column, ...], ...]
    begins: tuple[tuple[int, int], ...]

    def at(self, place: int) -> int:
        """Say in which part a character of the text stands."""
        before = bisect.bisect_right(self.begins, place, key=lambda one: one[0])
        return self.begins[max(0, before - 1)][1] if self.begins else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A report's text as read. Places count the characters of the text as stored.

    Attributes:
        columns: The articles, of floods or not, in the order of the page; they hold all its words.
        parts: The same, cut where they are too long to be shown at once.
        sentences: Those that were searched for facts, in the order of the text.
        numbers: The numbers with units that became no fact, each with the rule that says why.
        unread: How many characters, without blanks, stand in no sentence that was searched.
    """

    columns: tuple[Column, ...]
    parts: Parts
    sentences: tuple[Stretch, ...]
    numbers: tuple[Rejection, ...]
    unread: int


@functools.lru_cache(maxsize=16)
def read_text(text: str) -> ReadText:
    """Read a report again, as it was read for its facts; no date changes what is read."""
    report, page, articles = open_report(text)
    readings = read_floods(report, page, articles)
    read = {span for one in readings for span in (*one.article.paragraphs, *one.article.headings)}
    sentences = sorted(_stored(page, one.span) for reading in readings for one in reading.sentences)
    left_out = list_left_out(page, articles, readings)
    columns = tuple(_column(page, article, read) for article in articles)
    return ReadText(
        columns=columns,
        parts=cut_parts(columns, MOST),
        sentences=tuple(sentences),
        numbers=tuple(one for one in left_out if one.why not in {OTHER_ARTICLE, OTHER_PARAGRAPHS}),
        unread=_count(text) - sum(_count(text[one.start : one.end]) for one in sentences),
    )


def article_around(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """Find the paragraphs of the article that holds the characters `[start, end)` of a report."""
    for column in read_text(text).columns:
        if any(block.place.start < end and start < block.place.end for block in column.blocks):
            return tuple(block.place for block in column.blocks if not block.is_heading)
    return (Stretch(start, end),)


def cut_parts(columns: Sequence[Column], most: int) -> Parts:
    """Cut a text into parts of so many characters at most, between blocks where that can be."""
    pieces = [(column, piece) for column in columns for block in column.blocks for piece in _cut(block, most)]
    numbers = list(_number(pieces, most))
    begins = sorted((piece.place.start, number) for (_, piece), number in zip(pieces, numbers, strict=True))
    parts: list[list[Column]] = [[] for _ in range(max(numbers, default=1))]
    begun: set[int] = set()
    placed = zip(pieces, numbers, strict=True)
    for (number, title_of), group in itertools.groupby(placed, lambda one: (one[1], id(one[0][0]))):
        blocks = [(column, piece) for (column, piece), _ in group]
        goes_on = title_of in begun
        begun.add(title_of)
        column = replace(blocks[0][0], blocks=tuple(piece for _, piece in blocks), goes_on=goes_on)
        parts[number - 1].append(column)
    return Parts(columns=tuple(map(tuple, parts)), begins=tuple(begins))


def _number(pieces: Iterable[tuple[Column, Block]], most: int) -> Iterator[int]:
    """Say of each piece in which part it stands."""
    number, taken = 1, 0
    for _, piece in pieces:
        length = piece.place.end - piece.place.start
        if taken and taken + length > most:
            number, taken = number + 1, 0
        taken += length
        yield number


def _column(page: Page, article: Article, read: set[Span]) -> Column:
    body = article.paragraphs[-1].start if article.paragraphs else 0
    # Only a headline stands after all of an article's paragraphs: it is printed under them.
    above = [span for span in article.headings if span.start > body]
    rest = sorted({*article.headings, *article.paragraphs} - {*above})
    headings = {*article.headings}
    return Column(
        title=article.title,
        blocks=tuple(
            Block(place=_stored(page, span), is_heading=span in headings, is_read=span in read)
            for span in (*above, *rest)
        ),
    )


def _count(words: str) -> int:
    return len("".join(words.split()))


def _stored(page: Page, span: Span) -> Stretch:
    place = page.to_stored(span)
    return Stretch(place.start, place.end)


def _cut(block: Block, most: int) -> Iterator[Block]:
    place = block.place
    for start in range(place.start, place.end, most):
        yield replace(block, place=Stretch(start, min(start + most, place.end)))
