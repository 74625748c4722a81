"""One report of the store, opened: all its facts and directives, and what people said of it."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.data import open_store, settle, store_version
from extract.catalogue import Holding
from extract.selection import Selection

_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReport:
    """What a store holds of a report, shared by all viewers: read it, never write into it.

    Attributes:
        facts: As in `data.Tables`; those of other incidents and those a person rejected too.
        directives: Likewise.
        said: What people said of it (`Store.corrections`), in order.
        changes: All that happened to it (`Store.changes`), in order.
    """

    facts: pd.DataFrame
    directives: pd.DataFrame
    said: list[dict[str, Any]]
    changes: list[dict[str, Any]]


def open_report(url: str, report: pd.DataFrame) -> OpenReport:
    """Read what the store holds of a report, its only row of the reports given, once for each version.

    Raises:
        StoreError: The store cannot be read.
    """
    return _open(url, store_version(url), str(report["report_id"].iloc[0]), report)


def load_holdings(url: str) -> dict[str, Holding]:
    """Say, by report id, how many facts and directives each report of the store brought.

    Raises:
        StoreError: The store cannot be read.
    """
    return _holdings(url, store_version(url))


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _open(url: str, version: str, report_id: str, _report: pd.DataFrame) -> OpenReport:  # noqa: ARG001  # the version is the cache's key
    store, selection = open_store(url), Selection(report=report_id)
    tables = settle(store.timeline(selection), store.directives(selection), _report)
    return OpenReport(
        facts=tables.timeline,
        directives=tables.directives,
        said=store.corrections(report_id),
        changes=store.changes(report_id),
    )


@st.cache_resource(show_spinner=False, max_entries=2)
def _holdings(url: str, version: str) -> dict[str, Holding]:  # noqa: ARG001  # as above
    return open_store(url).holdings()
