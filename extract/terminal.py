"""A table for people to read in a terminal, 100 columns wide or less: the facts, not their bookkeeping."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table

WIDTH = 100

_UNITS = {
    "person": "人",
    "household": "户",
    "m": "米",
    "m2": "平方米",
    "m3": "立方米",
    "m3/s": "立方米/秒",
    "m/s": "米/秒",
    "mm": "毫米",
    "h": "小时",
    "piece": "件",
    "t": "吨",
}
_DAY, _TIME = "%m-%d", "%m-%d %H:%M"
_BY_PRECISION = {"day": _DAY, "month": "%Y-%m", "year": "%Y"}

# A report may hold anything, and a terminal would obey these: controls and marks that turn the direction.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    header: str
    width: int
    cell: Callable[[Row], object]


def terminal_table(name: str, rows: Sequence[Row]) -> "Table":
    """Lay out one of the tables timeline, directives, times and reports.

    A figure is written with its hedge (≥ 1,400 人), a fact without a time of its own as "undated".
    """
    # Half a second to load, and only a table for people needs it.
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    years = _years(rows)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, caption_justify="left")
    table.caption = _caption(rows, years)
    cells = []
    for column in _LAYOUTS[name]:
        table.add_column(column.header, max_width=column.width, overflow="fold")
        cells.append(partial(when, with_year=len(years) > 1) if column is _WHEN else column.cell)
    for row in rows:
        table.add_row(*(Text(printable(str(cell(row) or ""))) for cell in cells))
    return table


def printable(text: str) -> str:
    """Take out what a terminal would obey instead of show."""
    return _CONTROLS.sub(" ", text)


def figure(row: Row) -> str:
    """Write a value with its hedge and its unit, such as "≥ 1,400 人", "约 2,000 米" or "2–3 米"."""
    low, high = row["value_min"], row["value_max"]
    unit = _UNITS.get(row["measure"], row["measure"] or "")
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"{'≥' if high is None else '≤'} {_number(low if high is None else high)} {unit}".strip()
    hedge = "约 " if row["modifier"] == "about" else ""
    number = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    return f"{hedge}{number} {unit}".strip()


def when(row: Row, *, with_year: bool = True) -> str:
    """Write when it holds, in local time; "undated" when the report does not say."""
    start, end = row["start"], row["end"]
    form = _form(row.get("time_precision"), [moment for moment in (start, end) if moment])
    shown = f"%Y-{form}" if with_year and form in (_DAY, _TIME) else form
    if start is None and end is None:
        return "undated"
    if start is None:
        return f"until {end.strftime(shown)}"
    if end is None:
        return f"{start.strftime(shown)}"
    same_day = form == _TIME and start.date() == end.date()
    return f"{start.strftime(shown)}–{end.strftime('%H:%M' if same_day else form)}"


def _form(precision: str | None, moments: list[dt.datetime]) -> str:
    # The times table has no precision: midnights there are days.
    if precision is None and all(moment.time() == dt.time() for moment in moments):
        return _DAY
    return _BY_PRECISION.get(precision or "", _TIME)


def _years(rows: Sequence[Row]) -> list[int]:
    moments = (row.get(name) for row in rows for name in ("start", "end"))
    return sorted({moment.year for moment in moments if moment})


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _caption(rows: Sequence[Row], years: list[int]) -> str:
    counted = f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}"
    if not rows or "start" not in rows[0]:
        return counted
    undated = sum(row["start"] is None and row["end"] is None for row in rows)
    local = f"; times of {', '.join(map(str, years))}, Asia/Shanghai" if years else ""
    return f"{counted}, {undated} undated{local}"


def _basis(row: Row) -> str:
    clue = row["published_clue"]
    return f"{row['published_basis']}: {clue}" if clue else f"{row['published_basis']}"


_WHEN = _Column(header="When", width=17, cell=when)
_WORDS = "Source words"

_LAYOUTS = {
    "timeline": (
        _WHEN,
        _Column(header="Who", width=22, cell=lambda row: row["responder"]),
        _Column(header="Kind", width=11, cell=lambda row: row["kind"]),
        _Column(header="Figure", width=13, cell=figure),
        _Column(header=_WORDS, width=28, cell=lambda row: row["quote"]),
    ),
    "directives": (
        _WHEN,
        _Column(header="From", width=14, cell=lambda row: row["issuer"]),
        _Column(header="To", width=12, cell=lambda row: row["addressee"]),
        _Column(header="Themes", width=19, cell=lambda row: ", ".join(row["themes"])),
        _Column(header=_WORDS, width=29, cell=lambda row: row["quote"]),
    ),
    "times": (
        _Column(header=_WORDS, width=36, cell=lambda row: row["quote"]),
        _Column(header="Class", width=10, cell=lambda row: row["class"]),
        _WHEN,
        _Column(header="Report", width=20, cell=lambda row: row["report_id"]),
    ),
    "reports": (
        _Column(header="Report", width=20, cell=lambda row: row["report_id"]),
        _Column(header="Source", width=30, cell=lambda row: row["source_name"]),
        _Column(header="Published", width=10, cell=lambda row: row["published"]),
        _Column(header="Known from", width=28, cell=_basis),
    ),
}
