"""Strength over time: lower bounds stacked by unit, each type in its colour, what is uncertain hatched.

A click on any layer or mark opens the count it stands for: all carry its id as `customdata`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.palette import Palette, dress
from dashboard.charts.ticks import time_axis
from dashboard.onset import find_onset
from dashboard.quotes import escape_chart
from dashboard.strength import Step, Strength, type_of
from dashboard.strings import STATUSES, TYPES, name, say
from dashboard.wording import Row, amount_words, known, time_words, unit_words, value_words

_PLOT, _TOP, _BOTTOM = 210, 12, 46
"""Pixels: the least height of the plot, and what stands over and under it."""
_LABEL = 34
"""Pixels a label of two lines takes."""
_SIDE = {"zh": 104, "en": 128}
"""Pixels the labels take at the right."""
_CLEAR = "rgba(0,0,0,0)"
_MILLISECOND = pd.Timedelta(milliseconds=1)
_HEADROOM, _FEW, _OPAQUE = 1.2, 5, 0.82


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: the colours, the language, the sources' names by fact, the chosen fact's id.

    `exact` says that no number is a bound; `breach` is when the breach was, a row of the timeline.
    """

    palette: Palette
    lang: str
    sources: Mapping[str, str]
    chosen: str | None
    exact: bool
    breach: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The upright axis: it reaches to `top`, persons, and is so many pixels high."""

    top: float
    pixels: float


def draw_strength(strength: Strength, look: Look) -> go.Figure:
    """Draw how many people were committed when, the sum named at the right with each type's part."""
    types = list(dict.fromkeys(step.responder_type for step in strength.steps))
    plot = max(_PLOT, _LABEL * (len(types) + 1))
    plans = strength.plans()
    # Plans stand on the sum: they must fit in as well.
    most = max([1, *(top for _, top in strength.totals()), *(plan.base + plan.low for plan in plans)])
    axis = Axis(top=most * _HEADROOM, pixels=plot)
    figure = go.Figure([_layers(strength, look), _hollow(plans, look), _edge(strength, look)])
    figure.add_traces(_marks(strength, look))
    figure.update_layout(
        annotations=[*_labels(strength, types, axis, look), *_breach_label(strength, look)],
        shapes=_breach_shape(look),
        xaxis=_time_axis(strength, look),
        yaxis=_people_axis(axis, look),
    )
    dressed = dress(figure, look.palette, plot + _TOP + _BOTTOM)
    dressed.update_layout(margin={"t": _TOP, "r": _SIDE[look.lang], "b": _BOTTOM})
    return dressed


def _time_axis(strength: Strength, look: Look) -> dict[str, Any]:
    """Describe the time axis; beside the labels a phone leaves it little room."""
    assumed = any(row.assumed for row, *_ in strength.counts)
    axis = time_axis(strength.begin, strength.end, look.palette, look.lang, assumed=assumed, is_small=True)
    first, *others = map(str, axis["ticktext"])  # type: ignore[call-overload]  # a list of words
    # A day is told once where the next one follows at once.
    begun = (
        first if all("<br>" in word for word in others) or "<br>" not in others[0] else first.split("<br>")[0]
    )
    return axis | {"ticktext": [begun, *others], "tickangle": 0, "tickfont": {"size": 11}}


def _people_axis(axis: Axis, look: Look) -> dict[str, Any]:
    return {
        "range": [0, axis.top],
        "nticks": 5,
        # A person is no fraction.
        "dtick": 1 if axis.top < _FEW else None,
        "tickformat": ",d",
        "gridcolor": look.palette.grid,
        "zerolinecolor": look.palette.grid,
        "fixedrange": True,
        "automargin": True,
    }


def _layers(strength: Strength, look: Look) -> go.Bar:
    steps = strength.steps
    hatched = {"bgcolor": _CLEAR, "size": 6, "solidity": 0.35}
    return go.Bar(
        **_boxes(steps),
        marker={
            "color": [look.palette.of(step.responder_type) for step in steps],
            "pattern": {"shape": ["" if step.sure else "/" for step in steps], **hatched},
            "line": {"width": 0},
            "opacity": _OPAQUE,
        },
        **_answers([step.fact for step in steps], look, _OPAQUE),
    )


def _hollow(plans: Sequence[Step], look: Look) -> go.Bar:
    colours = [look.palette.of(plan.responder_type) for plan in plans]
    return go.Bar(
        **_boxes(plans),
        marker={"color": _CLEAR, "line": {"color": colours, "width": 1.5}},
        **_answers([plan.fact for plan in plans], look, 1),
    )


def _boxes(steps: Sequence[Step]) -> dict[str, Any]:
    return {
        "x": [step.begin for step in steps],
        "width": [(step.finish - step.begin) / _MILLISECOND for step in steps],
        "offset": 0,
        "base": [step.base for step in steps],
        "y": [step.low for step in steps],
    }


def _edge(strength: Strength, look: Look) -> go.Scatter:
    """Draw the top edge of all: dashed, for as a rule it is a lower bound."""
    totals = [*strength.totals(), (strength.end, strength.at(strength.final))]
    return go.Scatter(
        mode="lines",
        x=[moment for moment, _ in totals],
        y=[total for _, total in totals],
        line={
            "color": look.palette.ink,
            "width": 1.5,
            "shape": "hv",
            "dash": "solid" if look.exact else "dash",
        },
        hoverinfo="skip",
    )


