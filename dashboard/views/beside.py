"""The evidence beside what it proves: on the left what a page shows, on the right the chosen fact's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import session
from dashboard.scene import Scene
from dashboard.tellings import leader_of
from dashboard.views.evidence import show_evidence

_WIDTHS = [2.1, 1]


@contextmanager
def beside_evidence(scene: Scene, default: str | None) -> Iterator[str | None]:
    """Open the left side of a page; the evidence of the chosen row is drawn on the right.

    Args:
        scene: What is shown.
        default: The row to prove as long as nobody chose one.

    Yields:
        The leading telling of the row proved, the one that is drawn; None where there is none.
    """
    chosen = scene.view.fact or default
    left, right = st.columns(_WIDTHS, gap="small")
    # What was clicked for is sent first: words that were there before can wait for the chart.
    is_asked = session.is_new("fact chosen", scene.view.fact)
    if is_asked:
        _prove(scene, chosen, right)
    with left, st.container(border=True):
        yield chosen and leader_of(chosen, scene.tables.timeline)
    if not is_asked:
        _prove(scene, chosen, right)


def _prove(scene: Scene, chosen: str | None, column: DeltaGenerator) -> None:
    with column, st.container(border=True, key="evidence", height="stretch"):
        show_evidence(scene, chosen)
