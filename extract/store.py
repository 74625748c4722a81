"""The store: every report read so far with its facts and directives, behind one database URL.

It reads no report itself. Times are kept local (Asia/Shanghai) and without a zone, as in the records.
"""

import datetime as dt
from types import TracebackType
from typing import Any, Literal, Self

import sqlalchemy as sa
from msgspec.structs import replace

from extract.catalogue import Catalogue
from extract.corrections import Correction, correct_report
from extract.database import Database
from extract.differences import Difference
from extract.errors import StoreError
from extract.filing import (
    Change,
    active_corrections,
    find_report,
    log_change,
    put_correction,
    put_reading,
    put_report,
    put_rows,
    shelve_old,
)
from extract.memberships import group
from extract.pipeline import Extraction, Report
from extract.rulebook import version as rule_version
from extract.schema import corrections, memberships, reports
from extract.table import ZONE

Outcome = Literal["added", "replaced", "known", "removed"]
"""What adding a report did: `known` and `removed` are there already, the latter removed by a person."""

UNREAD = ""
"""Stands for the rules of a report whose rows were not read under the date a person said."""


class Store(Catalogue):
    """The reports, facts and directives behind a database URL; close it, or use it in a `with` block.

    Every method raises StoreError when the database fails; the message says what to do. Moments given
    to it have a zone.
    """

    def __init__(self, url: str, *, must_exist: bool = False) -> None:
        """Open the store, and bring old tables up to date.

        Args:
            url: Where it is.
            must_exist: Whether to refuse to begin a new one.

        Raises:
            StoreError: The URL is wrong, its driver is not installed, the database cannot be opened, or there
                is no store where one must be.
        """
        super().__init__(Database(url, shelve_old, must_exist=must_exist))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()

    def add(self, extraction: Extraction, added_at: dt.datetime) -> Outcome:
        """Add a report with its facts and directives, in one transaction.

        A report whose document changed, that was read by other rules, or whose date of publication is now
        given, replaces what was stored of it; one that was given its date and now comes without is known:
        rereading it keeps the date. A date a person corrected gives way to one a person gives
        now, and to nothing else: a document that changed then waits to be reread under that date.
        """
        with self._database.writing() as connection:
            return _add(connection, extraction, _local(added_at))

    def foresee(self, extraction: Extraction, added_at: dt.datetime) -> tuple[Outcome, list[str]]:
        """Say what adding a report would do, and which incidents it would tell of; nothing is kept of it."""
        own = memberships.c.report_id == extraction.report.report_id
        told = sa.select(memberships.c.incident_id).distinct().where(own)
        with self._database.writing() as connection:
            outcome = _add(connection, extraction, _local(added_at))
            homes = sorted(connection.execute(told).scalars())
            connection.rollback()
        return outcome, homes

    def reread(self, extraction: Extraction, made_at: dt.datetime) -> list[Difference]:
        """Put a new reading of a stored report's text in the place of the old one; say what it changed.

        What the document said of its own date, title and publisher stays as it was stored. Nothing is
        done where the text or the date in force changed since it was read.
        """
        report, rules, moment = extraction.report, rule_version(), _local(made_at)
        with self._database.writing() as connection:
            stored = find_report(connection, report.report_id)
            if not _is_current(report, _said_date(connection, report.report_id), stored):
                return []
            differences = put_reading(connection, extraction, rules)
            log_change(connection, Change(report.report_id, "reread", rules, moment), differences)
        return differences

    def correct(
        self, said: Correction, made_at: dt.datetime, extraction: Extraction | None = None
    ) -> list[Difference]:
        """Keep what a person says of a report or a fact, in the place of what they said of it before.

        Args:
            said: What they say.
            made_at: When.
            extraction: The report as it reads with its corrected date; needed where `said` is a date.

        Returns:
            What it changed in the facts and directives.
        """
        moment = _local(made_at)
        with self._database.writing() as connection:
            stored = find_report(connection, said.report_id)
            before = said.before if said.field == "incident" else _stands(connection, said, stored)
            same = [corrections.c.report_id == said.report_id, corrections.c.field == said.field]
            same += [corrections.c.row_id == said.row_id] if said.row_id else [corrections.c.row_id.is_(None)]
            same += [corrections.c.before == before] if said.field == "incident" else []
            _withdraw(connection, moment, *same)
            put_correction(connection, replace(said, before=before), moment)
            rules = rule_version() if extraction else stored.rule_version
            differences = put_reading(connection, extraction, rules) if extraction else []
            log_change(connection, Change(said.report_id, "corrected", rules, moment), differences)
        return differences

    def withdraw(
        self, correction: int, made_at: dt.datetime, extraction: Extraction | None = None
    ) -> list[Difference]:
        """Take back what a person said, by its number; for a date, with the report as it reads without it.

        Nothing is done where it was taken back already, or other words took its place.
        """
        moment = _local(made_at)
        with self._database.writing() as connection:
            said = connection.execute(
                sa.select(corrections).where(corrections.c.correction == correction)
            ).one_or_none()
            if said is None:
                raise StoreError(f"No correction has the number {correction}. Load the list anew.")
            if said.withdrawn_at is not None:  # another one may be in force since
                return []
            _withdraw(connection, moment, corrections.c.correction == correction)
            if said.field == "incident":
                group(connection, said.report_id)
            stored = find_report(connection, said.report_id)
            rules = rule_version() if extraction else stored.rule_version
            differences = put_reading(connection, extraction, rules) if extraction else []
            log_change(connection, Change(said.report_id, "withdrawn", rules, moment), differences)
        return differences

    def remove(self, report_id: str, made_at: dt.datetime) -> None:
        """Take a report out of every table but that of removed reports; it can be restored."""
        self._set_removed(report_id, "removed", _local(made_at))

    def restore(self, report_id: str, made_at: dt.datetime) -> None:
        """Bring a removed report back, as it was."""
        self._set_removed(report_id, "restored", _local(made_at))

    def _set_removed(self, report_id: str, what: Literal["removed", "restored"], moment: dt.datetime) -> None:
        with self._database.writing() as connection:
            stored = find_report(connection, report_id)
            if (stored.removed_at is not None) == (what == "removed"):
                return
            same = reports.c.report_id == report_id
            removed_at = moment if what == "removed" else None
            connection.execute(sa.update(reports).where(same).values(removed_at=removed_at))
            log_change(connection, Change(report_id, what, stored.rule_version, moment))