def _marks(strength: Strength, look: Look) -> list[go.Scatter]:
    """Mark each count where it was given; the chosen one is ringed."""
    counts = strength.counts
    colours = [look.palette.order if row.disputed else look.palette.ink for row, *_ in counts]
    marks = go.Scatter(
        mode="markers",
        x=[moment for _, moment, _ in counts],
        y=[top for *_, top in counts],
        marker={
            "symbol": [_symbol(row) for row, *_ in counts],
            "size": 9,
            "color": colours,
            "line": {"width": 1.5, "color": colours},
        },
        cliponaxis=False,
        **_answers([row for row, *_ in counts], look, 1),
    )
    ringed = [(moment, top) for row, moment, top in counts if row.fact_id == look.chosen]
    ring = go.Scatter(
        mode="markers", x=[moment for moment, _ in ringed], y=[top for _, top in ringed],
        marker={"symbol": "circle-open", "size": 22, "color": look.palette.ink, "line": {"width": 2}},
        hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip  # what is the same in every chart
    return [marks, ring] if ringed else [marks]


def _symbol(row: Row) -> str:
    """Say by the form what bounds a count, and by a hollow one that its time is not its own."""
    if row.disputed:
        return "x"
    shape = "circle"
    if not (known(row.value_min) and known(row.value_max)):
        shape = "triangle-up" if known(row.value_min) else "triangle-down"
    onset = find_onset(row)
    is_sharp = (known(row.start) or known(row.end)) and onset.latest == pd.Timestamp(row.begin)
    return shape if is_sharp else f"{shape}-open"


def _answers(facts: Sequence[Row], look: Look, opacity: float) -> dict[str, Any]:
    """Make what is drawn of facts answer a pointer and a click."""
    return {
        "customdata": [fact.fact_id for fact in facts],
        "hovertext": [_hover(fact, look) for fact in facts],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": opacity}},
    }


def _hover(row: Row, look: Look) -> str:
    lang = look.lang
    unit = unit_words(row.responder, lang) if known(row.responder) else name(lang, TYPES, type_of(row))
    status = [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
    against = [say(lang, "bearing_contradicts")] if row.disputed else []
    told = [unit, time_words(row, lang), *status, look.sources.get(row.fact_id, ""), row.quote, *against]
    lines = [f"<b>{escape_chart(value_words(row, lang))}</b>", *map(escape_chart, told)]
    return "<br>".join(line for line in lines if line)


def _labels(strength: Strength, types: Sequence[str], axis: Axis, look: Look) -> list[dict[str, Any]]:
    """Name at the right each type's part at the end, and over them the sum, none over another."""
    scale = axis.pixels / axis.top
    said: list[str] = []
    heights: list[float] = []
    base = 0.0
    for code in types:
        if not (low := strength.at(strength.final, code)):
            continue
        said.append(_part_words(code, low, strength, look))
        heights.append((base + low / 2) * scale)
        base += low
    said.append(_total_words(base, look))
    heights.append(base * scale + _LABEL / 2)
    return [
        {
            "x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "y": height / scale, "yanchor": "middle",
            "align": "left", "showarrow": False, "text": words, "font": {"size": 12},
        }
        for words, height in zip(said, _apart(heights, axis.pixels), strict=True)
    ]  # fmt: skip  # as above


def _part_words(code: str, low: float, strength: Strength, look: Look) -> str:
    last = [step for step in strength.steps if step.finish == strength.end and step.responder_type == code]
    high = low if all(step.fact.modifier == "exact" for step in last) else math.nan
    sign = f"<span style='color:{look.palette.of(code)}'>■</span>"
    value = amount_words(low, high, "exact", "person", look.lang)
    return f"{sign} {name(look.lang, TYPES, code)}<br>{value}"


def _total_words(low: float, look: Look) -> str:
    value = amount_words(low, low if look.exact else math.nan, "exact", "person", look.lang)
    return f"<b>{say(look.lang, 'strength_total')}<br>{value}</b>"


def _apart(heights: Sequence[float], room: float) -> list[float]:
    """Move labels, pixels, until none covers another and all are in the room; they come lowest first."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + _LABEL if placed else _LABEL / 2))
    ceiling = room - _LABEL / 2
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], ceiling)
        ceiling = placed[place] - _LABEL
    return placed


def _breach_shape(look: Look) -> list[dict[str, Any]]:
    if look.breach is None:
        return []
    onset = find_onset(look.breach)
    return [
        {
            "type": "rect", "x0": onset.earliest, "x1": onset.latest, "y0": 0, "y1": 1, "yref": "paper",
            "fillcolor": look.palette.band, "layer": "below",
            "line": {"color": look.palette.muted, "width": 1, "dash": "dot"},
        }
    ]  # fmt: skip  # as above


def _breach_label(strength: Strength, look: Look) -> list[dict[str, Any]]:
    if look.breach is None:
        return []
    words = say(look.lang, "strength_breach", time=time_words(look.breach, look.lang))
    return [
        {
            "x": strength.begin, "xanchor": "left", "xshift": 3, "showarrow": False,
            "y": 1, "yref": "paper", "yanchor": "top",
            "text": escape_chart(words), "font": {"size": 11, "color": look.palette.muted},
        }
    ]  # fmt: skip  # as above
