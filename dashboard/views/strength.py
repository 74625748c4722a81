"""Strength over time, and what of it cannot be drawn."""

from collections.abc import Sequence

import streamlit as st

from dashboard.attribution import Attribution
from dashboard.charts.strength import Look, draw_strength
from dashboard.links import cite
from dashboard.onset import find_onset, onset_words
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.strength import find_strength, type_of
from dashboard.strings import STATUSES, TYPES, name, say
from dashboard.views.timeline import show_chart
from dashboard.wording import Row, known, unit_words, value_words


def show_strength(scene: Scene, breach: Row | None, chosen: str | None) -> None:
    """Draw the steps of people committed; a click on a step or a mark opens its count."""
    lang, people = scene.lang, scene.situation.people
    st.header(say(lang, "strength"), anchor=False)
    began = find_onset(breach).earliest if breach is not None else None
    strength = find_strength(scene.timeline, scene.situation.latest, began)
    if strength is None:
        st.caption(say(lang, "nothing_here" if scene.view.filtered else "strength_none"))
        return
    st.caption(say(lang, "strength_how") + say(lang, "strength_key"))
    told_by = Attribution(scene)
    counts = [row for row, *_ in strength.counts]
    look = Look(
        palette=scene.palette,
        lang=lang,
        sources={row.fact_id: told_by.name(row) for row in (*counts, *strength.planned)},
        chosen=chosen,
        exact=people is not None and people.exact,
        breach=breach,
    )
    show_chart(draw_strength(strength, look), "strength", say(lang, "strength"))
    for key, listed in (("strength_planned", strength.planned), ("strength_left_out", strength.left_out)):
        if listed:
            st.html(f'<p class="note">{say(lang, key, counts=_list(listed, scene))}</p>')


def _list(counts: Sequence[Row], scene: Scene) -> str:
    """List counts as HTML: whose, how many, when, each with a link to its source."""
    lang, listed = scene.lang, []
    for row in counts:
        unit = unit_words(row.responder, lang) if known(row.responder) else name(lang, TYPES, type_of(row))
        value = cite(row.fact_id, value_words(row, lang), scene.view)
        notes = [onset_words(row, lang)] if known(row.begin) else []
        notes += [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
        more = escape_html(say(lang, "sep").join(["", *notes])) if notes else ""
        listed.append(f"{escape_html(unit)} {value}{more}")
    return say(lang, "clause").join(listed)
