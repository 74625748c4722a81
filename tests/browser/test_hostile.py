"""A report whose words try to act: they are shown, and that is all."""

import datetime as dt
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from extract.directives import Directive
from extract.facts import Fact
from extract.pipeline import Extraction, Report
from extract.spans import Span
from extract.store import Store
from extract.table import ZONE
from tests.browser.serving import dashboard

Open = Callable[..., Page]

ACTS = '<img src="http://example.invalid/a" onerror="document.title=1">'
LINKS = "![图](http://example.invalid/b) [按](http://example.invalid/c) <b>粗</b>"
TEXT = f"北堤{ACTS}队伍{LINKS}到达。"
WHOLE = Span(0, len(TEXT))
NINE = dt.datetime.fromisoformat("2023-06-03T09:00")


def hostile() -> Extraction:
    fact = Fact(
        fact_id="f", article=LINKS, incident=ACTS, kind="water_level", aspect="condition", theme="rescue",
        start=NINE, end=None, time_precision="hour", time_basis="stated", time_text=LINKS, reported_at=NINE,
        responder=LINKS, responder_text=LINKS, responder_type="military", place=ACTS, value_min=None,
        value_max=None, modifier="none", measure=None, status="observed", quote=TEXT, quote_span=WHOLE,
        sentence=TEXT, sentence_span=WHOLE, rule=LINKS,
    )  # fmt: skip  # a row
    order = Directive(
        directive_id="d", article=LINKS, issuer=ACTS, issuer_role=LINKS, venue=LINKS, addressee=LINKS,
        start=NINE, end=None, time_text=LINKS, themes=("rescue",), quote=TEXT, quote_span=WHOLE,
        sentence=TEXT, sentence_span=WHOLE, rule=LINKS,
    )  # fmt: skip  # a row
    report = Report(
        report_id="r", source_name=LINKS, sha256="0", title=ACTS, title_clue=None,
        publisher=LINKS, publisher_clue=None, published=NINE.date(),
        published_basis="assumed", published_clue=None, text=TEXT,
    )  # fmt: skip  # a row
    return Extraction(report=report, facts=(fact,), directives=(order,), times=(), articles=1)


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    with Store(f"sqlite:///{folder / 'flood.db'}") as store:
        store.add(hostile(), dt.datetime(2026, 11, 22, tzinfo=ZONE))
    with dashboard(folder) as served:
        yield served


@pytest.mark.parametrize("query", ["", "?lang=en&fact=d", f"?unit={LINKS}&incident=<b>x</b>&q=<b>"])
def test_words_of_a_report_or_a_link_never_act(
    open_page: Open, requests: list[str], errors: list[str], hostile_address: str, query: str
) -> None:
    page = open_page(hostile_address + query)
    page.wait_for_timeout(1000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("onerror")
    assert page.title() in {"汛情态势", "Flood situation"}
    assert page.locator("img[src*=example], a[href^='http://example']").count() == 0
    assert [url for url in requests if urlsplit(url).hostname != "localhost" and url.startswith("http")] == []
    assert errors == []
