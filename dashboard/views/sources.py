"""Sources: the reports as they read, with every fact marked in its place."""

from collections.abc import Collection, Sequence

import pandas as pd
import streamlit as st

from dashboard.data import load_text
from dashboard.opened import load_holdings, open_report
from dashboard.quotes import mark_chinese
from dashboard.reading import Parts, read_text
from dashboard.scene import Scene
from dashboard.state import Stale
from dashboard.views.beside import beside_evidence
from dashboard.views.header import stale_words
from dashboard.views.legend import show_legend, show_parts
from dashboard.views.marking import Marked, find_ringed, list_marked, mark_number, mark_rows, numbers_left
from dashboard.views.shelf import headline_of, list_reports, tell_report, tell_said
from dashboard.views.whole import Whole, show_whole
from dashboard.wording import rows
from extract.catalogue import NOTHING


def show_sources(scene: Scene) -> None:
    """Draw the page."""
    reports = scene.tables.reports.sort_values(["published", "added_at"], ascending=False, kind="stable")
    opened = _find_report(scene, reports)
    (row,) = rows(opened)
    report, text = open_report(scene.store, opened), load_text(scene.store, row.report_id)
    read, marked = read_text(text), list_marked(scene, report)
    ringed = find_ringed(scene, marked, scene.view.fact)
    number = _find_part(scene, read.parts, marked, ringed)
    here = [one for one in marked if number in _reach(read.parts, one)]
    # Of an incident too large to be shown at once, a fact is proved only once it is chosen.
    provable = (
        one.row_id for one in here if one.state == "shown" and one.row_id in scene.tables.choices.facts
    )
    first = next(provable, None)
    numbers, held = numbers_left(read, marked), load_holdings(scene.store).get(row.report_id, NOTHING)
    with beside_evidence(scene, first):
        headline = mark_chinese(headline_of(row, held, scene.lang), scene.lang)
        st.html(list_reports(scene, reports, row.report_id))
        told = tell_report(scene, row) + tell_said(scene, report)
        st.html(f'<h2 class="headline">{headline}</h2>{told}{show_legend(scene, read, marked, numbers)}')
        marks = mark_rows(scene, here, report.said, ringed or {str(first)})
        marks += [mark_number(one, scene.lang) for one in numbers if read.parts.at(one.place.start) == number]
        shown = show_whole(Whole(text, marks, read.sentences, scene.lang), read.parts.columns[number - 1])
        steps = show_parts(scene, row.report_id, read.parts, marked, number)
        state = "reading picked" if ringed else "reading"
        st.html(f'<div class="{state}">{steps}{shown}{steps}</div>')


def _find_report(scene: Scene, reports: pd.DataFrame) -> pd.DataFrame:
    """Find the report to open: the one the link names, else that of the chosen fact, else the latest."""
    view, tables = scene.view, scene.tables
    asked = view.report
    for table, key in ((tables.timeline, "fact_id"), (tables.directives, "directive_id")):
        told = table.loc[table[key] == view.fact, "report_id"]
        asked = asked or next(iter(told), None)
    if asked:
        return reports[reports["report_id"] == asked]
    # Of those told since a moment none is opened unasked.
    offered = reports[reports["report_id"].isin(scene.reports["report_id"])]
    return reports.head(1) if offered.empty else offered.head(1)


def _find_part(scene: Scene, parts: Parts, marked: Sequence[Marked], ringed: Collection[str]) -> int:
    """Find the part to show: the one the link names, else the chosen fact's, else the first with any."""
    asked = scene.view.part
    if asked and asked <= len(parts.columns):
        return asked
    if asked:
        st.warning(stale_words([Stale(name="part", value=str(asked))], scene.lang))
    first = [one for one in marked if one.row_id in ringed] or [one for one in marked if one.state == "shown"]
    return parts.at(first[0].place.start) if first else 1


def _reach(parts: Parts, one: Marked) -> range:
    """Say over which parts a row's words reach."""
    return range(parts.at(one.place.start), parts.at(max(one.place.start, one.place.end - 1)) + 1)
