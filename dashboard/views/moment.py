"""The moment whose state is shown, when it is not the latest: said loudly, with the steps back and forth."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.links import link
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.wording import moment_words


def show_moment(scene: Scene) -> None:
    """Draw the banner of a past state; nothing of the latest."""
    with st.container(key="moment"):
        if scene.view.at is not None:
            st.html(f'<div class="moment" role="status">{tell_moment(scene, scene.view.at)}</div>')


def tell_moment(scene: Scene, at: dt.datetime) -> str:
    """Say which state is shown, what it leaves out, and how to get to others, as HTML."""
    view, lang = scene.view, scene.lang
    facts = scene.tables.timeline
    later = len(facts) - len(scene.every) if view.then else int((facts["begin"] > at).sum())
    words = say(lang, "moment_then" if view.then else "moment", time=moment_words(at, "minute", lang))
    ways = [
        link(replace(view, at=step), say(lang, key))
        for key, step in zip(("moment_back", "moment_on"), _around(facts, at), strict=True)
        if step
    ]
    ways += [
        link(replace(view, then=not view.then), say(lang, "moment_all" if view.then else "moment_only_then")),
        link(replace(view, at=None, then=False), say(lang, "moment_latest")),
    ]
    told = escape_html(say(lang, "sep").join([words, say(lang, "moment_later", count=later)]))
    return f"<strong>{told}</strong><span>{' '.join(ways)}</span>"


def _around(facts: pd.DataFrame, at: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Find the moments before and after one at which anything begins."""
    moments = facts["begin"].dropna()
    before, after = moments[moments < at], moments[moments > at]
    return (
        None if before.empty else before.max().to_pydatetime(),
        None if after.empty else after.min().to_pydatetime(),
    )
