"""The filters, the language and the way to take the filters off."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.quotes import escape_markdown, tame
from dashboard.scene import Scene
from dashboard.state import Choices, View
from dashboard.strings import KINDS, TYPES, name, say
from dashboard.views.places import choose_language
from dashboard.wording import incident_words, moment_words, unit_words

_STEPS = [1, 6, 24, 24 * 7]
"""In hours: how finely a period can be set."""
_MOST = 120
_LATEST = dt.datetime(dt.MAXYEAR, 1, 1)  # noqa: DTZ001  # a local time, as all are here
"""Stands at the right end of the moments for the latest state, whenever that is."""


def show_sidebar(scene: Scene) -> None:
    """Draw every filter; each is drawn on every run, so that none loses its value."""
    view, choices, lang = scene.view, scene.choices, scene.lang
    moments = period_steps(choices.period, view)
    period = (view.since or moments[0], view.until or moments[-1]) if moments else None
    session.hold(
        lang,
        {
            "incident": scene.incident,
            "unit": list(view.units),
            "type": list(view.types),
            "kind": list(view.kinds),
            "q": view.query,
            **({f"period_{lang}": period, f"at_{lang}": view.at or _LATEST} if period else {}),
        },
    )
    with st.sidebar:
        st.markdown(f"**{say(lang, 'app')}**")
        # A browser that has drawn no widget yet when the next run comes knows it by its default alone.
        _choose_incident(lang, choices, scene.incident)
        _choose_units(view, choices)
        if period:
            # A slider is known by its words: each language has sliders of its own, so that what a browser
            # still says of the others' is no choice.
            with st.container(key="period"):
                _choose_period(lang, moments, period)
            with st.container(key="at"):
                _choose_moment(lang, moments, view.at or _LATEST)
        st.text_input(
            say(lang, "search"), view.query, key="q", placeholder=say(lang, "search_placeholder"),
            max_chars=100, on_change=session.take, args=("query", "q"),
        )  # fmt: skip  # one widget reads as one line
        with st.container():
            if view.filtered:
                offer_clearing(view, "clear")
        choose_language(lang)


def offer_clearing(view: View, key: str) -> None:
    """Draw the button that takes every filter off; the chosen fact stays chosen."""
    cleared = replace(view.unfiltered(), fact=view.fact)
    st.button(say(view.lang, "clear"), key=key, on_click=session.go, args=(cleared,))


def period_steps(reach: tuple[dt.datetime, dt.datetime] | None, view: View) -> list[dt.datetime]:
    """List the instants a period can begin and end at: round hours, days or weeks around all facts.

    The bounds a link asks for are always among them, however odd.
    """
    if reach is None:
        return []
    first, last = pd.Timestamp(reach[0]).normalize(), pd.Timestamp(reach[1]).ceil("D")
    hours = (last - first) / pd.Timedelta(hours=1)
    step = next((step for step in _STEPS if hours / step <= _MOST), _STEPS[-1])
    rounds = pd.date_range(first, last, freq=pd.Timedelta(hours=step)).to_pydatetime()
    asked = [moment for moment in (view.since, view.until, view.at) if moment]
    return sorted({*rounds, last.to_pydatetime(), *asked})


def _choose_incident(lang: str, choices: Choices, shown: str) -> None:
    offered = list(choices.incidents)
    if len(offered) > 1:
        st.selectbox(
            say(lang, "incident"), offered, offered.index(shown), key="incident", filter_mode=None,
            placeholder=say(lang, "incident"),
            format_func=lambda incident: tame(incident_words(incident, lang)),
            on_change=_take_incident,
        )  # fmt: skip


def _choose_units(view: View, choices: Choices) -> None:
    lang = view.lang
    # "Select all" has no Chinese, and none chosen means all; style.css translates "No results".
    st.multiselect(
        say(lang, "unit"), list(choices.units), list(view.units), key="unit",
        placeholder=say(lang, "unit_placeholder"),
        format_func=lambda unit: _both(unit, lang), select_all=False,
        on_change=session.take, args=("units", "unit"),
    )  # fmt: skip
    _choose_codes(lang, "type", TYPES, choices.types, view.types)
    _choose_codes(lang, "kind", KINDS, choices.kinds, view.kinds)


def _both(unit: str, lang: str) -> str:
    """Name a unit as the reports do and in English too, so that either can be typed to find it."""
    words = unit_words(unit, lang)
    return tame(unit if words == unit else f"{words} {unit}")


def _choose_codes(
    lang: str, key: str, names: dict[str, tuple[str, str]], offered: Collection[str], chosen: Collection[str]
) -> None:
    def label(code: str) -> str:
        return escape_markdown(name(lang, names, code))

    st.pills(
        say(lang, key), list(offered), default=list(chosen), key=key, selection_mode="multi",
        format_func=label,
        on_change=session.take, args=(f"{key}s", key),
    )  # fmt: skip


def _choose_period(lang: str, moments: list[dt.datetime], shown: tuple[dt.datetime, dt.datetime]) -> None:
    st.select_slider(
        say(lang, "period"), moments, value=shown, key=f"period_{lang}",
        format_func=lambda moment: moment_words(moment, "hour" if moment.minute == 0 else "minute", lang),
        on_change=_take_period, args=(lang, moments[0], moments[-1]),
    )  # fmt: skip


def _choose_moment(lang: str, moments: list[dt.datetime], shown: dt.datetime) -> None:
    latest = say(lang, "moment_now")
    st.select_slider(
        say(lang, "at"), [*moments, _LATEST], value=shown, key=f"at_{lang}", help=say(lang, "at_how"),
        format_func=lambda moment: moment_words(moment, "minute", lang) if moment < _LATEST else latest,
        on_change=_take_moment, args=(lang,),
    )  # fmt: skip  # one widget reads as one line


def _take_incident() -> None:
    # What is opened of one incident is nothing of another; filters and the moment may fit both.
    view = session.asked()[0].choosing(None)
    session.go(replace(view, incident=st.session_state["incident"], cell=None, fold=None))


def _take_moment(lang: str) -> None:
    view, _ = session.asked()
    taken = st.session_state[f"at_{lang}"]
    at = None if taken == _LATEST else taken
    session.go(replace(view, at=at, then=view.then and at is not None))


def _take_period(lang: str, first: dt.datetime, last: dt.datetime) -> None:
    since, until = st.session_state[f"period_{lang}"]
    # The whole length is no filter, and leaves the link.
    view, _ = session.asked()
    session.go(replace(view, since=since if since > first else None, until=until if until < last else None))
