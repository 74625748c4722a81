"""The traces of the timeline: what marks, bars, arrows and words are for Plotly."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.frame import Drawn, draw_names
from dashboard.charts.labels import SCREENS, Label, Screen
from dashboard.charts.lanes import Band, Place
from dashboard.charts.marks import CONDITION, Mark
from dashboard.charts.orders import DIRECTIVES
from dashboard.charts.palette import Palette
from dashboard.charts.spans import Domain
from dashboard.strings import KINDS, name, say

SYMBOLS = {
    "personnel": "circle",
    "distance": "square",
    "water_level": "diamond",
    CONDITION: "cross",
    "action": "triangle-up",
    "duration": "star",
    "directive": "star-diamond",
}
_GLYPHS = {
    "circle": "●", "square": "■", "diamond": "◆", "cross": "✚", "triangle-up": "▲", "star": "★",
    "pentagon": "⬟",
}  # fmt: skip  # one list reads as one
_OTHER = "pentagon"
_BAR, _SYMBOL, _SMALL, _RING = 11, 12, 11, 22
"""Pixels."""
_SPACE = "\N{NO-BREAK SPACE}"
_APART, _PAST_ARROW = _SPACE * 5, _SPACE * 4
_BEFORE, _ONWARD = "←", "→"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw.

    Attributes:
        chosen: The id of the fact to ring; None for none.
        palette: The colours.
        lang: The language.
        at: The moment whose state is shown; None for the latest.
        since: The first instant of the period shown; None for no bound.
        until: The last one, likewise.
        fold: The codes of what is folded; None leaves it to the chart.
        screens: The widths to lay words out for.
    """

    chosen: str | None
    palette: Palette
    lang: str
    at: dt.datetime | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    fold: tuple[str, ...] | None = None
    screens: tuple[Screen, ...] = SCREENS


def draw_marks(bands: Sequence[Band], places: Sequence[Place], domain: Domain, look: Look) -> list[Drawn]:
    """Draw all marks, the names that take clicks, and the words."""
    return [
        *draw_names(bands, domain, look.lang),
        *_bars(places, domain, look),
        *_symbols(places, domain, look),
        *_arrows(places, domain, look),
        *_labels(places, domain, look),
    ]


def symbol_of(mark: Mark) -> str:
    """Choose a mark's symbol: its kind by shape; how well its time is known is said by other means."""
    return SYMBOLS.get(mark.kind, _OTHER)


def explain_symbols(timeline: pd.DataFrame, lang: str) -> str:
    """Say which kind each symbol stands for, of the kinds that occur: `● 人数 ■ 距离`."""
    told = set(zip(timeline["kind"].tolist(), (timeline["aspect"] == CONDITION).tolist(), strict=True))
    kinds = {CONDITION if is_condition else kind for kind, is_condition in told}
    named = [f"{_GLYPHS[SYMBOLS[kind]]} {_kind_words(kind, lang)}" for kind in SYMBOLS if kind in kinds]
    return " ".join(
        [*named, *([f"{_GLYPHS[_OTHER]} {say(lang, 'other_figures')}"] if kinds - set(SYMBOLS) else [])]
    )


def _kind_words(kind: str, lang: str) -> str:
    return say(lang, "symbol_condition") if kind == CONDITION else name(lang, KINDS, kind)


def _bars(places: Sequence[Place], domain: Domain, look: Look) -> list[Drawn]:
    """Draw what is certain solid, and hatched where it only may have begun or may still have held."""
    solid: list[tuple[Place, pd.Timestamp, pd.Timestamp]] = []
    hatched: list[tuple[Place, pd.Timestamp, pd.Timestamp]] = []
    for place in places:
        mark = place.mark
        if not mark.is_long:
            continue
        if mark.core is None:
            hatched.append((place, mark.begin, mark.finish))
            continue
        solid.append((place, *mark.core))
        tails = ((mark.begin, mark.core[0]), (mark.core[1], mark.finish))
        hatched += [(place, begin, finish) for begin, finish in tails if begin < finish]
    return [*_bar(hatched, "/", domain, look), *_bar(solid, "", domain, look)]


def _bar(
    pieces: Sequence[tuple[Place, pd.Timestamp, pd.Timestamp]], hatching: str, domain: Domain, look: Look
) -> list[Drawn]:
    ends = [(domain.clip(begin), domain.clip(finish)) for _, begin, finish in pieces]
    seen = [(place, *end) for (place, _, _), end in zip(pieces, ends, strict=True) if end[0] < end[1]]
    drawn = [place for place, _, _ in seen]
    colours = [_colour(place.mark, look.palette) for place in drawn]
    bar = dict(
        type="bar",
        orientation="h",
        base=[begin for _, begin, _ in seen],
        x=[(finish - begin) / pd.Timedelta(milliseconds=1) for _, begin, finish in seen],
        y=[place.height for place in drawn],
        width=_BAR,
        marker={
            "color": colours,
            "pattern": {"shape": hatching, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35},
            "line": {"color": colours, "width": 1},
        },
        **_answers(drawn),
    )
    return [bar] if drawn else []


