"""What a link says of itself before any script runs: the title and the state of the view it leads to."""

import functools
import logging
from dataclasses import dataclass

from dashboard.data import load_incidents, store_version
from dashboard.message import make_title, tell_state
from dashboard.page import set_scene
from dashboard.state import REPORTS, Params, View, read_view
from dashboard.strings import say

_KEPT = 64
"""So many links are told without reading the store."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a link says of itself, plain text."""

    title: str
    description: str


def unfurl(url: str, params: Params, native: str) -> Card:
    """Tell what a link leads to.

    Args:
        url: The store's URL.
        params: The link's query string.
        native: The language to speak where the link names none.

    Returns:
        The title and the state; the program's name alone where the store or the link gives no more.
    """
    view, _ = read_view(params, native)
    try:
        return _unfurl(url, store_version(url), view)
    except Exception:  # noqa: BLE001  # whatever is wrong, the page itself says it, in its place
        _LOG.debug("no card for %s", params, exc_info=True)
        return Card(title=say(view.lang, "app"), description="")


@functools.lru_cache(maxsize=_KEPT)
def _unfurl(url: str, version: str, view: View) -> Card:  # noqa: ARG001  # the version is the cache's key
    incidents = load_incidents(url)
    if view.page == REPORTS or not incidents:
        words = say(view.lang, "reports" if incidents else "empty")
        return Card(title=f"{words}{say(view.lang, 'sep')}{say(view.lang, 'app')}", description="")
    scene, _ = set_scene(url, incidents, view)
    return Card(title=make_title(scene), description=say(view.lang, "sep").join(tell_state(scene)))
