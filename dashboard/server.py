"""The server: Streamlit's own, with the project's settings, a warm start, a page that says its language."""

import os
import re
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import dashboard.page  # noqa: F401  # loads all a page needs before the first viewer comes
from dashboard.charts.palette import LIGHT
from dashboard.charts.timeline import draw_timeline
from dashboard.charts.traces import Look
from dashboard.data import Tables
from dashboard.state import find_language
from dashboard.strings import LANGUAGES

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

    app = st.App(_APP, middleware=[Middleware(PageLanguage)], lifespan=warm)
    quiet = {
        "logger.hideWelcomeMessage": True,
        # The period's slider is given a value to make it a range, and the view's value after that.
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


class PageLanguage:
    """Corrects the language of the page, which Streamlit gives as English whatever is in it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, a page with its language put right."""
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        preferred = Headers(scope=scope).get("accept-language", "") if scope["type"] == "http" else ""
        lang = query.get("lang", [find_language(preferred)])[-1]
        is_page = False

        async def correct(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                headers = dict(message["headers"])
                is_page = headers.get(b"content-type", b"").startswith(b"text/html")
            elif is_page and message["type"] == "http.response.body" and lang in LANGUAGES:
                # Both codes are two letters long, so the length the header gives stays true.
                told = b'<html lang="%s"' % lang.encode()
                message["body"] = message["body"].replace(b'<html lang="en"', told, 1)
            await send(message)

        await self._app(scope, receive, correct)


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
