"""A page as it was printed, unwrapped into paragraphs, with the way back to the stored text.

Printed lines end anywhere, so a line break says nothing by itself: the widths of neighbouring lines
and the mark a line ends with tell whether a paragraph goes on. Reading drops white space; the quote of
a span is always cut from the stored text, so no character is ever invented.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Sequence

import msgspec

from extract.characters import fold
from extract.columns import find_columns
from extract.rulebook import load
from extract.spans import Span

_END_MARKS = frozenset("。！？…；")
_CLOSING_MARKS = frozenset("”’）》摄影")
"""After these a sentence ends only where one of the marks that end it, or 摄, stands before them."""
_CLOSED = re.compile(r"(?:[。！？…；][”’）》]*|摄(?:影)?）?)$")
_LAST = 8
"""How many characters at the end of a line tell whether a sentence ends there."""

# A number cut in two by the end of its line: 1|36名, 1.|03米, 6|.8米.
_NUMBER_CUT = re.compile(r"(?<![\d年月日时分.])(?:\d{1,4}(?:\.\d{0,2})?)$")
_NUMBER_GOES_ON = re.compile(r"(?:\d{1,3}|\.\d{1,3})(?![\d年月日时.、])")
# No headline begins so: 7月19日11时，
_DATED = re.compile(r"(?:截[至止])?\d{1,2}[月日时][^，]{0,8}，")
_IN_NUMBERS = frozenset("0123456789.")

_SLACK = 3
"""How much narrower, in characters, a full line of a justified column may be."""
_SHORT = 0.8
"""A first line narrower than this share of the next is a heading, not an indented line."""
_HEADING = 70
"""A paragraph without a full stop is taken for a heading up to this many characters."""
_AHEAD = 6
"""How many lines are looked at to tell a heading."""


class Page(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A text as stored, and as read.

    Attributes:
        stored: The text as it came; the offsets of every fact count its characters.
        reading: Folded, without white space, paragraphs parted by one line feed.
        paragraphs: Where they stand in `reading`, half-open.
        columns: The width, in characters, the lines of each paragraph were cut at; 0 where it is unknown.
    """

    stored: str
    reading: str
    paragraphs: tuple[Span, ...]
    columns: tuple[int, ...]
    # The runs without white space: where each begins in the reading, and where in the stored text.
    _starts: Sequence[int]
    _origins: Sequence[int]

    def to_stored(self, span: Span) -> Span:
        """Turn a span of the reading, not empty, into one of the stored text."""
        starts, origins, last = self._starts, self._origins, span.end - 1
        run = bisect.bisect_right(starts, span.start) - 1
        shift = origins[run] - starts[run]
        start = span.start + shift
        if run + 1 < len(starts) and last >= starts[run + 1]:  # it ends in a later run
            run = bisect.bisect_right(starts, last, run + 1) - 1
            shift = origins[run] - starts[run]
        return Span(start, last + shift + 1)

    def quote(self, stored: Span) -> str:
        """Cut a quote from the stored text, its line breaks taken out."""
        return self.stored[stored.start : stored.end].replace("\n", "").replace("\r", "")

    def words(self, span: Span) -> str:
        """Quote a span of the reading."""
        return self.quote(self.to_stored(span))


def unwrap(text: str) -> Page:
    """Join printed lines into paragraphs."""
    folded, lines, runs = _read_lines(text)
    groups = _group(lines)
    bounds = [*(group.lines[0].start for group in groups), len(folded)]
    spans = list(itertools.pairwise(bounds))
    starts, origins = _trace(runs, bounds[1:])
    return Page(
        stored=text,
        reading="".join([f"{folded[start:end]}\n" for start, end in spans]),
        paragraphs=tuple(Span(start + number, end + number) for number, (start, end) in enumerate(spans)),
        columns=tuple(group.typed for group in groups),
        _starts=starts,
        _origins=origins,
    )


def opens_article(text: str) -> bool:
    """Say whether folded text begins as a news item does, with its dateline or a picture's mark."""
    return bool(_dateline().match(text))


def begins_with_date(text: str) -> bool:
    """Say whether folded text begins with a date and a comma, as a sentence does and no headline."""
    return bool(_DATED.match(text))


@functools.cache
def _dateline() -> re.Pattern[str]:
    return load("articles").pattern("{dateline}|{mark}")


class _Line:
    """A printed line: its folded text without white space, where that starts, and how wide the line is.

    `padded` is its width with the white space at its end.
    """

    __slots__ = ("ends", "padded", "start", "text", "width")

    def __init__(self, text: str, start: int, width: int, padded: int) -> None:
        self.text = text
        self.start = start
        self.width = width
        self.padded = padded
        last = text[-1]
        self.ends = last in _END_MARKS or (
            last in _CLOSING_MARKS and bool(_CLOSED.search(text, max(0, len(text) - _LAST)))
        )

    @property
    def opens(self) -> bool:
        return opens_article(self.text)

    @property
    def stops(self) -> bool:
        text = self.text  # three searches for a character are faster than one for any of three
        return "。" in text or "！" in text or "？" in text


