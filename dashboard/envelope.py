"""What goes around Streamlit's page: its language, what its link says, and headers that keep it here."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs

import anyio
import anyio.to_thread
import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.quotes import escape_html
from dashboard.state import Params, find_language
from dashboard.strings import LANGUAGES, say
from dashboard.unfurl import Card

Unfurl = Callable[[Params, str], Card]

_PATIENCE = 1.0
"""Seconds to wait for what a link says; without it the page is served all the same."""
_INDEX = Path(st.__file__).parent / "static" / "index.html"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_VALIDATORS = "etag", "last-modified"
"""They tell of Streamlit's file: a browser would take an old page of ours for the present one."""


class Envelope:
    """Serves every page in its language, with what its link says, and every answer with its headers."""

    def __init__(self, app: ASGIApp, unfurl: Unfurl, scripts: Iterable[str]) -> None:
        """Wrap the application.

        Args:
            app: Streamlit's.
            unfurl: Tells what a query string leads to, in a language; called in a thread.
            scripts: The scripts the page runs inside itself, beside Streamlit's own.
        """
        self._app = app
        self._unfurl = unfurl
        self._policy = make_policy([*_SCRIPT.findall(_INDEX.read_text(encoding="utf-8")), *scripts])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, an answer with its headers, a page with its head put right."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        start: Message | None = None
        body = b""

        async def seal(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers(query))
                if message["status"] == HTTPStatus.OK and headers.get("content-type", "").startswith(
                    "text/html"
                ):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                message = {**message, "body": await self._rewrite(scope, query, body)}
                headers = MutableHeaders(scope=start)
                for name in _VALIDATORS:
                    del headers[name]
                headers["content-length"] = str(len(message["body"]))
                await send(start)
            await send(message)

        await self._app(scope, receive, seal)

    def _headers(self, query: Params) -> dict[str, str]:
        # Only what is made for a frame may stand in one: there nothing can be changed by a click led astray.
        frames = "*" if "true" in query.get("embed", ()) else "'self'"
        return {
            "Content-Security-Policy": f"{self._policy}; frame-ancestors {frames}",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        }

    async def _rewrite(self, scope: Scope, query: Params, body: bytes) -> bytes:
        if scope["method"] == "HEAD":
            return b""
        native = find_language(Headers(scope=scope).get("accept-language", ""))
        said = query.get("lang", [native])[-1]
        lang = said if said in LANGUAGES else native
        card = Card(title=say(lang, "app"), description="")
        with anyio.move_on_after(_PATIENCE):
            card = await anyio.to_thread.run_sync(self._unfurl, query, lang, abandon_on_cancel=True)
        return address_page(body.decode("utf-8"), card, lang).encode("utf-8")


def make_policy(scripts: Iterable[str]) -> str:
    """Say what a page may load and run: what this server gives, and of scripts in the page only the given.

    Streamlit and Plotly write styles into the page, and make pictures and files to download in it.
    """
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return "; ".join((
        "default-src 'self'",
        f"script-src 'self' {allowed}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ))  # fmt: skip  # one of them a line


def address_page(page: str, card: Card, lang: str) -> str:
    """Put a language, a title and what the link says into the head of Streamlit's page."""
    title, told = escape_html(card.title), escape_html(card.description)
    head = [
        f"<title>{title}</title>",
        f'<meta property="og:title" content="{title}" />',
        '<meta property="og:type" content="website" />',
    ]
    if told:
        head += [
            f'<meta {kind} content="{told}" />'
            for kind in ('name="description"', 'property="og:description"')
        ]
    page = page.replace('<html lang="en"', f'<html lang="{lang}"', 1)
    page = _TITLE.sub(lambda _: "\n    ".join(head), page, count=1)
    silent = f"<noscript><h1>{title}</h1><p>{told}</p><p>{escape_html(say(lang, 'no_script'))}</p></noscript>"
    return _NOSCRIPT.sub(lambda _: silent, page, count=1)
