"""The store's tables, one incident at a time, read once for each version of its content."""

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from dashboard.filters import choices, units_of
from dashboard.state import Choices, View
from dashboard.strings import THEMES
from dashboard.times import place_in_time
from extract.catalogue import IncidentSummary, Tally
from extract.grouping import UNNAMED
from extract.selection import Selection
from extract.sources import join_directives, relate_reports
from extract.store import Store

MOST = 800
"""So many facts are shown at once; of a larger incident those that the filters leave, the latest first."""

_BREACHES = 24
"""So many of the first breaches of a large incident are read whatever else is."""
_KEPT, _STORES = 32, 4
"""How many selections, and how many stores, to hold in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of an incident, shared by all viewers: read them, never write into them.

    Timeline and directives have local times and the columns of `place_in_time`. The reports come without
    their texts.

    Attributes:
        timeline: The facts; those of the latest times where they are too many.
        directives: The directives, likewise.
        reports: The reports that tell of the incident.
        choices: What can be chosen in the whole incident.
        fitting: How many facts there are that `timeline` is of.
        total: How many facts the incident has.
        version: The state of the store they were read from; "" where nobody asked.
    """

    timeline: pd.DataFrame
    directives: pd.DataFrame
    reports: pd.DataFrame
    choices: Choices
    fitting: int
    total: int
    version: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether `timeline` is only a part of the facts there are."""
        return self.fitting > MOST


def load_incidents(url: str) -> list[IncidentSummary]:
    """List the incidents of the store, the latest first, what has no name last.

    Raises:
        StoreError: The store cannot be opened or read.
    """
    return _incidents(url, store_version(url))


def load_tables(url: str, incident: IncidentSummary, view: View) -> Tables:
    """Read the tables of an incident, again only when the store has changed.

    Args:
        url: The store's URL.
        incident: One of `load_incidents`.
        view: Its filters narrow what is read of an incident that is too large to be shown at once.

    Raises:
        StoreError: The store cannot be opened or read.
    """
    is_large = incident.facts > MOST
    selection = select(incident.incident_id, view) if is_large else Selection(incident=incident.incident_id)
    version = store_version(url)
    tables = (_read_large if is_large else _read)(url, version, replace(selection, limit=MOST))
    tables = replace(tables, version=version)
    if view.fact is None or view.fact in tables.choices.facts:
        return tables
    chosen = Selection(incident=incident.incident_id, row=view.fact)
    return _with_rows(tables, _read(url, version, chosen)) if is_large else tables


def select(incident: str, view: View) -> Selection:
    """Select the rows of an incident, by its id, that a view's filters leave."""
    return Selection(
        incident=incident,
        units=view.units,
        types=view.types,
        kinds=view.kinds,
        since=view.since,
        until=view.until,
        words=tuple(view.query.split()),
        at=view.at,
        then=view.then,
    )


def load_text(url: str, report_id: str) -> str:
    """Read the text of a report.

    Raises:
        StoreError: The store cannot be read, or has no such report.
    """
    return _text(url, store_version(url), report_id)


def load_count(url: str) -> int:
    """Count the reports of the store, removed or not.

    Raises:
        StoreError: The store cannot be read.
    """
    return len(open_store(url).rule_versions())


def find_asked(url: str, view: View) -> str | None:
    """Return the id of the incident of a view that names none: its fact's, else its report's; None: any.

    Raises:
        StoreError: The store cannot be read.
    """
    if view.fact:
        return open_store(url).find_incident(view.fact)
    return next(iter(open_store(url).incidents_of(view.report)), None) if view.report else None


def find_today(url: str, incident: str) -> str | None:
    """Return the id an incident has today that once had this one; None: there is no such incident.

    Raises:
        StoreError: The store cannot be read.
    """
    return open_store(url).today(incident)


def store_version(url: str) -> str:
    """Name the state of the store (`Store.version`).

    Raises:
        StoreError: The store cannot be opened or read.
    """
    return open_store(url).version()


