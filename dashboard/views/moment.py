"""The moment whose state is shown, when it is not the latest: said loudly, with the steps back and forth."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.briefing import say_moment
from dashboard.links import link
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.tellings import gather
from extract.corrections import REJECTED


def show_moment(scene: Scene) -> None:
    """Draw the banner of a past state; nothing of the latest."""
    with st.container(key="moment"):
        if scene.view.at is not None:
            st.html(f'<div class="moment" role="status">{tell_moment(scene, scene.view.at)}</div>')


def tell_moment(scene: Scene, at: dt.datetime) -> str:
    """Say which state is shown, what it leaves out, and how to get to others, as HTML."""
    view, lang = scene.view, scene.lang
    facts = scene.tables.timeline
    later = _count_left(scene)
    words = [say_moment(view), *([] if later is None else [say(lang, "moment_later", count=later)])]
    ways = [
        link(replace(view, at=step), say(lang, key))
        for key, step in zip(("moment_back", "moment_on"), _around(facts, at), strict=True)
        if step
    ]
    ways += [
        link(replace(view, then=not view.then), say(lang, "moment_all" if view.then else "moment_only_then")),
        link(replace(view, at=None, then=False), say(lang, "moment_latest")),
    ]
    told = escape_html(say(lang, "sep").join(words))
    return f"<strong>{told}</strong><span>{' '.join(ways)}</span>"


def _count_left(scene: Scene) -> int | None:
    """Count the facts that the moment leaves out; None where filters hide how many these are."""
    tables = scene.tables
    if tables.total > len(tables.timeline):
        return None if scene.view.filtered else tables.total - tables.fitting
    kept = tables.timeline[tables.timeline["verdict"] != REJECTED]
    return len(gather(kept)) - len(scene.every)


def _around(facts: pd.DataFrame, at: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Find the moments before and after one at which anything begins."""
    moments = facts["begin"].dropna()
    before, after = moments[moments < at], moments[moments > at]
    return (
        None if before.empty else before.max().to_pydatetime(),
        None if after.empty else after.min().to_pydatetime(),
    )
