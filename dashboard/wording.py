"""A row of a table in words: its value, its time, and how that time is known. Plain text, unescaped."""

import datetime as dt
import functools
import re
from collections import namedtuple
from collections.abc import Callable
from typing import Any

import pandas as pd

from dashboard.latin import name_incident, name_issuer, name_place, name_role, name_unit
from dashboard.statements import say_statement
from dashboard.strings import ASPECTS, MEASURES, STATUSES, THEMES, name, place_of, say
from extract.grouping import UNNAMED
from extract.reach import is_day

_DAY = dt.timedelta(days=1)
_HOURS_A_DAY = 24
_METRES_A_KILOMETRE = 1000
_LARGE = {"m2": ((1e6, "km2"),), "m3": ((1e8, "e8m3"), (1e4, "e4m3"))}
"""Measures of so many, and how they are counted then."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

PARTS = {
    0: (6, "凌晨", "early hours"),
    5: (3, "清晨", "early morning"),
    6: (6, "上午", "morning"),
    11: (2, "中午", "midday"),
    12: (6, "下午", "afternoon"),
    17: (2, "傍晚", "dusk"),
    18: (6, "晚上", "night"),
}
"""The parts of a day by the hour they begin: how many hours they last, and their names."""

PASTED = "pasted"
"""Names the source of a report that is no file."""

_SOURCES = {PASTED: ("粘贴的文字", "pasted text")}
_LINE = re.compile(r", line (\d+)$")
"""How the name of a report in a file of many ends."""

Row = Any
"""A row of the timeline or directives table as a named tuple; pandas has no narrower type for it."""


def rows(table: pd.DataFrame) -> list[Row]:
    """List the rows of a table, in its order."""
    # What itertuples gives, in a third of its time: it makes a class each time, and reads cell by cell.
    if table.empty:
        return []
    make = _shape(tuple(table.columns))
    return [
        make(values) for values in zip(table.index, *(table[name].tolist() for name in table), strict=True)
    ]


def pick(table: pd.DataFrame, kept: "pd.Series[bool]") -> list[Row]:
    """List the rows of a table that a mask keeps, in its order."""
    # Mostly none are, and pandas takes as long to leave out all rows as to keep some.
    return rows(table[kept]) if kept.any() else []


@functools.cache
def _shape(columns: tuple[str, ...]) -> Callable[[tuple[object, ...]], Row]:
    shape: Any = namedtuple("Row", ("Index", *columns))  # type: ignore[misc]  # noqa: PYI024  # known only now
    return shape._make


def known(value: object) -> bool:
    """Say whether a cell holds anything."""
    return value is not None and value is not pd.NaT and value == value  # noqa: PLR0124  # only NaN differs from itself


def incident_words(incident: str, lang: str) -> str:
    """Name an incident by its id; what is told of none has a name too."""
    if incident == UNNAMED:
        return say(lang, "untitled")
    return incident if lang == "zh" else name_incident(incident)


def unit_words(unit: str, lang: str) -> str:
    """Name a responding unit, or several in one cell; its id stays as the reports name it."""
    return unit if lang == "zh" else name_unit(unit)


def place_words(place: str, lang: str) -> str:
    """Name a place that a report names."""
    return place if lang == "zh" else name_place(place)


def issuer_words(issuer: str, lang: str) -> str:
    """Name who gave an order: a person or a body, or several in one cell."""
    return issuer if lang == "zh" else name_issuer(issuer)


def role_words(role: str, lang: str) -> str:
    """Name the office of who gave an order, or the occasion on which it was given."""
    return role if lang == "zh" else name_role(role)


def value_words(row: Row, lang: str) -> str:
    """Say a fact's value with its hedge and measure; without a number, its words, or what they tell."""
    low, high = row.value_min, row.value_max
    if known(low) or known(high):
        return amount_words(low, high, row.modifier, row.measure, lang)
    return str(row.quote) if lang == "zh" else _statement_words(row)


def beside_quote(row: Row, lang: str) -> str:
    """Say a fact's value where its source words stand beside it, which need not be said twice."""
    words = value_words(row, lang)
    return "" if words == row.quote else words


