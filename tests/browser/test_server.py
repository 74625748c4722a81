"""The server in front of a browser: its headers, whom it answers, and a store that goes and comes back."""

import http.client
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import dashboard

Open = Callable[..., Page]

UNIT = "岳阳军分区"
FILES = ("_stcore/health", "favicon.png", "nosuch/page", "_stcore/host-config", "?embed=true")
UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize("path", ["", *FILES])
def test_every_answer_keeps_the_browser_to_this_server(address: str, path: str) -> None:
    with urllib.request.urlopen(address + path, timeout=10) as answer:  # noqa: S310  # our own server
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "default-src 'self'" in policy
    assert ("frame-ancestors *" in policy) is ("embed" in path)


@pytest.mark.parametrize(("host", "status"), [("localhost", 101), ("attacker.example", 403)])
def test_a_foreign_host_gets_no_websocket(address: str, host: str, status: int) -> None:
    port = urlsplit(address).port
    connection = http.client.HTTPConnection("localhost", port or 80, timeout=10)
    origin = {"Host": f"{host}:{port}", "Origin": f"http://{host}:{port}"}
    connection.request("GET", "/_stcore/stream", headers=origin | UPGRADE)
    assert connection.getresponse().status == status
    connection.close()


def test_no_script_of_another_runs_in_the_page(open_page: Open, errors: list[str]) -> None:
    page = open_page()
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.acted = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.acted = 2">');
      fetch("http://example.invalid/").catch(() => {});
    }""")
    page.wait_for_timeout(500)
    assert page.evaluate("window.acted") is None
    assert sum("Content Security Policy" in said for said in errors) >= 3


def test_the_tab_is_named_for_the_incident_before_and_after_it_is_drawn(
    open_page: Open, address: str
) -> None:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  # our own server
        assert "<title>团洲垸决口 · 汛情态势</title>" in answer.read().decode()
    expect(open_page()).to_have_title("团洲垸决口 · 汛情态势")


def test_a_page_tells_of_a_store_that_went_and_comes_back_by_itself(open_any: Open, tmp_path: Path) -> None:
    with dashboard(tmp_path) as address:
        page = open_any(f"{address}?unit={UNIT}")
        page.locator(".st-key-facts canvas").first.wait_for()
        away = tmp_path / "away"
        away.mkdir()
        for file in tmp_path.glob("flood.db*"):
            file.rename(away / file.name)
        # What was read stays, and it is said that it does not follow.
        expect(page.locator(".st-key-news")).to_contain_text("库暂时读不到", timeout=15_000)
        expect(page.locator("h1")).to_have_text("团洲垸决口")
        page.locator('.ways a[href*="page=forces"]').click()
        expect(page.locator("h1")).to_have_text("无法读取数据", timeout=15_000)
        expect(page.locator(".stMain")).to_contain_text("请放回原处")
        assert parse_qs(urlsplit(page.url).query) == {"unit": [UNIT], "page": ["forces"]}
        for file in away.iterdir():
            file.rename(tmp_path / file.name)
        expect(page.locator("h1")).to_have_text("团洲垸决口", timeout=15_000)
        assert parse_qs(urlsplit(page.url).query) == {"unit": [UNIT], "page": ["forces"]}
