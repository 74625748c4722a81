"""The matrix of orders and deeds, as one table of links: each cell opens what stands behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st

from dashboard.accounts import (
    deed_words,
    find_leading,
    find_reach,
    tell_addressees,
    tell_issuers,
    tell_lags,
    tell_times,
)
from dashboard.links import lead
from dashboard.matrix import Column, Matrix
from dashboard.quotes import escape_html
from dashboard.responses import Response, Work
from dashboard.scene import Scene
from dashboard.state import OTHERS, UNNAMED, join_cell, part_cell
from dashboard.strings import THEMES, TYPES, name, say
from dashboard.wording import Row, unit_words


def show_matrix(scene: Scene, matrix: Matrix) -> None:
    """Draw the table; it scrolls sideways inside itself, the themes staying in sight."""
    lang = scene.lang
    usual = _usual(matrix, lang)
    asked, unasked = (
        "".join(_row(response, matrix, usual, scene) for response in responses)
        for responses in (matrix.asked, matrix.unasked)
    )
    if unasked:
        key = f"matrix_unasked{find_reach(scene)}"
        across = f'scope="rowgroup" colspan="{len(matrix.columns) + 2}"'
        unasked = f"<tr><th {across}><span>{escape_html(say(lang, key))}</span></th></tr>{unasked}"
    body = "".join(f"<tbody>{rows}</tbody>" for rows in (asked, unasked) if rows)
    caption, label = (escape_html(say(lang, key)) for key in ("matrix_caption", "directives"))
    st.html(
        f'<div class="matrix" role="region" tabindex="0" aria-label="{label}">'
        f"<table><caption>{caption}</caption>{_head(matrix, usual, scene)}{body}</table></div>"
    )


def _usual(matrix: Matrix, lang: str) -> tuple[str, ...]:
    """Say as HTML who gave the directives and when, where it is the same of all: the head says it once."""
    orders = [row for response in matrix.asked for row in response.directives]
    given = [set(words) for words in zip(*(_given((row,), lang) for row in orders), strict=True)]
    return tuple(words.pop() for words in given if len(words) == 1 and all(words))


def _given(orders: Sequence[Row], lang: str) -> tuple[str, ...]:
    return tell_issuers(orders, lang), escape_html(tell_times(orders, lang))


def _head(matrix: Matrix, usual: Sequence[str], scene: Scene) -> str:
    lang = scene.lang
    types, units = [], []
    for (code, unit), group in groupby(matrix.columns, key=lambda column: (column.type, column.shared)):
        columns = list(group)
        names = [escape_html(column_words(column, lang)) for column in columns]
        if unit:
            types += [f'<th scope="col" rowspan="2">{name}</th>' for name in names]
            continue
        words = _sign(code, scene) + escape_html(name(lang, TYPES, code or "unspecified"))
        types.append(f'<th scope="colgroup" colspan="{len(columns)}">{words}</th>')
        units += [f'<th scope="col">{name}</th>' for name in names]
    theme, ordered = (escape_html(say(lang, key)) for key in ("column_theme", "matrix_ordered"))
    by = "".join(f"<small>{words}</small>" for words in usual)
    own = f'<th scope="col" rowspan="2">{theme}</th><th scope="col" rowspan="2">{ordered}{by}</th>'
    return f"<thead><tr>{own}{''.join(types)}</tr><tr>{''.join(units)}</tr></thead>"


def column_words(column: Column, lang: str) -> str:
    """Name whose deeds a column holds."""
    if column.unit == OTHERS:
        return say(lang, "matrix_others", count=len(column.units))
    return say(lang, "matrix_unnamed") if column.unit == UNNAMED else unit_words(column.unit, lang)


def _sign(code: str | None, scene: Scene) -> str:
    return f'<i style="background: {scene.palette.of(code)}"></i>'


def _row(response: Response, matrix: Matrix, usual: Sequence[str], scene: Scene) -> str:
    lang = scene.lang
    cell, theme = join_cell(response.theme), escape_html(name(lang, THEMES, response.theme))
    head = f'<th scope="row">{_open(cell, theme, scene, is_chosen=cell == scene.view.cell)}</th>'
    cells = [_ordered(response, usual, scene)]
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
    key = f"not_mentioned{find_reach(scene)}"
    return f"<mark>{escape_html(say(scene.lang, key))}</mark>"


def _ordered(response: Response, usual: Sequence[str], scene: Scene) -> str:
    orders, lang = response.directives, scene.lang
    if not orders:
        return "<td></td>"
    said = escape_html(say(lang, "matrix_ordered"))
    count = f"<span>{said}</span><b>{escape_html(say(lang, 'orders_count', count=len(orders)))}</b>"
    own = [words for words in _given(orders, lang) if words and words not in usual]
    told = "".join(f"<small>{words}</small>" for words in (*own, tell_addressees(orders, lang)) if words)
    return (
        f'<td class="ordered">{_open(join_cell(response.theme), count + told, scene, is_chosen=False)}</td>'
    )


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
        yield f"<td>{_open(cell, words, scene, is_chosen=is_chosen)}</td>"


def _deeds(work: tuple[Work, ...], lang: str, *, is_lagged: bool) -> str:
    """Say the leading deed of a cell, how many there are, and how long after, as HTML."""
    leading = find_leading(work).fact
    said = f"<b>{deed_words(leading, lang)}</b>"
    if len(work) > 1:
        said += f" <em>{escape_html(say(lang, 'deeds_more', count=len(work)))}</em>"
    lags = tell_lags(work, lang) if is_lagged else []
    return said + "".join(f"<small>{escape_html(words)}</small>" for words in lags)


def _open(cell: str, words: str, scene: Scene, *, is_chosen: bool) -> str:
    """Return HTML as a link that opens a cell; the fact chosen in another one is let go."""
    target = replace(scene.view, cell=cell, fact=None)
    return lead(target, words, ' data-shows="cell"' + (' aria-current="true"' if is_chosen else ""))
