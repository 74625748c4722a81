"""The head of the page: the incident, how far it is known, what the filters leave, what a link got wrong."""

from collections.abc import Sequence

import streamlit as st

from dashboard import session
from dashboard.data import MOST
from dashboard.filters import left_out
from dashboard.headline import tell_standing
from dashboard.quotes import escape_markdown, mark_chinese
from dashboard.scene import Scene
from dashboard.state import Stale, View
from dashboard.strings import say
from dashboard.views.places import offer_adding, show_ways
from dashboard.views.share import show_share, show_whole
from dashboard.views.sidebar import offer_clearing
from dashboard.views.takeaway import show_takeaway
from dashboard.wording import incident_words

_NAMED = {"unit", "type", "kind", "incident"}
_LONGEST, _MOST_STALE = 60, 8
"""Characters of a value that means nothing, and how many such values, are shown."""


def show_header(scene: Scene) -> None:
    """Draw title, share control and the line that says how far the incident is known."""
    lang = scene.lang
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(escape_markdown(incident_words(scene.incident, lang)), anchor=False, width="content")
        with st.container(horizontal=True, width="content", gap="small"):
            if session.is_embedded():
                show_whole(scene)
            else:
                offer_adding(scene.view)
                show_takeaway(scene)
                show_share(scene)
    standing = mark_chinese(say(lang, "sep").join(tell_standing(scene)), lang)
    st.html(f'<p class="standing">{standing}</p>')
    if not session.is_embedded():
        show_ways(scene.view)


def show_filtering(scene: Scene) -> None:
    """Say how much the filters leave, and offer to take them off."""
    lang = scene.lang
    # Always here, even empty: what follows keeps its place on the page, and is not drawn anew.
    tables = scene.tables
    with st.container(horizontal=True, vertical_alignment="center", key="filtered"):
        if tables.is_cut:
            st.caption(say(lang, "held_back", total=tables.fitting, shown=MOST))
        if not scene.view.filtered:
            return
        shown = tables.fitting if tables.is_cut else len(scene.timeline)
        words = say(lang, "filtered", shown=shown, total=scene.total)
        if missing := left_out(scene.every, scene.view):
            words += say(lang, "sep") + say(lang, "undated_left_out", count=missing)
        st.markdown(escape_markdown(words), width="content")
        if not session.is_embedded():
            offer_clearing(scene.view, "clear_here")


def show_stale(view: View, stale: Sequence[Stale]) -> None:
    """Name every value of the link that means nothing, and offer to take them out."""
    lang = view.lang
    with st.container(key="stale"):
        if stale:
            st.warning(stale_words(stale, lang))
            st.button(say(lang, "stale_remove"), key="stale_remove", on_click=session.go, args=(view,))


def stale_words(stale: Sequence[Stale], lang: str) -> str:
    """Say, as Markdown, which values of the link mean nothing, a line each as long as there is room."""
    lines = []
    for value in stale[:_MOST_STALE]:
        key = value.name if value.name in _NAMED else f"{value.name}_name"
        shown = value.value if len(value.value) <= _LONGEST else f"{value.value[:_LONGEST]}…"
        lines.append(say(lang, "stale_value", name=say(lang, key), value=shown))
    if more := len(stale) - _MOST_STALE:
        lines += [say(lang, "stale_more", count=more)] if more > 0 else []
    listed = [f"- {escape_markdown(line)}" for line in lines]
    return "\n".join([escape_markdown(say(lang, "stale")), "", *listed])