def _add(connection: sa.Connection, extraction: Extraction, moment: dt.datetime) -> Outcome:
    report, rules = extraction.report, rule_version()
    stored = connection.execute(_report(report.report_id)).one_or_none()
    if stored is not None:
        if stored.removed_at is not None:
            return "removed"
        said = _said_date(connection, report.report_id)
        redated = _is_redated(report, said, stored)
        if report.sha256 == stored.sha256 and not redated:
            if said or _loses_date(report, stored) or rules == stored.rule_version:
                return "known"
        elif redated:
            _withdraw(connection, moment, *_date_of(report.report_id))
        elif said:
            rules = UNREAD
    put_report(connection, report, rules, moment)
    differences = put_rows(connection, extraction)
    if stored is not None:
        log_change(connection, Change(report.report_id, "replaced", rules, moment), differences)
    return "added" if stored is None else "replaced"


def _local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(ZONE).replace(tzinfo=None)


def _report(report_id: str) -> sa.Select[Any]:
    return sa.select(reports).where(reports.c.report_id == report_id)


def _date_of(report_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return corrections.c.report_id == report_id, corrections.c.field == "published"


def _said_date(connection: sa.Connection, report_id: str) -> dt.date | None:
    said = connection.execute(active_corrections(*_date_of(report_id))).first()
    return dt.date.fromisoformat(said.value) if said else None


def _is_redated(report: Report, said: dt.date | None, stored: sa.Row[Any]) -> bool:
    """Say whether a report comes in with another date; one a person said gives way only to a person."""
    if report.published_basis != "given" or (said and report.published_clue is not None):
        return False
    return bool(report.published != (said or stored.published))


def _loses_date(report: Report, stored: sa.Row[Any]) -> bool:
    """Say whether a report comes in without the date that was given with it before."""
    return bool(stored.published_basis == "given" and report.published_basis != "given")


def _is_current(report: Report, said: dt.date | None, stored: sa.Row[Any]) -> bool:
    """Say whether a report was read from the text, and under the date, that are stored now."""
    own = stored.published if stored.published_basis == "given" else None
    given = report.published if report.published_basis == "given" else None
    return bool((report.sha256, given) == (stored.sha256, said or own))


def _withdraw(connection: sa.Connection, moment: dt.datetime, *conditions: sa.ColumnElement[bool]) -> None:
    said = sa.update(corrections).where(corrections.c.withdrawn_at.is_(None), *conditions)
    connection.execute(said.values(withdrawn_at=moment))


def _stands(connection: sa.Connection, said: Correction, stored: sa.Row[Any]) -> str | None:
    """Say what stands now where a person says something else."""
    row = corrections.c.row_id.is_(None) if said.row_id is None else corrections.c.row_id == said.row_id
    query = active_corrections(corrections.c.report_id == said.report_id, row)
    standing = [row._asdict() for row in connection.execute(query)]
    if said.field == "verdict":
        return next((row["value"] for row in reversed(standing) if row["field"] == "verdict"), None)
    value = correct_report(stored._asdict(), standing)[said.field]
    return None if value is None else str(value)
