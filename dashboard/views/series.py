"""Figures over time: small charts in two columns, on one axis of time."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from dashboard.charts.series import Look, draw_series, series_name
from dashboard.scene import Scene
from dashboard.series import Series, place_in_time
from dashboard.strings import say
from dashboard.tellings import leader_of
from dashboard.views.timeline import show_chart
from dashboard.wording import Row, known, rows, source_name

_MOST = 8
"""So many series are drawn."""


def show_series(scene: Scene, series: Sequence[Series], chosen: str | None) -> None:
    """Draw figures that were told for several times; nothing where there are none."""
    lang = scene.lang
    with st.container(key="series"):
        if not series:
            return
        st.header(say(lang, "series"), anchor=False)
        st.caption(say(lang, "series_key"))
        drawn = series[:_MOST]
        columns = st.columns(2, gap="small") if len(drawn) > 1 else [st.container()]
        half = -(-len(drawn) // len(columns))
        span = _span(row for one in drawn for row in one.placed)
        for place, column in enumerate(columns):
            with column, st.container(border=True, height="stretch"):
                part = drawn[place * half : (place + 1) * half]
                look = make_look(scene, [row for one in part for row in one.placed], chosen)
                show_chart(draw_series(part, span, look), f"series_{place * half}", _names(part, lang))
        if len(series) > len(drawn):
            st.caption(say(lang, "series_more", count=len(series) - len(drawn)))


def show_levels(scene: Scene, series: Sequence[Series], states: Sequence[Row], chosen: str | None) -> None:
    """Draw levels one under another, and in a lane what was said of the water without one."""
    lang = scene.lang
    timed = [row for row in states if known(row.begin)]
    placed = [*(row for one in series for row in one.placed), *timed]
    moments = {place_in_time(row) for row in placed}
    with st.container(key="levels"):
        # One statement alone says no more in a chart than in its list.
        if not series and len(moments) < 2:  # noqa: PLR2004  # from one time to another
            return
        st.header(say(lang, "water_levels"), anchor=False)
        st.caption(say(lang, "water_levels_key"))
        drawn = series[:_MOST]
        lines = [line for one in drawn for line in one.lines]
        look = make_look(scene, [*placed, *lines], chosen)
        show_chart(draw_series(drawn, _span(placed), look, timed), "levels_chart", _names(drawn, lang))
        if len(series) > len(drawn):
            st.caption(say(lang, "series_more", count=len(series) - len(drawn)))


def make_look(scene: Scene, drawn: Sequence[Row], chosen: str | None) -> Look:
    """Say how to draw facts: with the page's colours, in its language, the chosen one ringed."""
    reports = scene.tables.reports
    telling = reports[reports["report_id"].isin({row.report_id for row in drawn})]
    named = {report.report_id: report for report in rows(telling)}
    return Look(
        palette=scene.palette,
        lang=scene.lang,
        sources={row.fact_id: source_name(named[row.report_id], row, scene.lang) for row in drawn},
        chosen=chosen and leader_of(chosen, scene.tables.timeline),
    )


def _span(drawn: Iterable[Row]) -> tuple[pd.Timestamp, pd.Timestamp]:
    moments = [place_in_time(row) for row in drawn]
    return min(moments), max(moments)


def _names(series: Sequence[Series], lang: str) -> str:
    return say(lang, "list").join(series_name(one, lang) for one in series) or say(lang, "water_levels")
