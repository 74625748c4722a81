"""The situation, the first page: the state now, the timeline with its proof, orders and deeds, all facts."""

from dashboard.responses import match_responses
from dashboard.scene import Scene
from dashboard.views.beside import beside_evidence
from dashboard.views.digest import show_digest
from dashboard.views.facts import show_facts
from dashboard.views.overview import first_fact, show_overview
from dashboard.views.timeline import show_timeline
from dashboard.views.verdict import show_rejected


def show_situation(scene: Scene) -> None:
    """Draw the page."""
    responses = match_responses(scene.directives, scene.timeline)
    show_overview(scene, responses)
    with beside_evidence(scene, first_fact(scene)) as chosen:
        show_timeline(scene, chosen)
    show_digest(scene, responses)
    show_facts(scene)
    show_rejected(scene)
