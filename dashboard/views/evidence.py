"""The evidence: the chosen fact or directive, how its time is known, and its words in the source."""

from dataclasses import replace

import streamlit as st

from dashboard import session
from dashboard.data import load_text
from dashboard.links import link
from dashboard.quotes import Stretch, escape_html, mark_chinese, show_article
from dashboard.reading import article_around
from dashboard.scene import Scene
from dashboard.state import SOURCES
from dashboard.strings import ASPECTS, KINDS, STATUSES, THEMES, TYPES, name, say
from dashboard.tellings import leader_of
from dashboard.views.tellings import show_tellings
from dashboard.views.verdict import show_verdict
from dashboard.wording import (
    Row,
    basis_words,
    beside_quote,
    issuer_words,
    known,
    moment_words,
    pick,
    role_words,
    time_words,
    unit_words,
)


def show_evidence(scene: Scene, chosen: str | None) -> None:
    """Draw the source of the chosen row, and the steps to the one before and after it."""
    lang = scene.lang
    row = find_row(scene, chosen)
    _show_heading(scene, row)
    if row is None:
        st.caption(say(lang, "evidence_none"))
        return
    order = reading_order(scene)
    # One told elsewhere first stands where its leading telling does.
    leading = leader_of(str(chosen), scene.tables.timeline, scene.tables.directives)
    _show_steps(order, leading, lang)
    picked = " picked" if scene.view.fact else ""
    st.html(f'<div class="proof{picked}">{tell(row, lang)}</div>')
    # On the page of sources the text itself stands beside it.
    if scene.view.page != SOURCES:
        st.html(f'<div class="article" lang="zh" tabindex="0">{_article(scene, row)}</div>')
    st.html(f'<p class="origin">{_origin(scene, row)}{_ways_on(scene, str(chosen))}</p>')
    show_tellings(scene, str(chosen))
    if hasattr(row, "fact_id"):
        show_verdict(scene, row)
    if leading not in order:
        st.caption(say(lang, "evidence_hidden"))


def _show_heading(scene: Scene, row: Row | None) -> None:
    """Draw the heading, beside it the way back to no row chosen; the text that is open stays open."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(say(scene.lang, "evidence"), anchor=False, width="content")
        if scene.view.fact:
            target = scene.view.choosing(None)
            if row is not None and target.page == SOURCES:
                target = replace(target, report=row.report_id)
            st.html(f'<p class="release">{link(target, say(scene.lang, "release"))}</p>', width="content")


def reading_order(scene: Scene) -> list[str]:
    """List the ids of everything shown: facts in time order, facts of one mark together, then directives."""
    facts = scene.timeline.sort_values(["begin", "responder", "quote_start"], kind="stable")
    return [*facts["fact_id"], *scene.directives["directive_id"]]


def find_row(scene: Scene, chosen: str | None) -> Row | None:
    """Find the chosen row anywhere in the store, inside the filters or not."""
    tables = scene.tables
    for table, key in ((tables.timeline, "fact_id"), (tables.directives, "directive_id")):
        row = next(iter(pick(table, table[key] == chosen)), None)
        if row is not None:
            return row
    return None


def tell(row: Row, lang: str) -> str:
    """Say what a row states, when, and how that is known, as HTML."""
    basis = mark_chinese(basis_words(row, lang), lang)
    lines = [
        _stated(row, lang),
        mark_chinese(say(lang, "sep").join(labels(row, lang)), lang),
        f"<b>{escape_html(time_words(row, lang))}</b>{say(lang, 'sep')}{basis}",
    ]
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _stated(row: Row, lang: str) -> str:
    """Say what is stated: a value, or in English what is told and its words; an order by its words."""
    quote = f'<span lang="zh">{escape_html(row.quote)}</span>'
    value = beside_quote(row, lang) if hasattr(row, "fact_id") else ""
    if not value:
        return f"<strong>{quote}</strong>"
    return f"<strong>{escape_html(value)}</strong>{'' if known(row.measure) else f' {quote}'}"


def labels(row: Row, lang: str) -> list[str]:
    """List what a fact or directive is of: who, what kind, how certain; to whom and on what theme."""
    return _fact_labels(row, lang) if hasattr(row, "fact_id") else _directive_labels(row, lang)


def _fact_labels(row: Row, lang: str) -> list[str]:
    labels = [unit_words(row.responder, lang)] if known(row.responder) else []
    if known(row.responder_type):
        labels.append(name(lang, TYPES, row.responder_type))
    labels.append(name(lang, KINDS, row.kind))
    if row.aspect in ASPECTS:
        labels.append(name(lang, ASPECTS, row.aspect))
    labels.append(name(lang, STATUSES, row.status))
    return [label for place, label in enumerate(labels) if label not in labels[:place]]


def _directive_labels(row: Row, lang: str) -> list[str]:
    labels = [issuer_words(row.issuer, lang)] if known(row.issuer) else []
    labels += [role_words(words, lang) for words in (row.issuer_role, row.venue) if known(words)]
    if known(row.addressee):
        labels.append(say(lang, "to_addressee", addressee=unit_words(row.addressee, lang)))
    return [*labels, *(name(lang, THEMES, theme) for theme in row.themes)]


def _article(scene: Scene, row: Row) -> str:
    text = load_text(scene.store, row.report_id)
    sentence = Stretch(int(row.sentence_start), int(row.sentence_end))
    quote = Stretch(int(row.quote_start), int(row.quote_end))
    return show_article(text, article_around(text, sentence.start, sentence.end), sentence, quote)


def _origin(scene: Scene, row: Row) -> str:
    lang = scene.lang
    # A directive's row names no article and no time of reporting.
    article = getattr(row, "article", None)
    parts = [say(lang, "article", article=article)] if known(article) else []
    reported = getattr(row, "reported_at", None)
    if reported is not None and known(reported):
        precision = "minute" if reported != reported.normalize() else "day"
        parts.append(say(lang, "reported_at", time=moment_words(reported, precision, lang)))
    parts.append(say(lang, "rule", rule=row.rule))
    return mark_chinese(say(lang, "sep").join(parts), lang)


def _ways_on(scene: Scene, row_id: str) -> str:
    """Lead to the whole text a row stands in."""
    view = scene.view
    if view.page == SOURCES and not (view.report or view.part):
        return ""
    words = escape_html(say(scene.lang, "sep"))
    return words + link(replace(view.choosing(row_id), page=SOURCES), say(scene.lang, "whole_text"))


def _show_steps(order: list[str], chosen: str, lang: str) -> None:
    place = order.index(chosen) if chosen in order else -1
    before = order[place - 1] if place > 0 else None
    after = order[place + 1] if place + 1 < len(order) else None
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for key, target, icon in (("previous", before, "chevron_left"), ("next", after, "chevron_right")):
            st.button(
                say(lang, key), key=key, icon=f":material/{icon}:", disabled=target is None,
                on_click=session.choose, args=(target,),
            )  # fmt: skip
        if place >= 0:
            st.caption(say(lang, "position", place=place + 1, total=len(order)), width="content")
