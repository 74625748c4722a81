"""Who came when: every acting unit by its first reported act, its lag from the breach, and who says so."""

from collections.abc import Sequence

import streamlit as st

from dashboard.arrivals import FIGURE, Arrival, Step
from dashboard.attribution import Attribution
from dashboard.filters import units_of
from dashboard.lags import IN_DAYS, Lag
from dashboard.links import cite
from dashboard.onset import onset_words
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.strings import ASPECTS, KINDS, TYPES, name, say
from dashboard.views.ledger import doubt, soft, told, write_ledger
from dashboard.wording import Row, known, unit_words, value_words

_COLUMNS = ("arrival_time", "arrival_unit", "arrival_act", "arrival_people", "arrival_source")


def show_arrivals(scene: Scene, arrivals: Sequence[Arrival], breach: Row | None, chosen: str | None) -> None:
    """Draw the table; without a breach it says that no lag can be told."""
    lang = scene.lang
    st.header(say(lang, "arrivals"), anchor=False)
    if not arrivals:
        st.caption(say(lang, "nothing_here" if scene.view.filtered else "arrivals_none"))
        return
    if breach is None:
        st.caption(say(lang, "arrivals_no_breach"))
    else:
        # The time links to its source, so it is no caption, which would read it as Markdown.
        told = cite(breach.fact_id, onset_words(breach, lang), scene.view)
        st.html(f'<p class="note">{say(lang, "arrivals_how", breach=told)}</p>')
    told_by = Attribution(scene)
    columns = [say(lang, column) for column in _COLUMNS]
    st.html(write_ledger("arrivals", columns, [_line(one, scene, told_by) for one in arrivals], chosen))


def lag_words(lag: Lag, lang: str) -> str:
    """Say how long after the breach, both bounds where both are known; long ones in days."""
    if lag.order in {"same", "after"} and not lag.high:
        return say(lang, "breach_at_once" if lag.order == "same" else "breach_after_soon")
    low, high, unit = lag.low, lag.high, "hours"
    if high >= IN_DAYS:
        low, high, unit = round(low / 24), round(high / 24), "days"
    span = f"{low}–{high}" if lag.order == "after" and low != high else f"{high}"
    return say(lang, f"breach_{lag.order}", span=say(lang, f"lag_{unit}", span=span))


def _line(arrival: Arrival, scene: Scene, told_by: Attribution) -> list[str]:
    lang, first = scene.lang, arrival.first
    time = cite(first.fact.fact_id, onset_words(first.fact, lang), scene.view)
    kind = name(lang, TYPES, arrival.responder_type or "unspecified")
    sign = f'<span class="sign" style="color:{scene.palette.of(arrival.responder_type)}">■</span>'
    return [
        f"{time}{soft(lag_words(first.lag, lang))}",
        f"<b>{escape_html(unit_words(arrival.unit, lang))}</b><small>{sign} {escape_html(kind)}</small>",
        _acts(arrival, scene),
        _people(arrival, scene),
        f"{told(told_by.name(first.fact))}{doubt(first.fact, lang)}",
    ]


def _acts(arrival: Arrival, scene: Scene) -> str:
    lines = []
    said = onset_words(arrival.first.fact, scene.lang)
    for step in arrival.steps:
        when = onset_words(step.fact, scene.lang)
        # What is of the same time as the line before needs no time of its own.
        lines.append(_act(step, scene, "" if when == said else _moment(step, scene.lang)))
        said = when
    if arrival.later:
        count = say(scene.lang, "arrival_later", count=len(arrival.later))
        lines.append(f"<small>{cite(arrival.later[0].fact_id, count, scene.view)}</small>")
    return "".join(f"<p>{line}</p>" for line in lines)


def _act(step: Step, scene: Scene, when: str) -> str:
    sort = f"<b>{escape_html(_sort_words(step, scene.lang))}</b>"
    quote = f'<span lang="zh">{cite(step.fact.fact_id, step.fact.quote, scene.view)}</span>'
    return f"{soft(when)}{sort} {quote}"


def _sort_words(step: Step, lang: str) -> str:
    if step.sort != FIGURE:
        return say(lang, f"step_{step.sort}")
    names = ASPECTS if step.fact.aspect in ASPECTS else KINDS
    return name(lang, names, step.fact.aspect if names is ASPECTS else step.fact.kind)


def _moment(step: Step, lang: str) -> str:
    words = [onset_words(step.fact, lang)]
    words += [lag_words(step.lag, lang)] if step.lag.order != "unknown" else []
    return say(lang, "sep").join(words)


def _people(arrival: Arrival, scene: Scene) -> str:
    lang, count = scene.lang, arrival.count
    if count is None:
        return f'<span class="none">{escape_html(say(lang, "arrival_uncounted"))}</span>'
    value = f"<b>{cite(count.fact_id, value_words(count, lang), scene.view)}</b>"
    others = [unit_words(unit, lang) for unit in units_of(count.responder) if unit != arrival.unit]
    joint = say(lang, "arrival_joint", units=say(lang, "list").join(others)) if others else ""
    is_first = count.fact_id == arrival.first.fact.fact_id or not known(count.begin)
    time = "" if is_first else onset_words(count, lang)
    return f"{value}{soft(joint)}{soft(time)}{doubt(count, lang)}"
