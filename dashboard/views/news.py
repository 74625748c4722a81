"""Looks now and then whether the store has changed since the page was drawn, and draws it anew."""

import streamlit as st

from dashboard.data import store_version
from dashboard.inbox import watched
from dashboard.strings import say
from extract.errors import StoreError

_SECONDS = 3
"""Between two looks of a viewer."""


@st.fragment(run_every=_SECONDS)
def watch_store(url: str, version: str, lang: str, *, busy: bool = False) -> None:
    """Draw the page anew once the store has changed.

    Only this runs every few seconds, not the page; what was chosen and how far it was scrolled stays.

    Args:
        url: The store.
        version: Its state when the page was drawn.
        lang: The language.
        busy: Whether the viewer is filling something in: then they are only told.
    """
    try:
        changed = store_version(url) != version
    except StoreError:  # the next click says what is wrong
        with st.container(key="news"):
            st.markdown(say(lang, "store_lost"), width="content")
        return
    if changed and not busy:
        st.rerun()
    with st.container(key="news"):
        if reading := sum(inbox.reading for inbox in watched()):
            st.markdown(say(lang, "reading_inbox", count=reading), width="content")
        if changed:
            st.markdown(say(lang, "news"), width="content")
            if st.button(say(lang, "news_load"), key="news_load", icon=":material/refresh:"):
                st.rerun()
