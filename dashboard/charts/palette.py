"""The colours of the charts, for a light and a dark page, and what Plotly needs said every time."""

from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours as CSS hex; `types` holds one for each responder type, `plain` is for everything else."""

    ink: str
    paper: str
    muted: str
    grid: str
    band: str
    order: str
    plain: str
    water: str
    earth: str
    types: dict[str, str]

    def of(self, responder_type: object) -> str:
        """Return the colour of a responder type; it is fixed, whatever else is shown."""
        return self.types.get(str(responder_type), self.plain)


# Each reaches a contrast of 3:1 on its page and is told apart by colour-blind eyes. More types than
# safe colours: kindred ones share one, and every row says its type in words.
LIGHT: Final = Palette(
    ink="#1B2733",
    paper="#FFFFFF",
    muted="#5A6775",
    grid="#E3E8EE",
    band="#F7EDF3",
    order="#AA3377",
    plain="#59636E",
    water="#0072B2",
    earth="#8A5A2B",
    types={
        "military": "#009E73",
        "militia": "#009E73",
        "armed_police": "#0072B2",
        "fire_rescue": "#D55E00",
        "medical": "#D55E00",
        "state_enterprise": "#7A5C00",
        "headquarters": "#AA3377",
        "government": "#AA3377",
        "volunteers": "#B0588F",
        "villagers_cadres": "#B0588F",
    },
)
DARK: Final = Palette(
    ink="#E6EDF3",
    paper="#10171E",
    muted="#9AA7B4",
    grid="#2A3541",
    band="#2A1F2A",
    order="#DD8FBF",
    plain="#A9B4BF",
    water="#56B4E9",
    earth="#D9A066",
    types={
        "military": "#2FBF98",
        "militia": "#2FBF98",
        "armed_police": "#56B4E9",
        "fire_rescue": "#F28E2B",
        "medical": "#F28E2B",
        "state_enterprise": "#E3C94B",
        "headquarters": "#DD8FBF",
        "government": "#DD8FBF",
        "volunteers": "#C9A2E0",
        "villagers_cadres": "#C9A2E0",
    },
)


_FONTS = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, Source Sans, sans-serif"


def dress(figure: go.Figure, palette: Palette, height: int) -> go.Figure:
    """Give a figure the page's ink on a clear ground, so many pixels high, and no zooming by accident."""
    figure.update_layout(attire(palette, height))
    return figure


def attire(palette: Palette, height: int) -> dict[str, Any]:
    """Return the layout that `dress` gives a figure, for one that is made with it, which is faster."""
    return {
        "height": height,
        "margin": {"l": 0, "r": 12, "t": 28, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": palette.ink, "size": 13, "family": _FONTS},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"align": "left"},
        "barmode": "overlay",
    }


CONFIG: Final[dict[str, Any]] = {
    # Plotly's own buttons speak English only, and one of them sends the data to a cloud.
    "displayModeBar": False,
    "showSendToCloud": False,
    "doubleClick": False,
    "showAxisDragHandles": False,
}
