"""The lane of what was said of the water without a level: rises, falls, and conditions in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.series import place_in_time
from dashboard.wording import Row, known, value_words

LANE = 22
"""Pixels: the height of one lane of marks."""
_WIDTH, _CHARACTER, _SYMBOL = 340, 13, 14
"""Pixels: the width words are laid out for, a phone's, and those of a character and of a mark."""
_LONGEST = 12
"""So many characters are written; the rest is in the hover and in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A statement and where it stands: its words, plain, are on the `side` of its mark that has room."""

    row: Row
    moment: pd.Timestamp
    lane: int
    side: str
    words: str
    symbol: str


def place_states(states: Sequence[Row], begin: pd.Timestamp, end: pd.Timestamp, lang: str) -> list[State]:
    """Give each statement that has a time the first lane where its words cover no other's."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for row in (row for row in states if known(row.begin)):
        moment, words = place_in_time(row), value_words(row, lang)
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        share, width = (moment - begin) / (end - begin), (len(words) * _CHARACTER + _SYMBOL) / _WIDTH
        side = "left" if share > 1 / 2 else "right"
        edge = _SYMBOL / _WIDTH / 2
        room = (share - width, share + edge) if side == "left" else (share - edge, share + width)
        lane = next((at for at, rooms in enumerate(taken) if _is_free(rooms, room)), len(taken))
        taken += [[]] if lane == len(taken) else []
        taken[lane].append(room)
        placed.append(State(row=row, moment=moment, lane=lane, side=side, words=words, symbol=_symbol(row)))
    return placed


def _is_free(rooms: Sequence[tuple[float, float]], room: tuple[float, float]) -> bool:
    return all(room[1] <= begin or end <= room[0] for begin, end in rooms)


def _symbol(row: Row) -> str:
    if row.disputed:
        return "x"
    if row.aspect == "condition":
        return "diamond"
    value = row.value_min if known(row.value_min) else row.value_max
    if not known(value) or not value:
        return "diamond"
    return "arrow-bar-up" if value > 0 else "arrow-bar-down"
