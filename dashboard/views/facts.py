"""The table of all facts shown; a row chosen there is the chosen fact."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.quotes import tame
from dashboard.scene import Scene
from dashboard.strings import KINDS, STATUSES, name, say
from dashboard.wording import beside_quote, known, rows, sources_words, time_words, unit_words

_ROW = 35
_MOST_ROWS = 16


def show_facts(scene: Scene) -> None:
    """Draw the facts in time order, the undated ones last."""
    lang = scene.lang
    st.header(say(lang, "facts"), anchor=False)
    st.caption(say(lang, "facts_how"))
    facts = scene.timeline.sort_values("begin", kind="stable", na_position="last")
    ids = list(facts["fact_id"])
    st.dataframe(
        tabulate(facts, lang).map(tame),
        key="facts",
        hide_index=True,
        on_select=lambda: _take_row(ids),
        selection_mode="single-row",
        height=_ROW * (min(len(facts), _MOST_ROWS) + 1) + 3,
        column_config=_columns(lang),
        alt=say(lang, "facts"),
    )


def tabulate(facts: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Put gathered facts into words, one row each in the same order; cells are plain text."""
    return pd.DataFrame(
        [
            {
                "time": time_words(row, lang),
                "unit": unit_words(row.responder, lang) if known(row.responder) else "",
                "kind": name(lang, KINDS, row.kind),
                "value": beside_quote(row, lang),
                "quote": row.quote,
                "status": name(lang, STATUSES, row.status),
                "sources": sources_words(row, lang),
            }
            for row in rows(facts)
        ],
        columns=["time", "unit", "kind", "value", "quote", "status", "sources"],
    )


def _columns(lang: str) -> dict[str, Any]:
    widths = {"time": 140, "unit": 170, "kind": 85, "value": 115, "quote": 195, "status": 75, "sources": 160}
    return {
        column: st.column_config.TextColumn(say(lang, f"column_{column}"), width=width)
        for column, width in widths.items()
    }


def _take_row(ids: list[str]) -> None:
    rows = st.session_state["facts"].selection.rows
    if rows and rows[0] < len(ids):
        session.choose(ids[rows[0]])
