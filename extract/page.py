"""A page as it was printed, unwrapped into paragraphs, with the way back to the stored text.

Printed lines end anywhere, so a line break says nothing by itself: the widths of neighbouring lines
and the mark a line ends with tell whether a paragraph goes on. Reading drops white space; the quote of
a span is always cut from the stored text, so no character is ever invented.
"""

import functools
import re
from collections import Counter
from dataclasses import dataclass

from extract.characters import fold
from extract.rulebook import load
from extract.spans import Span

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_BREAKS = re.compile(r"[\r\n]+")
_ENDS = re.compile(r"(?:[。！？…；][”’）》]*|摄(?:影)?）?)$")
_STOPS = re.compile(r"[。！？]")

_SLACK = 3
"""How much narrower, in characters, a full line of a justified column may be."""
_COLUMNS, _TYPED = 4, 0.75
"""Lines cut at fixed widths: so many widths serve at least this share of the unfinished lines."""
_SHORT = 0.8
"""A first line narrower than this share of the next is a heading, not an indented line."""
_HEADING = 70
"""A paragraph without a full stop is taken for a heading up to this many characters."""
_AHEAD = 6
"""How many lines are looked at to tell a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text as stored, and as read.

    Attributes:
        stored: The text as it came; the offsets of every fact count its characters.
        reading: Folded, without white space, paragraphs parted by one line feed.
        paragraphs: Where they stand in `reading`, half-open.
    """

    stored: str
    reading: str
    paragraphs: tuple[Span, ...]
    _origin: tuple[int, ...]

    def to_stored(self, span: Span) -> Span:
        """Turn a span of the reading, not empty, into one of the stored text."""
        return Span(self._origin[span.start], self._origin[span.end - 1] + 1)

    def quote(self, stored: Span) -> str:
        """Cut a quote from the stored text, its line breaks taken out."""
        return _BREAKS.sub("", self.stored[stored.start : stored.end])

    def words(self, span: Span) -> str:
        """Quote a span of the reading."""
        return self.quote(self.to_stored(span))


def unwrap(text: str) -> Page:
    """Join printed lines into paragraphs."""
    groups = _group([_Line.read(text, found) for found in _LINE.finditer(text)])
    reading: list[str] = []
    origin: list[int] = []
    paragraphs = []
    for group in groups:
        start = len(origin)
        offsets = [offset for line in group for offset in line.offsets]
        reading.append("".join(text[offset] for offset in offsets))
        origin.extend(offsets)
        paragraphs.append(Span(start, len(origin)))
        reading.append("\n")
        origin.append(offsets[-1])
    return Page(
        stored=text,
        reading=fold("".join(reading)),
        paragraphs=tuple(paragraphs),
        _origin=tuple(origin),
    )


def opens_article(text: str) -> bool:
    """Say whether folded text begins as a news item does, with its dateline or a picture's mark."""
    return bool(_dateline().match(text))


@functools.cache
def _dateline() -> re.Pattern[str]:
    return load("articles").pattern("{dateline}|{mark}")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    offsets: tuple[int, ...]
    width: int

    @classmethod
    def read(cls, text: str, found: re.Match[str]) -> "_Line":
        offsets = tuple(i for i in range(*found.span()) if not text[i].isspace())
        return cls(fold("".join(text[i] for i in offsets)), offsets, len(found[0].rstrip()))

    @property
    def ends(self) -> bool:
        return bool(_ENDS.search(self.text))

    @property
    def opens(self) -> bool:
        return opens_article(self.text)


@dataclass(slots=True)
class _Group:
    """The lines of a paragraph so far: how wide the widest is, and whether a sentence has ended."""

    lines: list[_Line]
    column: int
    inside: bool

    @classmethod
    def of(cls, line: _Line) -> "_Group":
        return cls([line], line.width, bool(_STOPS.search(line.text)))

    def append(self, line: _Line) -> None:
        self.lines.append(line)
        self.column = max(self.column, line.width)
        self.inside = self.inside or bool(_STOPS.search(line.text))


def _group(lines: list[_Line]) -> list[list[_Line]]:
    widths = _typed_widths(lines)
    groups: list[_Group] = []
    for index, line in enumerate(lines):
        ahead = lines[index : index + _AHEAD]
        if groups and not line.opens and _goes_on(groups[-1], ahead, widths):
            groups[-1].append(line)
        else:
            groups.append(_Group.of(line))
    return [group.lines for group in groups]


def _typed_widths(lines: list[_Line]) -> frozenset[int]:
    """Find the widths that lines were cut at; none where the columns were justified.

    Few widths then serve nearly all the lines that end within a sentence.
    """
    widths = Counter(line.width for line in lines if not line.ends)
    common = widths.most_common(_COLUMNS)
    typed = sum(count for _, count in common) >= _TYPED * widths.total()
    return frozenset(width for width, _ in common) if typed else frozenset()


def _goes_on(group: _Group, ahead: list[_Line], widths: frozenset[int]) -> bool:
    """Say whether a paragraph goes on in the first of the lines ahead."""
    last, line = group.lines[-1], ahead[0]
    headline = len(group.lines) == 1 and _is_headline(last, ahead)
    if widths:
        if last.width not in widths or line.width > last.width:
            return False
        return not _is_heading(ahead, last.width) if last.ends else not headline
    if last.ends:
        return _is_full(group, ahead)
    if not group.inside and last.width <= _SHORT * line.width:
        return False
    if len(group.lines) > 1 and last.width < group.column - _SLACK:
        return group.inside and abs(line.width - last.width) < _SLACK
    return not headline


def _is_full(group: _Group, ahead: list[_Line]) -> bool:
    """Say whether a line that ends a sentence fills its justified column, so that the text may go on."""
    last, line, column = group.lines[-1], ahead[0], group.column
    if column - last.width > 1 or line.width > column + _SLACK:
        return False
    indented = len(ahead) > 1 and not line.ends and line.width + 2 <= min(column, ahead[1].width)
    if indented or _is_heading(ahead, column - _SLACK):
        return False
    return len(group.lines) > 1 or (not line.ends and abs(line.width - last.width) <= 1)


def _is_heading(ahead: list[_Line], full: int) -> bool:
    """Say whether the lines ahead, to the first that is not full, hold no whole sentence."""
    length = 0
    for line in ahead:
        length += line.width
        if _STOPS.search(line.text) or length > _HEADING:
            return False
        if line.width < full:
            return True
    return False


def _is_headline(last: _Line, ahead: list[_Line]) -> bool:
    """Say whether a first line is a headline: wider than the even column under it."""
    if last.width > _HEADING or len(ahead) == 1 or ahead[0].ends:
        return False
    return last.width >= ahead[0].width + 2 and abs(ahead[0].width - ahead[1].width) <= 1
