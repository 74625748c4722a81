"""Orders and deeds: the matrix of themes and units, and below it what stands behind the chosen cell."""

from dataclasses import replace

import streamlit as st

from dashboard.accounts import find_reach, tell_answers
from dashboard.matrix import lay_out
from dashboard.quotes import escape_markdown
from dashboard.responses import count_unthemed
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.views.beside import beside_evidence
from dashboard.views.directives import first_of, show_cell, show_themes
from dashboard.views.matrix import show_matrix


def show_orders(scene: Scene) -> None:
    """Draw the page."""
    lang, view = scene.lang, scene.view
    matrix = lay_out(scene.responses, scene.unasked)
    with st.container(key="orders"):
        told = tell_answers(scene.directives, matrix.asked, lang, find_reach(scene))
        st.html(f'<p class="lead">{told}</p>')
        if matrix.asked or matrix.unasked:
            show_matrix(scene, matrix)
        notes = [say(lang, "directives_scope")]
        if count := count_unthemed(scene.timeline):
            notes.append(say(lang, "matrix_unthemed", count=count))
        st.caption(escape_markdown(" ".join(notes)))
    first = first_of(matrix, view.cell) if view.cell else next(iter(scene.directives["directive_id"]), None)
    with beside_evidence(scene, first) as chosen:
        marked = replace(scene, view=replace(view, fact=chosen))
        if view.cell:
            show_cell(marked, matrix, view.cell)
        else:
            show_themes(marked, matrix)
