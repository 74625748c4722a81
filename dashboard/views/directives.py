"""Orders and deeds: each theme's directives beside the work reported on it, and the lag."""

from collections.abc import Sequence

import streamlit as st

from dashboard.links import cite
from dashboard.quotes import escape_html
from dashboard.responses import Response, Work, lag_words
from dashboard.scene import Scene
from dashboard.strings import THEMES, name, say
from dashboard.wording import Row, known, time_words, value_words

_COLUMNS = ("theme", "directive", "work", "lag")


def show_directives(scene: Scene, responses: Sequence[Response]) -> None:
    """Draw the themes, those with reported work first."""
    lang = scene.lang
    with st.container(border=True, key="directives"):
        st.subheader(say(lang, "directives"), anchor=False)
        if scene.directives.empty:
            st.caption(say(lang, "nothing_here"))
            return
        st.caption(say(lang, "directives_scope"))
        head = "".join(f"<th>{escape_html(say(lang, f'column_{column}'))}</th>" for column in _COLUMNS)
        body = "".join(_rows(response, scene) for response in responses)
        st.html(f'<table class="orders"><thead><tr>{head}</tr></thead>{body}</table>')


def _rows(response: Response, scene: Scene) -> str:
    """Return a row for every deed, the theme and its directives reaching over all of them."""
    lang = scene.lang
    key = "not_mentioned_filtered" if scene.view.filtered else "not_mentioned"
    key = key if response.answerable else "not_answerable"
    silent = (f"<span>{escape_html(say(lang, key))}</span>", "—")
    deeds = [(_deed(work, scene), escape_html(lag_words(work.lag, lang))) for work in response.work]
    orders = "".join(f"<li>{_order(row, scene)}</li>" for row in response.directives)
    theme = escape_html(name(lang, THEMES, response.theme))
    reach = f'rowspan="{max(len(deeds), 1)}"'
    rows = [f"<td>{deed}</td><td>{lag}</td>" for deed, lag in deeds or [silent]]
    rows[0] = f'<th scope="row" {reach}>{theme}</th><td {reach}><ul>{orders}</ul></td>{rows[0]}'
    return f"<tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody>"


def _order(row: Row, scene: Scene) -> str:
    told = cite(row.directive_id, row.quote, scene.view)
    if not known(row.addressee):
        return told
    addressee = say(scene.lang, "to_addressee", addressee=row.addressee)
    return f"{told}<span>{escape_html(addressee)}</span>"


def _deed(work: Work, scene: Scene) -> str:
    fact, lang = work.fact, scene.lang
    words = value_words(fact, lang)
    told = fact.responder if known(fact.responder) else ""
    deed = cite(fact.fact_id, words, scene.view)
    return f"{escape_html(told)} {deed}<span>{escape_html(time_words(fact, lang))}</span>"
