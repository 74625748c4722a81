"""The ticks of a time axis, in the viewer's language; Plotly's own are English."""

import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.wording import moment_words

_STEPS = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2880, 8640]
"""In hours."""
_MOST, _FEW = 8, 5


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

    A small chart has fewer ticks, so that their words stand level and apart.
    """
    values, words = time_ticks(begin, end, lang, _FEW if is_small else _MOST)
    return {
        "type": "date",
        "range": [begin, end],
        "tickvals": values,
        "ticktext": [f"{word}?" if assumed and "<br>" in word else word for word in words],
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "ticklabeloverflow": "allow",
    }


def time_ticks(
    begin: pd.Timestamp, end: pd.Timestamp, lang: str, most: int = _MOST
) -> tuple[list[pd.Timestamp], list[str]]:
    """Place at most so many ticks on round hours inside the axis, the day under the first and midnights.

    Returns:
        Where they stand and what they say.
    """
    hours = (end - begin) / pd.Timedelta(hours=1)
    step = next((step for step in _STEPS if hours / step <= most), _STEPS[-1])
    ticks = list(pd.date_range(begin.normalize(), end, freq=pd.Timedelta(hours=step)))
    ticks = [tick for tick in ticks if tick >= begin]
    return ticks, [_words(tick, lang, first=place == 0) for place, tick in enumerate(ticks)]


def _words(tick: pd.Timestamp, lang: str, *, first: bool) -> str:
    day = moment_words(tick, "day", lang)
    hour = f"{tick.hour}时" if lang == "zh" else f"{tick:%H:%M}"
    return f"{hour}<br>{day}" if first or tick == tick.normalize() else hour