class _Group:
    """The lines of a paragraph so far: how wide the widest is, and whether a sentence has ended.

    `typed` is the width the lines around were cut at; 0 in a justified column.
    """

    __slots__ = ("column", "inside", "lines", "typed")

    def __init__(self, line: _Line, typed: int) -> None:
        self.lines = [line]
        self.column = line.width
        self.inside = line.stops
        self.typed = typed

    def append(self, line: _Line) -> None:
        self.lines.append(line)
        if not self.typed:
            self.column = max(self.column, line.width)
            self.inside = self.inside or line.stops


_Run = tuple[int, int]
"""Where characters without white space between them begin, without any before them and in the stored text."""


def _read_lines(text: str) -> tuple[str, list[_Line], list[_Run]]:
    """Give the folded text without white space, its lines and its runs."""
    printed = text.replace("\r", "\n").split("\n")
    parted = [line.split() for line in printed]
    # Folded as one, for a line break within 1,400 is no place to tell what the comma means.
    folded = fold("".join(itertools.chain.from_iterable(parted)))
    lines: list[_Line] = []
    runs: list[_Run] = []
    start = offset = 0
    for line, words in zip(printed, parted, strict=True):
        padded = len(line)
        if words:
            end, place = start, 0
            for word in words:
                place = line.index(word[0], place)
                runs.append((end, offset + place))
                place += len(word)
                end += len(word)
            lines.append(_Line(folded[start:end], start, place, padded))
            start = end
        offset += padded + 1
    return folded, lines, runs


def _trace(runs: list[_Run], ends: list[int]) -> tuple[list[int], list[int]]:
    """List where each run without white space begins in the reading and in the stored text.

    A line feed of the reading, one for each paragraph's end, is traced to the character before it.
    """
    starts, origins, passed = [], [], 0
    for number, end in enumerate(ends):
        while passed < len(runs) and runs[passed][0] < end:
            start, origin = runs[passed]
            starts.append(start + number)
            origins.append(origin)
            passed += 1
        starts.append(end + number)
        origins.append(origin + end - 1 - start)
    return starts, origins


def _group(lines: list[_Line]) -> list[_Group]:
    columns = find_columns([(line.width, line.padded, line.ends) for line in lines])
    groups: list[_Group] = []
    for index, (line, column) in enumerate(zip(lines, columns, strict=True)):
        if line.padded == column:  # cut at a space
            line.width = column
        if groups and _goes_on(groups[-1], lines[index : index + _AHEAD], column) and not line.opens:
            groups[-1].append(line)
        else:
            groups.append(_Group(line, column))
    return groups


def _goes_on(group: _Group, ahead: list[_Line], column: int) -> bool:
    """Say whether a paragraph goes on in the first of the lines ahead, which stands in a column."""
    last, line = group.lines[-1], ahead[0]
    if line.text[0] in _IN_NUMBERS and _NUMBER_CUT.search(last.text) and _NUMBER_GOES_ON.match(line.text):
        return True
    if column:
        return _goes_on_typed(group, ahead, column)
    if last.ends:
        return _is_full(group, ahead)
    if not group.inside and (begins_with_date(group.lines[0].text) or last.width <= _SHORT * line.width):
        return begins_with_date(group.lines[0].text)
    if len(group.lines) > 1 and last.width < group.column - _SLACK:
        return group.inside and abs(line.width - last.width) < _SLACK
    return not (len(group.lines) == 1 and _is_headline(last, ahead))


def _goes_on_typed(group: _Group, ahead: list[_Line], column: int) -> bool:
    """Say the same where lines are cut at fixed widths: after a full line."""
    last, line = group.lines[-1], ahead[0]
    if column != group.typed or last.width != column or line.width > column:
        return False
    return not last.ends or not _is_heading(ahead, column)


def _is_full(group: _Group, ahead: list[_Line]) -> bool:
    """Say whether a line that ends a sentence fills its justified column, so that the text may go on."""
    last, line, column = group.lines[-1], ahead[0], group.column
    if len(group.lines) == 1 and (line.ends or abs(line.width - last.width) > 1):
        return False
    if column - last.width > 1 or line.width > column + _SLACK:
        return False
    indented = len(ahead) > 1 and not line.ends and line.width + 2 <= min(column, ahead[1].width)
    return not (indented or _is_heading(ahead, column - _SLACK))


def _is_heading(ahead: list[_Line], full: int) -> bool:
    """Say whether the lines ahead, to the first that is not full, hold no whole sentence."""
    length = 0
    for line in ahead:
        length += line.width
        if line.stops or length > _HEADING:
            return False
        if line.width < full:
            return True
    return False


def _is_headline(last: _Line, ahead: list[_Line]) -> bool:
    """Say whether a first line is a headline: wider than the even column under it."""
    if last.width > _HEADING or len(ahead) == 1 or ahead[0].ends:
        return False
    return last.width >= ahead[0].width + 2 and abs(ahead[0].width - ahead[1].width) <= 1
