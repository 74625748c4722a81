"""The evidence beside what it proves: on the left what a page shows, on the right the chosen fact's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

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
    proof = right.container(border=True, key="evidence", height="stretch")
    # What was clicked for is sent first: words that were there before can wait for the chart.
    is_asked = session.is_new("fact chosen", scene.view.fact)
    if is_asked:
        with proof:
            show_evidence(scene, chosen)
    with left, st.container(border=True):
        yield chosen and leader_of(chosen, scene.tables.timeline)
    with proof:
        if not is_asked:
            show_evidence(scene, chosen)
        # What is brought into view may stand on either side.
        if scene.view.fact:
            session.seek(scene.view.fact)
