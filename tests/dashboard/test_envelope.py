"""A page is served in its language, with what its link says, and every answer with its headers."""

import asyncio
import base64
import hashlib
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route

from dashboard.envelope import _INDEX, Envelope, address_page, make_policy
from dashboard.session import scripts
from dashboard.state import Params
from dashboard.unfurl import Card

PAGE = _INDEX.read_text(encoding="utf-8")
SAID = Card(title='柳林垸"决口"<b>', description="截至 7月7日：水位\u202e 33 米")


async def _page(_: Request) -> StreamingResponse:
    data = PAGE.encode()
    pieces = (data[at : at + 1000] for at in range(0, len(data), 1000))
    headers = {"content-length": str(len(data)), "etag": '"1"', "last-modified": "x"}
    return StreamingResponse(pieces, media_type="text/html", headers=headers)


async def _words(_: Request) -> PlainTextResponse:
    return PlainTextResponse('<html lang="en"><title>x</title>')


async def _missing(_: Request) -> HTMLResponse:
    return HTMLResponse("<title>x</title>", status_code=404)


APP = Starlette(
    routes=[Route("/", _page), Route("/words", _words, methods=["GET", "POST"]), Route("/missing", _missing)]
)


def ask(path: str, query: str = "", *, unfurl: Any = None, **scope: Any) -> tuple[int, dict[str, str], str]:  # noqa: ANN401  # passed on
    """Ask the application in its envelope for a page; give status, headers and body."""
    got: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:  # noqa: ANN401  # ASGI has no narrower type
        got.append(dict(message))

    asked = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": query.encode(), "headers": [(b"accept-language", b"zh-CN,en;q=0.5")],
        "http_version": "1.1", "scheme": "http", "server": ("localhost", 1), "client": ("localhost", 2),
    } | scope  # fmt: skip  # one request
    envelope = Envelope(APP, unfurl or (lambda *_: SAID), scripts())
    # In a thread of its own: tests in a browser leave a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, envelope(asked, receive, send)).result()
    headers = {name.decode(): value.decode() for name, value in got[0]["headers"]}
    return got[0]["status"], headers, b"".join(part.get("body", b"") for part in got[1:]).decode()


def test_a_page_says_what_its_link_leads_to_escaped() -> None:
    _, headers, body = ask("/")
    assert int(headers["content-length"]) == len(body.encode())
    assert "etag" not in headers
    assert "last-modified" not in headers
    assert "<title>柳林垸&quot;决口&quot;&lt;b&gt;</title>" in body
    for name in ('property="og:description"', 'name="description"'):
        assert f'<meta {name} content="截至 7月7日：水位⟨U+202E⟩ 33 米" />' in body
    assert '<meta property="og:title" content="柳林垸&quot;决口&quot;&lt;b&gt;" />' in body
    assert "og:image" not in body
    assert "JavaScript" in body
    assert "agent" not in re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL).replace("_stcore/agent", "")


@pytest.mark.parametrize(
    ("query", "accepted", "lang"),
    [
        ("", "zh-CN,en;q=0.5", "zh"),
        ("", "de,en", "en"),
        ("", "", "zh"),
        ("lang=en", "zh", "en"),
        ("lang=xx", "en", "en"),
        ("lang=%22><script>", "en", "en"),
    ],
)
def test_a_page_is_in_the_language_of_its_link_else_of_the_browser(
    query: str, accepted: str, lang: str
) -> None:
    asked: list[str] = []

    def unfurl(_: Params, lang: str) -> Card:
        asked.append(lang)
        return SAID

    _, _, body = ask("/", query, unfurl=unfurl, headers=[(b"accept-language", accepted.encode())])
    assert f'<html lang="{lang}"' in body
    assert asked == [lang]


def test_a_page_does_not_wait_for_a_slow_store(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> Card:
        time.sleep(0.3)
        return SAID

    monkeypatch.setattr("dashboard.envelope._PATIENCE", 0.05)
    _, _, body = ask("/", unfurl=slow)
    assert "<title>汛情态势</title>" in body
    assert "og:description" not in body


def test_what_is_asked_for_by_its_head_has_no_body() -> None:
    status, _, body = ask("/", method="HEAD")
    assert (status, body) == (200, "")


@pytest.mark.parametrize("path", ["/", "/words", "/missing"])
def test_every_answer_has_the_headers(path: str) -> None:
    _, headers, body = ask(path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert path == "/" or "<title>x</title>" in body


@pytest.mark.parametrize(
    ("query", "frames"),
    [
        ("", "'self'"),
        ("unit=x", "'self'"),
        ("embed=true", "*"),
        ("unit=x&embed=true", "*"),
        ("embed=1", "'self'"),
    ],
)
def test_only_what_is_made_for_a_frame_may_stand_in_one(query: str, frames: str) -> None:
    _, headers, _ = ask("/", query)
    assert headers["content-security-policy"].endswith(f"frame-ancestors {frames}")


def test_of_scripts_in_the_page_only_ours_and_streamlits_run() -> None:
    _, headers, body = ask("/")
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    own = [*re.findall(r"<script>(.*?)</script>", body, re.DOTALL), *scripts()]
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in own]
    assert len(own) > len(scripts())
    assert policy["script-src"].split() == ["'self'", *(f"'sha256-{digest}'" for digest in digests)]


def test_nothing_is_allowed_from_another_machine() -> None:
    sources = {word for part in make_policy([]).split("; ") for word in part.split()[1:]}
    assert sources == {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}
    assert "unsafe" not in make_policy([]).split("script-src")[1].split(";")[0]


def test_without_a_state_nothing_is_described() -> None:
    page = address_page(PAGE, Card(title="汛情态势", description=""), "zh")
    assert 'description"' not in page
