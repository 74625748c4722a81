"""A real server, one for all tests here, and pages of the browser that look at it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from extract.selection import Selection
from extract.store import Store
from tests.browser.serving import dashboard, store_in
from tests.browser.stores import FLOOD, UNIT, fill_flood

Open = Callable[..., Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flood:
    """A dashboard whose reports fill every page: its address, and the ids of a report and of a fact there."""

    address: str
    report: str
    fact: str


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a dashboard with the bundled report."""
    with dashboard(tmp_path_factory.mktemp("server")) as served:
        yield served


@pytest.fixture(scope="session")
def flood(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flood]:
    """Give a dashboard with the bundled report and those of a made-up breach that fill every page."""
    folder = tmp_path_factory.mktemp("flood")
    fill_flood(store_in(folder))
    with Store(store_in(folder)) as store:
        facts = store.timeline(Selection(incident=FLOOD))
    fact = facts[facts["responder"] == UNIT].iloc[-1]
    with dashboard(folder) as served:
        yield Flood(address=served, report=fact["report_id"], fact=fact["fact_id"])


@pytest.fixture
def requests() -> list[str]:
    """Give the addresses that the pages of a test asked for."""
    return []


@pytest.fixture
def errors() -> list[str]:
    """Give what the pages of a test complained of."""
    return []


@pytest.fixture
def open_any(browser: Browser, address: str, requests: list[str], errors: list[str]) -> Iterator[Open]:
    """Give a way to open a page in a browser of its own: `open_any(query, width=…, height=…, scheme=…)`."""
    contexts: list[BrowserContext] = []

    def open_any(
        query: str = "",
        *,
        width: int = 1440,
        height: int = 1000,
        scheme: Literal["light", "dark"] = "light",
        locale: str = "zh-CN",
        has_touch: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            has_touch=has_touch,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(query if ":" in query.split("?", maxsplit=1)[0] else address + query)
        return page

    yield open_any
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(open_any: Open) -> Open:
    """Give a way to open a page of the situation and to wait until it is drawn, as by `open_any`."""

    def open_page(query: str = "", **screen: Any) -> Page:  # noqa: ANN401  # passed on
        page = open_any(query, **screen)
        page.locator(".st-key-facts canvas").first.wait_for()
        page.locator(".st-key-timeline .main-svg").first.wait_for()
        return page

    return open_page
