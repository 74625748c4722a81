"""The evidence beside what it proves: on the left what a page shows, on the right the chosen fact's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.scene import Scene
from dashboard.tellings import leader_of
from dashboard.views.evidence import show_evidence

_WIDTHS = [2.1, 1]


@contextmanager
def beside_evidence(scene: Scene, default: str | None) -> Iterator[str | None]:
    """Draw the evidence of the chosen row on the right, then open the left side of a page.

    Args:
        scene: What is shown.
        default: The row to prove as long as nobody chose one.

    Yields:
        The leading telling of the row proved, the one that is drawn; None where there is none.
    """
    chosen = scene.view.fact or default
    left, right = st.columns(_WIDTHS, gap="small")
    with right, st.container(border=True, key="evidence", height="stretch"):
        show_evidence(scene, chosen)
    with left, st.container(border=True):
        yield chosen and leader_of(chosen, scene.tables.timeline)