def _middle(mark: Mark, domain: Domain) -> pd.Timestamp:
    begin, finish = domain.clip(mark.begin), domain.clip(mark.finish)
    return begin + (finish - begin) / 2 if mark.is_long else begin


def _symbols(places: Sequence[Place], domain: Domain, look: Look) -> list[Drawn]:
    """Draw every mark's kind, and a ring around the chosen fact, which takes no clicks from it."""
    colours = [_colour(place.mark, look.palette) for place in places]
    paper = look.palette.paper
    symbols = dict(
        type="scatter",
        mode="markers",
        x=[_middle(place.mark, domain) for place in places],
        y=[place.height for place in places],
        marker={
            "symbol": [symbol_of(place.mark) for place in places],
            "size": [_SMALL if place.mark.is_long else _SYMBOL for place in places],
            "color": [
                paper if place.mark.is_hollow else colour
                for place, colour in zip(places, colours, strict=True)
            ],
            "line": {
                "width": [1.5 if place.mark.is_long else 2 for place in places],
                # On a bar of its own colour a symbol is told by its edge.
                "color": [
                    paper if place.mark.is_long and not place.mark.is_hollow else colour
                    for place, colour in zip(places, colours, strict=True)
                ],
            },
            "opacity": 1,
        },
        cliponaxis=False,
        **_answers(places),
    )
    ringed = [place for place in places if look.chosen in place.mark.ids]
    ring = {
        "type": "scatter",
        "mode": "markers",
        "x": [_middle(place.mark, domain) for place in ringed],
        "y": [place.height for place in ringed],
        "marker": {"symbol": "circle-open", "size": _RING, "color": look.palette.ink, "line": {"width": 2}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [trace for trace, shown in ((symbols, places), (ring, ringed)) if shown]


def _arrows(places: Sequence[Place], domain: Domain, look: Look) -> list[Drawn]:
    drawn = [
        *((place, _BEFORE, place.mark.begin, "left") for place in places if place.mark.comes_from_before),
        *((place, _ONWARD, place.mark.finish, "right") for place in places if place.mark.goes_on),
    ]
    pads = ["" if place.mark.is_long else _SPACE * 2 for place, *_ in drawn]
    arrows = {
        "type": "scatter",
        "mode": "text",
        "x": [domain.clip(end) for _, _, end, _ in drawn],
        "y": [place.height for place, *_ in drawn],
        "text": [f"{pad}{sign}{pad}" for pad, (_, sign, *_) in zip(pads, drawn, strict=True)],
        "textposition": [f"middle {side}" for *_, side in drawn],
        "textfont": {"size": 13, "color": [_colour(place.mark, look.palette) for place, *_ in drawn]},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [arrows] if drawn else []


def _labels(places: Sequence[Place], domain: Domain, look: Look) -> list[Drawn]:
    """Draw the words of every screen, the same ones once; the page's style shows those of the one at hand."""
    drawn: list[tuple[Mark, float, Label, str]] = []
    for place in places:
        screens: dict[Label, list[str]] = defaultdict(list)
        for screen in look.screens:
            if label := place.labels[screen.name]:
                screens[label].append(screen.name)
        drawn += [(place.mark, place.height, label, "-".join(names)) for label, names in screens.items()]
    ends = [mark.finish if label.side == "right" else mark.begin for mark, _, label, _ in drawn]
    words = {
        "type": "scatter",
        "mode": "text",
        "x": [domain.clip(end) for end in ends],
        "y": [height for _, height, *_ in drawn],
        "text": [_padded(label, mark, screens) for mark, _, label, screens in drawn],
        "textposition": [f"middle {label.side}" for _, _, label, _ in drawn],
        "textfont": {"size": 12, "color": look.palette.ink},
        "hoverinfo": "skip",
    }
    return [words] if drawn else []


def _padded(label: Label, mark: Mark, screens: str) -> str:
    has_arrow = mark.goes_on if label.side == "right" else mark.comes_from_before
    pad = _APART + (_PAST_ARROW if has_arrow else "")
    # Names for style.css to find them by; they change nothing by themselves.
    return f"<span style='--screen:{screens}'>{pad}{label.words}{pad}</span>"


def _answers(drawn: Sequence[Place]) -> Drawn:
    """Let every point say its hover and, when clicked, its first fact; a click must not fade others."""
    return {
        "customdata": [place.mark.ids[0] for place in drawn],
        "hovertext": [place.mark.hover for place in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _colour(mark: Mark, palette: Palette) -> str:
    return palette.order if mark.row.startswith(DIRECTIVES) else palette.of(mark.responder_type)
