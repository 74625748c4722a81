"""One report: what is known of it and from where, its text, and all that a person can do to it."""

from dataclasses import replace

import streamlit as st

from dashboard import session
from dashboard.data import load_text, open_store
from dashboard.links import link
from dashboard.origins import Said, day_words, origin_words
from dashboard.quotes import escape_html, mark_chinese
from dashboard.state import SOURCES, View
from dashboard.strings import say
from dashboard.views.editing import show_editing
from dashboard.views.history import show_history
from dashboard.views.preview import offer_incidents
from dashboard.wording import Row, document_words, incident_words, known, stamp_words

_LONGEST = 30_000
"""So many characters of the text are shown."""


def show_report(view: View, url: str, report: Row) -> None:
    """Draw a report, a row of `list_reports`.

    Raises:
        StoreError: The store cannot be read.
    """
    lang, store = view.lang, open_store(url)
    said = store.corrections(report.report_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say(lang, "to_reports"), key="to_reports", icon=":material/arrow_back:",
            on_click=session.go, args=(replace(view, report=None),),
        )  # fmt: skip  # one widget reads as one line
        if not report.is_removed:
            offer_incidents(list(report.incidents), lang, "report")
    if report.incidents and not report.is_removed:
        st.html(f"<p>{_to_marked(view, report)}</p>")
    st.html(f"<h2>{mark_chinese(document_words(report.name, lang), lang)}</h2>")
    session.show_done()
    with st.container(border=True, key="known"):
        st.html(_table(report, said, lang))
    show_editing(view, url, report)
    show_history(lang, url, report.report_id, said)
    with st.expander(say(lang, "source_text"), icon=":material/article:"):
        _show_text(load_text(url, report.report_id), lang)


def _to_marked(view: View, report: Row) -> str:
    """Lead to the report as it reads, with its facts marked, as HTML."""
    incident = view.incident if view.incident in report.incidents else report.incidents[0]
    return link(replace(view, page=SOURCES, incident=incident), say(view.lang, "marked_text"))


def _table(report: Row, said: Said, lang: str) -> str:
    """Tell what is known of a report, each with where it comes from, as HTML."""
    incidents = say(lang, "list").join(incident_words(one, lang) for one in report.incidents)
    lines = [
        (field, _value(report, field, lang), origin_words(report, field, said, lang))
        for field in ("title", "publisher", "published")
    ]
    lines += [
        ("incident", incidents or say(lang, "unknown"), say(lang, "by_text")),
        ("counts", say(lang, "counts", facts=report.facts, directives=report.directives), ""),
        ("source", document_words(report.source_name, lang), ""),
        ("added", stamp_words(report.added_at), ""),
    ]
    if not known(report.title) and known(report.headline):
        lines[0] = (*lines[0][:2], say(lang, "clue_headline"))
    if any(row["field"] == "incident" and not row["withdrawn_at"] for row in said):
        lines[3] = (*lines[3][:2], say(lang, "clue_moved"))
    cells = "".join(
        f"<tr><th>{escape_html(say(lang, f'field_{field}'))}</th><td>{mark_chinese(value, lang)}</td>"
        f"<td>{mark_chinese(origin, lang)}</td></tr>"
        for field, value, origin in lines
    )
    return f'<table class="known"><tbody>{cells}</tbody></table>'


def _value(report: Row, field: str, lang: str) -> str:
    if field == "published":
        return day_words(report.published, report.published_basis, lang)
    value = getattr(report, field)
    if known(value):
        return str(value)
    return report.headline if field == "title" and known(report.headline) else say(lang, "unknown")


def _show_text(text: str, lang: str) -> None:
    if len(text) > _LONGEST:
        st.caption(say(lang, "source_text_cut", count=f"{len(text):,}", shown=f"{_LONGEST:,}"))
    st.html(f'<div class="whole" lang="zh" tabindex="0">{escape_html(text[:_LONGEST])}</div>')