def _statement_words(row: Row) -> str:
    """Say in English what a fact without a number tells: a deed or a state, works with their theme."""
    said = say_statement(row.rule, row.quote) or name("en", ASPECTS, row.aspect)
    if said == row.aspect == "works" and known(row.theme):
        said = f"{said}: {name('en', THEMES, row.theme).lower()}"
    return said if row.status == "observed" else f"{said} ({name('en', STATUSES, row.status)})"


def placed_words(row: Row, lang: str) -> str:
    """Say a fact's value with the place the text gives it: `3 米（左岸）`; its incident is understood."""
    place = row.place if known(row.place) else ""
    incident = getattr(row, "incident", None)
    if known(incident):
        place = place.removeprefix(str(incident))
    if not place:
        return value_words(row, lang)
    opening, closing = ("（", "）") if lang == "zh" else (" (", ")")
    return f"{value_words(row, lang)}{opening}{place_words(place, lang)}{closing}"


def amount_words(low: float, high: float, modifier: str, measure: str | None, lang: str) -> str:
    """Say a range, both ends inclusive, an unknown end open: `≥ 1,400 人`, `约 14.3 公里`."""
    divisor, unit = _scale(low if known(low) else high, measure)
    unit = f" {name(lang, MEASURES, unit)}" if unit else ""
    if not known(high):
        return f"≥ {_number(low / divisor)}{unit}"
    if not known(low):
        return f"≤ {_number(high / divisor)}{unit}"
    if low != high:
        return f"{_number(low / divisor)}–{_number(high / divisor)}{unit}"
    hedge = {"zh": "约 ", "en": "about "}[lang] if modifier == "about" else ""
    return f"{hedge}{_number(low / divisor)}{unit}"


def time_words(row: Row, lang: str) -> str:
    """Say when a fact holds or a directive was given; an assumed year shows as `?`."""
    if not known(row.start) and not known(row.end):
        return say(lang, "no_time")
    precision = row.time_precision if hasattr(row, "time_precision") else _precision(row)
    if part := _part(row, precision, lang):
        return part
    doubt = "?" if getattr(row, "assumed", False) else ""
    if not known(row.start):
        return say(lang, "until", time=moment_words(row.end, precision, lang) + doubt)
    start = moment_words(row.start, precision, lang)
    if not known(row.end) or row.end == row.start:
        return start + doubt
    if row.start.date() == (row.end - dt.timedelta(seconds=1)).date() and precision != "day":
        clock = moment_words(row.end, precision, lang).rsplit(" ", 1)[-1]
        # Midnight belongs to the day it ends.
        return f"{start}–{'24:00' if row.end.date() > row.start.date() else clock}{doubt}"
    return say(lang, "range", start=start, end=moment_words(row.end, precision, lang)) + doubt


def moment_words(moment: dt.datetime, precision: str | None, lang: str) -> str:
    """Say an instant to its precision: a day alone for "day", else with its clock time."""
    day = f"{moment.month}月{moment.day}日" if lang == "zh" else f"{moment.day} {_MONTHS[moment.month - 1]}"
    if precision == "year":
        return f"{moment.year}年" if lang == "zh" else str(moment.year)
    if precision == "month":
        return (
            f"{moment.year}年{moment.month}月"
            if lang == "zh"
            else f"{_MONTHS[moment.month - 1]} {moment.year}"
        )
    if precision == "day":
        return day
    if precision == "hour" and lang == "zh":
        return f"{day} {moment.hour}时"
    return f"{day} {moment:%H:%M}"


def stamp_words(moment: dt.datetime) -> str:
    """Write a moment of the store or of a bound, to the minute, the same in every language."""
    return f"{moment:%Y-%m-%d %H:%M}"


def document_words(source_name: str, lang: str) -> str:
    """Name where a report came from: its file, the line of a file of many, or pasted words."""
    if source_name in _SOURCES:
        return name(lang, _SOURCES, source_name)
    return _LINE.sub(r"，第 \1 行", source_name) if lang == "zh" else source_name


