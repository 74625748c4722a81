"""The ways between the two pages, the situation and the reports; the filters of the link survive them."""

from dataclasses import replace

import streamlit as st

from dashboard import session
from dashboard.state import REPORTS, View
from dashboard.strings import LANGUAGES, say

_PAGES = {"": "situation", REPORTS: "reports"}
_ICONS = {"": "monitoring", REPORTS: "description"}


def show_ways(view: View) -> None:
    """Draw the switch between the pages."""
    session.hold(view.lang, {"page": view.page})
    st.segmented_control(
        say(view.lang, "page"), list(_PAGES), key="page", label_visibility="collapsed", required=True,
        format_func=lambda page: f":material/{_ICONS[page]}: {say(view.lang, _PAGES[page])}",
        on_change=_take_page,
    )  # fmt: skip  # one widget reads as one line


def offer_adding(view: View) -> None:
    """Draw the button that leads to where reports are added."""
    st.button(
        say(view.lang, "add"), key="add", icon=":material/add:", on_click=session.go,
        args=(replace(view, page=REPORTS, report=None),),
    )  # fmt: skip  # as above


def show_narrow_sidebar(view: View) -> None:
    """Draw the sidebar of a page without filters."""
    with st.sidebar:
        st.markdown(f"**{say(view.lang, 'app')}**")
        show_ways(view)
        choose_language(view.lang)


def choose_language(lang: str) -> None:
    """Draw the choice of the language."""
    session.hold(lang, {"lang": lang})
    st.segmented_control(
        say(lang, "language"), list(LANGUAGES), key="lang", format_func=LANGUAGES.__getitem__,
        required=True, on_change=session.take, args=("lang", "lang"),
    )  # fmt: skip  # as above


def _take_page() -> None:
    session.go(replace(session.asked()[0], page=st.session_state["page"], report=None))
