"""The timeline and, under it, the facts that have no time of their own."""

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.charts.palette import CONFIG
from dashboard.charts.timeline import Look, draw_timeline, explain_symbols
from dashboard.filters import undated
from dashboard.quotes import escape_markdown
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.wording import rows, value_words


def show_timeline(scene: Scene, chosen: str | None) -> None:
    """Draw the timeline with the chosen fact ringed; a click on a mark chooses its first fact."""
    lang = scene.lang
    st.subheader(say(lang, "timeline"), anchor=False)
    st.caption(
        escape_markdown(
            f"{explain_symbols(scene.timeline, lang)}{say(lang, 'clause')}{say(lang, 'timeline_key')}"
        )
    )
    figure = draw_timeline(
        scene.timeline, scene.directives, Look(chosen=chosen, palette=scene.palette, lang=lang)
    )
    # A new figure is a new element; the container around it stays.
    with st.container(key="timeline"):
        if figure is None:
            st.caption(say(lang, "nothing_here"))
        else:
            show_chart(figure, "timeline_chart", say(lang, "timeline"))
    _show_undated(undated(scene.timeline), scene)


def show_chart(figure: object, key: str, alt: str) -> None:
    """Draw a chart whose marks choose the fact in their `customdata`."""
    st.plotly_chart(
        figure, key=key, theme=None, config=CONFIG, alt=alt, selection_mode="points",
        on_select=lambda: take_click(key),
    )  # fmt: skip


def take_click(key: str) -> None:
    """Choose the fact of the mark that was clicked; a click beside every mark changes nothing."""
    points = st.session_state[key].selection.points
    if points:
        chosen = points[0]["customdata"]
        session.choose(chosen if isinstance(chosen, str) else chosen[0])


def _show_undated(facts: pd.DataFrame, scene: Scene) -> None:
    if facts.empty:
        return
    words = {row.fact_id: value_words(row, scene.lang) for row in rows(facts)}
    session.hold(scene.lang, {"undated": scene.view.fact if scene.view.fact in words else None})
    st.pills(
        say(scene.lang, "undated", count=len(words)), list(words), key="undated",
        format_func=lambda fact: escape_markdown(words[fact]), help=say(scene.lang, "undated_how"),
        on_change=session.take, args=("fact", "undated"),
    )  # fmt: skip
