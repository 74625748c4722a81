"""The ways between the pages; the filters of the link survive them."""

from dataclasses import replace

import streamlit as st

from dashboard import session
from dashboard.links import href
from dashboard.quotes import escape_html
from dashboard.state import PAGES, REPORTS, View
from dashboard.strings import LANGUAGES, say


def show_ways(view: View) -> None:
    """Draw the links to the pages, the present one marked; filters, moment and chosen fact go along."""
    lang = view.lang
    plain = replace(view, report=None, part=None, find="", removed=False)
    items = "".join(_way(replace(plain, page=page), view.page) for page in PAGES)
    st.html(f'<nav class="ways" aria-label="{escape_html(say(lang, "pages"))}"><ul>{items}</ul></nav>')


def _way(target: View, shown: str) -> str:
    words = escape_html(say(target.lang, f"page_{target.page or 'situation'}"))
    current = ' aria-current="page"' if target.page == shown else ""
    return f'<li><a href="{href(target)}" target="_self"{current}>{words}</a></li>'


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
        choose_language(view.lang)


def choose_language(lang: str) -> None:
    """Draw the choice of the language."""
    session.hold(lang, {"lang": lang})
    st.segmented_control(
        say(lang, "language"), list(LANGUAGES), default=lang, key="lang", format_func=LANGUAGES.__getitem__,
        required=True, on_change=session.take, args=("lang", "lang"),
    )  # fmt: skip  # as above
