"""Directives and deeds as lists that cite their sources: those of one cell of the matrix, or of all."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.accounts import cite_deed, cite_order, find_reach, tell_addressees
from dashboard.lags import lag_words
from dashboard.links import link
from dashboard.matrix import Column, Matrix
from dashboard.quotes import escape_html, mark_chinese
from dashboard.responses import Response, Work
from dashboard.scene import Scene
from dashboard.state import join_cell, part_cell
from dashboard.strings import STATUSES, THEMES, name, say
from dashboard.views.matrix import column_words, silence_words
from dashboard.wording import (
    Row,
    basis_words,
    issuer_words,
    known,
    role_words,
    sources_words,
    time_words,
    unit_words,
)

_MOST = 200
"""So many directives, and so many deeds, of a cell are listed."""
_FEW = 4
"""So many of each theme where all themes are."""


def show_cell(scene: Scene, matrix: Matrix, cell: str) -> None:
    """Draw what stands behind a cell: its theme's directives, and the deeds on it, of its unit or of all."""
    lang = scene.lang
    theme, unit = part_cell(cell)
    response, column = matrix.find_theme(theme), matrix.find_column(unit) if unit else None
    words = name(lang, THEMES, theme) + (say(lang, "sep") + column_words(column, lang) if column else "")
    back = link(replace(scene.view, cell=None, fact=None), say(lang, "cell_all"))
    told = _orders(response, scene) + _deeds(response, column, scene)
    st.html(f'<div class="cell"><p>{back}</p><h2>{escape_html(words)}</h2>{told}</div>')


def first_of(matrix: Matrix, cell: str) -> str | None:
    """Choose what proves a cell before anybody chose: its unit's first deed, or its first directive."""
    theme, unit = part_cell(cell)
    response = matrix.find_theme(theme)
    deeds = [work.fact.fact_id for work in response.work]
    own = [work.fact.fact_id for work in matrix.find_column(unit).pick(response.work)] if unit else []
    return next(iter([*own, *(row.directive_id for row in response.directives), *deeds]), None)


def show_themes(scene: Scene, matrix: Matrix) -> None:
    """Draw every theme in short, with its directives and the first deeds on it."""
    sections = "".join(_theme(response, scene) for response in (*matrix.asked, *matrix.unasked))
    heading = f"<h2>{escape_html(say(scene.lang, 'cell_themes'))}</h2>"
    st.html(f'<div class="cell">{heading}{sections or escape_html(say(scene.lang, "nothing_here"))}</div>')


def _theme(response: Response, scene: Scene) -> str:
    lang = scene.lang
    whole = replace(scene.view, cell=join_cell(response.theme), fact=None)
    deeds = [_deed(work, scene, _when(work, scene)) for work in response.work[:_FEW]]
    if (left := len(response.work) - _FEW) > 0:
        deeds.append(f"<li>{link(whole, say(lang, 'deeds_more_words', count=left))}</li>")
    told = f"<ul>{''.join(deeds)}</ul>" if deeds else f"<p>{silence_words(response, scene)}</p>"
    orders = [_order(row, scene, _brief(row, lang)) for row in response.directives[:_FEW]]
    if (left := len(response.directives) - _FEW) > 0:
        orders.append(f"<li>{link(whole, say(lang, 'orders_more_words', count=left))}</li>")
    asked = f'<ul class="asked">{"".join(orders)}</ul>' if orders else ""
    heading = link(whole, name(lang, THEMES, response.theme))
    return f"<section><h3>{heading}</h3><div>{asked}{told}</div></section>"


def _orders(response: Response, scene: Scene) -> str:
    lang, orders = scene.lang, response.directives
    if not orders:
        key = f"cell_no_orders{find_reach(scene)}"
        return f"<p>{escape_html(say(lang, key))}</p>"
    items = []
    for row in orders[:_MOST]:
        given = [issuer_words(row.issuer, lang)] if known(row.issuer) else []
        given += [role_words(words, lang) for words in (row.issuer_role, row.venue) if known(words)]
        given = list(map(escape_html, given))
        when = [escape_html(time_words(row, lang)), mark_chinese(basis_words(row, lang), lang)]
        items.append(_order(row, scene, [*given, *_to(row, lang), *when]))
    heading = escape_html(say(lang, "cell_orders", count=len(orders)))
    return f'<h3>{heading}</h3><ul class="asked">{"".join(items)}</ul>' + _left_out(len(orders), lang)


def _deeds(response: Response, column: Column | None, scene: Scene) -> str:
    lang = scene.lang
    work = column.pick(response.work) if column else response.work
    told = f"<p>{silence_words(response, scene)}</p>"
    if work:
        heading = escape_html(say(lang, "cell_deeds", count=len(work)))
        items = "".join(_deed(one, scene, _whole(one, response, scene)) for one in work[:_MOST])
        told = f"<h3>{heading}</h3><ul>{items}</ul>"
    told += _left_out(len(work), lang)
    if len(work) < len(response.work):
        whole = replace(scene.view, cell=join_cell(response.theme), fact=None)
        told += f"<p>{link(whole, say(lang, 'cell_rest', count=len(response.work)))}</p>"
    return told


def _left_out(count: int, lang: str) -> str:
    return f"<p>{escape_html(say(lang, 'cell_left_out', count=count - _MOST))}</p>" if count > _MOST else ""


def _to(row: Row, lang: str) -> list[str]:
    return [told] if (told := tell_addressees([row], lang)) else []


def _brief(row: Row, lang: str) -> list[str]:
    """Say to whom and when: an order given again reads like the one before it."""
    return [*_to(row, lang), escape_html(time_words(row, lang))]


def _when(work: Work, scene: Scene) -> list[str]:
    lag = [] if work.since is None else [lag_words(work.lag, scene.lang)]
    return [escape_html(words) for words in (time_words(work.fact, scene.lang), *lag)]


def _whole(work: Work, response: Response, scene: Scene) -> list[str]:
    """Say all of a deed: when, how long after which directive, how its time is known, how many tell it."""
    fact, lang = work.fact, scene.lang
    told = _when(work, scene)
    if work.since is not None and len({(row.begin, row.finish) for row in response.directives}) > 1:
        told.append(escape_html(say(lang, "lag_since", time=time_words(work.since, lang))))
    more = basis_words(fact, lang), name(lang, STATUSES, fact.status), sources_words(fact, lang)
    return [*told, *(escape_html(words) for words in more if words)]


def _order(row: Row, scene: Scene, told: Sequence[str]) -> str:
    return _item(row.directive_id, cite_order(row, scene.view), told, scene)


def _deed(work: Work, scene: Scene, told: Sequence[str]) -> str:
    fact, lang = work.fact, scene.lang
    unit = f"<b>{escape_html(unit_words(fact.responder, lang))}</b> " if known(fact.responder) else ""
    return _item(fact.fact_id, unit + cite_deed(fact, scene.view), told, scene)


def _item(row_id: str, words: str, told: Sequence[str], scene: Scene) -> str:
    current = ' aria-current="true"' if row_id == scene.view.fact else ""
    small = say(scene.lang, "sep").join(told)
    return f"<li{current}>{words}{f' <small>{small}</small>' if small else ''}</li>"
