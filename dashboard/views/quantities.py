"""Figures by kind: people by unit as bars, distances and the water as lists, newest first."""

from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.charts.personnel import draw_personnel
from dashboard.quotes import escape_html, escape_markdown
from dashboard.scene import Scene
from dashboard.state import View, write_view
from dashboard.strings import ASPECTS, STATUSES, name, say
from dashboard.views.timeline import show_chart
from dashboard.wording import Row, known, rows, sources_words, time_words, value_words

_WATER_KINDS = ["water_level", "flow", "rainfall"]


def show_quantities(scene: Scene) -> None:
    """Draw the three parts side by side."""
    people, distances, water = st.columns([1.3, 1, 1], gap="small")
    with people, st.container(border=True, height="stretch"):
        _show_people(scene)
    with distances, st.container(border=True, height="stretch"):
        st.subheader(say(scene.lang, "distances"), anchor=False)
        _show_list(scene, scene.timeline[scene.timeline["kind"] == "distance"])
    with water, st.container(border=True, height="stretch"):
        st.subheader(say(scene.lang, "water"), anchor=False)
        _show_list(scene, scene.timeline[scene.timeline["kind"].isin(_WATER_KINDS)])


def _show_people(scene: Scene) -> None:
    lang, people = scene.lang, scene.situation.people
    st.subheader(say(lang, "personnel"), anchor=False)
    if people is None:
        st.caption(say(lang, "nothing_here"))
        return
    st.caption(say(lang, "personnel_note"))
    show_chart(draw_personnel(people, scene.palette, lang), "people", say(lang, "personnel"))
    if people.silent:
        units = say(lang, "list").join(people.silent)
        st.caption(escape_markdown(say(lang, "silent_units", units=units)))


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


def cite(row_id: str, words: str, view: View) -> str:
    """Return words as an HTML link to the same view with this row chosen."""
    target = urlencode(write_view(replace(view, fact=row_id)), doseq=True)
    return f'<a href="?{escape_html(target)}" target="_self">{escape_html(words)}</a>'
