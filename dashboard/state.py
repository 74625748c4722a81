"""The view: everything a viewer chose, and its way into the query string and back."""

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.strings import LANGUAGES, TYPES

DEFAULT_LANGUAGE = next(iter(LANGUAGES))
ORDERS, FORCES, WATER, SOURCES, REPORTS = "orders", "forces", "water", "sources", "reports"
PAGES = ("", ORDERS, FORCES, WATER, SOURCES, REPORTS)
"""The pages by their names in the link; the situation, which comes first, has none there."""
KNOWN_THEN = "then"
LIST_REMOVED = "removed"
UNNAMED, OTHERS = "unnamed", "others"
"""Stand in a cell for the units nobody names, and for those that have no column of their own."""
_BETWEEN = "~"
NONE_FOLDED = "none"
_FOLDABLE = {*TYPES, "directives", "unspecified"}
"""The groups of the timeline that can be folded, in the data or not."""
_FOREIGN = "en"
_DATE_LENGTH = len("2024-07-05")

Params = Mapping[str, Sequence[str]]
"""A query string, each name with all its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown. Values are those of the tables, the same in every language.

    Attributes:
        lang: A key of `LANGUAGES`.
        native: The browser's own language, which a link need not say.
        incident: The incident's name; None for the latest one.
        units: Canonical names of responders; empty for all.
        types: Codes of responder types; empty for all.
        kinds: Codes of kinds of fact; empty for all.
        since: The first instant of the period, local time, inclusive; None for no bound.
        until: The last instant of the period, local time, inclusive; None for no bound.
        query: Words to find in the source sentences; "" for none.
        at: The moment whose state is shown, local time; None for the latest.
        then: Whether only what reports told by that moment is shown.
        fact: The id of the chosen fact or directive.
        page: One of `PAGES`.
        report: The id of the report opened on the pages of sources and of reports.
        cell: The chosen cell of the matrix of orders and deeds (`join_cell`): a theme, or a theme and a unit.
        part: Which part is shown, from 1, of a long report's text, or of the list of reports; None for the
            one of the chosen fact, or the first.
        find: Words to find in the list of reports; "" for none.
        removed: Whether that lists the reports that were removed, instead of those that are there.
        fold: Codes of responder types drawn as one row of the timeline; None leaves it to the chart.
    """

    lang: str = DEFAULT_LANGUAGE
    native: str = DEFAULT_LANGUAGE
    incident: str | None = None
    units: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    query: str = ""
    at: dt.datetime | None = None
    then: bool = False
    fact: str | None = None
    page: str = ""
    report: str | None = None
    part: int | None = None
    cell: str | None = None
    fold: tuple[str, ...] | None = None
    find: str = ""
    removed: bool = False

    @property
    def filtered(self) -> bool:
        """Whether a filter narrows what is shown: a unit, a type, a kind, a period, words."""
        return self != self.unfiltered()

    def unfiltered(self) -> "View":
        """Take every filter off; what is chosen, where, and of which moment stays."""
        return replace(self, units=(), types=(), kinds=(), since=None, until=None, query="")

    def filtering(self) -> "View":
        """Keep what decides which facts are shown; in which words, and what of it is open, is left out."""
        return View(
            incident=self.incident, units=self.units, types=self.types, kinds=self.kinds, since=self.since,
            until=self.until, query=self.query, at=self.at, then=self.then,
        )  # fmt: skip  # one call reads as two lines

    def choosing(self, row_id: str | None) -> "View":
        """Choose a fact or directive, or none; the report and the part of it that are opened follow."""
        return replace(self, fact=row_id, report=None, part=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A value of the link that means nothing: `name` is the parameter, `value` what it said."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen in the data at hand; `period` is the first and the last instant, None: no time."""

    incidents: Collection[str]
    period: tuple[dt.datetime, dt.datetime] | None
    units: Collection[str]
    types: Collection[str]
    kinds: Collection[str]
    facts: Collection[str]
    themes: Collection[str] = ()
    reports: Collection[str] = ()


def join_cell(theme: str, unit: str = "") -> str:
    """Name a cell of the matrix: `rescue`, or `rescue~` and the unit; no code of a theme has a tilde."""
    return f"{theme}{_BETWEEN}{unit}" if unit else theme


def part_cell(cell: str) -> tuple[str, str]:
    """Return the theme and the unit of a cell, "" for none; `join_cell` the other way round."""
    theme, _, unit = cell.partition(_BETWEEN)
    return theme, unit


def read_view(params: Params, native: str = DEFAULT_LANGUAGE) -> tuple[View, tuple[Stale, ...]]:
    """Read a view from the query string.

    Args:
        params: The query string.
        native: The browser's language, spoken where the link names none.

    Returns:
        The view, and what could not be read. Whether a value is in the data is for `check_view`
        to say. Parameters of other names mean nothing and are passed over.
    """
    since, until = _read_period(params)
    lang, page, at, known, listed = (_last(params, name) for name in ("lang", "page", "at", "known", "list"))
    moment, part = _read_end(at), _read_number(_last(params, "part"))
    fold = _all(params, "fold")
    view = View(
        lang=lang if lang in LANGUAGES else native,
        native=native,
        incident=_last(params, "incident") or None,
        units=_all(params, "unit"),
        types=_all(params, "type"),
        kinds=_all(params, "kind"),
        since=since,
        until=until,
        query=_last(params, "q"),
        at=moment,
        then=moment is not None and known == KNOWN_THEN,
        fact=_last(params, "fact") or None,
        page=page if page in PAGES else "",
        report=_last(params, "report") or None,
        part=part,
        cell=_last(params, "cell") or None,
        fold=tuple(code for code in fold if code != NONE_FOLDED) if fold else None,
        find=_last(params, "find"),
        removed=listed == LIST_REMOVED,
    )
    read = {
        "lang": lang in LANGUAGES,
        "from": since is not None,
        "to": until is not None,
        "at": moment is not None,
        "known": known == KNOWN_THEN,
        "page": page in PAGES,
        "part": part is not None,
        "list": listed == LIST_REMOVED,
    }
    return view, tuple(
        Stale(name=name, value=_last(params, name))
        for name, done in read.items()
        if _last(params, name) and not done
    )


def find_language(preferred: str) -> str:
    """Choose the language of a browser that prefers some, as in `de,zh-CN;q=0.9`; it may say nothing.

    Chinese and English go by their order there; a browser that wants neither gets English.
    """
    codes = [part.split(";")[0].strip()[:2].lower() for part in preferred.split(",")]
    if not any(codes):
        return DEFAULT_LANGUAGE
    return next((code for code in codes if code in LANGUAGES), _FOREIGN)


def write_view(view: View) -> dict[str, list[str]]:
    """Write a view as query parameters; what is not chosen, or is the default, is left out."""
    written: dict[str, list[str | None]] = {
        "lang": [] if view.lang == view.native else [view.lang],
        "incident": [view.incident],
        "unit": [*view.units],
        "type": [*view.types],
        "kind": [*view.kinds],
        "from": [view.since.isoformat(timespec="minutes") if view.since else None],
        "to": [view.until.isoformat(timespec="minutes") if view.until else None],
        "q": [view.query],
        "at": [view.at.isoformat(timespec="minutes") if view.at else None],
        "known": [KNOWN_THEN if view.at and view.then else None],
        "fact": [view.fact],
        "page": [view.page],
        "report": [view.report],
        "part": [str(view.part) if view.part else None],
        "cell": [view.cell],
        "fold": [] if view.fold is None else [*(view.fold or (NONE_FOLDED,))],
        "find": [view.find],
        "list": [LIST_REMOVED if view.removed else None],
    }
    kept = {name: [value for value in values if value] for name, values in written.items()}
    return {name: values for name, values in kept.items() if values}


def check_view(view: View, choices: Choices) -> tuple[View, tuple[Stale, ...]]:
    """Take out of the view what is not in the data.

    Returns:
        The view that can be shown, and every value that was taken out.
    """
    asked = {
        "incident": ((view.incident,) if view.incident else (), choices.incidents),
        "unit": (view.units, choices.units),
        "type": (view.types, choices.types),
        "kind": (view.kinds, choices.kinds),
        "fact": ((view.fact,) if view.fact else (), choices.facts),
        "cell": ((view.cell,) if view.cell else (), _cells(view.cell or "", choices)),
        "report": ((view.report,) if view.report else (), choices.reports),
        "fold": (view.fold or (), _FOLDABLE),
    }
    kept = {
        name: tuple(value for value in values if value in offered)
        for name, (values, offered) in asked.items()
    }
    stale = tuple(
        Stale(name=name, value=value)
        for name, (values, offered) in asked.items()
        for value in values
        if value not in offered
    )
    shown = replace(
        view,
        incident=view.incident if kept["incident"] else None,
        units=kept["unit"],
        types=kept["type"],
        kinds=kept["kind"],
        fact=view.fact if kept["fact"] else None,
        cell=view.cell if kept["cell"] else None,
        report=view.report if kept["report"] else None,
        fold=kept["fold"] or (None if view.fold else view.fold),
    )
    return shown, stale


def _cells(cell: str, choices: Choices) -> tuple[str, ...]:
    """Offer a cell whose theme and unit are both in the data; whether they met there is what it answers."""
    theme, unit = part_cell(cell)
    return (cell,) if theme in choices.themes and unit in {"", UNNAMED, OTHERS, *choices.units} else ()


def _last(params: Params, name: str) -> str:
    values = params.get(name, ())
    return values[-1] if values else ""


def _all(params: Params, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in params.get(name, ()) if value))


def _read_period(params: Params) -> tuple[dt.datetime | None, dt.datetime | None]:
    since, until = _read_start(_last(params, "from")), _read_end(_last(params, "to"))
    return since, None if since and until and until < since else until


def _read_number(text: str) -> int | None:
    return int(text) if re.fullmatch("[1-9][0-9]{0,5}", text) else None


def _read_start(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _read_end(text: str) -> dt.datetime | None:
    moment = _read_start(text)
    # A link written by hand says to=2024-07-06 and means the whole day.
    return moment + dt.timedelta(days=1) if moment and len(text) == _DATE_LENGTH else moment
