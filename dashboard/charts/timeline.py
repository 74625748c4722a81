"""The timeline: time across, directives as a band on top, then the incident, the water, each responder."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.lanes import GAP, TITLE, Band, Place, lay_out, part
from dashboard.charts.marks import (
    DIRECTIVES,
    INCIDENT,
    WATER,
    Mark,
    find_domain,
    make_directive_marks,
    make_marks,
)
from dashboard.charts.palette import Palette, dress
from dashboard.charts.ticks import time_axis
from dashboard.quotes import escape_chart
from dashboard.situation import latest_known
from dashboard.strings import KINDS, TYPES, name, say
from dashboard.wording import latest_words

SYMBOLS = {
    "personnel": "circle",
    "distance": "square",
    "water_level": "diamond",
    "action": "triangle-up",
    "duration": "star",
}
_GLYPHS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲", "star": "★"}
_OTHER_SYMBOL = "pentagon"
_BARS = {"span": "", "window": "/"}
"""The forms drawn as bars, with their hatching."""
_BAR, _SYMBOL, _RING = 11, 12, 24
"""Pixels."""
_AXIS = 70
"""Pixels over and under the rows, for the words of the time axis."""
_EDGE = 0.2
"""So near an edge, as a share of the width, centred words could be cut off."""
_APART = "\N{NO-BREAK SPACE}" * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: the id of the fact to ring (None for none), the colours, the language."""

    chosen: str | None
    palette: Palette
    lang: str


def draw_timeline(timeline: pd.DataFrame, directives: pd.DataFrame, look: Look) -> go.Figure | None:
    """Draw the timeline; None where no fact and no directive has a time.

    A point's `customdata` is the id of its first fact.
    """
    return next(iter(draw_sheets(timeline, directives, look, math.inf)), None)


def draw_sheets(
    timeline: pd.DataFrame, directives: pd.DataFrame, look: Look, tallest: float
) -> list[go.Figure]:
    """Draw the timeline as charts whose rows reach over at most `tallest` pixels, all of the same time axis.

    A row that is higher has a chart for itself.
    """
    domain = find_domain(timeline, directives)
    if domain is None:
        return []
    marks = [*make_directive_marks(directives, look.lang), *make_marks(timeline, domain, look.lang)]
    assumed = bool(timeline["assumed"].any() or directives["assumed"].any())
    axis = time_axis(domain.begin, domain.end, look.palette, look.lang, assumed=assumed)
    figures = []
    for bands, places in part(*lay_out(marks, domain), tallest):
        height = bands[-1].bottom + GAP
        figure = go.Figure([*_bars(places, look), *_symbols(places, look), *_labels(places, look)])
        shapes, notes = _frame(bands, timeline, look)
        if (latest := latest_known(timeline)) is not None:
            told = latest_words(latest, look.lang, assumed=assumed)
            line, words = _latest(latest, told, height, look)
            words["xanchor"] = _anchor(domain.share(latest))
            shapes, notes = [*shapes, line], [*notes, words]
        # All at once: Plotly checks the whole list again for every shape added alone.
        figure.update_layout(
            shapes=shapes,
            annotations=notes,
            xaxis=axis,
            yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        )
        figures.append(dress(figure, look.palette, round(height) + _AXIS))
    return figures


def symbol_of(mark: Mark) -> str:
    """Choose a mark's symbol: its kind by shape, hollow where its time is not its own."""
    if mark.form == "later":
        return "triangle-right-open"
    if mark.form == "until":
        return "triangle-left"
    symbol = SYMBOLS.get(mark.kind, _OTHER_SYMBOL)
    return f"{symbol}-open" if mark.form == "reported" or mark.forecast else symbol


def explain_symbols(timeline: pd.DataFrame, lang: str) -> str:
    """Say which kind each symbol stands for, of the kinds that occur: `● 人数 ■ 距离`."""
    kinds = [kind for kind in SYMBOLS if kind in set(timeline["kind"])]
    return " ".join(f"{_GLYPHS[SYMBOLS[kind]]} {name(lang, KINDS, kind)}" for kind in kinds)


