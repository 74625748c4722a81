"""The page of reports: where they are added, all of them as a list, and one of them opened."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.data import store_version
from dashboard.listing import list_reports, search
from dashboard.origins import dated_words, day_words
from dashboard.quotes import tame
from dashboard.state import Stale, View
from dashboard.strings import say
from dashboard.views.adding import show_adding
from dashboard.views.header import show_stale
from dashboard.views.news import watch_store
from dashboard.views.places import show_narrow_sidebar, show_ways
from dashboard.views.preview import show_preview
from dashboard.views.report import show_report
from dashboard.waiting import waiting
from dashboard.wording import Row, document_words, incident_words, known, rows, stamp_words

_AT_ONCE = 50
"""So many reports are listed on a page: a table whose rows can be selected is sent whole."""
_ROW = 35


def show_reports(view: View, url: str) -> None:
    """Draw the page.

    Raises:
        StoreError: The store cannot be read.
    """
    lang, version = view.lang, store_version(url)
    reports = list_reports(url, version)
    found = search(reports, view.find, removed=view.removed)
    part = min(view.part or 1, _count_parts(found))
    session.hold(lang, {"find": view.find, "show_removed": view.removed, "list_part": part})
    show_narrow_sidebar(view)
    st.title(say(lang, "reports"), anchor=False)
    show_ways(view)
    opened = reports[reports["report_id"] == view.report]
    watch_store(url, version, lang, busy=not opened.empty or bool(waiting().candidates))
    if not opened.empty:
        show_report(view, url, rows(opened)[0])
        return
    show_stale(replace(view, report=None), [Stale(name="report", value=view.report)] if view.report else [])
    show_adding(lang, url)
    show_preview(view, url)
    _show_list(view, found, part)


def _count_parts(found: pd.DataFrame) -> int:
    return max(-(-len(found) // _AT_ONCE), 1)


def _show_list(view: View, found: pd.DataFrame, part: int) -> None:
    lang = view.lang
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            say(lang, "find"), view.find, key="find", placeholder=say(lang, "find_hint"), max_chars=100,
            on_change=_take,
        )  # fmt: skip  # one widget reads as one line
        st.toggle(
            say(lang, "show_removed"), view.removed, key="show_removed", width="content", on_change=_take
        )
    if found.empty:
        st.info(say(lang, "list_empty"))
        return
    place, parts = st.container(), _count_parts(found)
    if parts > 1:
        st.pagination(parts, default=part, key="list_part", on_change=_take_part)
    shown = found.iloc[(part - 1) * _AT_ONCE : part * _AT_ONCE]
    first = (part - 1) * _AT_ONCE + 1
    key = "listed_part" if parts > 1 else "listed"
    with place:
        st.caption(say(lang, key, count=len(found), first=first, last=first + len(shown) - 1))
        _show_table(shown, lang)


def _show_table(shown: pd.DataFrame, lang: str) -> None:
    ids = list(shown["report_id"])
    widths = {"title": 240, "published": 98, "basis": 120, "publisher": 90, "incident": 120,
              "facts": 52, "directives": 52, "added": 130, "source": 120}  # fmt: skip  # as above
    columns: dict[str, Any] = {
        column: st.column_config.TextColumn(say(lang, f"column_{column}"), width=width)
        for column, width in widths.items()
    }
    st.dataframe(
        tabulate_reports(shown, lang).map(tame), key="reports", hide_index=True, column_config=columns,
        on_select=lambda: _take_row(ids), selection_mode="single-row", alt=say(lang, "reports"),
        height=_ROW * (min(len(shown), 15) + 1) + 3,
    )  # fmt: skip  # as above


def tabulate_reports(reports: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Put reports into words, one row each in the same order; cells are plain text."""
    return pd.DataFrame([_cells(report, lang) for report in rows(reports)])


def _cells(report: Row, lang: str) -> dict[str, str]:
    return {
        "title": document_words(report.name, lang),
        "published": day_words(report.published, report.published_basis, lang),
        "basis": dated_words(report.published_basis, report.published_clue, lang),
        "incident": say(lang, "list").join(incident_words(one, lang) for one in report.incidents),
        "facts": str(report.facts),
        "directives": str(report.directives),
        "added": stamp_words(report.added_at),
        "publisher": report.publisher if known(report.publisher) else "",
        "source": document_words(report.source_name, lang),
    }


def _take() -> None:
    state = st.session_state
    view = replace(session.asked()[0], find=state["find"], removed=state["show_removed"], part=None)
    session.go(view)


def _take_part() -> None:
    part = st.session_state["list_part"]
    session.go(replace(session.asked()[0], part=part if part > 1 else None))


def _take_row(ids: list[str]) -> None:
    chosen = st.session_state["reports"].selection.rows
    if chosen and chosen[0] < len(ids):
        session.go(replace(session.asked()[0], report=ids[chosen[0]]))