@st.cache_resource(show_spinner=False, max_entries=_STORES)
def open_store(url: str) -> Store:
    """Open a store, once for all viewers.

    Raises:
        StoreError: It cannot be opened.
    """
    return Store(url)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _incidents(url: str, version: str) -> list[IncidentSummary]:  # noqa: ARG001  # the version is the cache's key
    found = open_store(url).incidents()
    return sorted(found, key=lambda one: one.incident_id == UNNAMED)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _read(url: str, version: str, selection: Selection) -> Tables:  # as above
    store = open_store(url)
    whole = Selection(incident=selection.incident)
    # Facts of a limited selection may be told by any report of the incident.
    facts, reports = store.timeline(selection), _reports(url, version, whole)
    # What has no name is no one incident: its reports have nothing to do with each other.
    if selection.incident != UNNAMED:
        facts = relate_reports(facts, reports)
    # Units, types and kinds bound no directive.
    orders = _orders(url, version, replace(selection, units=(), types=(), kinds=()))
    tables = _assemble(place_in_time(facts, reports), orders, reports)
    if len(tables.timeline) < MOST and selection == replace(whole, limit=MOST):
        return tables
    tally = _tally(url, version, whole)
    fitting = _fit(store, selection, tally) if len(tables.timeline) == MOST else len(tables.timeline)
    total = sum(times for *_, times in tally.groups)
    return replace(tables, choices=_offer(tally, tables.choices), fitting=fitting, total=total)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _read_large(url: str, version: str, selection: Selection) -> Tables:
    """Read what is selected, and what the flood began with, which no filter and no later fact takes away."""
    first = Selection(
        incident=selection.incident, kinds=("action",), aspect="breach", limit=_BREACHES, first=True
    )
    breaches = _read(url, version, first)
    return _with_rows(
        _read(url, version, selection), replace(breaches, directives=breaches.directives.head(0))
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _reports(url: str, version: str, whole: Selection) -> pd.DataFrame:  # noqa: ARG001  # as above
    return open_store(url).reports(whole, texts=False)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _orders(url: str, version: str, selection: Selection) -> pd.DataFrame:
    reports = _reports(url, version, Selection(incident=selection.incident))
    return join_directives(place_in_time(open_store(url).directives(selection), reports), reports)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _tally(url: str, version: str, whole: Selection) -> Tally:  # noqa: ARG001  # as above
    return open_store(url).tally(whole)


def _with_rows(tables: Tables, rows: Tables) -> Tables:
    """Add rows of other tables that are not there, to be looked up; what is counted stays."""
    facts, orders = rows.timeline, rows.directives
    ids = {*facts["fact_id"], *orders["directive_id"]}
    facts = facts[~facts["fact_id"].isin(tables.timeline["fact_id"])]
    orders = orders[~orders["directive_id"].isin(tables.directives["directive_id"])]
    return replace(
        tables,
        timeline=pd.concat([tables.timeline, facts]),
        directives=pd.concat([tables.directives, orders]),
        choices=replace(tables.choices, facts={*tables.choices.facts, *ids}),
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _text(url: str, version: str, report_id: str) -> str:  # noqa: ARG001  # as above
    return str(open_store(url).report(report_id)["text"])


def _fit(store: Store, selection: Selection, tally: Tally) -> int:
    """Count the facts a selection holds; where no time and no words bound it, by what was counted already."""
    if selection.since or selection.until or selection.words or selection.at:
        return store.count(selection)
    return sum(
        times
        for responder, type_, kind, times in tally.groups
        if (not selection.units or not set(selection.units).isdisjoint(units_of(responder)))
        and (not selection.types or type_ in selection.types)
        and (not selection.kinds or kind in selection.kinds)
    )


def _offer(tally: Tally, shown: Choices) -> Choices:
    """Offer what a whole incident has to choose from, though only some of its facts are shown."""
    units: Counter[str] = Counter()
    for responder, times in tally.responders.items():
        units.update(dict.fromkeys(units_of(responder), times))
    period = (tally.begin, tally.finish) if tally.begin and tally.finish else None
    return replace(
        shown,
        period=period,
        units=[unit for unit, _ in units.most_common()],
        types=list(tally.types),
        kinds=list(tally.kinds),
        themes=list(THEMES),
    )


def settle(timeline: pd.DataFrame, directives: pd.DataFrame, reports: pd.DataFrame) -> Tables:
    """Make of a store's tables what the dashboard reads, once, so that no click has to."""
    orders = join_directives(place_in_time(directives, reports), reports)
    return _assemble(place_in_time(timeline, reports), orders, reports)


def _assemble(facts: pd.DataFrame, orders: pd.DataFrame, reports: pd.DataFrame) -> Tables:
    return Tables(
        timeline=facts, directives=orders, reports=reports, choices=choices(facts, orders),
        fitting=len(facts), total=len(facts),
    )  # fmt: skip  # one call reads as two lines