def _frame(
    bands: Sequence[Band], timeline: pd.DataFrame, look: Look
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the shapes that part the rows and the annotations that name them."""
    types: dict[str, str] = dict(timeline[["responder", "responder_type"]].dropna().to_numpy().tolist())
    shapes: list[dict[str, Any]] = []
    across = {"xref": "paper", "x0": 0, "x1": 1, "layer": "below"}
    line = {"type": "line", "line": {"color": look.palette.grid, "width": 1}, **across}
    ground = {"type": "rect", "fillcolor": look.palette.band, "line": {"width": 0}, **across}
    for band in bands:
        edge = band.bottom + GAP / 2
        shapes.append({"y0": edge, "y1": edge, **line})
        if band.row == DIRECTIVES:
            shapes.append({"y0": band.top, "y1": band.bottom, **ground})
    notes = [
        _note(
            _title(band.row, types, look), look.palette.ink,
            x=0, xref="paper", xanchor="left", y=band.top + TITLE / 2,
        )
        for band in bands
    ]  # fmt: skip  # one annotation reads as one line
    return shapes, notes


def _title(row: str, types: dict[str, str], look: Look) -> str:
    own = {DIRECTIVES: "row_directives", WATER: "row_water", INCIDENT: "row_incident"}
    words = f"<b>{say(look.lang, own[row]) if row in own else escape_chart(row)}</b>"
    kind = types.get(row, "unspecified")
    if kind == "unspecified":
        return words
    return f"{words} <span style='color:{look.palette.muted}'>{name(look.lang, TYPES, kind)}</span>"


def _note(words: str, colour: str, **place: object) -> dict[str, Any]:
    font = {"size": 12, "color": colour}
    return {"text": words, "showarrow": False, "yanchor": "middle", "font": font, **place}


def _latest(
    latest: pd.Timestamp, told: str, height: float, look: Look
) -> tuple[dict[str, Any], dict[str, Any]]:
    line = {"color": look.palette.muted, "dash": "dot", "width": 1.5}
    words = say(look.lang, "latest_line", time=told)
    return (
        {"type": "line", "x0": latest, "x1": latest, "y0": 0, "y1": height, "line": line},
        _note(words, look.palette.muted, x=latest, y=1, yref="paper", yanchor="bottom"),
    )


def _anchor(share: float) -> str:
    """Keep words inside the chart: beside their place near an edge, over it elsewhere."""
    return "left" if share < _EDGE else "right" if share > 1 - _EDGE else "center"


def _bars(places: Sequence[Place], look: Look) -> list[go.Bar]:
    bars = []
    for form, hatching in _BARS.items():
        drawn = [place for place in places if place.mark.form == form]
        colours = [_colour(place.mark, look.palette) for place in drawn]
        lengths = [place.mark.finish - place.mark.begin for place in drawn]
        bar = go.Bar(
            orientation="h",
            base=[place.mark.begin for place in drawn],
            x=[length / pd.Timedelta(milliseconds=1) for length in lengths],
            y=[place.height for place in drawn],
            width=_BAR,
            marker={
                "color": colours,
                "pattern": {"shape": hatching, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35},
                "line": {"color": colours, "width": 1},
                "cornerradius": 3,
            },
            **_answers(drawn),
        )
        bars += [bar] if drawn else []
    return bars


def _symbols(places: Sequence[Place], look: Look) -> list[go.Scatter]:
    """Draw the instants, and a ring around the chosen fact, which takes no clicks from it."""
    drawn = [place for place in places if place.mark.form not in _BARS]
    colours = [_colour(place.mark, look.palette) for place in drawn]
    symbols = go.Scatter(
        mode="markers",
        x=[place.mark.begin for place in drawn],
        y=[place.height for place in drawn],
        marker={
            "symbol": [symbol_of(place.mark) for place in drawn],
            "size": _SYMBOL,
            "color": colours,
            "line": {"width": 2, "color": colours},
            "opacity": 1,
        },
        cliponaxis=False,
        **_answers(drawn),
    )
    ringed = [place for place in places if look.chosen in place.mark.ids]
    ring = go.Scatter(
        mode="markers",
        x=[place.mark.begin + (place.mark.finish - place.mark.begin) / 2 for place in ringed],
        y=[place.height for place in ringed],
        marker={"symbol": "circle-open", "size": _RING, "color": look.palette.ink, "line": {"width": 2}},
        hoverinfo="skip",
        cliponaxis=False,
    )
    return [trace for trace, shown in ((symbols, drawn), (ring, ringed)) if shown]


def _labels(places: Sequence[Place], look: Look) -> list[go.Scatter]:
    labels = []
    for side in ("right", "left"):
        drawn = [place for place in places if place.side == side]
        edges = [place.mark.finish if side == "right" else place.mark.begin for place in drawn]
        label = go.Scatter(
            mode="text",
            x=edges,
            y=[place.height for place in drawn],
            text=[f"{_APART}{place.mark.label}{_APART}" for place in drawn],
            textposition=f"middle {side}",
            textfont={"size": 12, "color": look.palette.ink},
            hoverinfo="skip",
        )
        labels += [label] if drawn else []
    return labels


def _answers(drawn: Sequence[Place]) -> dict[str, Any]:
    """Let every point say its hover and, when clicked, its first fact; a click must not fade others."""
    return {
        "customdata": [place.mark.ids[0] for place in drawn],
        "hovertext": [place.mark.hover for place in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _colour(mark: Mark, palette: Palette) -> str:
    return palette.order if mark.row == DIRECTIVES else palette.of(mark.responder_type)