def source_name(report: Row, fact: Row, lang: str) -> str:
    """Name the source of a fact as shortly as can be: the publisher, else the headline, else the file."""
    if known(report.publisher):
        return str(report.publisher)
    headline = _headline(report, fact) or document_words(report.source_name, lang)
    return f"《{headline}》" if lang == "zh" else f"“{headline}”"


def source_words(report: Row, fact: Row, lang: str) -> str:
    """Name the source of a fact: publisher, headline and day of publication, as far as they are known."""
    headline = _headline(report, fact)
    parts = [source_name(report, fact, lang)]
    if known(report.publisher) and headline:
        parts.append(f"《{headline}》" if lang == "zh" else f"“{headline}”")
    if known(report.published):
        doubt = "?" if report.published_basis == "assumed" else ""
        day = moment_words(pd.Timestamp(report.published), "day", lang) + doubt
        parts.append(say(lang, "published_on", day=day))
    return say(lang, "sep").join(parts)


def _headline(report: Row, row: Row) -> str | None:
    # A directive's row names no article.
    return next(filter(known, (getattr(row, "article", None), report.title)), None)


def sources_words(row: Row, lang: str) -> str:
    """Say of a gathered fact how many tell it, and whether others disagree; "" of a single, unopposed one."""
    parts = [say(lang, "sources_disputed")] if row.disputed else []
    parts += [say(lang, "sources_count", count=len(row.sources))] if len(row.sources) > 1 else []
    return say(lang, "sep").join(parts)


def latest_words(latest: dt.datetime, lang: str, *, assumed: bool) -> str:
    """Say the latest known time, a midnight as its day alone; an assumed year shows as `?`."""
    precision = "day" if latest.time() == dt.time() else "minute"
    return moment_words(latest, precision, lang) + ("?" if assumed else "")


def basis_words(row: Row, lang: str) -> str:
    """Say how the time of a fact is known."""
    basis, text = getattr(row, "time_basis", "stated"), row.time_text
    if not known(basis):
        return say(lang, "basis_none")
    if known(text):
        key = f"basis_{basis}"
    else:
        key = {"report": "basis_report_bare", "published": "basis_published"}.get(basis, "basis_none")
    words = say(lang, key, text=text)
    doubtful = getattr(row, "assumed", False) and (known(row.start) or known(row.end))
    return f"{words}{say(lang, 'clause')}{say(lang, 'time_assumed')}" if doubtful else words


def published_words(report: Row, lang: str) -> str:
    """Say when a report was published and how that is known."""
    date, basis, clue = report.published, report.published_basis, report.published_clue
    if not known(date):
        return say(lang, "published_unknown")
    clue = place_of(lang, clue) or clue
    return say(lang, f"published_{basis}", date=pd.Timestamp(date).date().isoformat(), clue=clue)


def _precision(row: Row) -> str:
    """Tell how finely the time of a directive is known, whose row does not say it."""
    start, end = (moment if known(moment) else None for moment in (row.start, row.end))
    if is_day(start, end):
        return "day"
    return "minute" if start is None or end is None else "part_of_day"


def _part(row: Row, precision: str, lang: str) -> str:
    """Name the part of the day a row's time is; "" where it is none, or several."""
    if precision != "part_of_day" or not known(row.start) or row.start.hour not in PARTS:
        return ""
    hours, *names = PARTS[row.start.hour]
    if known(row.end) and row.end - row.start != dt.timedelta(hours=hours):
        return ""
    doubt = "?" if getattr(row, "assumed", False) else ""
    return f"{moment_words(row.start, 'day', lang)}{doubt} {names[lang == 'en']}"


def _scale(value: float, measure: str | None) -> tuple[float, str | None]:
    if measure == "m" and abs(value) >= _METRES_A_KILOMETRE:
        return _METRES_A_KILOMETRE, "km"
    for least, unit in _LARGE.get(measure or "", ()):
        if abs(value) >= least:
            return least, unit
    if measure == "h" and value >= _HOURS_A_DAY and value % _HOURS_A_DAY == 0:
        return _HOURS_A_DAY, "day"
    return 1, measure if known(measure) else None


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace("-", "−")
