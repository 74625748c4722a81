"""The ticks of a time axis, in the viewer's language; Plotly's own are English."""

import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.wording import moment_words

_STEPS = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2880, 8640]
"""In hours."""
_MOST, _FEW = 8, 5
_EDGE = 0.08
"""So near the beginning, as a share of the width, words could be cut off."""
DEPTH = 35
"""Pixels under an axis for its words."""


def time_axis(  # noqa: PLR0913  # all an axis is drawn from
    begin: pd.Timestamp,
    end: pd.Timestamp,
    palette: Palette,
    lang: str,
    *,
    assumed: bool,
    is_small: bool = False,
) -> dict[str, object]:
    """Describe a time axis from `begin` to `end` for Plotly; an assumed year shows as `?` after a day.

    A small chart has fewer ticks, so that their words stand level and apart; Plotly finds the room for them,
    for which it draws twice. A large one has none where words could be cut off, and `DEPTH` pixels under it.
    """
    values, words = time_ticks(begin, end, lang, _FEW if is_small else _MOST, 0 if is_small else _EDGE)
    return {
        "type": "date",
        "range": [begin, end],
        "tickvals": values,
        "ticktext": [f"{word}?" if assumed and "<br>" in word else word for word in words],
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "automargin": is_small,
        # Slanted, they need more than the depth; level, a day stands under its hour, where there is room.
        "tickangle": None if is_small else 0,
        "ticklabeloverflow": "allow",
    }


def time_ticks(
    begin: pd.Timestamp, end: pd.Timestamp, lang: str, most: int = _MOST, edge: float = 0
) -> tuple[list[pd.Timestamp], list[str]]:
    """Place at most so many ticks on round hours inside the axis, the day under the first and midnights.

    Args:
        begin: Where the axis begins.
        end: Where it ends.
        lang: The language.
        most: How many ticks there may be.
        edge: The share of the axis that has none, at its beginning.

    Returns:
        Where they stand and what they say.
    """
    hours = (end - begin) / pd.Timedelta(hours=1)
    step = next((step for step in _STEPS if hours / step <= most), _STEPS[-1])
    ticks = list(pd.date_range(begin.normalize(), end, freq=pd.Timedelta(hours=step)))
    ticks = [tick for tick in ticks if tick >= begin + (end - begin) * edge]
    return ticks, [_words(tick, lang, first=place == 0) for place, tick in enumerate(ticks)]


def _words(tick: pd.Timestamp, lang: str, *, first: bool) -> str:
    day = moment_words(tick, "day", lang)
    hour = f"{tick.hour}时" if lang == "zh" else f"{tick:%H:%M}"
    return f"{hour}<br>{day}" if first or tick == tick.normalize() else hour
