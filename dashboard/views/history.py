"""What happened to a report, the latest first: how it came in, what people corrected, what that changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.data import open_store
from dashboard.quotes import mark_chinese
from dashboard.strings import say
from dashboard.views.editing import do
from dashboard.wording import incident_words, stamp_words
from extract.archive import take_back

_MOST = 50
"""So many entries are shown."""
_VERDICTS = {"confirmed", "rejected"}


def show_history(lang: str, url: str, report_id: str, said: Sequence[Mapping[str, Any]]) -> None:
    """Draw the log; each correction that stands has a button to take it back.

    Raises:
        StoreError: The store cannot be read.
    """
    changes = open_store(url).changes(report_id)
    made = pair(changes, said)
    with st.expander(say(lang, "history"), icon=":material/history:", key="history"):
        for change in list(reversed(changes))[:_MOST]:
            row = made.get(change["change"])
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(f"<p>{mark_chinese(entry_words(change, row, lang), lang)}</p>", width="content")
                if row and row["withdrawn_at"] is None:
                    _offer_taking_back(lang, url, row)


def entry_words(change: Mapping[str, Any], row: Mapping[str, Any] | None, lang: str) -> str:
    """Say what one entry of the log did.

    Args:
        change: A row of `Store.changes`.
        row: The row of `Store.corrections` that it wrote down; None where it wrote none.
        lang: The language.
    """
    parts = [stamp_words(change["made_at"]), say(lang, f"did_{change['what']}")]
    if row:
        parts.append(correction_words(row, lang))
        if row["reason"]:
            parts.append(say(lang, "did_reason", reason=row["reason"]))
        if row["withdrawn_at"]:
            parts.append(say(lang, "did_withdrawn_at", time=stamp_words(row["withdrawn_at"])))
    if changed := {one[0] for one in change["differences"]}:
        parts.append(say(lang, "did_rows", count=len(changed)))
    return say(lang, "sep").join(parts)


def correction_words(row: Mapping[str, Any], lang: str) -> str:
    """Say what a person said, a row of `Store.corrections`."""
    before, after = (_value(row["field"], row[side], lang) for side in ("before", "value"))
    return say(lang, "corrected_one", field=say(lang, f"field_{row['field']}"), before=before, after=after)


def pair(
    changes: Sequence[Mapping[str, Any]], said: Sequence[Mapping[str, Any]]
) -> dict[int, Mapping[str, Any]]:
    """Find the correction of each change, by its number: both are written down together, in one order."""
    corrected = [change["change"] for change in changes if change["what"] == "corrected"]
    return dict(zip(corrected, said, strict=False))


def _offer_taking_back(lang: str, url: str, row: Mapping[str, Any]) -> None:
    st.button(
        say(lang, "take_back"),
        key=f"take_back_{row['correction']}",
        on_click=_take_back,
        args=(lang, url, row),
    )


def _take_back(lang: str, url: str, row: Mapping[str, Any]) -> None:
    told = say(lang, "taken_back")
    is_dated = row["field"] == "published"
    do(lang, lambda: take_back(open_store(url), dict(row), session.now()), told, is_dated=is_dated)


def _value(field: str, value: str | None, lang: str) -> str:
    if value is None:
        return say(lang, "unknown")
    if field == "incident":
        return incident_words(value, lang)
    return say(lang, f"verdict_{value}") if value in _VERDICTS else value
