"""The overview in place of the timeline, where there are more facts than can be drawn one by one."""

import datetime as dt

import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.overview import draw_overview
from dashboard.charts.palette import Palette
from dashboard.data import MOST, open_store, select, store_version
from dashboard.quotes import escape_markdown
from dashboard.rhythm import Rhythm, count, find_step
from dashboard.scene import Scene
from dashboard.strings import say
from extract.selection import Selection

_DAY = 1440
_KEPT = 32

_Span = tuple[int, dt.datetime, dt.datetime]
"""The minutes of a cell, and from when to when they are counted."""


def show_rhythm(scene: Scene) -> go.Figure | None:
    """Say that facts are counted, and how to open them; return their chart, None where nothing is dated.

    Raises:
        StoreError: The store cannot be read.
    """
    view, lang = scene.view, scene.lang
    period = scene.choices.period
    if period is None:
        return None
    since, until = view.since or period[0], view.until or period[1]
    step = find_step((since, until))
    selection = select(scene.incident, view)
    version = store_version(scene.store)
    span = step, since, until
    rhythm = _read(scene.store, version, selection, span)
    words = say(
        lang, "overview", count=f"{scene.tables.fitting:,}", most=MOST, step=say(lang, f"step_{step}")
    )
    if rhythm.undated:
        words += say(lang, "overview_undated", count=f"{rhythm.undated:,}")
    st.caption(escape_markdown(words))
    return _draw((scene.store, version, selection, span), scene.palette, lang)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _draw(asked: tuple[str, str, Selection, _Span], palette: Palette, lang: str) -> go.Figure | None:
    return draw_overview(_read(*asked), palette, lang)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _read(
    url: str,
    version: str,  # noqa: ARG001  # the version is the cache's key
    selection: Selection,
    span: _Span,
) -> Rhythm:
    step, since, until = span
    return count(open_store(url).beginnings(selection, by_day=step >= _DAY), step, (since, until))
