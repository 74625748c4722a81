"""The state now: one sentence made of the facts, and five figures, each with its time and its source."""

from collections.abc import Iterator

import streamlit as st

from dashboard.cards import Card, make_cards
from dashboard.headline import make_sentence
from dashboard.links import href
from dashboard.quotes import escape_markdown, mark_chinese
from dashboard.scene import Scene
from dashboard.strings import say


def show_overview(scene: Scene) -> None:
    """Draw the sentence and the figures; a figure nobody reported says so."""
    with st.container():
        if sentence := make_sentence(scene):
            st.html(f'<p class="lead">{sentence}</p>')
    cards = make_cards(scene)
    with st.container(key="figures"):
        columns = st.columns(len(cards), gap="small")
    for column, card in zip(columns, cards, strict=True):
        with column, st.container(border=True, height="stretch", gap=None, key=f"card_{card.key}"):
            _show_card(card, scene)


def first_fact(scene: Scene) -> str | None:
    """Choose what the evidence shows before anybody chose: the first figure that has a source."""
    now = scene.situation
    rows = [*now.water[:1], *now.advance[:1], *(now.people.counted[:1] if now.people else ())]
    ids = [row.fact_id for row in rows if row is not None]
    return next(iter([*ids, *scene.timeline["fact_id"], *scene.directives["directive_id"]]), None)


def _show_card(card: Card, scene: Scene) -> None:
    st.metric(say(scene.lang, f"figure_{card.key}"), escape_markdown(card.value), help=card.help)
    st.html(f'<div class="card">{"".join(_lines(card, scene))}</div>')


def _lines(card: Card, scene: Scene) -> Iterator[str]:
    for note in card.notes:
        yield f"<p>{mark_chinese(note, scene.lang)}</p>"
    if card.opens:
        words = say(scene.lang, "source", source=card.source)
        target = href(scene.view.choosing(card.opens))
        yield f'<p><a href="{target}" target="_self">{mark_chinese(words, scene.lang)}</a></p>'
