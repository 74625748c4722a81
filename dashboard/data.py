"""The store's tables, read once for each version of its content."""

import functools
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.quotes import Stretch
from extract.articles import part_articles
from extract.page import unwrap
from extract.spans import Span
from extract.store import Store

_KEPT = 4
"""How many stores, or versions of one, to hold in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of a store, shared by all viewers: read them, never write into them.

    Times are local and carry no zone. The timeline has one more column, `assumed`: whether the year
    of the report was assumed.
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
    return settle(store.timeline(), store.directives(), store.reports())


def settle(timeline: pd.DataFrame, directives: pd.DataFrame, reports: pd.DataFrame) -> Tables:
    """Take the zone off every time and mark the facts whose year was assumed."""
    assumed = reports.loc[reports["published_basis"] == "assumed", "report_id"]
    return Tables(
        timeline=_local(timeline).assign(assumed=timeline["report_id"].isin(assumed)),
        directives=_local(directives).assign(assumed=directives["report_id"].isin(assumed)),
        reports=reports,
    )


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
