"""People affected: the latest numbers by sort and place, what they replaced, and how they changed."""

import streamlit as st

from dashboard.affected import Toll, list_tolls
from dashboard.attribution import Attribution
from dashboard.links import cite
from dashboard.onset import onset_words
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.series import PEOPLE, find_series
from dashboard.strings import ASPECTS, name, say
from dashboard.tellings import find_contradicted
from dashboard.views.ledger import doubt, soft, told, write_ledger
from dashboard.views.series import show_series
from dashboard.wording import Row, known, place_words, unit_words, value_words

_COLUMNS = ("affected_what", "affected_latest", "affected_before", "affected_source")
# How many were sent has a chart of its own.
_SERIES = tuple(aspect for aspect in PEOPLE if aspect != "deployed")
_MOST_OTHERS = 6


def show_affected(scene: Scene, chosen: str | None) -> None:
    """Draw the table, and under it the numbers told for several times."""
    lang = scene.lang
    st.header(say(lang, "affected"), anchor=False)
    tolls = list_tolls(scene.timeline)
    if not tolls:
        st.caption(say(lang, "nothing_here" if scene.view.filtered else "affected_none"))
        return
    told_by = Attribution(scene)
    columns = [say(lang, column) for column in _COLUMNS]
    st.html(write_ledger("affected", columns, [_line(toll, scene, told_by) for toll in tolls], chosen))
    show_series(scene, find_series(scene.timeline, _SERIES), chosen)


def _line(toll: Toll, scene: Scene, told_by: Attribution) -> list[str]:
    lang, latest = scene.lang, toll.latest
    value = f"<b>{cite(latest.fact_id, value_words(latest, lang), scene.view)}</b>"
    place = place_words(toll.place, lang) if toll.place else say(lang, "affected_unplaced")
    unit = unit_words(latest.responder, lang) if known(latest.responder) else ""
    against = "".join(soft(_against(row, scene)) for row in find_contradicted(scene.every, latest.fact_id))
    return [
        f"{escape_html(name(lang, ASPECTS, toll.aspect))}{soft(place)}",
        f"{value}{soft(onset_words(latest, lang))}{doubt(latest, lang)}{against}",
        _before(toll, scene) or "—",
        f"{told(told_by.name(latest))}{soft(unit)}",
    ]


def _against(row: Row, scene: Scene) -> str:
    return say(scene.lang, "affected_against", value=value_words(row, scene.lang))


def _before(toll: Toll, scene: Scene) -> str:
    """List the earlier figures, those that were revised crossed out."""
    lines = [f"<del>{_told(row, scene)}</del>" for row in toll.revised]
    if toll.others:
        figures = say(scene.lang, "clause").join(_told(row, scene) for row in toll.others[-_MOST_OTHERS:])
        more = len(toll.others) - _MOST_OTHERS
        figures += escape_html(say(scene.lang, "affected_more", count=more)) if more > 0 else ""
        lines.append(f"<small>{say(scene.lang, 'affected_others', figures=figures)}</small>")
    return "".join(f"<p>{line}</p>" for line in lines)


def _told(row: Row, scene: Scene) -> str:
    value = cite(row.fact_id, value_words(row, scene.lang), scene.view)
    return f"{value} {escape_html(onset_words(row, scene.lang))}"
