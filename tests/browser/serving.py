"""Starts what a browser looks at: a dashboard or any Streamlit page on a free port, and Chromium."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

START = 60
"""Seconds a server may take to start."""
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
SETTLED = Path(__file__).with_name("settled.js").read_text(encoding="utf-8")
FOLLOW = "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }"
ROW_NAMES = '.st-key-timeline text:has([style*="--row"])'
"""The names of the rows of the timeline."""
MISSING = (
    "There is no Chromium. Install one: apt-get install chromium, or python -m playwright install chromium"
)


def launch(playwright: Playwright) -> Browser | None:
    """Start Chromium, the system's or Playwright's own; None where there is none."""
    own = Path(playwright.chromium.executable_path)
    found = shutil.which("chromium") or shutil.which("google-chrome") or (own if own.is_file() else None)
    return playwright.chromium.launch(executable_path=found, args=ARGUMENTS) if found else None


def follow(page: Page, query: str) -> None:
    """Lead a page to another view, as a link in it does."""
    page.evaluate(FOLLOW, query)


def settle(page: Page, quiet: int = 150) -> None:
    """Wait until a page of the dashboard is drawn and has been still for some milliseconds."""
    page.evaluate(SETTLED, quiet)


def store_in(folder: Path) -> str:
    """Name the store of the dashboard of a folder."""
    return f"sqlite:///{folder / 'flood.db'}"


@contextmanager
def dashboard(folder: Path, *options: str) -> Iterator[str]:
    """Serve a dashboard, as a user does, started in another folder, on its store; give its address.

    A store that is not there yet becomes one with the bundled report.
    """
    store = store_in(folder)
    command = [sys.executable, "-m", "dashboard", "--store", store, *options, "--port"]
    with _serve(command, folder) as address:
        yield address


@contextmanager
def streamlit_page(script: Path) -> Iterator[str]:
    """Serve a script by Streamlit alone; give its address."""
    options = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.port"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with _serve(command, script.parent) as address:
        yield address


@contextmanager
def _serve(command: Sequence[str], folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / f"{port}.log"
    with (
        log.open("w") as said,
        subprocess.Popen([*command, str(port)], cwd=folder, stdout=said, stderr=said) as server,
    ):
        try:
            _await(f"http://localhost:{port}/_stcore/health", server, log)
            yield f"http://localhost:{port}/"
        finally:
            server.terminate()


def _await(health: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(START * 10):
        try:
            with urllib.request.urlopen(health, timeout=1):  # noqa: S310  # our own server
                return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise TimeoutError(f"The server did not start. It said: {log.read_text(encoding='utf-8')}")
