"""Printed lines joined into paragraphs, over columns and pages; what is printed on every page left out.

Where a line ends says whether its paragraph goes on: it does where the next word had no room. Lines that
are set otherwise stay as they are printed; `page.py` joins those by their text.
"""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.documents.layout import Flow, Line

_MARGIN = 0.12
"""The share of a page's height, above and below, where running heads stand."""
_EVERYWHERE = 0.4
"""A line that stands on this share of the pages is a running head; left and right pages may differ."""
_SAME_PLACE = 3.0
"""In points."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-—–·•\s]*(?:第\s*)?\d{1,4}\s*(?:页|版)?\s*(?:[/共，,]*\s*\d{1,4}\s*页?)?[-—–·•\s]*"
)
_ALIKE = 0.12
"""By how much the sizes, or the widths of two columns, differ at most within one paragraph."""
_INDENT, _LOOSE, _APART = 1.0, 0.3, 1.4
"""In characters: the least indent; how much room may be left in a full line. In usual line distances: how far
the lines of a paragraph lie apart at most."""
_TELLING = 3
"""So many lines tell the width of their column."""
_BY_HAND = 0.75
"""Fewer of the lines that end within a sentence are full where someone broke them by hand."""
_ENDS = tuple("。！？；…”）")

Page = tuple[float, list[Flow]]
"""The height of a page in points, and its columns."""


def join_pages(pages: Sequence[Page]) -> str:
    """Write pages as text: one paragraph a line, or one printed line where they were broken by hand."""
    columns = [_Column(flow) for flow in _without_heads(pages) if flow]
    by_hand = _broken_by_hand(columns)
    paragraphs: list[str] = []
    for before, column in zip([None, *columns], columns, strict=False):
        goes_on = before is not None and before.goes_on_in(column)
        for number, line in enumerate(column.flow):
            if not by_hand and (column.goes_on_after(number - 1) if number else goes_on):
                paragraphs[-1] += line.text
            else:
                paragraphs.append(line.text)
    return "\n".join(paragraphs)


def _broken_by_hand(columns: Sequence["_Column"]) -> bool:
    """Say whether lines end within sentences where there was room: then their ends tell nothing."""
    full = [is_full for column in columns for is_full in column.unfinished()]
    return sum(full) < _BY_HAND * len(full)


class _Column:
    """The lines of a column, its edges, and how far its lines lie apart."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.left = min(line.left for line in flow)
        self.right = max(line.right for line in flow)
        steps = [one.middle - two.middle for one, two in itertools.pairwise(flow)]
        self.step = statistics.median(steps) if steps else 0.0

    def unfinished(self) -> Iterator[bool]:
        """Say of each line that ends within a sentence whether it is full."""
        for line, following in itertools.pairwise(self.flow):
            if not line.text.endswith(_ENDS) and _is_alike(line, following):
                yield self._is_full(line, following)

    def goes_on_after(self, number: int) -> bool:
        """Say whether the paragraph of a line goes on in the next one."""
        line, following = self.flow[number], self.flow[number + 1]
        if line.middle - following.middle > _APART * self.step or not self._is_full(line, following):
            return False
        indented = following.left - self.left > _INDENT * following.size
        return not indented or (
            not line.text.endswith(_ENDS) and following.left <= line.left + following.size
        )

    def goes_on_in(self, column: "_Column") -> bool:
        """Say whether the paragraph at the end of this column goes on at the top of another.

        After a whole sentence nothing tells, and nothing is lost by a break.
        """
        line, following = self.flow[-1], column.flow[0]
        if line.text.endswith(_ENDS):
            return False
        width, other = self.right - self.left, column.right - column.left
        if min(len(self.flow), len(column.flow)) >= _TELLING and abs(width - other) > _ALIKE * width:
            return False
        return self._is_full(line, following) and following.left - column.left <= _INDENT * following.size

    def _is_full(self, line: Line, following: Line) -> bool:
        """Say whether what follows a line had no room in it, and is set as large."""
        return _is_alike(line, following) and following.first + _LOOSE * line.size > self.right - line.right


def _is_alike(one: Line, two: Line) -> bool:
    """Say whether two lines are set in type of the same size, as far as can be told."""
    return not (one.is_sized and two.is_sized) or abs(one.size - two.size) <= _ALIKE * one.size


def _without_heads(pages: Sequence[Page]) -> Iterator[Flow]:
    """Leave out the lines that stand in the same place of many pages, and the numbers of the pages."""
    seen = Counter(key for height, flows in pages for key in {_key(line) for line in _outer(height, flows)})
    least = max(2, _EVERYWHERE * len(pages))
    for height, flows in pages:
        outer = {id(line) for line in _outer(height, flows)}
        for flow in flows:
            yield [line for line in flow if id(line) not in outer or not _is_head(line, seen, least)]


def _is_head(line: Line, seen: Counter[tuple[str, int]], least: float) -> bool:
    text, place = _key(line)
    near = sum(seen[text, place + step] for step in (-1, 0, 1))
    return near >= least or bool(_PAGE_NUMBER.fullmatch(line.text))


def _outer(height: float, flows: list[Flow]) -> list[Line]:
    edges = _MARGIN * height, (1 - _MARGIN) * height
    return [line for flow in flows for line in flow if not edges[0] <= line.middle <= edges[1]]


def _key(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text), round(line.middle / _SAME_PLACE)
