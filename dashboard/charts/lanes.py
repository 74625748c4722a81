"""Rows and lanes: where each mark of the timeline stands so that no label covers another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.charts.marks import DIRECTIVES, INCIDENT, WATER, Domain, Mark

TITLE, LANE, GAP = 16, 20, 4
"""Pixels: the line with a row's name, each lane of marks under it, and the room between rows."""
_CHARACTER, _LETTER, _PLOT = 12.5, 7, 480
"""Pixels: a Chinese character and a Latin letter of a label, and the width labels are laid out for, which
lies between a desk's and a phone's."""
_FIRST_CHARACTER = "\u2e80"
_SYMBOL = 12
"""Pixels: the room a symbol takes beside its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mark and where it stands: `height` is its middle, pixels from the chart's top.

    `side` is where its label stands: right, left, or none where there is no room for one.
    """

    mark: Mark
    height: float
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of the chart: it reaches from `top` to `bottom`, pixels from the chart's top."""

    row: str
    top: float
    bottom: float


def lay_out(marks: Sequence[Mark], domain: Domain) -> tuple[list[Band], list[Place]]:
    """Stack the rows, directives first, then the incident, the water, and responders as they came."""
    bands: list[Band] = []
    places: list[Place] = []
    top = 0.0
    for row in _rows(marks):
        laned = _lanes(row, domain)
        bottom = top + TITLE + LANE * (1 + max(lane for _, lane, _ in laned))
        bands.append(Band(row=row[0].row, top=top, bottom=bottom))
        places += [
            Place(mark=mark, height=top + TITLE + LANE * (lane + 0.5), side=side)
            for mark, lane, side in laned
        ]
        top = bottom + GAP
    return bands, places


def part(
    bands: Sequence[Band], places: Sequence[Place], tallest: float
) -> list[tuple[list[Band], list[Place]]]:
    """Part the rows into sheets of at most so many pixels; a row that is higher has one for itself."""
    sheets: list[list[Band]] = []
    for band in bands:
        if not sheets or band.bottom - sheets[-1][0].top > tallest:
            sheets.append([])
        sheets[-1].append(band)
    return [_lift(sheet, places) for sheet in sheets]


def _lift(bands: Sequence[Band], places: Sequence[Place]) -> tuple[list[Band], list[Place]]:
    """Move some rows up to the chart's top, with the marks in them."""
    top, rows = bands[0].top, {band.row for band in bands}
    return (
        [replace(band, top=band.top - top, bottom=band.bottom - top) for band in bands],
        [replace(place, height=place.height - top) for place in places if place.mark.row in rows],
    )


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    by_row: dict[str, list[Mark]] = {DIRECTIVES: [], INCIDENT: [], WATER: []}
    for mark in sorted(marks, key=lambda mark: (mark.form == "later", mark.begin)):
        by_row.setdefault(mark.row, []).append(mark)
    return [row for row in by_row.values() if row]


def _lanes(row: Sequence[Mark], domain: Domain) -> list[tuple[Mark, int, str]]:
    """Give every mark the first lane where it and its label cover nothing."""
    taken: list[list[tuple[float, float]]] = []
    laned = []
    for mark in row:
        side, room = _label_room(mark, domain)
        lane = next((i for i, rooms in enumerate(taken) if _is_free(rooms, room)), len(taken))
        taken += [[]] if lane == len(taken) else []
        taken[lane].append(room)
        laned.append((mark, lane, side))
    return laned


def _label_room(mark: Mark, domain: Domain) -> tuple[str, tuple[float, float]]:
    letters = (_CHARACTER if letter >= _FIRST_CHARACTER else _LETTER for letter in mark.label)
    width = (sum(letters) + _SYMBOL) / _PLOT
    begin, finish = domain.share(mark.begin), min(domain.share(mark.finish), 1)
    sides = {"right": (begin, finish + width), "left": (begin - width, finish)}
    fitting = {side: room for side, room in sides.items() if room[0] >= 0 and room[1] <= 1}
    return next(iter(fitting.items()), ("none", (begin, finish)))


def _is_free(rooms: Sequence[tuple[float, float]], room: tuple[float, float]) -> bool:
    apart = _SYMBOL / _PLOT
    return all(room[1] + apart <= begin or end + apart <= room[0] for begin, end in rooms)
