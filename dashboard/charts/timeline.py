"""The timeline: time across, directives as a band on top, then the incident, the water, each responder."""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.frame import HEAD, Drawn, draw_limit, draw_reports, find_limit, part_rows, write_names
from dashboard.charts.groups import ORDERS, find_folded, group_rows
from dashboard.charts.lanes import GAP, LANE, lay_out, part
from dashboard.charts.marks import make_marks
from dashboard.charts.orders import make_directive_marks
from dashboard.charts.palette import attire
from dashboard.charts.rows import arrange, folded_row
from dashboard.charts.spans import find_domain
from dashboard.charts.ticks import DEPTH, time_axis
from dashboard.charts.traces import Look, draw_marks

_TOP = 28
"""Pixels over the rows, for the words of the latest time."""
AROUND = _TOP + DEPTH
"""Pixels over and under the rows."""


def draw_timeline(timeline: pd.DataFrame, directives: pd.DataFrame, look: Look) -> go.Figure | None:
    """Draw the timeline; None where no fact and no directive has a time.

    A point's `customdata` is the id of its first fact, or what `dashboard.charts.groups` writes for a click
    on the name of a group.
    """
    return next(iter(draw_sheets(timeline, directives, look, math.inf)), None)


def draw_sheets(
    timeline: pd.DataFrame, directives: pd.DataFrame, look: Look, tallest: float
) -> list[go.Figure]:
    """Draw the timeline as charts whose rows reach over at most `tallest` pixels, all of the same time axis.

    A row that is higher has a chart for itself.
    """
    domain = find_domain(timeline, directives, look.since, look.until)
    if domain is None:
        return []
    palette, lang = look.palette, look.lang
    groups = group_rows(timeline)
    folded = find_folded(groups, look.fold)
    homes = {row: folded_row(group.code) for group in groups if group.code in folded for row in group.rows}
    orders = make_directive_marks(directives, lang, is_open=ORDERS not in folded)
    marks = [*orders, *make_marks(timeline, domain, lang, homes)]
    assumed = bool(timeline["assumed"].any() or directives["assumed"].any())
    axis = time_axis(domain.begin, domain.end, palette, lang, assumed=assumed)
    limit = find_limit(timeline, domain, look.at, lang, assumed=assumed)
    lines = arrange(marks, groups, folded, palette, lang)
    figures = []
    for bands, places in part(*lay_out(lines, domain, look.screens, limit.share if limit else None), tallest):
        height = bands[-1].bottom + GAP
        line, words = draw_limit(limit, height, palette) if limit else ([], [])
        layout = (
            attire(palette, round(height) + AROUND)
            | LAYOUT
            | {
                "shapes": [*part_rows(bands, palette), *line],
                "annotations": words,
                "xaxis": axis,
                "yaxis": {"range": [height, -HEAD], "visible": False, "fixedrange": True},
            }
        )
        # Plotly takes ten times as long to check what the tests check.
        names = [(band.line.html, band.top + LANE / 2) for band in bands]
        traces = [
            *draw_reports(timeline, domain, palette, lang),
            *draw_marks(bands, places, domain, look),
            write_names(names, domain.begin, palette),
        ]
        figures.append(go.Figure(traces, layout, _validate=False))
    return figures


LAYOUT: Drawn = {
    # The last arrows stand beyond the axis.
    "margin": {"l": 0, "r": 20, "t": _TOP, "b": DEPTH},
    # A box dragged across is a period. Streamlit would switch clicks off in this mode; it does not know of
    # it when the template says so, which Plotly looks into where the layout says nothing it understands.
    "dragmode": "by template",
    "template": {"layout": {"dragmode": "select"}},
    "selectdirection": "h",
    "newselection": {"line": {"width": 1, "dash": "solid"}},
}
