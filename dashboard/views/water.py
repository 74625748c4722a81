"""Dike and water: the breach as a plan, levels over time, what else was measured, and all of it as lists."""

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from dashboard.breach import Breach, find_breaches
from dashboard.charts.breach import draw_breach
from dashboard.levels import Levels, find_levels, find_readings, find_states
from dashboard.links import cite
from dashboard.plan import lay_out, side_words
from dashboard.quotes import escape_html, escape_markdown
from dashboard.scene import Scene
from dashboard.series import LEVELS, WATER, find_series, group_figures
from dashboard.stand import tell_water
from dashboard.strings import ASPECTS, STATUSES, name, say
from dashboard.tellings import find_bearings
from dashboard.views.beside import beside_evidence
from dashboard.views.series import make_look, show_levels, show_series
from dashboard.views.timeline import show_chart
from dashboard.wording import (
    Row,
    known,
    place_words,
    rows,
    sources_words,
    time_words,
    unit_words,
    value_words,
)

_WATER_KINDS = ["water_level", "flow", "rainfall", "volume", "area"]
_READ = ("level", "inside_level", "outside_level", "discharge", "velocity", "accumulated", "water_volume", "flooded_area")  # fmt: skip  # noqa: E501


def show_water(scene: Scene) -> None:
    """Draw the page."""
    breaches, levels = find_breaches(scene.timeline), find_levels(scene.timeline)
    with st.container():
        if told := tell_water(scene, breaches, levels):
            st.html(f'<p class="lead">{told}</p>')
    with beside_evidence(scene, _first(breaches, levels, scene)) as chosen:
        _show_breaches(breaches, levels, scene, chosen)
        found = find_series(scene.timeline, WATER)
        show_levels(
            scene, [one for one in found if one.aspect in LEVELS], find_states(scene.timeline), chosen
        )
        _show_readings(scene)
        show_series(scene, [one for one in found if one.aspect not in LEVELS], chosen)
        distances, water = st.columns(2, gap="small")
        with distances:
            st.header(say(scene.lang, "distances"), anchor=False)
            _show_list(scene, scene.timeline[scene.timeline["kind"] == "distance"])
        with water:
            st.header(say(scene.lang, "water"), anchor=False)
            _show_list(scene, scene.timeline[scene.timeline["kind"].isin(_WATER_KINDS)])


def _first(breaches: Sequence[Breach], levels: Levels, scene: Scene) -> str | None:
    """Choose what the evidence shows before anybody chose: the first figure of the page."""
    told = [row for breach in breaches for row in breach.figures]
    told += [row for row in (levels.inside, levels.outside) if row is not None]
    told += [*(reading.row for reading in levels.gauges), *levels.conditions]
    if told:
        return str(told[0].fact_id)
    ours = scene.timeline[scene.timeline["kind"].isin(["distance", *_WATER_KINDS])]
    return next(iter(ours["fact_id"]), None)


def _show_breaches(breaches: Sequence[Breach], levels: Levels, scene: Scene, chosen: str | None) -> None:
    lang = scene.lang
    with st.container(key="breach"):
        if not breaches:
            st.caption(say(lang, "no_breach_filtered" if scene.view.filtered else "no_breach"))
        for place, breach in enumerate(breaches):
            key = "breach_plan_numbered" if breach.number else "breach_plan"
            st.header(say(lang, key, number=breach.number), anchor=False)
            plan = lay_out(breach)
            facts = _figures(breach, lang)
            drawn = [row for _, row in facts] + [
                row for row in (levels.inside, levels.outside) if row is not None
            ]
            told = say(lang, "sep").join(f"{words} {value_words(row, lang)}" for words, row in facts)
            figure = draw_breach(breach, plan, levels, make_look(scene, drawn, chosen))
            show_chart(figure, f"breach_chart_{place}", say(lang, "plan_alt", told=told))
            notes = " ".join(say(lang, key) for key in (*plan.doubts, "plan_key"))
            st.caption(escape_markdown(notes))
            st.html(
                f'<ul class="facts figures">{"".join(_item(row, scene, words) for words, row in facts)}</ul>'
            )


