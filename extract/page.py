"""A page as it was printed, unwrapped into paragraphs, with the way back to the stored text.

Printed lines end anywhere, so a line break says nothing by itself: the widths of neighbouring lines
and the mark a line ends with tell whether a paragraph goes on. Reading drops white space; the quote of
a span is always cut from the stored text, so no character is ever invented.
"""

import functools
import itertools
import re
from dataclasses import dataclass

from extract.characters import fold
from extract.rulebook import load
from extract.spans import Span

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_BREAKS = re.compile(r"[\r\n]+")
_ENDS = re.compile(r"[。！？…；][”’）》]*$")
_STOPS = re.compile(r"[。！？]")

_INDENT = 3
"""How much narrower, in characters, the first or the last line of a justified paragraph may be."""
_SHORT = 0.8
"""A first line narrower than this share of the next is a heading, not an indented line."""
_HEADING = 70
"""A paragraph without a full stop is taken for a heading up to this many characters."""


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

    @classmethod
    def read(cls, text: str, found: re.Match[str]) -> "_Line":
        offsets = tuple(i for i in range(*found.span()) if not text[i].isspace())
        return cls(fold("".join(text[i] for i in offsets)), offsets)

    @property
    def width(self) -> int:
        return len(self.text)

    @property
    def ends(self) -> bool:
        return bool(_ENDS.search(self.text))

    @property
    def opens(self) -> bool:
        return opens_article(self.text)


def _group(lines: list[_Line]) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    ahead = itertools.zip_longest(lines, lines[1:])
    for line, after in ahead:
        if groups and _goes_on(groups[-1], line, after):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[_Line], line: _Line, after: _Line | None) -> bool:
    """Say whether a paragraph goes on in this line; `after` is the line after it."""
    last, column = group[-1], max(member.width for member in group)
    inside = bool(_STOPS.search("".join(member.text for member in group)))
    if line.opens and (last.ends or not inside):
        return False
    if last.ends:
        return _is_full(group, column, line, after)
    if not inside and last.width <= _SHORT * line.width:
        return False
    if len(group) == 1:
        return not _is_headline(last, line, after)
    if last.width < column - _INDENT:
        return inside and abs(line.width - last.width) < _INDENT
    return True


def _is_full(group: list[_Line], column: int, line: _Line, after: _Line | None) -> bool:
    """Say whether a line that ends a sentence fills its column, so that the paragraph may go on."""
    last = group[-1]
    if abs(last.width - column) > 1 or line.width > column + _INDENT:
        return False
    if after and line.width + 2 <= min(column, after.width) and not line.ends:
        return False
    return len(group) > 1 or (not line.ends and abs(line.width - last.width) <= 1)


def _is_headline(last: _Line, line: _Line, after: _Line | None) -> bool:
    """Say whether a first line is a headline: wider than the even column under it."""
    if last.width > _HEADING or not after or line.ends:
        return False
    return last.width >= line.width + 2 and abs(line.width - after.width) <= 1
