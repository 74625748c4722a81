"""Forces and people: who was sent and came when, what they brought, and who is affected."""

from collections.abc import Sequence

import streamlit as st

from dashboard.arrivals import Arrival, first_units, list_arrivals
from dashboard.charts.personnel import draw_personnel
from dashboard.headline import sum_words
from dashboard.links import cite_marked
from dashboard.onset import onset_words
from dashboard.quotes import escape_html, escape_markdown
from dashboard.scene import Scene
from dashboard.situation import find_breach
from dashboard.strings import say
from dashboard.tellings import find_contradicted
from dashboard.views.affected import show_affected
from dashboard.views.arrivals import lag_words, show_arrivals
from dashboard.views.beside import beside_evidence
from dashboard.views.equipment import show_equipment
from dashboard.views.strength import show_strength
from dashboard.views.timeline import show_chart
from dashboard.wording import Row, known, unit_words, value_words

_NAMED = 2
"""So many of the units that may have been as early are named."""


def show_forces(scene: Scene) -> None:
    """Draw the page."""
    # The breach is nobody's deed: no filter by unit takes away what the lag is counted from.
    breach = find_breach(scene.every)
    arrivals = list_arrivals(scene.timeline, breach)
    people = scene.situation.people
    firsts = [*(people.counted[:1] if people else ()), *(one.first.fact for one in arrivals[:1])]
    with beside_evidence(scene, next((row.fact_id for row in firsts), None)) as chosen:
        st.html(f'<p class="lead">{make_lead(scene, arrivals)}</p>')
        if scene.view.filtered:
            st.caption(say(scene.lang, "forces_filtered"))
        show_strength(scene, breach, chosen)
        show_arrivals(scene, arrivals, breach, chosen)
        _show_people(scene)
        show_equipment(scene, chosen)
        show_affected(scene, chosen)


def make_lead(scene: Scene, arrivals: Sequence[Arrival]) -> str:
    """Say in one sentence of HTML how many came, who came first, and who sent the most."""
    lang, people = scene.lang, scene.situation.people
    parts = [_committed(scene, len(arrivals))]
    if people and people.silent:
        parts.append(say(lang, "forces_silent", count=len(people.silent)))
    if arrivals:
        parts.append(_first(first_units(arrivals), scene))
    if people and len(people.counted) > 1:
        parts.append(_largest(people.counted[0], scene))
    told = say(lang, "clause").join(filter(None, parts))
    if not told:
        return escape_html(say(lang, "nothing_here" if scene.view.filtered else "forces_none"))
    return f"{told}{'。' if lang == 'zh' else '.'}"


def _committed(scene: Scene, acting: int) -> str:
    lang, people = scene.lang, scene.situation.people
    if people is None:
        return say(lang, "forces_units", count=acting) if acting else ""
    value = f"<mark>{escape_html(sum_words(people, lang))}</mark>"
    return say(lang, "forces_people", value=value, counted=len(people.counted))


def _first(firsts: Sequence[Arrival], scene: Scene) -> str:
    """Name who acted first, and whom the times do not set after it."""
    lang, (first, *others) = scene.lang, firsts
    act = first.first
    when = [onset_words(act.fact, lang), *([] if act.lag.order == "unknown" else [lag_words(act.lag, lang)])]
    named = [_name(one, scene) for one in others[:_NAMED]]
    units = say(lang, "list").join(named)
    if len(others) > _NAMED:
        units = say(lang, "forces_and_more", units=units, count=len(others))
    return say(
        lang,
        "forces_first",
        unit=_name(first, scene),
        time=escape_html(say(lang, "sep").join(when)),
        tied=say(lang, "forces_tied", units=units) if others else "",
    )


def _name(arrival: Arrival, scene: Scene) -> str:
    return cite_marked(arrival.first.fact.fact_id, unit_words(arrival.unit, scene.lang), scene.view)


def _largest(count: Row, scene: Scene) -> str:
    lang = scene.lang
    unit = escape_html(unit_words(count.responder, lang) if known(count.responder) else count.quote)
    value = cite_marked(count.fact_id, value_words(count, lang), scene.view)
    against = find_contradicted(scene.every, count.fact_id)
    others = escape_html(say(lang, "list").join(value_words(row, lang) for row in against))
    disputed = say(lang, "forces_disputed", value=others) if against else ""
    return f"{say(lang, 'forces_largest', unit=unit, value=value)}{disputed}"


def _show_people(scene: Scene) -> None:
    lang, people = scene.lang, scene.situation.people
    st.header(say(lang, "personnel"), anchor=False)
    if people is None:
        st.caption(say(lang, "nothing_here" if scene.view.filtered else "strength_none"))
        return
    st.caption(say(lang, "personnel_note"))
    show_chart(draw_personnel(people, scene.palette, lang), "people", say(lang, "personnel"))
    if people.silent:
        units = say(lang, "list").join(unit_words(unit, lang) for unit in people.silent)
        st.caption(escape_markdown(say(lang, "silent_units", units=units)))
