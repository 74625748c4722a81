"""Rows and lanes: where each mark of the timeline stands so that no mark covers another.

Heights are the same on every screen; the words beside the marks are not (`dashboard.charts.labels`).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.charts.labels import DESK, NARROW, Label, Room, Screen, body_of, is_free, label_lane, options
from dashboard.charts.marks import Mark
from dashboard.charts.spans import Domain

LANE, GAP = 20, 4
"""Pixels: each lane of marks, and the room between rows."""
_FOLDED_LANES = 3
"""So many lanes a folded row may take before marks stand without words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row to be laid out.

    Attributes:
        row: Its key.
        title: Its name, plain.
        html: Its name as the chart shows it, escaped.
        marks: The marks in it.
        leads: What a click on its name leads to, as `customdata`; None: nothing.
        is_dense: Whether its marks may cover each other rather than let it grow.
        is_head: Whether it stands over the rows of a group.
    """

    row: str
    title: str
    html: str
    marks: tuple[Mark, ...] = ()
    leads: str | None = None
    is_dense: bool = False
    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mark and where it stands: `height` is its middle, pixels from the chart's top.

    `labels` are the words beside it on each screen, by the screen's name; None where there is no room.
    """

    mark: Mark
    height: float
    labels: dict[str, Label | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of the chart: it reaches from `top` to `bottom`, pixels from the chart's top."""

    line: Line
    top: float
    bottom: float


def lay_out(
    lines: Iterable[Line], domain: Domain, screens: Sequence[Screen], wall: float | None = None
) -> tuple[list[Band], list[Place]]:
    """Stack rows in their order.

    Args:
        lines: The rows.
        domain: The time axis.
        screens: The widths to lay words out for.
        wall: Where a line stands that no words may cross, as a share of the width; None for none.
    """
    bands: list[Band] = []
    places: list[Place] = []
    top = 0.0
    for line in lines:
        lanes = _lanes(line, domain, wall)
        bottom = top + LANE * max(len(lanes), 1)
        bands.append(Band(line=line, top=top, bottom=bottom))
        for number, lane in enumerate(lanes):
            labels = {
                screen.name: label_lane(lane, domain, screen, wall, 0 if number else _title(line, screen))
                for screen in screens
            }
            for place, mark in enumerate(lane):
                told = {name: found[place] for name, found in labels.items()}
                places.append(Place(mark=mark, height=top + LANE * (number + 0.5), labels=told))
        top = bottom + (0 if line.is_head else GAP)
    return bands, places


def part(
    bands: Sequence[Band], places: Sequence[Place], tallest: float
) -> list[tuple[list[Band], list[Place]]]:
    """Part the rows into sheets of at most so many pixels; a row that is higher has one for itself.

    The head of a group stays with its first row.
    """
    sheets: list[list[Band]] = []
    blocks: list[list[Band]] = []
    for band in bands:
        if not blocks or not blocks[-1][-1].line.is_head:
            blocks.append([])
        blocks[-1].append(band)
    for block in blocks:
        if not sheets or block[-1].bottom - sheets[-1][0].top > tallest:
            sheets.append([])
        sheets[-1] += block
    return [_lift(sheet, places) for sheet in sheets]


def title_share(line: Line) -> float:
    """Say how far the words of a name reach on a narrow screen, as a share of the width."""
    return min(_title(line, NARROW) / NARROW.width, 1.0)


def _lift(bands: Sequence[Band], places: Sequence[Place]) -> tuple[list[Band], list[Place]]:
    """Move some rows up to the chart's top, with the marks in them."""
    top, bottom = bands[0].top, bands[-1].bottom
    return (
        [replace(band, top=band.top - top, bottom=band.bottom - top) for band in bands],
        [replace(place, height=place.height - top) for place in places if top <= place.height <= bottom],
    )


def _title(line: Line, screen: Screen) -> float:
    return screen.measure(line.title) + 6


def _lanes(line: Line, domain: Domain, wall: float | None) -> list[list[Mark]]:
    """Give every mark the first lane where it, and words for it, cover nothing on a desk or a phone.

    The first lane holds the row's name too.
    """
    most = _FOLDED_LANES if line.is_dense else math.inf
    rooms: list[dict[str, list[Room]]] = [
        {screen.name: [(0.0, _title(line, screen))] for screen in (DESK, NARROW)}
    ]
    lanes: list[list[Mark]] = [[]]
    for mark in line.marks:
        narrow, desk = (body_of(mark, domain, screen) for screen in (NARROW, DESK))
        ways = options(
            mark, desk, DESK, None if wall is None else wall * DESK.width, mark.labels[1:] or mark.labels
        )
        rest = [room for _, room in ways] or [desk]
        lane, room = _find(rooms, narrow, desk, rest, most)
        if lane == len(lanes):
            lanes.append([])
            rooms.append(defaultdict(list))
        lanes[lane].append(mark)
        rooms[lane][NARROW.name].append(narrow)
        rooms[lane][DESK.name] += [desk, room]
    return lanes


def _find(
    rooms: Sequence[dict[str, list[Room]]], narrow: Room, desk: Room, ways: Sequence[Room], most: float
) -> tuple[int, Room]:
    open_lanes = [
        number
        for number, taken in enumerate(rooms)
        if is_free(taken[NARROW.name], narrow) and is_free(taken[DESK.name], desk)
    ]
    for number in open_lanes:
        for room in ways:
            if is_free(rooms[number][DESK.name], room):
                return number, room
    if len(rooms) < most:
        return len(rooms), ways[0]
    # In a dense row a mark goes without words, and as a last resort over others.
    return (open_lanes or [len(rooms) - 1])[0], desk
