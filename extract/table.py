"""The tables: what each column is, and the rows that extractions make.

A time is a timestamp of Asia/Shanghai. A missing value is null (NaN, NaT or None). Offsets count
characters of the report's text as stored; `end` offsets are exclusive.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import pandas as pd

    from extract.dates import DatedTime
    from extract.directives import Directive
    from extract.facts import Fact
    from extract.pipeline import Extraction, Report

ZONE = ZoneInfo("Asia/Shanghai")

ColumnType = Literal["str", "int", "float", "date", "time", "texts"]

_DTYPES = {"str": "str", "int": "int64", "float": "float64"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's name and its columns in order, each with its type.

    A "date" column holds `datetime.date`, a "texts" column lists of strings.
    """

    name: str
    columns: Mapping[str, ColumnType]

    def frame(self, rows: Iterable[Mapping[str, Any]], *, zoned: bool = True) -> "pd.DataFrame":
        """Build the table from rows.

        Args:
            rows: Each with every column; times in them are local (Asia/Shanghai) and carry no zone.
            zoned: Whether times in the table carry their zone; without it they stay as they are.
        """
        listed = list(rows)
        return self.frame_of({name: [row[name] for row in listed] for name in self.columns}, zoned=zoned)

    def frame_of(self, values: Mapping[str, Sequence[Any]], *, zoned: bool = True) -> "pd.DataFrame":
        """Build the table from the values of each column, as `frame` does from rows."""
        import pandas as pd  # noqa: PLC0415  # it takes a second to load, and rows alone do not need it

        series = {name: _series(values[name], kind, zoned=zoned) for name, kind in self.columns.items()}
        return pd.DataFrame(series, columns=list(self.columns), copy=False)

    def zoned(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Give the rows with their times in Asia/Shanghai, as the table holds them."""
        times = [name for name, kind in self.columns.items() if kind == "time"]
        for row in rows:
            yield {**row, **{name: row[name] and row[name].replace(tzinfo=ZONE) for name in times}}


def _series(values: Sequence[Any], kind: ColumnType, *, zoned: bool) -> "pd.Series[Any]":
    import numpy as np  # noqa: PLC0415  # as in frame_of
    import pandas as pd  # noqa: PLC0415  # likewise
    import pyarrow as pa  # noqa: PLC0415  # likewise

    if kind != "time":
        return pd.Series(values, dtype=_DTYPES.get(kind, "object"))
    # Arrow reads moments ten times as fast as pandas does.
    times = pd.Series(pa.array(values, pa.timestamp("us")).to_numpy(zero_copy_only=False))
    if not zoned:
        return times
    # A local time that summer time doubled is the first of the two, one that it skipped is an hour later.
    first = np.ones(len(times), dtype=bool)
    return times.dt.tz_localize(ZONE, ambiguous=first, nonexistent=dt.timedelta(hours=1))


TIMELINE = Table(
    name="timeline",
    columns=MappingProxyType(
        {
            "fact_id": "str",  # stable hash of report, place in the text and kind
            "report_id": "str",
            "article": "str",  # headline of the article it stands in
            "incident": "str",  # null: the article names none
            "kind": "str",  # personnel, distance, water_level, action, …
            "aspect": "str",  # what it measures: deployed, breach_width, level, …
            "theme": "str",  # which directives it answers to
            "start": "time",  # when it holds: a point has start only, 截至X has end only
            "end": "time",  # with time_precision day it names the whole day
            "time_precision": "str",  # minute, hour, part_of_day, day, month, year
            "time_basis": "str",  # stated, carried, report, published
            "time_text": "str",  # the words that gave the time
            "reported_at": "time",  # when the report says it; never mixed with start and end
            "responder": "str",  # canonical name
            "responder_text": "str",  # as written
            "responder_type": "str",
            "place": "str",  # as written
            "value_min": "float",  # inclusive, in `measure`; null: open below
            "value_max": "float",  # inclusive, in `measure`; null: open above
            "modifier": "str",  # exact, about, at_least, at_most, range, none
            "measure": "str",  # person, household, m, m2, m3, m3/s, m/s, mm, h, piece, t
            "status": "str",  # observed, planned, forecast, required
            "quote": "str",  # shortest words that carry the fact, line breaks taken out
            "quote_start": "int",
            "quote_end": "int",
            "sentence": "str",
            "sentence_start": "int",
            "sentence_end": "int",
            "rule": "str",  # name of the rule that found it
            "same_as": "str",  # fact_id of the telling of the same fact to count; null: none
            "revises": "str",  # fact_id of the earlier figure this one replaces
            "contradicts": "str",  # fact_id of the figure of the same moment it disagrees with
            "verdict": "str",  # confirmed or rejected by a person; null: nobody has judged it
        }
    ),
)

DIRECTIVES = Table(
    name="directives",
    columns=MappingProxyType(
        {
            "directive_id": "str",
            "report_id": "str",
            "issuer": "str",
            "issuer_role": "str",
            "venue": "str",
            "addressee": "str",
            "start": "time",
            "end": "time",
            "time_text": "str",
            "themes": "texts",  # the timeline's themes
            "quote": "str",
            "quote_start": "int",
            "quote_end": "int",
            "sentence": "str",
            "sentence_start": "int",
            "sentence_end": "int",
            "rule": "str",
        }
    ),
)

TIMES = Table(
    name="times",
    columns=MappingProxyType(
        {
            "report_id": "str",
            "quote": "str",
            "quote_start": "int",
            "quote_end": "int",
            "class": "str",  # calendar, duration, vague
            "start": "time",
            "end": "time",
        }
    ),
)

REPORTS = Table(
    name="reports",
    columns=MappingProxyType(
        {
            "report_id": "str",
            "source_name": "str",
            "sha256": "str",
            "title": "str",
            "title_clue": "str",  # where it was read; null: given by a person, or unknown
            "publisher": "str",
            "publisher_clue": "str",  # likewise
            "published": "date",
            "published_basis": "str",  # given, stated, inferred, assumed
            "published_clue": "str",  # the words or the part of the file that told the date
            "added_at": "time",  # when it came into the store
            "text": "str",
        }
    ),
)


def timeline(extractions: "Iterable[Extraction]") -> "pd.DataFrame":
    """Return one row a fact, in the order of the reports and, in each, of time."""
    return TIMELINE.frame(row for extraction in extractions for row in fact_rows(extraction))


def directives(extractions: "Iterable[Extraction]") -> "pd.DataFrame":
    """Return one row an instruction, in the order of the reports and their texts."""
    return DIRECTIVES.frame(row for extraction in extractions for row in directive_rows(extraction))


def times(extractions: "Iterable[Extraction]") -> "pd.DataFrame":
    """Return one row a time expression, in the order of the reports and their texts."""
    return TIMES.frame(row for extraction in extractions for row in time_rows(extraction))


def reports(extractions: "Iterable[Extraction]") -> "pd.DataFrame":
    """Return one row a report; `added_at` is null, since only a store knows it."""
    return REPORTS.frame(report_row(extraction.report, None) for extraction in extractions)


def fact_rows(extraction: "Extraction") -> Iterator[dict[str, Any]]:
    """Give each fact as a row of the timeline, its times without a zone."""
    known = {"report_id": extraction.report.report_id, "verdict": None}
    for fact in extraction.facts:
        yield _row(TIMELINE, fact, known)


def directive_rows(extraction: "Extraction") -> Iterator[dict[str, Any]]:
    """Give each directive as a row, its times without a zone."""
    report = {"report_id": extraction.report.report_id}
    for directive in extraction.directives:
        yield _row(DIRECTIVES, directive, report | {"themes": list(directive.themes)})


def time_rows(extraction: "Extraction") -> Iterator[dict[str, Any]]:
    """Give each time expression as a row, its times without a zone."""
    report = {"report_id": extraction.report.report_id}
    for time in extraction.times:
        yield _row(TIMES, time, report | {"class": time.kind})


def report_rows(extraction: "Extraction") -> Iterator[dict[str, Any]]:
    """Give the report as the one row it is; `added_at` is None, since only a store knows it."""
    yield report_row(extraction.report, None)


def report_row(report: "Report", added_at: dt.datetime | None) -> dict[str, Any]:
    """Give the report as a row; `added_at` is local (Asia/Shanghai), without a zone."""
    return _row(REPORTS, report, {"added_at": added_at})


TABLES: "Mapping[str, tuple[Table, Callable[[Extraction], Iterator[dict[str, Any]]]]]" = MappingProxyType(
    {
        "timeline": (TIMELINE, fact_rows),
        "directives": (DIRECTIVES, directive_rows),
        "times": (TIMES, time_rows),
        "reports": (REPORTS, report_rows),
    }
)
"""The tables by name, each with what gives an extraction's rows of it."""


def _row(
    table: Table, record: "Fact | Directive | DatedTime | Report", beside: Mapping[str, Any]
) -> dict[str, Any]:
    known = dict(beside)
    for name in ("quote", "sentence"):
        if f"{name}_start" in table.columns:
            span = getattr(record, f"{name}_span")
            known |= {f"{name}_start": span.start, f"{name}_end": span.end}
    return {name: known[name] if name in known else getattr(record, name) for name in table.columns}
