"""The timeline: time across, directives as a band on top, then the water, the incident, each responder."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.marks import INCIDENT, WATER, Domain, Mark, find_domain, make_marks
from dashboard.charts.palette import Palette, dress
from dashboard.charts.ticks import time_axis
from dashboard.filters import extent
from dashboard.quotes import escape_chart
from dashboard.situation import latest_known
from dashboard.strings import TYPES, name, say
from dashboard.wording import moment_words

SYMBOLS = {
    "personnel": "circle",
    "distance": "square",
    "water_level": "diamond",
    "action": "triangle-up",
    "duration": "star",
}
_OTHER_SYMBOL = "pentagon"
_DIRECTIVES = "(directives)"
_TITLE, _LANE = 16, 20
"""Pixels: the line with a row's name, and each lane of marks under it."""
_ROW_GAP = 4
_LETTER, _PLOT = 12, 480
"""Pixels: a letter of a label, and the width labels are laid out for: less than a desk has, more than a phone."""
_SYMBOL_ROOM = 12
_BAR = 11
_GAP = "\N{NO-BREAK SPACE}" * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark with its lane in its row, counted from 0, and the side its label stands on."""

    mark: Mark
    lane: int
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of the chart: `top` in pixels from the chart's top, `lanes` its number of lanes."""

    key: str
    top: int
    lanes: int

    def middle(self, lane: int) -> float:
        """Return the height of a lane's middle, pixels from the top."""
        return self.top + _TITLE + _LANE * (lane + 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: the id of the fact to ring (None for none), the colours, the language."""

    chosen: str | None
    palette: Palette
    lang: str


def draw_timeline(
    timeline: pd.DataFrame, directives: pd.DataFrame, look: Look
) -> go.Figure | None:
    """Draw the timeline; None where no fact and no directive has a time.

    A point's `customdata` is the id of its first fact.
    """
    domain = find_domain(timeline, directives)
    if domain is None:
        return None
    palette, lang = look.palette, look.lang
    marks = _directive_marks(directives, lang) + make_marks(timeline, domain, lang)
    rows = _rows(marks)
    placed = [place for row in rows for place in place_marks(row, domain)]
    bands = _stack(rows, placed)
    height = bands[-1].top + _TITLE + _LANE * bands[-1].lanes + _ROW_GAP
    figure = go.Figure()
    _draw_bars(figure, placed, bands, palette)
    _draw_symbols(figure, placed, bands, palette)
    _draw_ring(figure, placed, bands, look)
    _draw_labels(figure, placed, bands, palette)
    shapes, notes = _frame(bands, timeline, palette, lang)
    if (latest := latest_known(timeline)) is not None:
        line, words = _latest(latest, height, palette, lang)
        shapes, notes = [*shapes, line], [*notes, words]
    # All at once: Plotly checks the whole list again for every shape added alone.
    figure.update_layout(
        shapes=shapes,
        annotations=notes,
        xaxis=time_axis(domain.begin, domain.end, palette, lang),
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    return dress(figure, palette, height + 70)


def place_marks(marks: Sequence[Mark], domain: Domain) -> list[Placed]:
    """Give every mark of a row the first lane where it and its label cover nothing."""
    ends: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        width = (len(mark.label) * _LETTER + _SYMBOL_ROOM) / _PLOT
        begin, finish = domain.share(mark.begin), min(domain.share(mark.finish), 1)
        sides = {"right": (begin, finish + width), "left": (begin - width, finish)}
        fitting = {side: room for side, room in sides.items() if room[0] >= 0 and room[1] <= 1}
        side, room = next(iter(fitting.items()), ("inside", (begin, finish)))
        lane = next((i for i, taken in enumerate(ends) if _free(taken, room)), len(ends))
        if lane == len(ends):
            ends.append([])
        ends[lane].append(room)
        placed.append(Placed(mark=mark, lane=lane, side=side))
    return placed


def _free(taken: list[tuple[float, float]], room: tuple[float, float]) -> bool:
    apart = _SYMBOL_ROOM / _PLOT
    return all(room[1] + apart <= begin or end + apart <= room[0] for begin, end in taken)


def _directive_marks(directives: pd.DataFrame, lang: str) -> list[Mark]:
    spans = extent(directives)
    dated = directives.assign(**spans).dropna(subset=["begin"])
    marks = []
    for (issuer, begin, finish), rows in dated.groupby(["issuer", "begin", "finish"], sort=True):
        quotes = [escape_chart(quote) for quote in rows["quote"].head(6)]
        more = ["…"] if len(rows) > len(quotes) else []
        words = escape_chart(say(lang, "mark_directives", issuer=issuer, count=len(rows)))
        marks.append(
            Mark(
                row=_DIRECTIVES,
                form="span" if finish > begin else "instant",
                begin=begin,
                finish=finish,
                kind="directive",
                responder_type="directive",
                forecast=False,
                label=words,
                hover="<br>".join([f"<b>{words}</b>", *quotes, *more]),
                ids=tuple(rows["directive_id"]),
            )
        )
    return marks


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    by_row: dict[str, list[Mark]] = {_DIRECTIVES: [], INCIDENT: [], WATER: []}
    for mark in sorted(marks, key=lambda mark: (mark.form == "later", mark.begin)):
        by_row.setdefault(mark.row, []).append(mark)
    return [row for row in by_row.values() if row]


def _stack(rows: Sequence[Sequence[Mark]], placed: Sequence[Placed]) -> list[Band]:
    bands: list[Band] = []
    top = 0
    for row in rows:
        key = row[0].row
        lanes = 1 + max(place.lane for place in placed if place.mark.row == key)
        bands.append(Band(key=key, top=top, lanes=lanes))
        top += _TITLE + _LANE * lanes + _ROW_GAP
    return bands


def _heights(placed: Sequence[Placed], bands: Sequence[Band]) -> list[float]:
    by_key = {band.key: band for band in bands}
    return [by_key[place.mark.row].middle(place.lane) for place in placed]


def _colour(mark: Mark, palette: Palette) -> str:
    return palette.order if mark.row == _DIRECTIVES else palette.of(mark.responder_type)


def _frame(
    bands: Sequence[Band], timeline: pd.DataFrame, palette: Palette, lang: str
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the shapes and annotations that part and name the rows."""
    own = {
        _DIRECTIVES: say(lang, "row_directives"),
        WATER: say(lang, "row_water"),
        INCIDENT: say(lang, "row_incident"),
    }
    types = dict(timeline[["responder", "responder_type"]].dropna().itertuples(index=False))
    shapes: list[dict[str, object]] = []
    names: list[dict[str, object]] = []
    for band in bands:
        bottom = band.top + _TITLE + _LANE * band.lanes
        across = {"xref": "paper", "x0": 0, "x1": 1, "layer": "below"}
        if band.key == _DIRECTIVES:
            ground = {"fillcolor": palette.band, "line": {"width": 0}}
            shapes.append({"type": "rect", "y0": band.top, "y1": bottom, **ground, **across})
        edge = bottom + _ROW_GAP / 2
        line = {"line": {"color": palette.grid, "width": 1}}
        shapes.append({"type": "line", "y0": edge, "y1": edge, **line, **across})
        words = f"<b>{own.get(band.key) or escape_chart(band.key)}</b>"
        if types.get(band.key, "unspecified") != "unspecified":
            words += f" <span style='color:{palette.muted}'>{name(lang, TYPES, types[band.key])}</span>"
        names.append(_note(words, palette.ink, x=0, xref="paper", xanchor="left", y=band.top + _TITLE / 2))
    return shapes, names


def _note(words: str, colour: str, **place: object) -> dict[str, object]:
    font = {"size": 12, "color": colour}
    return {"text": words, "showarrow": False, "yanchor": "middle", "font": font, **place}


def _draw_bars(
    figure: go.Figure, placed: Sequence[Placed], bands: Sequence[Band], palette: Palette
) -> None:
    heights = dict(zip(placed, _heights(placed, bands), strict=True))
    for form, shape in (("span", ""), ("window", "/")):
        drawn = [place for place in placed if place.mark.form == form]
        if not drawn:
            continue
        colours = [_colour(place.mark, palette) for place in drawn]
        figure.add_bar(
            orientation="h",
            base=[place.mark.begin for place in drawn],
            x=[(place.mark.finish - place.mark.begin) / pd.Timedelta(milliseconds=1) for place in drawn],
            y=[heights[place] for place in drawn],
            width=_BAR,
            marker={
                "color": colours,
                "pattern": {"shape": shape, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35},
                "line": {"color": colours, "width": 1},
                "cornerradius": 3,
            },
            **_answers(drawn),
        )


def _draw_symbols(
    figure: go.Figure, placed: Sequence[Placed], bands: Sequence[Band], palette: Palette
) -> None:
    drawn = [(place, height) for place, height in zip(placed, _heights(placed, bands), strict=True)
             if place.mark.form not in {"span", "window"}]  # fmt: skip  # the condition belongs to the line above
    if not drawn:
        return
    colours = [_colour(place.mark, palette) for place, _ in drawn]
    figure.add_scatter(
        mode="markers",
        x=[place.mark.begin for place, _ in drawn],
        y=[height for _, height in drawn],
        marker={
            "symbol": [symbol_of(place.mark) for place, _ in drawn],
            "size": 12,
            "color": colours,
            "line": {"width": 2, "color": colours},
            "opacity": 1,
        },
        cliponaxis=False,
        **_answers([place for place, _ in drawn]),
    )


def _draw_ring(
    figure: go.Figure, placed: Sequence[Placed], bands: Sequence[Band], look: Look
) -> None:
    for place, height in zip(placed, _heights(placed, bands), strict=True):
        mark = place.mark
        if look.chosen in mark.ids:
            figure.add_scatter(
                mode="markers",
                x=[mark.begin + (mark.finish - mark.begin) / 2],
                y=[height],
                marker={"symbol": "circle-open", "size": 24, "color": look.palette.ink, "line": {"width": 2}},
                hoverinfo="skip",
                cliponaxis=False,
            )


def symbol_of(mark: Mark) -> str:
    """Choose a mark's symbol: its kind by shape, hollow where its time is not its own."""
    if mark.form == "later":
        return "triangle-right-open"
    if mark.form == "until":
        return "triangle-left"
    symbol = SYMBOLS.get(mark.kind, _OTHER_SYMBOL)
    return f"{symbol}-open" if mark.form == "reported" or mark.forecast else symbol


def _answers(drawn: Sequence[Placed]) -> dict[str, object]:
    """Let every point say its hover and, when clicked, its first fact; a click must not fade others."""
    return {
        "customdata": [place.mark.ids[0] for place in drawn],
        "hovertext": [place.mark.hover for place in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _draw_labels(
    figure: go.Figure, placed: Sequence[Placed], bands: Sequence[Band], palette: Palette
) -> None:
    for side, position in (("right", "middle right"), ("left", "middle left")):
        drawn = [(place, height) for place, height in zip(placed, _heights(placed, bands), strict=True)
                 if place.side == side]  # fmt: skip  # the condition belongs to the line above
        figure.add_scatter(
            mode="text",
            x=[place.mark.finish if side == "right" else place.mark.begin for place, _ in drawn],
            y=[height for _, height in drawn],
            text=[f"{_GAP}{place.mark.label}{_GAP}" for place, _ in drawn],
            textposition=position,
            textfont={"size": 12, "color": palette.ink},
            hoverinfo="skip",
        )


def _latest(
    latest: pd.Timestamp, height: int, palette: Palette, lang: str
) -> tuple[dict[str, object], dict[str, object]]:
    line = {"color": palette.muted, "dash": "dot", "width": 1.5}
    words = say(lang, "latest_line", time=moment_words(latest, "minute", lang))
    return (
        {"type": "line", "x0": latest, "x1": latest, "y0": 0, "y1": height, "line": line},
        _note(words, palette.muted, x=latest, y=1, yref="paper", yanchor="bottom"),
    )
