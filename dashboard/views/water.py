"""Dike and water: lengths and levels, and how they changed."""

import pandas as pd
import streamlit as st

from dashboard.links import cite
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.state import View
from dashboard.strings import ASPECTS, STATUSES, name, say
from dashboard.views.beside import beside_evidence
from dashboard.views.series import show_series
from dashboard.wording import Row, known, rows, sources_words, time_words, value_words

_WATER_KINDS = ["water_level", "flow", "rainfall"]


def show_water(scene: Scene) -> None:
    """Draw the page."""
    with beside_evidence(scene, None) as chosen:
        show_series(scene, chosen)
        distances, water = st.columns(2, gap="small")
        with distances:
            st.subheader(say(scene.lang, "distances"), anchor=False)
            _show_list(scene, scene.timeline[scene.timeline["kind"] == "distance"])
        with water:
            st.subheader(say(scene.lang, "water"), anchor=False)
            _show_list(scene, scene.timeline[scene.timeline["kind"].isin(_WATER_KINDS)])


def _show_list(scene: Scene, facts: pd.DataFrame) -> None:
    if facts.empty:
        st.caption(say(scene.lang, "nothing_here"))
        return
    newest = facts.sort_values("begin", ascending=False, kind="stable", na_position="last")
    items = "".join(_item(row, scene.view) for row in rows(newest))
    st.html(f'<ul class="facts">{items}</ul>')


def _item(row: Row, view: View) -> str:
    lang = view.lang
    notes = [name(lang, ASPECTS, row.aspect)] if row.aspect in ASPECTS else []
    notes += [row.responder] if known(row.responder) else []
    notes += [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
    notes += filter(None, (time_words(row, lang), sources_words(row, lang)))
    told = escape_html(say(lang, "sep").join(notes))
    return f"<li>{cite(row.fact_id, value_words(row, lang), view)}<span>{told}</span></li>"
