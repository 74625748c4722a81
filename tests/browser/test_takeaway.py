"""What is downloaded in a browser is whole, opens without a network, and lies on paper uncut."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pypdfium2
import pytest
from playwright.sync_api import Browser, Download, Page, expect

from dashboard.briefing import Stamp, write_briefing
from dashboard.data import settle
from extract import table
from extract.table import TIMELINE, ZONE
from tests.browser.hostile import ALL, hostile
from tests.dashboard.staging import stage

Open = Callable[..., Page]

UNIT = "岳阳军分区"
DRAWN = "[...document.images].every(image => image.complete && image.naturalWidth)"
A4 = (595, 842)
"""Points."""


def take(page: Page, key: str) -> Download:
    with page.expect_download() as download:
        page.locator(f".st-key-{key} button").click()
    return download.value


def read(browser: Browser, path: Path) -> tuple[Page, list[str]]:
    """Open a report in a browser without a network; give its page and what it complained of or asked for."""
    context = browser.new_context(viewport={"width": 1000, "height": 1000}, offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: said.append(request.url) if "://" in request.url else None)
    page.goto(path.as_uri())
    page.wait_for_function(DRAWN)
    said.remove(path.as_uri())
    return page, said


def test_a_table_of_the_view_is_downloaded_in_the_format_chosen(open_page: Open, errors: list[str]) -> None:
    page = open_page(f"?unit={UNIT}")
    shown = page.locator(".st-key-timeline").inner_text()
    page.locator(".st-key-takeaway button").first.click()
    page.get_by_text("HXL CSV").click()
    expect(page.locator(".st-key-takeaway_file button")).to_be_enabled()
    page.wait_for_timeout(500)
    taken = take(page, "takeaway_file")
    assert taken.suggested_filename == "团洲垸决口_timeline_20240705T1600.hxl.csv"
    text = taken.path().read_text(encoding="utf-8-sig")
    rows = pd.read_csv(io.StringIO(text), skiprows=[1])
    assert list(rows.columns) == list(TIMELINE.columns)
    assert set(rows["responder"]) == {UNIT}
    assert set(rows["start"]) == {"2024-07-05T16:00:00+08:00"}
    # Only the control was drawn anew, and the view is as it was.
    assert page.locator(".st-key-timeline").inner_text() == shown
    assert errors == []


@pytest.mark.parametrize(("lang", "words"), [("zh", "态势报告"), ("en", "Situation report")])
def test_the_report_opens_without_a_network_and_prints_on_a4(
    open_page: Open, browser: Browser, tmp_path: Path, lang: str, words: str
) -> None:
    page = open_page(f"?lang={lang}")
    page.locator(".st-key-takeaway button").first.click()
    expect(page.locator(".st-key-takeaway_briefing")).to_contain_text(words)
    taken = take(page, "takeaway_briefing")
    assert taken.suggested_filename == "团洲垸决口_briefing_20240706T1440.html"
    taken.save_as(tmp_path / "report.html")
    report, said = read(browser, tmp_path / "report.html")
    assert said == []
    expect(report.locator("html")).to_have_attribute("lang", lang)
    assert report.locator("img").count() == 2
    assert report.locator(".modebar, .js-plotly-plot").count() == 0
    address = urlsplit(report.locator(".link a").evaluate("link => link.href"))
    assert page.url.startswith(f"{address.scheme}://{address.netloc}{address.path}?")
    # The link names the incident and the language, and leaves out what goes without saying.
    assert parse_qs(address.query) == {"incident": ["团洲垸决口"], "lang": [lang]}
    for width in (1000, 390):
        report.set_viewport_size({"width": width, "height": 800})
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert report.evaluate(over) <= 0
    printed = pypdfium2.PdfDocument(report.pdf(prefer_css_page_size=True))
    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in printed}
    assert sizes == {A4}
    text = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
    # Each page of the table of facts has its head.
    assert text.count("原文词句" if lang == "zh" else "Source words") > 1
    report.context.close()


def test_words_of_a_hostile_report_never_act_in_a_report_either(browser: Browser, tmp_path: Path) -> None:
    extraction = hostile()
    tables = settle(table.timeline([extraction]), table.directives([extraction]), table.reports([extraction]))
    stamp = Stamp(link="http://example.invalid/", version="1", made=dt.datetime(2026, 11, 22, tzinfo=ZONE))
    path = tmp_path / "hostile.html"
    path.write_text(write_briefing(stage(tables, incident=ALL), tables.reports, stamp), encoding="utf-8")
    report, said = read(browser, path)
    expect(report.get_by_role("heading", level=1)).to_contain_text("onerror")
    report.wait_for_timeout(500)
    assert said == []
    assert report.locator("img:not([src^='data:'])").count() == 0
    report.context.close()
