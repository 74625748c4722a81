"""The timeline and, under it, the ways to fold it and the facts that have no time of their own."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import session
from dashboard.charts.groups import FOLD, ORDERS, find_folded, group_rows, read_fold, turn
from dashboard.charts.overview import PERIOD
from dashboard.charts.palette import CONFIG
from dashboard.charts.timeline import draw_timeline
from dashboard.charts.traces import Look, explain_symbols
from dashboard.filters import undated
from dashboard.links import cite, link
from dashboard.quotes import escape_html, escape_markdown
from dashboard.scene import Scene
from dashboard.state import View
from dashboard.strings import TYPES, name, say
from dashboard.views.rhythm import show_rhythm
from dashboard.wording import moment_words, rows, value_words

_KEPT = 64
"""So many timelines are held in memory."""
_UNDATED = 12
"""So many facts without a time are listed at once."""
_LEAST = pd.Timedelta(minutes=2)
"""A box that is narrower is a click that slipped."""


def show_timeline(scene: Scene, chosen: str | None) -> None:
    """Draw the timeline with the chosen fact ringed; a click on a mark chooses its first fact."""
    lang = scene.lang
    st.header(say(lang, "timeline"), anchor=False)
    is_counted = scene.tables.is_cut
    figure = show_rhythm(scene) if is_counted else _draw(scene, chosen)
    # A new figure is a new element; the container around it stays.
    with st.container(key="timeline"):
        if figure is None:
            st.caption(say(lang, "nothing_here"))
        else:
            show_chart(figure, "timeline_chart", say(lang, "timeline"), zooms=True)
    with st.container(key="timeline_ways"):
        st.html(
            "".join([tell_zoom(scene.view), "" if is_counted else tell_folds(scene), tell_undated(scene)])
            or "<p></p>"
        )


def _draw(scene: Scene, chosen: str | None) -> go.Figure | None:
    view, lang = scene.view, scene.lang
    key = [explain_symbols(scene.timeline, lang), say(lang, "timeline_key"), say(lang, "timeline_how")]
    st.caption(escape_markdown(say(lang, "clause").join(key)))
    look = Look(
        chosen=chosen, palette=scene.palette, lang=lang, at=view.at, since=view.since, until=view.until,
        fold=view.fold,
    )  # fmt: skip  # one call reads as two lines
    asked = (scene.store, scene.tables.version, scene.incident, view.filtering())
    return _drawn(asked, look, scene)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _drawn(
    asked: tuple[str, str, str, View],  # noqa: ARG001  # the cache's key, with the look
    look: Look,
    _scene: Scene,
) -> go.Figure | None:
    return draw_timeline(_scene.timeline, _scene.directives, look)


def show_chart(figure: object, key: str, alt: str, *, zooms: bool = False) -> None:
    """Draw a chart whose marks choose the fact in their `customdata`.

    Args:
        figure: The chart.
        key: The widget's key.
        alt: What it shows, in words.
        zooms: Whether a box dragged across it is a period to look at.
    """
    st.plotly_chart(
        figure, key=key, theme=None, config=CONFIG, alt=alt,
        selection_mode=("points", "box") if zooms else "points", on_select=lambda: take_click(key),
    )  # fmt: skip


def take_click(key: str) -> None:
    """Look at the period of a box, or do what the point clicked is for; one beside all changes nothing."""
    selection = st.session_state[key].selection
    view, _ = session.asked()
    changed = follow(view, selection.points, selection.get("box", ()))
    if changed is not None:
        session.go(changed)


def follow(
    view: View, points: Sequence[Mapping[str, Any]], boxes: Sequence[Mapping[str, Any]]
) -> View | None:
    """Say which view a selection in a chart leads to; None: to none.

    A box is a period, rounded outward to minutes. A point is a fact to choose, the name of a group to fold
    or open, or a cell of the overview, whose period is looked at.
    """
    if boxes:
        begin, end = sorted(pd.Timestamp(end) for end in boxes[0]["x"])
        if end - begin < _LEAST:
            return None
        since, until = begin.floor("min").to_pydatetime(), end.ceil("min").to_pydatetime()
        return replace(view, since=since, until=until)
    told = [point["customdata"] for point in points if point.get("customdata")]
    if not told:
        return None
    leads = told[0] if isinstance(told[0], str) else told[0][0]
    if leads.startswith(PERIOD):
        since, until = map(dt.datetime.fromisoformat, leads.removeprefix(PERIOD).split("/"))
        return replace(view, since=max(since, view.since or since), until=min(until, view.until or until))
    return replace(view, fold=read_fold(leads)) if leads.startswith(FOLD) else replace(view, fact=leads)


def tell_zoom(view: View) -> str:
    """Say which period alone is shown, and how to get back to all times, as HTML; "" for all times."""
    ends = {"since": view.since, "until": view.until}
    told = {key: moment_words(moment, "minute", view.lang) for key, moment in ends.items() if moment}
    if not told:
        return ""
    words = say(view.lang, "zoomed" if len(told) > 1 else f"zoomed_{next(iter(told))}", **told)
    way = link(replace(view, since=None, until=None), say(view.lang, "zoom_out"))
    return f'<p class="zoom">{escape_html(words)} {way}</p>'


def tell_folds(scene: Scene) -> str:
    """Offer, as HTML links, to fold every group of rows and to open it again; "" where there is none."""
    view, lang = scene.view, scene.lang
    groups = group_rows(scene.timeline)
    folded = find_folded(groups, view.fold)
    named = {group.code: name(lang, TYPES, group.code) for group in groups if group.folds}
    if scene.directives["begin"].notna().any():
        named = {ORDERS: say(lang, "row_directives"), **named}
    if not named:
        return ""
    ways = [
        link(
            replace(view, fold=turn(code, groups, folded)),
            f"{say(lang, 'unfold' if code in folded else 'fold')}{'' if lang == 'zh' else ' '}{words}",
        )
        for code, words in named.items()
    ]
    if len(named) > 1:
        every = tuple(sorted(named))
        ways += [
            link(replace(view, fold=fold), say(lang, key))
            for key, fold in (("fold_all", every), ("unfold_all", ()))
        ]
    items = "".join(f"<li>{way}</li>" for way in ways)
    return f'<ul class="folds" aria-label="{escape_html(say(lang, "fold"))}">{items}</ul>'


def tell_undated(scene: Scene) -> str:
    """List the facts that have no time of their own, as HTML; "" where there is none."""
    lang = scene.lang
    items = [
        f"<li>{cite(row.fact_id, value_words(row, lang), scene.view)}</li>"
        for row in rows(undated(scene.timeline))
    ]
    if not items:
        return ""
    head = escape_html(say(lang, "undated", count=len(items)))
    how = escape_html(say(lang, "undated_how"))
    rest = items[_UNDATED:]
    words = escape_html(say(lang, "undated_more", count=len(rest)))
    more = f"<details><summary>{words}</summary><ul>{''.join(rest)}</ul></details>"
    first = f"<p><strong>{head}</strong> <span>{how}</span></p><ul>{''.join(items[:_UNDATED])}</ul>"
    return f'<div class="undated">{first}{more if rest else ""}</div>'
