"""The frame of the timeline: rows' names and edges, the latest time, the reports' times."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.lanes import GAP, LANE, Band, title_share
from dashboard.charts.orders import DIRECTIVES
from dashboard.charts.palette import Palette
from dashboard.charts.spans import Domain
from dashboard.situation import latest_known
from dashboard.strings import say
from dashboard.wording import latest_words, moment_words

HEAD = 10
"""Pixels over the first row, where the reports' times stand."""
_EDGE = 0.2
"""So near an edge, as a share of the width, centred words could be cut off."""
_MOST_REPORTS = 8
"""So many times of reports are shown, the latest."""

Drawn = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The line up to which something is known: where it stands on the axis, None beyond it, and its words."""

    moment: pd.Timestamp
    share: float | None
    words: str


def find_limit(
    timeline: pd.DataFrame, domain: Domain, at: dt.datetime | None, lang: str, *, assumed: bool
) -> Limit | None:
    """Find the latest time known, or the moment whose state is shown; None where there is neither."""
    moment = pd.Timestamp(at) if at else latest_known(timeline)
    if moment is None:
        return None
    told = moment_words(moment, "minute", lang) if at else latest_words(moment, lang, assumed=assumed)
    words = say(lang, "at_line" if at else "latest_line", time=told)
    inside = domain.begin <= moment <= domain.end
    return Limit(moment=moment, share=domain.share(moment) if inside else None, words=words)


def part_rows(bands: Sequence[Band], palette: Palette) -> list[Drawn]:
    """Return the shapes that part the rows: all grounds in one, all lines in one."""
    grounds, lines = [], []
    for band in bands:
        if band.line.row.startswith(DIRECTIVES):
            bottom = band.bottom + GAP * (not band.line.is_head)
            grounds.append(f"M0,{band.top}H1V{bottom}H0Z")
        elif not band.line.is_head:
            lines.append(f"M0,{band.bottom + GAP / 2}H1")
    across = {"type": "path", "xref": "paper", "layer": "below"}
    ground = {"path": "".join(grounds), "fillcolor": palette.band, "line": {"width": 0}, **across}
    line = {"path": "".join(lines), "line": {"color": palette.grid, "width": 1}, **across}
    return [shape for shape in (ground, line) if shape["path"]]


def write_names(names: Sequence[tuple[str, float]], begin: pd.Timestamp, palette: Palette) -> Drawn:
    """Write the names of rows, HTML, at their heights, from the beginning of the axis on."""
    # Words of a trace: Plotly takes more than twice as long for as many annotations.
    return {
        "type": "scatter",
        "mode": "text",
        "x": [begin] * len(names),
        "y": [height for _, height in names],
        # A name for style.css to find them by; it changes nothing by itself.
        "text": [f"<span style='--row:name'>{words}</span>" for words, _ in names],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": palette.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def draw_limit(limit: Limit, height: float, palette: Palette) -> tuple[list[Drawn], list[Drawn]]:
    """Return the line of the latest time and its words; those of one off the axis alone."""
    stroke = {"color": palette.muted, "dash": "dot", "width": 1.5}
    line = {"type": "line", "x0": limit.moment, "x1": limit.moment, "y0": -HEAD, "y1": height, "line": stroke}
    if limit.share is None:
        words = _note(
            limit.words,
            palette.muted,
            x=1,
            xref="paper",
            xanchor="right",
            y=1,
            yref="paper",
            yanchor="bottom",
        )
        return [], [words]
    anchor = "left" if limit.share < _EDGE else "right" if limit.share > 1 - _EDGE else "center"
    words = _note(
        limit.words, palette.muted, x=limit.moment, xanchor=anchor, y=1, yref="paper", yanchor="bottom"
    )
    return [line], [words]


def draw_names(bands: Sequence[Band], domain: Domain, lang: str) -> list[Drawn]:
    """Draw what takes the clicks on the names of groups: bars nobody sees."""
    heads = [band for band in bands if band.line.leads]
    wide = (domain.end - domain.begin) / pd.Timedelta(milliseconds=1)
    bar = {
        "type": "bar",
        "orientation": "h",
        "base": [domain.begin] * len(heads),
        "x": [title_share(band.line) * wide for band in heads],
        "y": [band.top + LANE / 2 for band in heads],
        "width": LANE,
        "marker": {"color": "rgba(0,0,0,0)"},
        "customdata": [band.line.leads for band in heads],
        "hovertemplate": f"{say(lang, 'fold_click')}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    return [bar] if heads else []


def draw_reports(timeline: pd.DataFrame, domain: Domain, palette: Palette, lang: str) -> list[Drawn]:
    """Draw when the reports were told: a tick, or, of a day alone, a dotted line along it."""
    x: list[pd.Timestamp | None] = []
    words: list[str] = []
    told = [pd.Timestamp(moment) for moment in sorted(timeline["told"].dropna().unique())]
    for moment in told[-_MOST_REPORTS:]:
        is_day = moment == moment.normalize()
        end = moment + pd.Timedelta(days=1) if is_day else moment
        if end < domain.begin or moment > domain.end:
            continue
        reach = [domain.clip(moment), domain.clip(end), None] if is_day else [moment, None]
        x += reach
        time = moment_words(moment, "day" if is_day else "minute", lang)
        words += [say(lang, "told_at", time=time)] * len(reach)
    ticks = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": [-HEAD / 2] * len(x),
        "line": {"color": palette.muted, "width": 1, "dash": "dot"},
        "marker": {"symbol": "line-ns", "size": 8, "line": {"color": palette.muted, "width": 2}},
        "hovertext": words,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "connectgaps": False,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    return [ticks] if x else []


def _note(words: str, colour: str, **place: object) -> Drawn:
    font = {"size": 12, "color": colour}
    return {"text": words, "showarrow": False, "yanchor": "middle", "font": font, **place}
