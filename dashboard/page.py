"""The page: reads the link, filters the tables, and hands them to its views."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from dashboard import session
from dashboard.charts.palette import DARK, LIGHT, Palette
from dashboard.data import find_asked, find_today, load_count, load_incidents, load_tables, store_version
from dashboard.message import make_title
from dashboard.scene import Scene, compose
from dashboard.state import FORCES, ORDERS, REPORTS, SOURCES, WATER, Stale, View, check_view
from dashboard.strings import say
from dashboard.views.blank import show_empty, show_failure, show_no_match
from dashboard.views.forces import show_forces
from dashboard.views.header import show_filtering, show_header, show_stale
from dashboard.views.moment import show_moment
from dashboard.views.news import watch_store
from dashboard.views.orders import show_orders
from dashboard.views.reports import show_reports
from dashboard.views.sidebar import show_sidebar
from dashboard.views.situation import show_situation
from dashboard.views.sources import show_sources
from dashboard.views.water import show_water
from dashboard.waiting import waiting
from extract.catalogue import IncidentSummary
from extract.database import default_url
from extract.errors import StoreError

_VIEWS: dict[str, Callable[[Scene], None]] = {
    "": show_situation,
    ORDERS: show_orders,
    FORCES: show_forces,
    WATER: show_water,
    SOURCES: show_sources,
}
_KEPT = 64
"""So many views are held in memory, filtered."""
_STYLE = Path(__file__).with_name("style.css")


@st.cache_resource(show_spinner=False)
def _freeze() -> None:
    # Streamlit collects garbage after every run; what is loaded by now never becomes any.
    gc.collect()
    gc.freeze()


def show_page() -> None:
    """Draw the whole page for the link the browser asks for."""
    view, unread = session.asked()
    st.set_page_config(page_title=say(view.lang, "app"), layout="wide")
    st.html(_STYLE)
    session.speak(view.lang)
    try:
        _show(view, unread, default_url())
    except StoreError as error:
        show_failure(view, error)


def _show(view: View, unread: Sequence[Stale], url: str) -> None:
    if view.page == REPORTS and not session.is_embedded():
        show_reports(view, url)
        _freeze()
        return
    version = store_version(url)
    incidents = load_incidents(url)
    if not incidents:
        show_empty(view, url, load_count(url))
        watch_store(url, version, view.lang, busy=bool(waiting().candidates))
        return
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    scene, stale = set_scene(url, incidents, view, palette)
    st.set_page_config(page_title=make_title(scene))
    show_stale(scene.view, (*unread, *stale))
    _show_scene(scene)
    watch_store(url, version, view.lang)
    _freeze()


def _show_scene(scene: Scene) -> None:
    view = scene.view
    head, body = st.container(), st.container()
    parts = [(body, _show_body), (head, _show_head)]
    # The largest part is sent first, for the browser draws it while the rest is made; but what names the
    # page and its moment, where these are others than before.
    if session.is_new("named", (scene.incident, view.page, view.at, view.then)):
        parts.reverse()
    for place, show in parts:
        with place:
            show(scene)
    if not session.is_embedded():
        show_sidebar(scene)


def _show_head(scene: Scene) -> None:
    show_header(scene)
    show_moment(scene)
    show_filtering(scene)


def _show_body(scene: Scene) -> None:
    if scene.timeline.empty and scene.directives.empty:
        show_no_match(scene.view)
    else:
        _VIEWS.get(scene.view.page, show_situation)(scene)


def set_scene(
    url: str, incidents: Sequence[IncidentSummary], view: View, palette: Palette = LIGHT
) -> tuple[Scene, tuple[Stale, ...]]:
    """Read what a view shows, and filter it; return that, and what the view asked for in vain.

    Raises:
        StoreError: The store cannot be read.
    """
    named = {one.incident_id: one for one in incidents}
    if view.incident and view.incident not in named and (today := find_today(url, view.incident)):
        view = replace(view, incident=today)
    asked = view.incident or find_asked(url, view)
    incident = named.get(asked or "", incidents[0])
    if view.incident is None and asked in named and incident is not incidents[0]:
        # What is shown stays this incident, whichever fact or report is let go of.
        view = replace(view, incident=asked)
    tables = load_tables(url, incident, view)
    offered = replace(tables.choices, incidents=list(named), reports={*tables.reports["report_id"]})
    view, stale = check_view(view, offered)
    seen = _see(url, tables.version, incident, replace(view.filtering(), incident=incident.incident_id))
    return replace(seen, view=view, choices=offered, tables=tables, palette=palette), stale


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _see(url: str, version: str, _incident: IncidentSummary, view: View) -> Scene:  # noqa: ARG001  # the version is a key
    """Filter the tables of an incident, once for all that choose a fact, a page or a language in a view."""
    return compose(load_tables(url, _incident, view), view, url, _incident.incident_id)
