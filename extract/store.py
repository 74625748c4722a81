"""The store: every report read so far with its facts and directives, behind one database URL.

It reads no report itself. Times are kept local (Asia/Shanghai) and without a zone, as in the records.
"""

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import pandas as pd
import platformdirs
import pysqlite3
import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from extract.errors import StoreError
from extract.pipeline import Extraction, Report
from extract.rulebook import version as rule_version
from extract.table import (
    DIRECTIVES,
    REPORTS,
    TIMELINE,
    ZONE,
    ColumnType,
    Table,
    directive_rows,
    fact_rows,
    report_row,
)

_BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

# What a driver says, what it means to a user, and what to do.
_EXPLAINED = (
    ("unable to open", "the file cannot be opened", "Create its folder and check that you may write there."),
    ("not a database", "the file is no database", "Choose another name for the store."),
    ("readonly", "the file may not be written", "Ask its owner for the right, or choose another store."),
    ("locked", "another program keeps writing to it", "Wait for that program to end and try again."),
)

_PASSWORD = re.compile(r":[^:@/]*@")

_TYPES: Mapping[ColumnType, type[sa.types.TypeEngine[Any]]] = {
    "str": sa.Text,
    "int": sa.Integer,
    "float": sa.Double,
    "date": sa.Date,
    "time": sa.DateTime,
    "texts": sa.JSON,
}

_metadata = sa.MetaData()


def _columns(table: Table) -> list[sa.Column[Any]]:
    return [sa.Column(name, _TYPES[kind]) for name, kind in table.columns.items() if name != "report_id"]


