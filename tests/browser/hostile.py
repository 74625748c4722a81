"""A report whose every word tries to act: on the browser, on its neighbours, on whoever takes it away."""

import datetime as dt

from extract.directives import Directive
from extract.facts import Fact
from extract.pipeline import Extraction, Report
from extract.spans import Span

ACTS = '<img src="http://example.invalid/a" onerror="window.acted=document.title=1">'
LINKS = "![图](http://example.invalid/b) [按](http://example.invalid/c) <b>粗</b>"
TURNS = "北堤\u202e水位\u2066齐平\u200f\u061c\u200b"
PILES = "堤" + "\u0301" * 80 + "\u0324" * 80
SIGNS = "$x^2$ :material/bolt: :streamlit: :red[红] **粗** `码` <- -- >= # | ~~删~~ www.example.invalid"
CHART = '<a href="javascript:window.acted=1">按</a><span style="position:fixed;inset:0">盖</span>'
SCRIPT = '[按](javascript:window.acted=1) "><script>window.acted=1</script><style>*{display:none}</style>'
FORMULA = '=HYPERLINK("http://example.invalid/d","按")'
LONG = "堤岸" * 20 + "w" * 400
ALL = f"{FORMULA} {ACTS} {LINKS} {TURNS} {PILES} {SIGNS} {CHART} {SCRIPT} {LONG}"
"""All of it in one name; every name of the report is this one."""

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
_TOLD = (
    ("personnel", "deployed", 400.0, "person"),
    ("water_level", "level", 33.0, "m"),
    ("water_level", "condition", None, None),
    ("distance", "breach_width", 220.0, "m"),
    ("equipment", "deployed", 12.0, "piece"),
    ("people", "evacuated", 3000.0, "person"),
    ("action", "works", None, None),
)
"""Kind, aspect, value and measure of each fact."""
_TEXT = f"北堤{ALL}\n\n队伍{ALL}到达。"
_WHOLE = Span(0, len(_TEXT))


def hostile() -> Extraction:
    """Make the report; it is of one incident, and has an undated fact beside the dated ones."""
    facts = [_fact(place, *told) for place, told in enumerate(_TOLD)]
    order = Directive(
        directive_id="d", article=ALL, issuer=ALL, issuer_role=ALL, venue=ALL, addressee=ALL,
        start=NINE, end=None, time_text=ALL, themes=("rescue",), quote=_TEXT, quote_span=_WHOLE,
        sentence=_TEXT, sentence_span=_WHOLE, rule=ALL,
    )  # fmt: skip  # a row
    report = Report(
        report_id="r", source_name=ALL, sha256="0", title=ALL, title_clue=None,
        publisher=ALL, publisher_clue=None, published=NINE.date(),
        published_basis="stated", published_clue=ALL, text=_TEXT,
    )  # fmt: skip  # a row
    return Extraction(report=report, facts=tuple(facts), directives=(order,), times=(), articles=1)


def _fact(place: int, kind: str, aspect: str, value: float | None, measure: str | None) -> Fact:
    is_dated = kind != "action"
    return Fact(
        fact_id=f"f{place}", article=ALL, incident=ALL, kind=kind, aspect=aspect, theme="rescue",
        start=NINE + dt.timedelta(hours=place) if is_dated else None, end=None,
        time_precision="hour" if is_dated else None, time_basis="stated" if is_dated else None,
        time_text=ALL, reported_at=NINE, responder=ALL, responder_text=ALL, responder_type="military",
        place=ALL, value_min=value, value_max=value, modifier="none", measure=measure, status="observed",
        quote=_TEXT, quote_span=_WHOLE, sentence=_TEXT, sentence_span=_WHOLE, rule=ALL,
    )  # fmt: skip  # a row
