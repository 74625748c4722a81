"""The reports of a store as one table to list and to search, read once for each version of its content."""

import pandas as pd
import streamlit as st

from dashboard.data import open_store
from dashboard.wording import incident_words
from extract.catalogue import NOTHING

_KEPT = 2
_SEARCHED = ("name", "publisher", "source_name", "incidents_text", "report_id")


def list_reports(url: str, version: str) -> pd.DataFrame:
    """List all reports of a store, removed ones too, the newest first.

    Args:
        url: The store.
        version: The name of its state (`Store.version`).

    Returns:
        The columns of the table of reports, without texts, and: `is_removed`; `facts`, `directives`;
        `headline`, that of its first fact; `name`, its title, else its headline, else its source;
        `incidents`, their ids; `incidents_text`, these and their English names as text.

    Raises:
        StoreError: The store cannot be read.
    """
    return _read(url, version)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _read(url: str, version: str) -> pd.DataFrame:  # noqa: ARG001  # the version is the cache's key
    store = open_store(url)
    held = store.holdings()
    there, gone = (store.reports(texts=False, removed=removed) for removed in (False, True))
    parts = [there.assign(is_removed=False), gone.assign(is_removed=True)]
    reports = pd.concat([part for part in parts if not part.empty] or parts[:1])
    reports = reports.sort_values("added_at", ascending=False, kind="stable").reset_index(drop=True)
    brought = [held.get(report_id, NOTHING) for report_id in reports["report_id"]]
    headline = pd.Series([one.headline or None for one in brought], dtype="str", index=reports.index)
    return reports.assign(
        facts=[one.facts for one in brought],
        directives=[one.directives for one in brought],
        headline=headline,
        name=reports["title"].fillna(headline).fillna(reports["source_name"]),
        incidents=pd.Series([one.incidents for one in brought], dtype="object", index=reports.index),
        incidents_text=[
            "、".join((*one.incidents, *(incident_words(name, "en") for name in one.incidents)))
            for one in brought
        ],
    )


def search(reports: pd.DataFrame, query: str, *, removed: bool) -> pd.DataFrame:
    """Keep the reports that hold all words of a query in their name, publisher, source or incident.

    Args:
        reports: As `list_reports` gives them.
        query: Words parted by blanks, upper or lower case.
        removed: Those that were removed, instead of those that are there.
    """
    kept = reports["is_removed"] == removed
    for word in query.split():
        found = pd.Series(data=False, index=reports.index)
        for column in _SEARCHED:
            found |= reports[column].str.contains(word, case=False, regex=False, na=False)
        kept &= found
    return reports[kept]
