"""The store's tables, read once for each version of its content."""

import functools
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.quotes import Stretch
from extract.articles import part_articles
from extract.page import unwrap
from extract.sources import relate_reports
from extract.spans import Span
from extract.store import Store

_WHOLE = {"day": pd.DateOffset(days=1), "month": pd.DateOffset(months=1), "year": pd.DateOffset(years=1)}
_KEPT = 4
"""How many stores, or versions of one, to hold in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of a store, shared by all viewers: read them, never write into them.

    Times are local and carry no zone. Timeline and directives have three columns more: from when
    (`begin`) to when (`finish`) a row may hold, and whether the year was `assumed`.

    A day, month or year reaches to its end, exclusive; an instant begins and finishes at once. A fact
    without a time of its own stands at the report's time; without that too, both are missing.
    """

    timeline: pd.DataFrame
    directives: pd.DataFrame
    reports: pd.DataFrame


def load_tables(url: str) -> Tables:
    """Read the tables of the store, again only when its content has changed.

    Raises:
        StoreError: The store cannot be opened or read.
    """
    store = _open(url)
    return _read(url, store.version())


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _open(url: str) -> Store:
    return Store(url)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _read(url: str, version: str) -> Tables:  # noqa: ARG001  # the version is the cache's key
    store = _open(url)
    reports = store.reports()
    return settle(relate_reports(store.timeline(), reports), store.directives(), reports)


def settle(timeline: pd.DataFrame, directives: pd.DataFrame, reports: pd.DataFrame) -> Tables:
    """Make of a store's tables what the dashboard reads, once, so that no click has to."""
    assumed = reports.loc[reports["published_basis"] == "assumed", "report_id"]
    settled = [
        _spread(_local(table)).assign(assumed=table["report_id"].isin(assumed))
        for table in (timeline, directives)
    ]
    return Tables(timeline=settled[0], directives=settled[1], reports=reports)


@functools.lru_cache(maxsize=256)
def article_around(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """Find the paragraphs of the article that holds the characters `[start, end)` of a report."""
    page = unwrap(text)
    for article in part_articles(page):
        paragraphs = [page.to_stored(span) for span in article.paragraphs]
        headings = [page.to_stored(span) for span in article.headings]
        if any(span.overlaps(Span(start, end)) for span in [*paragraphs, *headings]):
            return tuple(Stretch(span.start, span.end) for span in paragraphs)
    return (Stretch(start, end),)


def _local(table: pd.DataFrame) -> pd.DataFrame:
    times = [column for column in ("start", "end", "reported_at") if column in table]
    return table.assign(
        **{
            column: pd.to_datetime(table[column], utc=True)
            .dt.tz_convert("Asia/Shanghai")
            .dt.tz_localize(None)
            for column in times
        }
    )


def _spread(table: pd.DataFrame) -> pd.DataFrame:
    """Add the columns `begin` and `finish`."""
    begin = table["start"].fillna(table["end"])
    finish = table["end"].fillna(table["start"])
    if "reported_at" in table:
        begin, finish = begin.fillna(table["reported_at"]), finish.fillna(table["reported_at"])
    if "time_precision" in table:
        for precision, whole in _WHOLE.items():
            rows = (table["time_precision"] == precision) & finish.notna()
            finish = finish.mask(rows, finish + whole)
    return table.assign(begin=begin, finish=finish)
