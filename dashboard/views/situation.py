"""The situation, the first page: the state now, the timeline with its proof, orders and deeds, all facts."""

import streamlit as st

from dashboard.scene import Scene
from dashboard.views.beside import beside_evidence
from dashboard.views.digest import show_digest
from dashboard.views.facts import show_facts
from dashboard.views.overview import first_fact, show_overview
from dashboard.views.timeline import show_timeline
from dashboard.views.verdict import show_rejected


def show_situation(scene: Scene) -> None:
    """Draw the page."""
    state = st.container()
    with beside_evidence(scene, first_fact(scene)) as chosen:
        show_timeline(scene, chosen)
    with state:
        show_overview(scene)
    show_digest(scene)
    show_facts(scene)
    show_rejected(scene)
