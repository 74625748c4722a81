"""What was read in a report that waits: its facts and directives, and the numbers that became neither."""

import pandas as pd
import streamlit as st

from dashboard.candidates import Candidate
from dashboard.data import settle
from dashboard.strings import say
from dashboard.wording import beside_quote, issuer_words, known, rows, time_words, unit_words
from extract.explain import OTHER_ARTICLE, OTHER_PARAGRAPHS
from extract.table import directives, reports, timeline

_MOST_ROWS = 8
_ROW = 35


def show_found(candidate: Candidate, lang: str) -> None:
    """Draw, folded, the facts and directives of a report, and the numbers that became none."""
    numbers = [one for one in candidate.left_out if one.why not in {OTHER_ARTICLE, OTHER_PARAGRAPHS}]
    found = tabulate_found(candidate, lang)
    if not found.empty:
        with st.expander(say(lang, "found")):
            _show_table(found, lang, {"value": 110, "quote": 320, "time": 160, "unit": 200})
    if numbers:
        with st.expander(say(lang, "numbers_left_out", count=len(numbers))):
            st.caption(say(lang, "numbers_left_out_how"))
            listed = pd.DataFrame(
                {"quote": [n.quote for n in numbers], "sentence": [n.sentence for n in numbers]}
            )
            _show_table(listed, lang, {"quote": 120, "sentence": 600})


def tabulate_found(candidate: Candidate, lang: str) -> pd.DataFrame:
    """Put the facts and then the directives of a report into words, a row each."""
    every = [candidate.extraction]
    tables = settle(timeline(every), directives(every), reports(every))
    facts = [
        {
            "value": beside_quote(row, lang),
            "quote": row.quote,
            "time": time_words(row, lang),
            "unit": unit_words(row.responder, lang) if known(row.responder) else "",
        }
        for row in rows(tables.timeline)
    ]
    orders = [
        {
            "value": say(lang, "order"),
            "quote": row.quote,
            "time": time_words(row, lang),
            "unit": issuer_words(row.issuer, lang) if known(row.issuer) else "",
        }
        for row in rows(tables.directives)
    ]
    return pd.DataFrame([*facts, *orders])


def _show_table(table: pd.DataFrame, lang: str, widths: dict[str, int]) -> None:
    columns = {
        column: st.column_config.TextColumn(say(lang, f"column_{column}"), width=width)
        for column, width in widths.items()
    }
    height = _ROW * (min(len(table), _MOST_ROWS) + 1) + 3
    st.dataframe(table, hide_index=True, height=height, column_config=columns)
