"""Orders and deeds: each theme's directives beside the work reported on it, and the lag."""

import streamlit as st

from dashboard.quotes import escape_html
from dashboard.responses import Lag, Response, Work, match_responses
from dashboard.scene import Scene
from dashboard.strings import THEMES, name, say
from dashboard.views.quantities import cite
from dashboard.wording import Row, known, time_words, value_words

_COLUMNS = ("theme", "directive", "work", "lag")


def show_directives(scene: Scene) -> None:
    """Draw the themes, those with reported work first."""
    lang = scene.lang
    with st.container(border=True, key="directives"):
        st.subheader(say(lang, "directives"), anchor=False)
        if scene.directives.empty:
            st.caption(say(lang, "nothing_here"))
            return
        st.caption(say(lang, "directives_scope"))
        responses = match_responses(scene.directives, scene.timeline)
        head = "".join(f"<th>{escape_html(say(lang, f'column_{column}'))}</th>" for column in _COLUMNS)
        body = "".join(_row(response, scene) for response in responses)
        st.html(f'<table class="orders"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def lag_words(lag: Lag, lang: str) -> str:
    """Say how long after the directive; both bounds, since neither time is exact."""
    if lag.order == "after" and lag.low == lag.high:
        return say(lang, "lag_after_one", low=lag.low)
    return say(lang, f"lag_{lag.order}", low=lag.low, high=lag.high)


def _row(response: Response, scene: Scene) -> str:
    lang = scene.lang
    theme = escape_html(name(lang, THEMES, response.theme))
    orders = "".join(f"<li>{_order(row, scene)}</li>" for row in response.directives)
    if response.work:
        work = "".join(f"<li>{_deed(deed, scene)}</li>" for deed in response.work)
        lags = "".join(f"<li>{escape_html(lag_words(deed.lag, lang))}</li>" for deed in response.work)
    else:
        key = "not_mentioned_filtered" if scene.view.filtered else "not_mentioned"
        work, lags = f'<li class="silent">{escape_html(say(lang, key))}</li>', "<li>—</li>"
    cells = ((orders, "directive"), (work, "work"), (lags, "lag"))
    lists = "".join(
        f'<td data-label="{escape_html(say(lang, f"column_{column}"))}"><ul>{items}</ul></td>'
        for items, column in cells
    )
    return f"<tr><th>{theme}</th>{lists}</tr>"


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
    return f"{escape_html(told)} {cite(fact.fact_id, words, scene.view)}<span>{escape_html(time_words(fact, lang))}</span>"