def _of_a_report(name: str, table: Table) -> sa.Table:
    key = sa.ForeignKey("reports.report_id", ondelete="CASCADE")
    return sa.Table(
        name,
        _metadata,
        sa.Column("report_id", sa.Text, key, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_columns(table),
    )


# One row each time a report is added or replaced: the last one names the state of the store.
_additions = sa.Table(
    "additions",
    _metadata,
    sa.Column("addition", sa.Integer, primary_key=True),
    sa.Column("report_id", sa.Text, nullable=False),
    sa.Column("rule_version", sa.Text, nullable=False),
    sa.Column("added_at", sa.DateTime, nullable=False),
    sqlite_autoincrement=True,
)
_reports = sa.Table(
    "reports",
    _metadata,
    sa.Column("report_id", sa.Text, primary_key=True),
    sa.Column("addition", sa.ForeignKey("additions.addition"), nullable=False, index=True),
    sa.Column("rule_version", sa.Text, nullable=False),
    *_columns(REPORTS),
)
_facts = _of_a_report("facts", TIMELINE)
_directives = _of_a_report("directives", DIRECTIVES)


class Store:
    """The reports, facts and directives behind a database URL; close it, or use it in a `with` block.

    Every method raises StoreError when the database fails; the message says what to do.
    """

    def __init__(self, url: str) -> None:
        """Open the store, and make its tables when there are none yet.

        Raises:
            StoreError: The URL is wrong, its driver is not installed, or the database cannot be opened.
        """
        self._engine = _engine(url)
        with self._explained():
            if not sa.inspect(self._engine).has_table(_directives.name):
                with self._writing() as connection:
                    _metadata.create_all(connection)
            elif _missing(self._engine):
                with self._writing() as connection:
                    _widen(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def add(self, extraction: Extraction, added_at: dt.datetime) -> bool:
        """Add a report with its facts and directives, in one transaction.

        A report read by other rules, or with a date of publication that is now given, replaces what
        was stored of it.

        Args:
            extraction: The report as read.
            added_at: When it comes in, with a zone.

        Returns:
            Whether anything changed; False: the store has it already.
        """
        report, rules = extraction.report, rule_version()
        added_at = added_at.astimezone(ZONE).replace(tzinfo=None)
        with self._explained(), self._writing() as connection:
            same_id = _reports.c.report_id == report.report_id
            stored = connection.execute(sa.select(_reports).where(same_id)).one_or_none()
            if stored is not None and _is_known(report, rules, stored):
                return False
            log = {"report_id": report.report_id, "rule_version": rules, "added_at": added_at}
            addition = connection.execute(sa.insert(_additions).values(log)).inserted_primary_key
            connection.execute(sa.delete(_reports).where(same_id))
            keys = {"addition": addition[0] if addition else None, "rule_version": rules}
            connection.execute(sa.insert(_reports).values(report_row(report, added_at) | keys))
            for table, rows in ((_facts, fact_rows(extraction)), (_directives, directive_rows(extraction))):
                numbered = [row | {"position": position} for position, row in enumerate(rows)]
                if numbered:
                    connection.execute(sa.insert(table), numbered)
        return True

    def timeline(self) -> pd.DataFrame:
        """Return the timeline of all reports, in the order they came in."""
        return self._read(TIMELINE, _facts)

    def directives(self) -> pd.DataFrame:
        """Return the directives of all reports, in the order they came in."""
        return self._read(DIRECTIVES, _directives)

    def reports(self) -> pd.DataFrame:
        """Return all reports, in the order they came in."""
        return self._read(REPORTS, _reports)

    def version(self) -> str:
        """Name the state of the store: another name whenever its content has changed."""
        last = sa.select(_additions).order_by(_additions.c.addition.desc()).limit(1)
        with self._explained(), self._engine.connect() as connection:
            row = connection.execute(last).one_or_none()
        return "0" if row is None else f"{row.addition}-{row.added_at:%Y%m%dT%H%M%S.%f}"

    def rule_versions(self) -> dict[str, str]:
        """Say, by report id, which rules (`extract.rulebook.version`) each report was read by."""
        with self._explained(), self._engine.connect() as connection:
            rows = connection.execute(sa.select(_reports.c.report_id, _reports.c.rule_version))
            return {row.report_id: row.rule_version for row in rows}

    def _read(self, table: Table, stored: sa.Table) -> pd.DataFrame:
        order = [_reports.c.addition, *([stored.c.position] if "position" in stored.c else [])]
        source = stored if stored is _reports else stored.join(_reports)
        query = sa.select(*(stored.c[name] for name in table.columns)).select_from(source).order_by(*order)
        with self._explained(), self._engine.connect() as connection:
            return table.frame(row._asdict() for row in connection.execute(query))

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        # A writer takes the lock before it reads, so that what it read is still true when it writes.
        with self._engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            said = str(error.orig)
            where = self._engine.url.render_as_string(hide_password=True)
            for words, problem, remedy in _EXPLAINED:
                if words in said:
                    raise StoreError(f"{where}: {problem}. {remedy}") from error
            raise StoreError(f"{where}: {said.strip()}. Check the URL and the database behind it.") from error


def default_url() -> str:
    """Return the URL in the environment variable FLOOD_STORE, else of a file in the user's data folder.

    Raises:
        StoreError: The user's data folder cannot be made.
    """
    if url := os.environ.get("FLOOD_STORE"):
        return url
    try:
        folder = platformdirs.user_data_path("flood-timeline", appauthor=False, ensure_exists=True)
    except OSError as error:
        remedy = "Set FLOOD_STORE, such as FLOOD_STORE=sqlite:///flood.db"
        raise StoreError(
            f"{error.filename}: the folder cannot be made ({error.strerror}). {remedy}."
        ) from error
    return sa.URL.create("sqlite", database=str(folder / "flood.db")).render_as_string()


def journal_mode(sqlite_version: tuple[int, ...]) -> str:
    """Choose how SQLite guards a transaction.

    Write-ahead logging lets viewers read while a report is added. Versions 3.7.0 to 3.51.2 can damage
    the database when the log is reset (https://sqlite.org/wal.html), so they get a rollback journal.
    """
    return "DELETE" if sqlite_version < (3, 51, 3) else "WAL"


def _missing(bind: sa.Engine | sa.Connection) -> list[sa.Column[Any]]:
    """List the columns of facts that a store made by an older program lacks."""
    stored = {column["name"] for column in sa.inspect(bind).get_columns(_facts.name)}
    return [column for column in _facts.columns if column.name not in stored]


def _widen(connection: sa.Connection) -> None:
    """Add the missing columns, empty; asked again inside the lock, since two programs may open at once."""
    quote = connection.dialect.identifier_preparer.quote
    for column in _missing(connection):
        kind = column.type.compile(connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE facts ADD COLUMN {quote(column.name)} {kind}")


def _is_known(report: Report, rules: str, stored: sa.Row[Any]) -> bool:
    redated = report.published_basis == "given" and report.published != stored.published
    return (report.sha256, rules) == (stored.sha256, stored.rule_version) and not redated


def _engine(url: str) -> sa.Engine:
    shown = _PASSWORD.sub(":***@", url)
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed)
        return sa.create_engine(parsed)
    except (ArgumentError, NoSuchModuleError) as error:
        remedy = "Write it as sqlite:///flood.db or postgresql+psycopg://user@host/name"
        raise StoreError(f'"{shown}" is no store URL. {remedy}.') from error
    except ModuleNotFoundError as error:
        remedy = f"Install it beside this program: uv pip install {error.name}"
        raise StoreError(f"{shown}: its driver is missing. {remedy}.") from error


def _sqlite(url: sa.URL) -> sa.Engine:
    # The interpreter's own sqlite3 is often older than the fix that journal_mode() asks for.
    engine = sa.create_engine(url, module=pysqlite3, connect_args={"timeout": _BUSY_SECONDS})
    mode = journal_mode(pysqlite3.sqlite_version_info)

    @sa.event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver has no types
        connection.isolation_level = None  # transactions begin below, not where the driver thinks fit
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA journal_mode = {mode}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))

    return engine
