"""Orders and deeds on the first page: one line for each theme, and the way to all of them."""

from dataclasses import replace

import streamlit as st

from dashboard.accounts import cite_deed, cite_order, find_leading, find_reach, tell_issuers, tell_times
from dashboard.lags import lag_words
from dashboard.links import link
from dashboard.quotes import escape_html
from dashboard.responses import Response
from dashboard.scene import Scene
from dashboard.state import ORDERS, join_cell
from dashboard.strings import THEMES, name, say
from dashboard.views.matrix import silence_words
from dashboard.wording import known, rows, time_words, unit_words

_MOST = 9
"""So many themes are shown."""


def show_digest(scene: Scene) -> None:
    """Draw the themes that a deed could answer, those with reported work first."""
    lang = scene.lang
    asked = [response for response in scene.responses if response.answerable]
    with st.container(border=True, key="directives"):
        st.header(say(lang, "directives"), anchor=False)
        if scene.directives.empty:
            st.caption(say(lang, f"orders_none{find_reach(scene)}"))
        else:
            body = "".join(_row(response, scene) for response in asked[:_MOST])
            caption = escape_html(say(lang, "directives_scope"))
            inside = f"<caption>{caption}</caption>{_head(scene)}<tbody>{body}</tbody>"
            st.html(f'<table class="orders">{inside}</table>')
        notes = [
            say(lang, key, count=count)
            for key, count in (
                ("themes_left_out", len(asked[_MOST:])),
                ("general_left_out", len(scene.responses) - len(asked)),
            )
            if count
        ]
        whole = link(replace(scene.view, page=ORDERS), say(lang, "directives_all"))
        st.html(f'<p class="onward">{escape_html(" ".join(notes))} {whole}</p>')


def _head(scene: Scene) -> str:
    lang, orders = scene.lang, rows(scene.directives)
    given = tell_issuers(orders, lang), escape_html(tell_times(orders, lang))
    by = say(lang, "orders_comma").join(filter(None, given))
    words = [say(lang, f"column_{column}", by=by) for column in ("theme", "directive_of", "work", "lag")]
    columns = "".join(f'<th scope="col">{word}</th>' for word in words)
    return f"<thead><tr>{columns}</tr></thead>"


def _row(response: Response, scene: Scene) -> str:
    lang, view = scene.lang, scene.view
    whole = replace(view, page=ORDERS, cell=join_cell(response.theme), fact=None)
    first, *others = response.directives
    order = cite_order(first, view) + _more(len(others))
    lag = escape_html(lag_words(find_leading(response.work).lag, lang)) if response.work else "—"
    theme = link(whole, name(lang, THEMES, response.theme))
    cells = "".join(f"<td>{words}</td>" for words in (order, _deed(response, scene), lag))
    return f'<tr><th scope="row">{theme}</th>{cells}</tr>'


def _deed(response: Response, scene: Scene) -> str:
    """Name the leading deed on a theme, by whom and when, and count the others, as HTML."""
    if not response.work:
        return silence_words(response, scene)
    lang, fact = scene.lang, find_leading(response.work).fact
    unit = escape_html(unit_words(fact.responder, lang) + say(lang, "colon")) if known(fact.responder) else ""
    when = f"<small>{escape_html(time_words(fact, lang))}</small>"
    return f"{unit}{cite_deed(fact, scene.view)} {when}{_more(len(response.work) - 1)}"


def _more(count: int) -> str:
    return f" <small>+{count}</small>" if count else ""
