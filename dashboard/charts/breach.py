"""The breach as a plan: the river above, the dike with its gap, what is closed, the second line behind.

It shows how the figures lie to each other, no map. Across, the plan is 100 wide; down, it is pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.breach import Breach, SecondLine
from dashboard.charts.palette import dress
from dashboard.charts.series import Look, tell_hover
from dashboard.levels import Levels
from dashboard.plan import Plan, side_words
from dashboard.quotes import escape_chart
from dashboard.strings import say
from dashboard.wording import Row, value_words

_WIDTH = 100.0
_GAP = (24.0, 76.0)
_DIKE, _THICK = 92, 34
"""The dike's upper edge and its thickness."""
_UNDER = _DIKE + _THICK
_LINE, _LINE_THICK = 222, 14
"""The second line's upper edge and its thickness."""
_ROW = 24
_TEXT = 13
_NEAR = 60
"""So many pixels around words a click still means them."""
_LONGEST = 16
"""So many characters of a hazard are written; the rest is in its hover and in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in the plan, plain text; `row` is the fact they open, None for words of our own."""

    x: float
    y: float
    words: str
    row: Row | None = None
    anchor: str = "center"
    is_soft: bool = False


def draw_breach(breach: Breach, plan: Plan, levels: Levels, look: Look) -> go.Figure:
    """Draw a breach; the `customdata` of what can be clicked is its fact's id."""
    line = breach.line
    height = _LINE + _LINE_THICK + _ROW * (1 + len(line.hazards[:2])) if line.is_known else _LINE - _ROW
    labels = [
        *_zone_labels(levels, look.lang),
        *(_gap_labels(breach, look.lang) if breach.has_gap else ()),
        *(_line_labels(line, look.lang) if line.is_known else ()),
    ]
    figure = go.Figure([*_parts(breach, plan, look), _words(labels, look), *_hazards(breach, look)])
    figure.update_layout(
        shapes=[*_ground(breach, height, look), *_measures(breach, look)],
        annotations=[_note(label, look) for label in labels if label.row is None],
        xaxis={"range": [0, _WIDTH], "visible": False, "fixedrange": True},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        hovermode="closest",
        hoverdistance=_NEAR,
    )
    dressed = dress(figure, look.palette, height)
    dressed.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return dressed


def _zone_labels(levels: Levels, lang: str) -> Iterator[Label]:
    for key, y, row in (("river", 16, levels.outside), ("inside", _LINE - 44, levels.inside)):
        yield Label(x=1, y=y, words=say(lang, f"plan_{key}"), anchor="right", is_soft=True)
        if row is not None:
            words = say(lang, f"plan_{key}_level", value=value_words(row, lang))
            yield Label(x=_WIDTH - 1, y=y, words=words, row=row, anchor="left")


def _gap_labels(breach: Breach, lang: str) -> Iterator[Label]:
    width = breach.width
    told = say(lang, "plan_unsaid") if width is None else value_words(width, lang)
    yield Label(
        x=50, y=_DIKE - 32, words=say(lang, "plan_width", value=told), row=width, is_soft=width is None
    )
    sided = [
        (one, say(lang, "plan_advance", side=side_words(one, lang), value=value_words(one.row, lang)))
        for one in breach.advances
    ]
    sided += [(one, _short(value_words(one.row, lang))) for one in breach.works]
    middle = [(words, one.row) for one, words in sided if one.end is None]
    top = _UNDER + (32 if len(middle) < len(sided) else 14)
    for one, words in sided:
        if one.end is not None:
            x, anchor = ((1.0, "right"), (_WIDTH - 1, "left"))[one.end]
            yield Label(x=x, y=_UNDER + 14, words=words, row=one.row, anchor=anchor)
    if breach.closed is not None:
        middle.append((_short(value_words(breach.closed, lang)), breach.closed))
    elif breach.remaining is not None:
        middle.append(
            (say(lang, "plan_remaining", value=value_words(breach.remaining, lang)), breach.remaining)
        )
    for place, (words, row) in enumerate(middle):
        yield Label(x=50, y=top + place * 20, words=words, row=row)


def _line_labels(line: SecondLine, lang: str) -> Iterator[Label]:
    if line.distance is not None:
        words = say(lang, "plan_distance", value=value_words(line.distance, lang))
        yield Label(x=51, y=_LINE - 20, words=words, row=line.distance, anchor="right")
    below = _LINE + _LINE_THICK + 14
    length = "" if line.length is None else value_words(line.length, lang)
    words = say(lang, "plan_line_length" if length else "plan_line", value=length)
    # Of no length told, the line's name opens what is done on it.
    row = line.works if line.length is None else line.length
    yield Label(x=50, y=below, words=words, row=row, is_soft=row is None)
    for place, hazard in enumerate(line.hazards[:2], start=1):
        yield Label(x=50, y=below + place * _ROW, words=f"⚠ {_short(value_words(hazard, lang))}", row=hazard)


