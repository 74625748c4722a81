"""The widths that printed lines were cut at: a page may have several columns, each with its own."""

import itertools
from collections import Counter
from collections.abc import Sequence

_WIDTHS, _EVEN, _TYPED, _CUT = 8, 0.6, 0.75, 0.2
"""Lines cut at fixed widths: at most so many widths; this share of the unfinished lines that follow each
other are equally wide, or where none do, this share of the unfinished lines has one of those widths; and
this share of all lines, at least, is unfinished."""
_SWITCH, _LOOSE, _WIDER = 1.5, 1.0, 2.0
"""What it costs to read lines as another column, as a short line within a sentence, as a wider one."""

Line = tuple[int, int, bool]
"""A line's width, its width with the white space at its end, and whether a sentence ends with it."""


def find_columns(lines: Sequence[Line]) -> list[int]:
    """Tell for each line the width, in characters, that the lines there were cut at; 0 in justified columns.

    The fewest lines are odd then: wider than their column, or short and yet within a sentence.
    """
    widths = _typed_widths(lines)
    if not widths:
        return [0] * len(lines)
    cut = [(padded if padded in widths else width, ends) for width, padded, ends in lines]
    cost = dict.fromkeys(widths, 0.0)
    steps: list[tuple[int, int, float, dict[int, float]]] = []
    for (width, ends), run in itertools.groupby(cut):
        count = sum(1 for _ in run)
        cheapest = min(cost, key=cost.__getitem__)
        switched = cost[cheapest] + _SWITCH
        steps.append((count, cheapest, switched, cost))
        cost = {
            column: min(switched, before) + count * _oddness(width, column, ends=ends)
            for column, before in cost.items()
        }
    return _trace_back(steps, min(cost, key=cost.__getitem__))


def _trace_back(steps: list[tuple[int, int, float, dict[int, float]]], column: int) -> list[int]:
    """Go back from the last column to how each was reached.

    Of two ways that cost the same the later switch: a short line ends the paragraph before it.
    """
    columns: list[int] = []
    for count, cheapest, switched, cost in reversed(steps):
        columns += [column] * count
        if cost[column] >= switched:
            column = cheapest
    return columns[::-1]


def _oddness(width: int, column: int, *, ends: bool) -> float:
    if width > column:
        return _WIDER
    return 0 if ends or width == column else _LOOSE


def _typed_widths(lines: Sequence[Line]) -> frozenset[int]:
    """Find the widths that lines were cut at; none where the columns were justified.

    Most lines that end within a sentence are then as wide as the next one that does.
    """
    unfinished = [width for width, _, ends in lines if not ends]
    if len(unfinished) < _CUT * len(lines):
        return frozenset()
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if not (one[2] or two[2])]
    even = Counter(max(one[:2]) for one, two in pairs if one[0] == two[0] or one[1] == two[1])
    if pairs and even.total() < _EVEN * len(pairs):
        return frozenset()
    loose = Counter(unfinished)
    common = (even + loose).most_common(_WIDTHS)
    if not pairs and sum(count for _, count in common) < _TYPED * loose.total():
        return frozenset()
    return frozenset(width for width, _ in common)
