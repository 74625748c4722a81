"""Forces: how many people each unit has sent."""

import streamlit as st

from dashboard.charts.personnel import draw_personnel
from dashboard.quotes import escape_markdown
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.views.beside import beside_evidence
from dashboard.views.timeline import show_chart


def show_forces(scene: Scene) -> None:
    """Draw the page."""
    people = scene.situation.people
    first = people.counted[0].fact_id if people else None
    with beside_evidence(scene, first):
        _show_people(scene)


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
