"""The reports of an incident as a list of links, and what is known of the one that is opened. All HTML."""

from collections import Counter
from dataclasses import replace

import pandas as pd

from dashboard.filters import as_of, filter_facts
from dashboard.links import cite, href, link
from dashboard.opened import OpenReport, load_holdings
from dashboard.origins import day_words
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.state import REPORTS
from dashboard.strings import say
from dashboard.views.history import entry_words, pair
from dashboard.wording import Row, document_words, known, published_words, rows
from extract.catalogue import NOTHING
from extract.corrections import REJECTED

_LISTED, _MOST = 6, 200
"""So many reports are listed at once, and so many with those that are folded under them."""


def list_reports(scene: Scene, reports: pd.DataFrame, opened: str) -> str:
    """List reports, in their order, each a link that opens it; the one that is open is always in sight."""
    lang, listed, fitting = scene.lang, rows(reports.head(_MOST)), _count_fitting(scene)
    first = [row for place, row in enumerate(listed) if place < _LISTED or row.report_id == opened]
    rest = [row for row in listed if row not in first]
    items = [
        "".join(_item(scene, row, fitting, is_open=row.report_id == opened) for row in part)
        for part in (first, rest)
    ]
    words = escape_html(say(lang, "reports_here", count=len(reports)))
    shown = f"<h3>{words}</h3><ul>{items[0]}</ul>"
    if rest:
        summary = escape_html(say(lang, "reports_rest", count=len(rest)))
        shown += f"<details><summary>{summary}</summary><ul>{items[1]}</ul></details>"
    if len(reports) > _MOST:
        beyond = say(lang, "reports_beyond", count=len(reports) - _MOST)
        shown += f"<p>{link(replace(scene.view, page=REPORTS, report=None, part=None), beyond)}</p>"
    return f'<nav class="shelf" aria-label="{words}">{shown}</nav>'


def headline_of(scene: Scene, report: Row) -> str:
    """Name a report: by its title, else by the headline of its first fact, else by its file."""
    headline = load_holdings(scene.store).get(report.report_id, NOTHING).headline
    return (
        str(report.title)
        if known(report.title)
        else headline or document_words(report.source_name, scene.lang)
    )


def tell_report(scene: Scene, report: Row) -> str:
    """Say who published a report and when, how that is known, and where it is corrected."""
    lang = scene.lang
    publisher = str(report.publisher) if known(report.publisher) else document_words(report.source_name, lang)
    told = [escape_html(publisher), escape_html(published_words(report, lang))]
    target = replace(scene.view, page=REPORTS, report=report.report_id, part=None)
    told.append(link(target, say(lang, "report_manage")))
    return f'<p class="origin">{escape_html(say(lang, "sep")).join(told)}</p>'


def tell_said(scene: Scene, report: OpenReport) -> str:
    """List what people corrected in a report and what else happened to it, the latest first."""
    lang, made = scene.lang, pair(report.changes, report.said)
    told = [change for change in reversed(report.changes) if change["what"] != "added"]
    if not told:
        return ""
    quotes = dict(zip(report.facts["fact_id"], report.facts["quote"], strict=True))
    items = []
    for change in told:
        row = made.get(change["change"])
        words = escape_html(entry_words(change, row, lang))
        if row and row["row_id"] in quotes:
            words += escape_html(say(lang, "sep")) + cite(row["row_id"], quotes[row["row_id"]], scene.view)
        items.append(f"<li>{words}</li>")
    summary = escape_html(say(lang, "corrections_count", count=len(told)))
    how = escape_html(say(lang, "corrections_how"))
    return (
        f'<details class="said"><summary>{summary}</summary><ul>{"".join(items)}</ul><p>{how}</p></details>'
    )


def _item(scene: Scene, report: Row, fitting: Counter[str] | None, *, is_open: bool) -> str:
    lang, key = scene.lang, report.report_id
    held = load_holdings(scene.store).get(key, NOTHING)
    publisher = [str(report.publisher)] if known(report.publisher) else []
    notes = [
        *publisher,
        day_words(report.published, report.published_basis, lang),
        say(lang, "report_brought", facts=held.facts, directives=held.directives),
    ]
    notes += [say(lang, "report_fitting", count=fitting[key])] if fitting is not None else []
    target = replace(scene.view, report=key, fact=None, part=None)
    current = ' aria-current="true"' if is_open else ""
    title = escape_html(headline_of(scene, report))
    told = escape_html(say(lang, "sep").join(notes))
    return f'<li><a href="{href(target)}" target="_self"{current}>{title}</a> <span>{told}</span></li>'


def _count_fitting(scene: Scene) -> Counter[str] | None:
    """Count the facts of each report that the view shows; None where that is all of them, or not known."""
    view, tables = scene.view, scene.tables
    if not (view.filtered or view.at) or tables.fitting > len(tables.timeline):
        return None
    facts = tables.timeline[tables.timeline["verdict"] != REJECTED]
    return Counter(filter_facts(as_of(facts, view), view)["report_id"].tolist())
