"""Equipment and supplies: what each unit brought, or what is planned and asked for."""

import re

import streamlit as st

from dashboard.attribution import Attribution
from dashboard.links import cite
from dashboard.onset import onset_words
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.views.ledger import doubt, soft, told, write_ledger
from dashboard.wording import Row, known, place_words, rows, unit_words, value_words
from extract.figures import Figure
from extract.sources import read_figures

_COLUMNS = ("equipment_unit", "equipment_what", "equipment_time", "equipment_source")

_CLAUSE = re.compile("[,，;；。、]")
_AROUND = 24
"""So many characters before and after a number are shown."""


def show_equipment(scene: Scene, chosen: str | None) -> None:
    """Draw the amounts by unit and time."""
    lang = scene.lang
    st.header(say(lang, "equipment"), anchor=False)
    facts = scene.timeline[scene.timeline["kind"] == "equipment"]
    if facts.empty:
        st.caption(say(lang, "nothing_here" if scene.view.filtered else "equipment_none"))
        return
    figures, told_by = read_figures(facts, {}), Attribution(scene)
    ordered = rows(facts.sort_values(["responder", "begin", "quote_start"], kind="stable"))
    columns = [say(lang, column) for column in _COLUMNS]
    st.html(
        write_ledger(
            "equipment",
            columns,
            [_line(row, figures.get(row.fact_id), scene, told_by) for row in ordered],
            chosen,
        )
    )


def _line(row: Row, figure: Figure | None, scene: Scene, told_by: Attribution) -> list[str]:
    lang = scene.lang
    unit = unit_words(row.responder, lang) if known(row.responder) else say(lang, "equipment_unnamed")
    value = f"<b>{cite(row.fact_id, value_words(row, lang), scene.view)}</b>"
    return [
        escape_html(unit),
        f'{value}<small lang="zh">{_what(row, figure)}</small>{doubt(row, lang)}',
        escape_html(onset_words(row, lang)),
        f"{told(told_by.name(row))}{soft(place_words(row.place, lang) if known(row.place) else '')}",
    ]


def _what(row: Row, figure: Figure | None) -> str:
    """Give the words around a number that say what is counted, as HTML: `携带冲锋舟 <b>8艘</b> 赶赴现场`."""
    if figure is None:
        return escape_html(row.quote)
    start, end = figure.offset, figure.offset + len(row.quote)
    before = row.sentence[start - min(len(figure.before), _AROUND) : start]
    after = _CLAUSE.split(row.sentence[end : end + _AROUND])[0]
    return f"{escape_html(before)}<b>{escape_html(row.quote)}</b>{escape_html(after)}"
