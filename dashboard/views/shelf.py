"""The reports of an incident as a list of links, and what is known of the one that is opened. All HTML."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from dashboard.filters import as_of, filter_facts
from dashboard.links import cite, href, link
from dashboard.opened import OpenReport, load_holdings
from dashboard.origins import day_words
from dashboard.quotes import escape_html, mark_chinese
from dashboard.scene import Scene
from dashboard.state import REPORTS
from dashboard.strings import say
from dashboard.views.history import entry_words, pair
from dashboard.wording import Row, document_words, known, published_words, rows
from extract.catalogue import NOTHING, Holding
from extract.corrections import REJECTED

_LISTED, _MOST = 6, 200
"""So many reports are listed at once, and so many with those that are folded under them."""


def list_reports(scene: Scene, reports: pd.DataFrame, opened: str) -> str:
    """List reports, in their order, each a link that opens it; the one that is open is always in sight."""
    lang, listed = scene.lang, rows(reports.head(_MOST))
    items = dict(zip([row.report_id for row in listed], _items(scene, listed, opened), strict=True))
    first = [key for place, key in enumerate(items) if place < _LISTED or key == opened]
    rest = [item for key, item in items.items() if key not in first]
    words = escape_html(say(lang, "reports_here", count=len(reports)))
    shown = f"<h2>{words}</h2><ul>{''.join(items[key] for key in first)}</ul>"
    if rest:
        summary = escape_html(say(lang, "reports_rest", count=len(rest)))
        shown += f"<details><summary>{summary}</summary><ul>{''.join(rest)}</ul></details>"
    if len(reports) > _MOST:
        beyond = say(lang, "reports_beyond", count=len(reports) - _MOST)
        shown += f"<p>{link(replace(scene.view, page=REPORTS, report=None, part=None), beyond)}</p>"
    return f'<nav class="shelf" aria-label="{words}">{shown}</nav>'


def headline_of(report: Row, held: Holding, lang: str) -> str:
    """Name a report: by its title, else by the headline of its first fact, else by its file."""
    return (
        str(report.title)
        if known(report.title)
        else held.headline or document_words(report.source_name, lang)
    )


def tell_report(scene: Scene, report: Row) -> str:
    """Say who published a report and when, how that is known, and where it is corrected."""
    lang = scene.lang
    publisher = str(report.publisher) if known(report.publisher) else document_words(report.source_name, lang)
    told = [mark_chinese(words, lang) for words in (publisher, published_words(report, lang))]
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
        words = mark_chinese(entry_words(change, row, lang), lang)
        if row and row["row_id"] in quotes:
            words += escape_html(say(lang, "sep")) + cite(row["row_id"], quotes[row["row_id"]], scene.view)
        items.append(f"<li>{words}</li>")
    summary = escape_html(say(lang, "corrections_count", count=len(told)))
    how = escape_html(say(lang, "corrections_how"))
    return (
        f'<details class="said"><summary>{summary}</summary><ul>{"".join(items)}</ul><p>{how}</p></details>'
    )


def _items(scene: Scene, listed: Sequence[Row], opened: str) -> Iterator[str]:
    lang, held, fitting = scene.lang, load_holdings(scene.store), _count_fitting(scene)
    for report in listed:
        key, brought = report.report_id, held.get(report.report_id, NOTHING)
        notes = [str(report.publisher)] if known(report.publisher) else []
        notes.append(day_words(report.published, report.published_basis, lang))
        notes.append(say(lang, "report_brought", facts=brought.facts, directives=brought.directives))
        notes += [say(lang, "report_fitting", count=fitting[key])] if fitting is not None else []
        target = replace(scene.view, report=key, fact=None, part=None)
        current = ' aria-current="true"' if key == opened else ""
        title = mark_chinese(headline_of(report, brought, lang), lang)
        told = mark_chinese(say(lang, "sep").join(notes), lang)
        yield f'<li><a href="{href(target)}" target="_self"{current}>{title}</a> <span>{told}</span></li>'


def _count_fitting(scene: Scene) -> Counter[str] | None:
    """Count the facts of each report that the view shows; None where that is all of them, or not known."""
    view, tables = scene.view, scene.tables
    if not (view.filtered or view.at) or tables.is_cut:
        return None
    facts = tables.timeline[tables.timeline["verdict"] != REJECTED]
    return Counter(filter_facts(as_of(facts, view), view)["report_id"].tolist())
