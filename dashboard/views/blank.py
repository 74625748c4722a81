"""What to show when there is nothing to show: no store, no reports, no facts."""

import streamlit as st

from dashboard.state import View
from dashboard.strings import say
from dashboard.views.adding import show_adding
from dashboard.views.places import show_narrow_sidebar
from dashboard.views.preview import show_preview


def show_failure(lang: str, problem: str) -> None:
    """Say that the data cannot be read, and the store's own words for why and what to do."""
    st.title(say(lang, "store_failed"), anchor=False)
    st.error(say(lang, "store_failed"))
    st.code(problem, language=None, wrap_lines=True)


def show_empty(view: View, url: str, reports: int) -> None:
    """Say that nothing is there yet, and let the viewer change it here and now."""
    lang = view.lang
    show_narrow_sidebar(view)
    st.title(say(lang, "empty" if not reports else "app"), anchor=False)
    st.info(say(lang, "nothing_found", count=reports) if reports else say(lang, "empty_how"))
    show_adding(lang, url)
    show_preview(view, url)
    st.caption(say(lang, "by_command"))
    st.code(f"flood-extract REPORT.txt -o {url}", language=None, wrap_lines=True)
