"""The state now: one sentence made of the facts, and five figures, each with its time and its source."""

from collections.abc import Sequence

import streamlit as st

from dashboard import session
from dashboard.headline import Card, make_cards, make_sentence
from dashboard.quotes import escape_markdown
from dashboard.responses import Response
from dashboard.scene import Scene
from dashboard.strings import say


def show_overview(scene: Scene, responses: Sequence[Response]) -> None:
    """Draw the sentence and the figures; a figure nobody reported says so."""
    with st.container():
        if sentence := make_sentence(scene):
            st.html(f'<p class="lead">{sentence}</p>')
    cards = make_cards(scene, responses)
    with st.container(key="figures"):
        columns = st.columns(len(cards), gap="small")
    for column, card in zip(columns, cards, strict=True):
        with column, st.container(border=True, height="stretch", gap=None, key=f"card_{card.key}"):
            _show_card(card, scene.lang)


def first_fact(scene: Scene) -> str | None:
    """Choose what the evidence shows before anybody chose: the first figure that has a source."""
    now = scene.situation
    rows = [*now.water[:1], *now.advance[:1], *(now.people.counted[:1] if now.people else ())]
    ids = [row.fact_id for row in rows if row is not None]
    return next(iter([*ids, *scene.timeline["fact_id"], *scene.directives["directive_id"]]), None)


def _show_card(card: Card, lang: str) -> None:
    st.metric(say(lang, f"figure_{card.key}"), escape_markdown(card.value), help=card.help)
    # Two spaces end a line in Markdown.
    st.caption("  \n".join(escape_markdown(note) for note in card.notes))
    if card.opens:
        st.button(
            say(lang, "source"), key=f"source_{card.key}", type="tertiary", icon=":material/article:",
            on_click=session.choose, args=(card.opens,),
        )  # fmt: skip
