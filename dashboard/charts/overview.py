"""The overview of more facts than can be drawn one by one: a count in each cell, by type and time."""

import math
from collections import Counter
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.frame import Drawn, write_names
from dashboard.charts.marks import INCIDENT, WATER, WATER_KINDS
from dashboard.charts.orders import DIRECTIVES
from dashboard.charts.palette import Palette, attire
from dashboard.charts.ticks import time_axis
from dashboard.charts.timeline import AROUND, LAYOUT
from dashboard.quotes import escape_chart
from dashboard.rhythm import Cell, Rhythm
from dashboard.strings import TYPES, name, say
from dashboard.wording import moment_words
from extract.selection import DIRECTIVE

PERIOD = "period:"
"""What a click on a cell means; after it stand its first and its last minute."""
_TITLE, _CELL, _GAP = 18, 20, 6
"""Pixels: a row's name, its cells, and the room before the next."""
_THOUSAND = 1000
_FAINT = 0.25
"""How opaque the emptiest cell is."""

_Key = tuple[str, pd.Timestamp, pd.Timestamp]


def draw_overview(rhythm: Rhythm, palette: Palette, lang: str) -> go.Figure | None:
    """Draw the counts; None where nothing has a time. A cell's `customdata` is its period."""
    counted: Counter[_Key] = Counter()
    for cell in rhythm.cells:
        counted[row_of_cell(cell), pd.Timestamp(cell.begin), pd.Timestamp(cell.end)] += cell.times
    if not counted:
        return None
    order = [DIRECTIVES, INCIDENT, WATER, *TYPES]
    rows = sorted({row for row, _, _ in counted}, key=order.index)
    begin, end = min(key[1] for key in counted), max(key[2] for key in counted)
    height = len(rows) * (_TITLE + _CELL + _GAP)
    layout = (
        attire(palette, height + AROUND)
        | LAYOUT
        | {
            "xaxis": time_axis(begin, end, palette, lang, assumed=False),
            "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
            # A number that does not fit its cell is left out.
            "uniformtext": {"minsize": 8, "mode": "hide"},
        }
    )
    names = [
        (_name(row, palette, lang), place * (_TITLE + _CELL + _GAP) + _TITLE / 2)
        for place, row in enumerate(rows)
    ]
    traces = [_cells(counted, rows, palette, lang), write_names(names, begin, palette)]
    return go.Figure(traces, layout, _validate=False)


def row_of_cell(cell: Cell) -> str:
    """Say which row a cell stands in: its type's, or that of the directives, the water or the incident."""
    if cell.kind == DIRECTIVE:
        return DIRECTIVES
    if cell.responder_type:
        return cell.responder_type if cell.responder_type in TYPES else "unspecified"
    return WATER if cell.kind in WATER_KINDS else INCIDENT


def _cells(counted: Counter[_Key], rows: Sequence[str], palette: Palette, lang: str) -> Drawn:
    most, unit = max(counted.values()), pd.Timedelta(milliseconds=1)
    keys = sorted(counted)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [begin for _, begin, _ in keys],
        "x": [(end - begin) / unit for _, begin, end in keys],
        "y": [rows.index(row) * (_TITLE + _CELL + _GAP) + _TITLE + _CELL / 2 for row, _, _ in keys],
        "width": _CELL,
        "text": [_short(counted[key]) for key in keys],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 10, "color": palette.ink},
        "marker": {
            "color": [_colour(row, palette) for row, _, _ in keys],
            "opacity": [
                _FAINT + (0.75 - _FAINT) * math.log1p(counted[key]) / math.log1p(most) for key in keys
            ],
            "line": {"width": 1, "color": palette.paper},
        },
        "customdata": [_period(begin, end) for _, begin, end in keys],
        "hovertext": [_hover(key, counted[key], lang) for key in keys],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _short(times: int) -> str:
    return str(times) if times < _THOUSAND else f"{times / _THOUSAND:.1f}k"


def _period(begin: pd.Timestamp, end: pd.Timestamp) -> str:
    last = end - pd.Timedelta(minutes=1)
    return f"{PERIOD}{begin.isoformat(timespec='minutes')}/{last.isoformat(timespec='minutes')}"


def _hover(key: _Key, times: int, lang: str) -> str:
    row, begin, end = key
    ends = (moment_words(moment, "minute", lang) for moment in (begin, end))
    told = say(lang, "overview_cell", row=_row_words(row, lang), count=f"{times:,}")
    return f"<b>{'–'.join(ends)}</b><br>{escape_chart(told)}"


def _name(row: str, palette: Palette, lang: str) -> str:
    square = f"<span style='color:{_colour(row, palette)}'>■</span>"
    return f"{square} <b>{escape_chart(_row_words(row, lang))}</b>"


def _row_words(row: str, lang: str) -> str:
    own = {DIRECTIVES: "row_directives", WATER: "row_water", INCIDENT: "row_incident"}
    return say(lang, own[row]) if row in own else name(lang, TYPES, row)


def _colour(row: str, palette: Palette) -> str:
    return palette.order if row == DIRECTIVES else palette.of(row)
