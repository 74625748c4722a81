"""The server: Streamlit's own, with the project's settings, a warm start, an envelope around its pages."""

import os
import re
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from dashboard import session
from dashboard.charts.palette import LIGHT
from dashboard.charts.timeline import draw_timeline
from dashboard.charts.traces import Look
from dashboard.data import Tables
from dashboard.envelope import Envelope
from dashboard.state import Params
from dashboard.unfurl import Card, unfurl  # loads all a page needs before the first viewer comes
from extract.database import default_url

_APP = Path(__file__).with_name("app.py")
_SETTINGS = (
    # An installed package brings its settings along; a checkout has them at its top.
    Path(__file__).with_name("config.toml"),
    Path(__file__).parents[1] / ".streamlit" / "config.toml",
)


def serve(tables: Tables, port: int) -> None:
    """Serve the dashboard until it is stopped; the store's URL is in the environment, FLOOD_STORE.

    Args:
        tables: Tables to warm up with.
        port: A free port.
    """

    @asynccontextmanager
    async def warm(_app: st.App) -> AsyncIterator[None]:
        # Plotly loads most of itself with the first figure.
        draw_timeline(tables.timeline, tables.directives, Look(chosen=None, palette=LIGHT, lang="zh"))
        print(f"flood-dashboard: http://localhost:{port}  (Ctrl+C stops it)", flush=True)  # noqa: T201  # the command's answer
        yield

    envelope = Middleware(Envelope, unfurl=_unfurl, scripts=session.scripts())
    app = st.App(_APP, middleware=[envelope], lifespan=warm)
    quiet = {
        "logger.hideWelcomeMessage": True,
        # Widgets are given the view's values by the session, and as defaults, see `dashboard.views.sidebar`.
        "global.disableWidgetStateDuplicationWarning": True,
    }
    app.run(config={**read_settings(), **quiet, "server.port": port})


def read_settings() -> dict[str, Any]:
    """Read the project's settings, so that they hold in whatever folder the command is started.

    Returns:
        Values by Streamlit's dotted names; the environment goes before the file, as in
        STREAMLIT_SERVER_ADDRESS=0.0.0.0, the values of a list parted by commas.
    """
    path = next(path for path in _SETTINGS if path.is_file())
    settings = dict(_flatten("", tomllib.loads(path.read_text(encoding="utf-8"))))
    return {name: _given(name, value) for name, value in settings.items()}


def _unfurl(params: Params, lang: str) -> Card:
    return unfurl(default_url(), params, lang)


def _flatten(above: str, settings: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, dict):
            yield from _flatten(f"{above}{key}.", value)
        else:
            yield f"{above}{key}", value


def _given(name: str, value: Any) -> Any:  # noqa: ANN401  # a setting is text, a number, a list
    """Return what the environment says of a setting, read as its value in the file; else that value.

    Streamlit itself reads these variables only when its own command starts the server.
    """
    said = os.environ.get(_variable(name))
    if said is None:
        return value
    if isinstance(value, list):
        return [item.strip() for item in said.split(",") if item.strip()]
    if isinstance(value, bool):
        return said.strip().lower() in {"1", "true", "yes", "on"}
    return type(value)(said)


def _variable(name: str) -> str:
    """Return the environment variable of a setting: server.allowedHosts, STREAMLIT_SERVER_ALLOWED_HOSTS."""
    return "STREAMLIT_" + re.sub(r"(?=[A-Z])", "_", name).replace(".", "_").upper()
