"""People by responder: bars of lower bounds by type, an arrow where the count is open above."""

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.labels import NARROW
from dashboard.charts.palette import Palette, dress
from dashboard.quotes import escape_chart
from dashboard.situation import Commitment
from dashboard.strength import low_of, type_of
from dashboard.strings import TYPES, name, say
from dashboard.wording import Row, amount_words, known, time_words, unit_words, value_words

_ROW, _HEAD = 46, 28
"""Pixels: a unit with its bar, and the line over several units of a type."""
_HEADROOM = 1.75
"""How far the axis reaches beyond the longest bar, to leave room for its words."""


def draw_personnel(people: Commitment, palette: Palette, lang: str) -> go.Figure:
    """Draw each unit's latest count, the largest type on top; a point's `customdata` is its fact's id."""
    groups = _groups(people.counted)
    placed, heads, height = _lay_out(groups)
    # Plotly draws the first bar first: the lowest one.
    facts, places = [fact for fact, _ in placed][::-1], [place for _, place in placed][::-1]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=[low_of(fact) for fact in facts],
            y=[height - place for place in places],
            width=20,
            offset=-20,
            text=[_value(fact, lang) for fact in facts],
            textposition="outside",
            cliponaxis=False,
            marker={"color": [palette.of(fact.responder_type) for fact in facts], "cornerradius": 3},
            customdata=[fact.fact_id for fact in facts],
            hovertext=[_hover(fact, lang) for fact in facts],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    titles = [_title(fact, lang, palette, alone=len(groups[type_of(fact)]) == 1) for fact in facts]
    figure.update_layout(
        annotations=[
            _line(words, height - place + (13 if "<br>" in words else 10))
            for words, place in (
                *zip(titles, places, strict=True),
                *((_head(code, groups[code], lang, palette), place + _HEAD / 2) for code, place in heads),
            )
        ]
    )
    most = max([*map(low_of, facts), 1]) * _HEADROOM
    figure.update_xaxes(visible=False, range=[0, most], fixedrange=True)
    figure.update_yaxes(visible=False, range=[0, height], fixedrange=True)
    dressed = dress(figure, palette, height + 18)
    dressed.update_layout(margin={"t": 8})
    return dressed


def _groups(counted: Sequence[Row]) -> dict[str, list[Row]]:
    """Group counts by type, the largest sum first; those of a type stay in their order."""
    groups: dict[str, list[Row]] = {}
    for fact in counted:
        groups.setdefault(type_of(fact), []).append(fact)
    return dict(sorted(groups.items(), key=lambda item: -sum(map(low_of, item[1]))))


def _lay_out(groups: dict[str, list[Row]]) -> tuple[list[tuple[Row, int]], list[tuple[str, int]], int]:
    """Place bars and the lines over types of several units, by the top of each bar, pixels from above.

    Returns:
        The facts and the types, each with its place, and the height of all.
    """
    placed: list[tuple[Row, int]] = []
    heads: list[tuple[str, int]] = []
    top = 0
    for code, facts in groups.items():
        if len(facts) > 1:
            heads.append((code, top))
            top += _HEAD
        for fact in facts:
            placed.append((fact, top + _ROW // 2))
            top += _ROW
    return placed, heads, top


def _value(fact: Row, lang: str) -> str:
    is_open = known(fact.value_min) and not known(fact.value_max)
    return value_words(fact, lang) + (" →" if is_open else "")


def _hover(fact: Row, lang: str) -> str:
    told = _unit(fact, lang), value_words(fact, lang), time_words(fact, lang), fact.quote
    unit, *others = map(escape_chart, told)
    return "<br>".join([f"<b>{unit}</b>", *others])


def _unit(fact: Row, lang: str) -> str:
    return unit_words(fact.responder, lang) if known(fact.responder) else str(fact.quote)


def _title(fact: Row, lang: str, palette: Palette, *, alone: bool) -> str:
    """Name a unit over its bar, with its time; one alone of its type with that too, where there is room."""
    muted = f"<span style='color:{palette.muted}'>"
    # style.css shows what is marked so on screens that are wide enough.
    sort = f"<span style='--screen:desk'> · {name(lang, TYPES, type_of(fact))}</span>" if alone else ""
    unit, when = _unit(fact, lang), time_words(fact, lang)
    # On a phone a long name takes the line for itself.
    between = "<br>" if NARROW.measure(f"{unit} {when}") > NARROW.width else " "
    return f"{escape_chart(unit)}{between}{muted}{when}{sort}</span>"


def _head(code: str, facts: Sequence[Row], lang: str, palette: Palette) -> str:
    low = sum(map(low_of, facts))
    high = low if all(fact.modifier == "exact" for fact in facts) else math.nan
    value = amount_words(low, high, "exact", "person", lang)
    words = say(lang, "personnel_type", type=name(lang, TYPES, code), count=len(facts), value=value)
    return f"<span style='color:{palette.of(code)}'>■</span> <b>{words}</b>"


def _line(words: str, height: float) -> dict[str, Any]:
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": height, "yanchor": "middle", "showarrow": False,
        "text": words, "font": {"size": 12},
    }  # fmt: skip  # one annotation reads as one line
