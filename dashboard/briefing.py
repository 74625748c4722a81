"""The situation report: a view as one HTML file that needs no network and lies well on paper."""

import base64
import datetime as dt
import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import plotly.offline
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from dashboard.cards import make_cards
from dashboard.charts.groups import ORDERS
from dashboard.charts.labels import DESK
from dashboard.charts.palette import LIGHT
from dashboard.charts.personnel import draw_personnel
from dashboard.charts.timeline import draw_sheets
from dashboard.charts.traces import Look, explain_symbols
from dashboard.filters import undated
from dashboard.headline import make_sentence, tell_standing
from dashboard.lags import lag_words
from dashboard.scene import Scene
from dashboard.sources import list_sources
from dashboard.state import View
from dashboard.strings import KINDS, STATUSES, THEMES, TYPES, name, say
from dashboard.wording import (
    Row,
    beside_quote,
    incident_words,
    known,
    moment_words,
    place_words,
    rows,
    stamp_words,
    time_words,
    unit_words,
    value_words,
)
from extract.table import ZONE

_FOLDER = Path(__file__).parent
_WIDTH, _TALLEST = 700, 800
"""Pixels: what an A4 page holds between its margins, and of rows between its title and time axis."""
_MOST_UNITS = 16
"""So many bars still stand on one page."""
_DRAW = """
for (const chart of JSON.parse(document.getElementById("charts").textContent)) {
  Plotly.toImage(chart.figure, {format: "svg", width: chart.width, height: chart.height})
    .then(address => { document.getElementById(chart.id).src = address; });
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Where a report comes from: the view's link, the store's version, when it was made (with a zone)."""

    link: str
    version: str
    made: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fact in the table, plain words, "" for none; `remarks` tell how it stands to other facts."""

    number: str
    time: str
    unit: str
    kind: str
    status: str
    value: str
    place: str
    quote: str
    remarks: tuple[str, ...]


def write_briefing(scene: Scene, reports: pd.DataFrame, stamp: Stamp) -> str:
    """Write the situation report of a view, as HTML, in the view's language.

    It runs no script but its own and asks nothing of any network: its policy forbids both.

    Args:
        scene: The view and what it shows.
        reports: The reports of its incident, with their texts.
        stamp: Where it comes from.
    """
    lang, people, tables = scene.lang, scene.situation.people, scene.tables
    without = undated(scene.timeline)
    dated = scene.timeline.drop(without.index).sort_values("begin", kind="stable")
    facts = pd.concat([dated, without])
    labels = _labels(list(facts["fact_id"]), list(scene.directives["directive_id"]), lang)
    scripts = [plotly.offline.get_plotlyjs(), _DRAW]
    return _template().render(
        lang=lang,
        say=functools.partial(say, lang),
        title=incident_words(scene.incident, lang),
        policy=_policy(scripts),
        style=Markup((_FOLDER / "briefing.css").read_text(encoding="utf-8")),  # noqa: S704  # our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704  # Plotly's and our own
        charts=_charts(scene),
        sentence=Markup(make_sentence(scene, linked=False).replace("≥ ", "≥\N{NO-BREAK SPACE}")),  # noqa: S704  # escaped where made
        cards=make_cards(scene),
        standing=tell_standing(scene),
        moment=say_moment(scene.view),
        filters=tell_filters(scene.view),
        link=stamp.link,
        linked=stamp.link.startswith(("http://", "https://")),
        version=stamp.version,
        made=stamp_words(stamp.made.astimezone(ZONE)),
        symbols=explain_symbols(scene.timeline, lang),
        undated=len(without),
        hidden=max(len(people.counted) - _MOST_UNITS, 0) if people else 0,
        silent=[unit_words(unit, lang) for unit in people.silent] if people else (),
        responses=scene.responses,
        entries=[_entry(row, labels, lang) for row in rows(facts)],
        sources=list_sources([facts, scene.directives], reports, labels, lang),
        labels=labels,
        drawn=len(tables.timeline),
        fitting=tables.fitting,
        shown=tables.fitting if tables.is_cut else len(facts),
        total=scene.total,
        silence="not_mentioned_filtered" if scene.view.filtered else "not_mentioned",
        doubtful=bool(facts["assumed"].any() or scene.directives["assumed"].any()),
    )


def say_moment(view: View) -> str:
    """Say of which moment a view shows the state; "" for the latest."""
    if view.at is None:
        return ""
    time = moment_words(view.at, "minute", view.lang)
    return say(view.lang, "moment_then" if view.then else "moment", time=time)


def tell_filters(view: View) -> list[tuple[str, str]]:
    """Name what a view filters by, each with its values in words; empty where it shows everything."""
    lang = view.lang
    listed = say(lang, "list")
    moments = {
        "since": say(lang, "briefing_since", time=stamp_words(view.since)) if view.since else "",
        "until": say(lang, "until", time=stamp_words(view.until)) if view.until else "",
    }
    told = {
        "unit": listed.join(unit_words(unit, lang) for unit in view.units),
        "type": listed.join(name(lang, TYPES, code) for code in view.types),
        "kind": listed.join(name(lang, KINDS, code) for code in view.kinds),
        "period": listed.join(filter(None, moments.values())),
        "search": view.query,
    }
    return [(say(lang, key), words) for key, words in told.items() if words]


@functools.cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip  # one call reads as two lines
    environment.filters["html"] = Markup
    environment.globals.update(
        theme=lambda lang, code: name(lang, THEMES, code),
        lag=lag_words, known=known, time_words=time_words, unit_words=unit_words,
        value_words=value_words,
    )  # fmt: skip  # the same
    return environment.get_template("briefing.html")


def _policy(scripts: list[str]) -> str:
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    # Charts are pictures drawn here; Plotly measures their words with styles of its own.
    rules = (
        "default-src 'none'", f"script-src {allowed}", "style-src 'unsafe-inline'", "img-src data:",
        "base-uri 'none'", "form-action 'none'",
    )  # fmt: skip  # as above
    return "; ".join(rules)


def _charts(scene: Scene) -> dict[str, list[Markup]]:
    """Draw the charts there are, each as JSON that cannot end the script it stands in."""
    look = Look(
        chosen=None,
        palette=LIGHT,
        lang=scene.lang,
        at=scene.view.at,
        since=scene.view.since,
        until=scene.view.until,
        fold=(ORDERS,) if scene.view.fold is None else scene.view.fold,
        screens=(DESK,),
    )
    people = scene.situation.people
    most = people and replace(people, counted=people.counted[:_MOST_UNITS])
    figures = {
        "timeline": draw_sheets(scene.timeline, scene.directives, look, _TALLEST),
        "personnel": [draw_personnel(most, LIGHT, scene.lang)] if most else [],
    }
    return {
        key: [_chart(f"{key}-{number}", figure) for number, figure in enumerate(drawn, start=1)]
        for key, drawn in figures.items()
    }


def _chart(key: str, figure: go.Figure) -> Markup:
    height = int(figure.layout.height)
    # Plotly writes every `<` as \u003c, so nothing in a figure can end the script.
    told = f'{{"id": "{key}", "width": {_WIDTH}, "height": {height}, "figure": {figure.to_json()}}}'
    return Markup(told)  # noqa: S704  # so no tag is in it


def _labels(facts: list[str], directives: list[str], lang: str) -> dict[str, str]:
    numbered = {fact: str(number) for number, fact in enumerate(facts, start=1)}
    orders = enumerate(directives, start=1)
    return numbered | {order: say(lang, "briefing_order", number=number) for number, order in orders}


def _entry(row: Row, labels: Mapping[str, str], lang: str) -> Entry:
    return Entry(
        number=labels[row.fact_id],
        time=time_words(row, lang),
        unit=unit_words(row.responder, lang) if known(row.responder) else "",
        kind=name(lang, KINDS, row.kind),
        status="" if row.status == "observed" else name(lang, STATUSES, row.status),
        value=beside_quote(row, lang),
        place=place_words(row.place, lang) if known(row.place) else "",
        quote=row.quote,
        remarks=_remarks(row, labels, lang),
    )


def _remarks(row: Row, labels: Mapping[str, str], lang: str) -> tuple[str, ...]:
    others = {key: getattr(row, key) for key in ("revises", "contradicts")}
    told = [
        say(lang, key, number=labels[other])
        for key, other in others.items()
        if known(other) and other in labels
    ]
    return (*told, *([say(lang, f"verdict_{row.verdict}")] if known(row.verdict) else []))
