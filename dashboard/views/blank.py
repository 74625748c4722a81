"""What to show when there is nothing to show: no store, no reports, no facts, none that the filters leave."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.briefing import tell_filters
from dashboard.data import store_version
from dashboard.links import link
from dashboard.quotes import escape_html
from dashboard.refusals import store_words
from dashboard.state import View
from dashboard.strings import say
from dashboard.views.adding import show_adding
from dashboard.views.places import show_narrow_sidebar, show_ways
from dashboard.views.preview import show_preview
from extract.database import default_url
from extract.errors import StoreError

_SECONDS = 3
"""Between two tries to read a store that could not be read."""
_FILTERS: dict[str, dict[str, Any]] = {
    "unit": {"units": ()},
    "type": {"types": ()},
    "kind": {"kinds": ()},
    "period": {"since": None, "until": None},
    "search": {"query": ""},
}
"""What takes each filter off, by the key of its name."""


def show_failure(view: View, error: StoreError) -> None:
    """Say that the data cannot be read, why, and what to do; draw the page anew once it can be."""
    lang = view.lang
    st.title(say(lang, "store_failed"), anchor=False)
    st.error(say(lang, "store_waiting"))
    st.code(store_words(error, lang), language=None, wrap_lines=True)
    _await_store()


@st.fragment(run_every=_SECONDS)
def _await_store() -> None:
    try:
        store_version(default_url())
    except StoreError:
        return
    st.rerun()


def show_empty(view: View, url: str, reports: int) -> None:
    """Say that nothing is there yet, and let the viewer change it here and now."""
    lang = view.lang
    st.title(say(lang, "empty" if not reports else "app"), anchor=False)
    if session.is_embedded():
        return
    show_narrow_sidebar(view)
    if reports:
        show_ways(view)
    st.info(say(lang, "nothing_found", count=reports) if reports else say(lang, "empty_how"))
    show_adding(lang, url)
    show_preview(view, url)
    st.caption(say(lang, "by_command"))
    st.code(f"flood-extract REPORT.txt -o {url}", language=None, wrap_lines=True)


def show_no_match(view: View) -> None:
    """Name the filters that leave nothing, each with a way to take it off; and the way to clear all."""
    lang = view.lang
    names = {say(lang, key): changed for key, changed in _FILTERS.items()}
    colon = say(lang, "colon")
    items = [
        f"<li>{escape_html(f'{name}{colon}{words}')} "
        f"{link(replace(view, **names[name]), say(lang, 'no_match_drop'))}</li>"
        for name, words in tell_filters(view)
    ]
    items.append(f"<li>{link(view.unfiltered(), say(lang, 'no_match_all'))}</li>")
    heading = f"<p>{escape_html(say(lang, 'no_match'))}</p>"
    st.html(f'<div class="no-match" role="status">{heading}<ul>{"".join(items)}</ul></div>')
