"""The characters of a printed page in the order they are read: columns one after the other, line by line.

A PDF only says where each character stands, and may draw the lines of two columns row by row. What is a
column is told by a gutter that stays free down several lines of prose.
"""

import itertools
import statistics
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

_GUTTER = 0.9
"""The least width of the gap between columns, in characters; a fixed gap between two words is narrower."""
_NARROWEST, _FEWEST, _FILLED = 6.0, 3, 0.6
"""A column of prose: at least so many characters wide, so many lines, and most lines fill it so far. What is
narrower, such as the columns of a table, is read row by row."""
_TOUCHING = 0.25
"""This share of a character's height, above and below, may overlap the next line's."""
_HAN, _BOX = "\u2e80", 1.4
"""The first of the characters that are as wide as their type is large; how high the box of others is."""
_CELLS_APART = 1.8
"""A gap of so many characters in a row parts the cells of a table."""

_TIED = frozenset("0123456789.,%:/-+ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_NEVER_FIRST = frozenset("，。、；：？！）》”’％〉】…—,.;:?!)%")
_NEVER_LAST = frozenset("（《“‘〈【(")


class Character(NamedTuple):
    """A character and its box, in points from the lower left corner; `spaced` where a space stands before."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool

    @property
    def middle(self) -> float:
        """Give the height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        """Give the size of its type: a Chinese character is as wide, and the box of any is higher."""
        return self.right - self.left if self.is_han else (self.top - self.bottom) / _BOX

    @property
    def is_han(self) -> bool:
        """Say whether it is as wide as its type is large."""
        return self.text >= _HAN


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A printed line. All lengths are in points.

    Attributes:
        text: Its words.
        left: Where it begins.
        right: Where it ends.
        middle: How high it stands on the page.
        size: The size of its type.
        is_sized: Whether Chinese characters tell the size; else it is estimated.
        first: The width of what cannot be parted from its first character.
    """

    text: str
    left: float
    right: float
    middle: float
    size: float
    is_sized: bool
    first: float


Flow = list[Line]
"""The lines of one column, from top to bottom."""
Cover = list[tuple[float, float]]
"""What characters cover of the width of a page, from left to right; the gutters lie between."""


def read_flows(characters: Sequence[Character]) -> list[Flow]:
    """Part a page into the columns it is read by, in order."""
    flows: list[Flow] = []
    goes_on = False
    for group in _group(_bands(characters)):
        columns = _columns(group)
        if columns:
            for column in columns:
                flows += read_flows(column)
        elif goes_on:
            flows[-1] += _lines(group)
        else:
            flows.append(_lines(group))
        goes_on = not columns
    return flows


def _bands(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Part characters into bands with nothing but white between them, from top to bottom."""
    band: list[Character] = []
    floor = 0.0
    for character in sorted(characters, key=lambda character: -character.top):
        margin = _TOUCHING * (character.top - character.bottom)
        if band and character.top - margin <= floor:
            yield band
            band = []
        bottom = character.bottom + margin
        floor = min(floor, bottom) if band else bottom
        band.append(character)
    if band:
        yield band


def _group(bands: Iterator[list[Character]]) -> Iterator[list[Character]]:
    """Join bands as long as the same gutters run through them, or none do."""
    group: list[list[Character]] = []
    cover: Cover = []
    for band in bands:
        alone = _cover_of(band)
        wider = _merge([*cover, *alone], _gutter(band))
        if group and len(wider) == 1 and (len(cover) > 1 or len(alone) > 1):
            # A headline may end, by chance, where a gutter begins: the rows under it go with the columns.
            opening, wider = _take_back(group, alone)
            if group:
                yield list(itertools.chain.from_iterable(group))
            group = opening
        group.append(band)
        cover = wider
    if group:
        yield list(itertools.chain.from_iterable(group))


def _take_back(group: list[list[Character]], cover: Cover) -> tuple[list[list[Character]], Cover]:
    """Take from the end of a group what leaves the gutters under it free."""
    taken: list[list[Character]] = []
    while group and len(cover) > 1:
        wider = _merge([*cover, *_cover_of(group[-1])], _gutter(group[-1]))
        if len(wider) < len(cover):
            break
        taken.insert(0, group.pop())
        cover = wider
    return taken, cover


def _cover_of(band: Sequence[Character]) -> Cover:
    return _merge([(character.left, character.right) for character in band], _gutter(band))


def _merge(spans: Cover, apart: float) -> Cover:
    """Merge spans that lie closer together than a gutter is wide."""
    merged: Cover = []
    for left, right in sorted(spans):
        if merged and left - merged[-1][1] < apart:
            merged[-1] = merged[-1][0], max(right, merged[-1][1])
        else:
            merged.append((left, right))
    return merged


def _gutter(characters: Sequence[Character]) -> float:
    return _GUTTER * _size(characters)


def _size(characters: Sequence[Character]) -> float:
    han = [character for character in characters if character.is_han]
    return statistics.median(character.size for character in han or characters)


def _columns(group: Sequence[Character]) -> list[list[Character]]:
    """Part a group at its gutters; empty where these do not part columns of prose."""
    cover = _cover_of(group)
    columns: list[list[Character]] = [[] for _ in cover]
    for character in group:
        middle = (character.left + character.right) / 2
        columns[
            next(i for i, (_, right) in enumerate(cover) if middle <= right or i + 1 == len(cover))
        ].append(character)
    return columns if len(columns) > 1 and all(map(_is_prose, columns)) else []


def _is_prose(column: Sequence[Character]) -> bool:
    lines = _lines(column)
    widths = [line.right - line.left for line in lines]
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    typical = statistics.median(widths)
    return len(lines) >= _FEWEST and typical >= max(_NARROWEST * _size(column), _FILLED * wide)


def _lines(characters: Sequence[Character]) -> list[Line]:
    """Part characters into lines by the height of their middles."""
    lines: list[list[Character]] = []
    for character in sorted(characters, key=lambda character: -character.middle):
        reach = (character.top - character.bottom) / 2
        if lines and abs(lines[-1][0].middle - character.middle) < reach:
            lines[-1].append(character)
        else:
            lines.append([character])
    return [_to_line(sorted(line, key=lambda character: character.left)) for line in lines]


def _to_line(characters: Sequence[Character]) -> Line:
    size = _size(characters)
    text = characters[0].text
    for last, character in itertools.pairwise(characters):
        apart = character.left - last.right > _CELLS_APART * size
        text += ("，" if apart else " " if character.spaced else "") + character.text
    return Line(
        text=text,
        left=characters[0].left,
        right=max(character.right for character in characters),
        middle=statistics.median(character.middle for character in characters),
        size=size,
        is_sized=any(character.is_han for character in characters),
        first=_first(characters) - characters[0].left,
    )


def _first(characters: Sequence[Character]) -> float:
    """Find where the line could first be broken: not within a number, nor before a closing mark."""
    for last, character in itertools.pairwise(characters):
        tied = last.text in _TIED and character.text in _TIED
        if not (tied or last.text in _NEVER_LAST or character.text in _NEVER_FIRST):
            return last.right
    return characters[-1].right
