"""Figures over time: small charts in two columns, on one axis of time."""

import streamlit as st

from dashboard.charts.series import Look, draw_series, series_name
from dashboard.scene import Scene
from dashboard.series import Series, find_series, place_in_time
from dashboard.strings import say
from dashboard.tellings import leader_of
from dashboard.views.timeline import show_chart
from dashboard.wording import rows, source_name

_MOST = 8
"""So many series are drawn."""


def show_series(scene: Scene, chosen: str | None) -> None:
    """Draw the figures that were told for several times; nothing where there are none."""
    lang, series = scene.lang, find_series(scene.timeline)
    with st.container(key="series"):
        if not series:
            return
        st.subheader(say(lang, "series"), anchor=False)
        st.caption(say(lang, "series_key"))
        drawn = series[:_MOST]
        columns = st.columns(2, gap="small") if len(drawn) > 1 else [st.container()]
        half = -(-len(drawn) // len(columns))
        for place, column in enumerate(columns):
            with column, st.container(border=True, height="stretch"):
                _show(drawn[place * half : (place + 1) * half], drawn, scene, chosen)
        if len(series) > len(drawn):
            st.caption(say(lang, "series_more", count=len(series) - len(drawn)))


def _show(part: list[Series], drawn: list[Series], scene: Scene, chosen: str | None) -> None:
    moments = [place_in_time(point) for one in drawn for point in one.points]
    points = [point for one in part for point in one.points]
    reports = scene.tables.reports
    telling = reports[reports["report_id"].isin({point.report_id for point in points})]
    named = {report.report_id: report for report in rows(telling)}
    look = Look(
        palette=scene.palette,
        lang=scene.lang,
        sources={point.fact_id: source_name(named[point.report_id], point, scene.lang) for point in points},
        chosen=chosen and leader_of(chosen, scene.tables.timeline),
    )
    names = say(scene.lang, "list").join(series_name(one, scene.lang) for one in part)
    key = f"series_{drawn.index(part[0])}"
    show_chart(draw_series(part, (min(moments), max(moments)), look), key, names)
