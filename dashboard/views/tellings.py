"""Under the evidence: who else tells the fact, what it revises, what revises or contradicts it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.filters import as_of
from dashboard.links import cite
from dashboard.quotes import escape_html, mark_chinese
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.tellings import find_bearings, find_tellings, leader_of
from dashboard.wording import Row, pick, source_words, time_words, value_words


def show_tellings(scene: Scene, chosen: str) -> None:
    """Draw what bears on the chosen fact, each figure with its source and a link to its words."""
    if listed := list_tellings(scene, chosen):
        st.html(f'<div class="bearings">{listed}</div>')


def list_tellings(scene: Scene, chosen: str) -> str:
    """List what bears on a fact or directive as HTML; "" where there is nothing but itself."""
    lang, (facts, orders) = scene.lang, _known(scene)
    found = find_bearings(facts, chosen)
    parts = []
    if found.contradicted:
        reports = {row.report_id for row in (*found.contradicted, *found.tellings[:1])}
        key = "bearing_contradicts" if len(reports) > 1 else "bearing_contradicts_own"
        parts.append(_part(say(lang, key), found.contradicted, scene, kind="against"))
    tellings = found.tellings or find_tellings(orders, leader_of(chosen, orders))
    if len(tellings) > 1:
        words = say(lang, "sources", count=len(tellings))
        parts.append(_part(words, tellings, scene, chosen=chosen))
    if found.revises:
        parts.append(_part(say(lang, "bearing_revises"), found.revises, scene))
    if found.revised_by:
        parts.append(_part(say(lang, "bearing_revised_by"), found.revised_by, scene))
    return "".join(parts)


def _known(scene: Scene) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give all facts and directives; where only what was known then is shown, those told by then."""
    tables, view = scene.tables, scene.view
    told = (tables.timeline, tables.directives)
    return (as_of(told[0], view), as_of(told[1], view)) if view.then else told


def _part(title: str, told: Sequence[Row], scene: Scene, *, kind: str = "", chosen: str = "") -> str:
    items = "".join(_item(row, scene, shown=_id(row) == chosen) for row in told)
    return f'<section class="{kind}"><h3>{escape_html(title)}</h3><ul class="facts">{items}</ul></section>'


def _item(row: Row, scene: Scene, *, shown: bool) -> str:
    lang, reports = scene.lang, scene.tables.reports
    (report,) = pick(reports, reports["report_id"] == row.report_id)
    notes = [time_words(row, lang), source_words(report, row, lang)]
    notes += [say(lang, "source_shown")] if shown else []
    told = mark_chinese(say(lang, "sep").join(notes), lang)
    words = value_words(row, lang) if hasattr(row, "fact_id") else row.quote
    return f"<li>{cite(_id(row), words, scene.view)}<span>{told}</span></li>"


def _id(row: Row) -> str:
    return str(row.fact_id if hasattr(row, "fact_id") else row.directive_id)
