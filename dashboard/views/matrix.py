"""The matrix of orders and deeds, as one table of links: each cell opens what stands behind it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import streamlit as st

from dashboard.accounts import (
    deed_words,
    find_leading,
    is_figure,
    tell_addressees,
    tell_issuers,
    tell_lags,
    tell_times,
)
from dashboard.links import href
from dashboard.matrix import Column, Matrix
from dashboard.quotes import escape_html
from dashboard.responses import Response, Work
from dashboard.scene import Scene
from dashboard.state import OTHERS, UNNAMED, join_cell, part_cell
from dashboard.strings import THEMES, TYPES, name, say
from dashboard.wording import unit_words


def show_matrix(scene: Scene, matrix: Matrix) -> None:
    """Draw the table; it scrolls sideways inside itself, the themes staying in sight."""
    lang = scene.lang
    caption = escape_html(say(lang, "matrix_caption"))
    body = "".join(_row(response, matrix, scene) for response in matrix.asked)
    rest = "".join(_row(response, matrix, scene) for response in matrix.unasked)
    if rest:
        key = "matrix_unasked_filtered" if scene.view.filtered else "matrix_unasked"
        words = escape_html(say(lang, key))
        across = len(matrix.columns) + 2
        rest = (
            f'<tbody><tr><th scope="rowgroup" colspan="{across}"><span>{words}</span></th></tr>{rest}</tbody>'
        )
    st.html(
        f'<div class="matrix" role="region" tabindex="0" aria-label="{escape_html(say(lang, "directives"))}">'
        f"<table><caption>{caption}</caption>{_head(matrix, scene)}<tbody>{body}</tbody>{rest}</table></div>"
    )


def _head(matrix: Matrix, scene: Scene) -> str:
    lang = scene.lang
    types, units = [], []
    for code, group in groupby(
        matrix.columns, key=lambda column: column.type if column.units else column.unit
    ):
        columns = list(group)
        if columns[0].unit in {UNNAMED, OTHERS}:
            words = escape_html(column_words(columns[0], lang))
            types.append(f'<th scope="col" rowspan="2">{words}</th>')
            continue
        words = escape_html(name(lang, TYPES, code or "unspecified"))
        types.append(f'<th scope="colgroup" colspan="{len(columns)}">{_sign(code, scene)}{words}</th>')
        units += [f'<th scope="col">{escape_html(column_words(column, lang))}</th>' for column in columns]
    own = "".join(
        f'<th scope="col" rowspan="2">{escape_html(say(lang, key))}</th>'
        for key in ("column_theme", "matrix_ordered")
    )
    return f"<thead><tr>{own}{''.join(types)}</tr><tr>{''.join(units)}</tr></thead>"


def column_words(column: Column, lang: str) -> str:
    """Name whose deeds a column holds."""
    if column.unit == OTHERS:
        return say(lang, "matrix_others", count=len(column.units))
    return say(lang, "matrix_unnamed") if column.unit == UNNAMED else unit_words(column.unit, lang)


def _sign(code: str | None, scene: Scene) -> str:
    return f'<i style="background: {scene.palette.of(code)}"></i>'


def _row(response: Response, matrix: Matrix, scene: Scene) -> str:
    lang = scene.lang
    theme = escape_html(name(lang, THEMES, response.theme))
    head = f'<th scope="row">{_open(join_cell(response.theme), theme, scene, scene.view.cell)}</th>'
    cells = [_ordered(response, scene)]
    if response.work:
        cells += _cells(response, matrix, scene)
    else:
        across = max(len(matrix.columns), 1)
        cells.append(f'<td class="silent" colspan="{across}">{silence_words(response, scene)}</td>')
    return f"<tr>{head}{''.join(cells)}</tr>"


def silence_words(response: Response, scene: Scene) -> str:
    """Say, as HTML, why no deed stands beside a theme."""
    if not response.answerable:
        return f"<span>{escape_html(say(scene.lang, 'not_answerable'))}</span>"
    key = "not_mentioned_filtered" if scene.view.filtered else "not_mentioned"
    return f"<mark>{escape_html(say(scene.lang, key))}</mark>"


def _ordered(response: Response, scene: Scene) -> str:
    orders, lang = response.directives, scene.lang
    if not orders:
        return "<td></td>"
    count = f"<b>{escape_html(say(lang, 'orders_count', count=len(orders)))}</b>"
    more = (tell_issuers(orders, lang), tell_times(orders, lang), tell_addressees(orders, lang))
    told = "".join(f"<small>{escape_html(words)}</small>" for words in more if words)
    return f'<td class="ordered">{_open(join_cell(response.theme), count + told, scene, None)}</td>'


def _cells(response: Response, matrix: Matrix, scene: Scene) -> Iterator[str]:
    # A unit without a column of its own is chosen among the others.
    theme, unit = part_cell(scene.view.cell or "")
    for column in matrix.columns:
        cell = join_cell(response.theme, column.unit)
        is_chosen = theme == response.theme and (unit == column.unit or unit in column.units)
        work = column.pick(response.work)
        if not work:
            yield "<td></td>"
            continue
        who = f"<span>{_sign(column.type, scene)}{escape_html(column_words(column, scene.lang))}</span>"
        words = who + _deeds(work, scene.lang, is_lagged=bool(response.directives))
        yield f"<td>{_open(cell, words, scene, cell if is_chosen else None)}</td>"


def _deeds(work: tuple[Work, ...], lang: str, *, is_lagged: bool) -> str:
    """Say the leading deed of a cell, how many there are, and how long after, as HTML."""
    leading = find_leading(work).fact
    tongue = "" if is_figure(leading) else ' lang="zh"'
    said = f"<b{tongue}>{escape_html(deed_words(leading, lang))}</b>"
    if len(work) > 1:
        said += f" <em>{escape_html(say(lang, 'deeds_more', count=len(work)))}</em>"
    lags = tell_lags(work, lang) if is_lagged else []
    return said + "".join(f"<small>{escape_html(words)}</small>" for words in lags)


def _open(cell: str, words: str, scene: Scene, chosen: str | None) -> str:
    """Return HTML as a link that opens a cell; the fact chosen in another one is let go."""
    target = replace(scene.view, cell=cell, fact=None)
    current = ' aria-current="true"' if cell == chosen else ""
    return f'<a href="{href(target)}" target="_self"{current}>{words}</a>'
