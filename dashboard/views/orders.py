"""Orders and deeds: every theme's directives beside the work reported on it."""

from dashboard.responses import match_responses
from dashboard.scene import Scene
from dashboard.views.beside import beside_evidence
from dashboard.views.directives import show_directives


def show_orders(scene: Scene) -> None:
    """Draw the page."""
    first = next(iter(scene.directives["directive_id"]), None)
    with beside_evidence(scene, first):
        show_directives(scene, match_responses(scene.directives, scene.timeline))
