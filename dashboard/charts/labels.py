"""Labels: which words of a mark stand beside it, and on which side, so that none covers anything.

A chart is as wide as the screen lets it be, which nobody knows when it is drawn. So its words are laid out
for several widths at once, and the page's style shows those that fit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.marks import Mark
from dashboard.charts.spans import Domain

Room = tuple[float, float]
"""From where to where something reaches along the axis, in pixels."""

APART = 12
"""Pixels between a mark and its words."""
_HALF = 7
"""Pixels: half of a symbol."""
_ARROW = 12
"""Pixels an arrow takes beside it."""
_FIRST_CHARACTER = "\u2e80"
_CLEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A width to lay out for: the time axis, a Chinese character, a Latin letter, in pixels."""

    name: str
    width: int
    character: float
    letter: float

    def measure(self, words: str) -> float:
        """Say how many pixels words take."""
        return sum(self.character if letter >= _FIRST_CHARACTER else self.letter for letter in words)


NARROW = Screen(name="narrow", width=268, character=10.3, letter=6)
DESK = Screen(name="desk", width=540, character=12.4, letter=7)
WIDE = Screen(name="wide", width=900, character=12.4, letter=7)
SCREENS = (NARROW, DESK, WIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words beside a mark: right or left of it."""

    words: str
    side: str


def body_of(mark: Mark, domain: Domain, screen: Screen) -> Room:
    """Say what a mark covers without its words."""
    begin, finish = (domain.share(moment) * screen.width for moment in (mark.begin, mark.finish))
    before = _ARROW if mark.comes_from_before else 0
    after = _ARROW if mark.form == "onward" else 0
    if mark.is_long:
        middle = (begin + finish) / 2
        return min(begin - before, middle - _HALF), max(finish + after, middle + _HALF)
    return begin - _HALF - before, begin + _HALF + after


def options(
    mark: Mark, body: Room, screen: Screen, wall: float | None, labels: Sequence[str]
) -> list[tuple[Label, Room]]:
    """List the ways to put words beside a mark so that none is cut off or crosses a line.

    Args:
        mark: The mark.
        body: What it covers.
        screen: The width to lay out for.
        wall: Where a line stands, in pixels; None for none.
        labels: The words to try, the best first.
    """
    found = []
    for words in labels:
        width = screen.measure(words) + APART
        for side, room in (("right", (body[1], body[1] + width)), ("left", (body[0] - width, body[0]))):
            crossed = wall is not None and room[0] - _CLEAR < wall < room[1] + _CLEAR
            if (
                room[0] >= 0
                and room[1] <= screen.width
                and not crossed
                and not (side == "right" and mark.form == "later")
            ):
                found.append((Label(words=words, side=side), room))
    return found


def is_free(taken: Sequence[Room], room: Room) -> bool:
    """Say whether nothing is there yet."""
    return all(room[1] + _CLEAR <= begin or end + _CLEAR <= room[0] for begin, end in taken)


def label_lane(
    marks: Sequence[Mark], domain: Domain, screen: Screen, wall: float | None, title: float
) -> list[Label | None]:
    """Put words beside the marks of one lane: short ones first, then longer ones where there is room.

    Args:
        marks: The marks, which cover nothing of one another.
        domain: The time axis.
        screen: The width to lay out for.
        wall: Where a line stands, as a share of the width; None for none.
        title: How many pixels the row's name takes at the left.
    """
    bodies = [body_of(mark, domain, screen) for mark in marks]
    at = None if wall is None else wall * screen.width
    fixed = [(0.0, title)] if title else []
    placed: list[tuple[Label, Room] | None] = [None] * len(marks)
    for longest in (False, True):
        for place, mark in enumerate(marks):
            others = [one[1] for number, one in enumerate(placed) if one and number != place]
            taken = [*fixed, *bodies[:place], *bodies[place + 1 :], *others]
            words = mark.labels if longest else mark.labels[-1:]
            ways = options(mark, bodies[place], screen, at, words)
            placed[place] = next((way for way in ways if is_free(taken, way[1])), placed[place])
    return [one and one[0] for one in placed]