def _parts(breach: Breach, plan: Plan, look: Look) -> Iterator[go.Bar]:
    """Fill what is closed; of an unknown side it is hatched, touching no bank; closed since, crossed."""
    drawn = [
        (part.begin, part.end, part.advance.row, "/" if part.advance.end is None else "")
        for part in plan.parts
    ]
    if plan.closing is not None and breach.closed is not None:
        drawn.append((*plan.closing, breach.closed, "x"))
    for *shares, row, hatching in drawn:
        begin, end = map(_across, shares)
        yield go.Bar(
            orientation="h", base=[begin], x=[end - begin], y=[_DIKE + _THICK / 2], width=[_THICK],
            customdata=[row.fact_id], hovertext=[tell_hover(row, look)],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": "rgba(0,0,0,0)" if hatching else look.palette.earth,
                "pattern": {"shape": hatching, "fgcolor": look.palette.earth, "size": 6},
                "line": {"color": look.palette.earth, "width": 1.5},
            },
            selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
        )  # fmt: skip


def _words(labels: Sequence[Label], look: Look) -> go.Scatter:
    told = [(label, label.row) for label in labels if label.row is not None]
    return go.Scatter(
        mode="text", x=[label.x for label, _ in told], y=[label.y for label, _ in told],
        text=[_shown(label.words, row, look) for label, row in told],
        textposition=[f"middle {label.anchor}" for label, _ in told],
        textfont={"size": _TEXT, "color": look.palette.ink},
        customdata=[row.fact_id for _, row in told],
        hovertext=[tell_hover(row, look) for _, row in told],
        hovertemplate="%{hovertext}<extra></extra>", cliponaxis=False,
        selected={"textfont": {"color": look.palette.ink}},
        unselected={"textfont": {"color": look.palette.ink}},
    )  # fmt: skip


def _shown(words: str, row: Row, look: Look) -> str:
    """Underline what opens a source, as a link is; what is chosen stands out."""
    doubt = " ⚠" if row.disputed else ""
    shown = f"<u>{escape_chart(words)}</u>{doubt}"
    return f"<b>▶ {shown}</b>" if row.fact_id == look.chosen else shown


def _note(label: Label, look: Look) -> dict[str, Any]:
    anchors = {"right": "left", "left": "right", "center": "center"}
    return {
        "text": escape_chart(label.words), "x": label.x, "y": label.y, "xanchor": anchors[label.anchor],
        "yanchor": "middle", "showarrow": False,
        "font": {"size": _TEXT, "color": look.palette.muted if label.is_soft else look.palette.ink},
    }  # fmt: skip


def _hazards(breach: Breach, look: Look) -> Iterator[go.Scatter]:
    """Mark each hazard on the second line; where along it, nobody said."""
    if not breach.line.hazards:
        return
    shown = breach.line.hazards[:2]
    yield go.Scatter(
        mode="markers",
        x=[_WIDTH * (place + 1) / (len(shown) + 1) for place in range(len(shown))],
        y=[_LINE + _LINE_THICK / 2] * len(shown),
        marker={"symbol": "triangle-up", "size": 15, "color": look.palette.order},
        customdata=[row.fact_id for row in shown],
        hovertext=[tell_hover(row, look) for row in shown],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _ground(breach: Breach, height: float, look: Look) -> Iterator[dict[str, Any]]:
    """Draw river, water that came in, dike, the gap dashed where its width is unknown, second line."""
    palette = look.palette
    water: dict[str, Any] = {"fillcolor": palette.water, "line": {"width": 0}, "layer": "below"}
    yield _box(0, _WIDTH, 0, _DIKE, **water, opacity=0.2)
    if breach.has_gap:
        low = _LINE if breach.line.is_known else height
        yield _box(0, _WIDTH, _UNDER, low, **water, opacity=0.08)
        yield _box(*_GAP, _DIKE, _UNDER, **water, opacity=0.14)
    dike: dict[str, Any] = {"fillcolor": palette.plain, "line": {"width": 0}, "layer": "below"}
    for begin, end in ((0, _GAP[0]), (_GAP[1], _WIDTH)) if breach.has_gap else ((0, _WIDTH),):
        yield _box(begin, end, _DIKE, _UNDER, **dike)
    if breach.has_gap:
        edge = {"color": palette.ink, "width": 2, "dash": "solid" if breach.width is not None else "dot"}
        for x in _GAP:
            yield {"type": "line", "x0": x, "x1": x, "y0": _DIKE - 12, "y1": _UNDER + 2, "line": edge}
    if breach.line.is_known:
        yield _box(0, _WIDTH, _LINE, _LINE + _LINE_THICK, **dike)


def _measures(breach: Breach, look: Look) -> Iterator[dict[str, Any]]:
    """Draw the lines that say from where to where a figure reaches."""
    line = {"color": look.palette.muted, "width": 1.5}
    if breach.has_gap:
        dash = {} if breach.width is not None else {"dash": "dot"}
        y = _DIKE - 14
        yield {"type": "line", "x0": _GAP[0], "x1": _GAP[1], "y0": y, "y1": y, "line": {**line, **dash}}
    if breach.line.distance is not None:
        top = _UNDER + 56
        yield {"type": "line", "x0": 50, "x1": 50, "y0": top, "y1": _LINE, "line": line}


def _box(x0: float, x1: float, y0: float, y1: float, **look: Any) -> dict[str, Any]:  # noqa: ANN401  # passed on
    return {"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, **look}


def _across(share: float) -> float:
    return _GAP[0] + share * (_GAP[1] - _GAP[0])


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