def _figures(breach: Breach, lang: str) -> list[tuple[str, Row]]:
    """Name all that is drawn, in the order it is read."""
    line, advance = breach.line, name(lang, ASPECTS, "advance")
    measured = [row for row in (breach.remaining, line.distance, line.length) if row is not None]
    told = [
        (say(lang, "label_closed"), breach.closed),
        (name(lang, ASPECTS, "breach_width"), breach.width),
        *((f"{advance}{say(lang, 'sep')}{side_words(one, lang)}", one.row) for one in breach.advances),
        *((side_words(one, lang), one.row) for one in breach.works),
        *((name(lang, ASPECTS, row.aspect), row) for row in measured),
        *((say(lang, "label_hazard"), row) for row in line.hazards),
        (say(lang, "label_works"), line.works),
    ]
    return [(words, row) for words, row in told if row is not None]


def _show_readings(scene: Scene) -> None:
    """Draw the newest figure of each thing that was measured."""
    lang = scene.lang
    with st.container(key="readings"):
        told = find_readings(scene.timeline, _READ)
        if not told:
            return
        st.header(say(lang, "water_readings"), anchor=False)
        items = (
            _item(
                one.row,
                scene,
                say(lang, "sep").join(
                    filter(None, (name(lang, ASPECTS, one.aspect), one.of and place_words(one.of, lang)))
                ),
            )
            for one in sorted(told, key=lambda one: _READ.index(one.aspect))
        )
        st.html(f'<ul class="facts figures">{"".join(items)}</ul>')


def _show_list(scene: Scene, facts: pd.DataFrame) -> None:
    """List facts by what they measure, of each aspect the newest first."""
    if facts.empty:
        st.caption(say(scene.lang, "not_reported_filtered" if scene.view.filtered else "not_reported"))
        return
    read = _read_at(facts, scene.lang)
    newest = facts.sort_values("begin", ascending=False, kind="stable", na_position="last")
    html = ""
    for aspect, told in newest.groupby("aspect", sort=False):
        items = "".join(_item(row, scene, at=read.get(row.fact_id, "")) for row in rows(told))
        html += (
            f'<h3>{escape_html(name(scene.lang, ASPECTS, str(aspect)))}</h3><ul class="facts">{items}</ul>'
        )
    st.html(f'<div class="aspects">{html}</div>')


def _read_at(facts: pd.DataFrame, lang: str) -> dict[str, str]:
    """Name where levels and flows were read, as far as the words beside them say so."""
    return {
        row.fact_id: say(lang, "list").join(
            filter(
                None,
                (of and place_words(of, lang), name(lang, ASPECTS, aspect) if aspect != row.aspect else ""),
            )
        )
        for (aspect, of), told in group_figures(facts, (*LEVELS, "discharge")).items()
        for row in told
    }


def _item(row: Row, scene: Scene, words: str = "", at: str = "") -> str:
    """Write a fact as HTML: its value a link, whose, where and when, and what it revises or who disagrees."""
    lang = scene.lang
    notes = [at] if at and not known(row.place) else []
    notes += [place_words(row.place, lang)] if known(row.place) and row.place not in words else []
    notes += [unit_words(row.responder, lang)] if known(row.responder) else []
    notes += [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
    notes += filter(None, (time_words(row, lang), sources_words(row, lang)))
    told = [escape_html(note) for note in notes] + list(_bearings(row, scene))
    label = f"<b>{escape_html(words)}</b> " if words else ""
    value = cite(row.fact_id, value_words(row, lang), scene.view)
    return f"<li>{label}{value}<span>{say(lang, 'sep').join(told)}</span></li>"


def _bearings(row: Row, scene: Scene) -> Iterator[str]:
    if not row.disputed and not known(row.revises):
        return
    found = find_bearings(scene.every, row.fact_id)
    for key, others in (("revised_from", found.revises), ("said_else", found.contradicted)):
        for other in others:
            yield say(scene.lang, key, value=cite(other.fact_id, value_words(other, scene.lang), scene.view))
