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
    group,
    log_change,
    put_correction,
    put_report,
    put_rows,
    shelve_old,
)
from extract.pipeline import Extraction, Report
from extract.rulebook import version as rule_version
from extract.schema import corrections, reports
from extract.table import ZONE

Outcome = Literal["added", "replaced", "known", "removed"]
"""What adding a report did: `known` and `removed` are there already, the latter removed by a person."""


class Store(Catalogue):
    """The reports, facts and directives behind a database URL; close it, or use it in a `with` block.

    Every method raises StoreError when the database fails; the message says what to do. Moments given
    to it have a zone.
    """

    def __init__(self, url: str) -> None:
        """Open the store, make its tables when there are none, and bring old ones up to date.

        Raises:
            StoreError: The URL is wrong, its driver is not installed, or the database cannot be opened.
        """
        super().__init__(Database(url))
        if self._database.was_old:
            with self._database.writing() as connection:
                shelve_old(connection)

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
        given, replaces what was stored of it; a date a person corrected before is then taken back.
        """
        report, rules, moment = extraction.report, rule_version(), _local(added_at)
        with self._database.writing() as connection:
            stored = connection.execute(_report(report.report_id)).one_or_none()
            if stored is not None:
                if stored.removed_at is not None:
                    return "removed"
                if _is_known(report, rules, stored) or not _may_redate(connection, report, moment):
                    return "known"
            put_report(connection, report, rules, moment)
            differences = put_rows(connection, extraction)
            if stored is not None:
                log_change(
                    connection,
                    Change(report.report_id, "replaced", rules, moment),
                    differences,
                )
        return "added" if stored is None else "replaced"

    def reread(self, extraction: Extraction, made_at: dt.datetime) -> list[Difference]:
        """Put a new reading of a stored report's text in the place of the old one; say what it changed.

        What the document said of its own date, title and publisher stays as it was stored.
        """
        report_id, rules, moment = extraction.report.report_id, rule_version(), _local(made_at)
        with self._database.writing() as connection:
            stored = find_report(connection, report_id)
            differences = put_rows(connection, extraction)
            row: dict[str, Any] = {"rule_version": rules}
            if stored.published_basis != "given" and extraction.report.published_basis != "given":
                names = ("published", "published_basis", "published_clue")
                row |= {name: getattr(extraction.report, name) for name in names}
            connection.execute(sa.update(reports).where(reports.c.report_id == report_id).values(row))
            log_change(
                connection,
                Change(report_id, "reread", rules, moment),
                differences,
            )
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
            differences = put_rows(connection, extraction) if extraction else []
            log_change(
                connection,
                Change(
                    report_id=said.report_id,
                    what="corrected",
                    rule_version=stored.rule_version,
                    made_at=moment,
                ),
                differences,
            )
        return differences

    def withdraw(
        self, correction: int, made_at: dt.datetime, extraction: Extraction | None = None
    ) -> list[Difference]:
        """Take back what a person said, by its number; for a date, with the report as it reads without it."""
        moment = _local(made_at)
        with self._database.writing() as connection:
            said = connection.execute(
                sa.select(corrections).where(corrections.c.correction == correction)
            ).one_or_none()
            if said is None:
                raise StoreError(f"No correction has the number {correction}. Load the list anew.")
            _withdraw(connection, moment, corrections.c.correction == correction)
            if said.field == "incident":
                group(connection, said.report_id)
            differences = put_rows(connection, extraction) if extraction else []
            change = Change(said.report_id, "withdrawn", rule_version(), moment)
            log_change(connection, change, differences)
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
            log_change(
                connection,
                Change(report_id, what, stored.rule_version, moment),
            )


def _local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(ZONE).replace(tzinfo=None)


def _report(report_id: str) -> sa.Select[Any]:
    return sa.select(reports).where(reports.c.report_id == report_id)


def _is_known(report: Report, rules: str, stored: sa.Row[Any]) -> bool:
    redated = report.published_basis == "given" and report.published != stored.published
    return (report.sha256, rules) == (stored.sha256, stored.rule_version) and not redated


def _may_redate(connection: sa.Connection, report: Report, moment: dt.datetime) -> bool:
    """Say whether a report may come in anew: a date a person gives now takes back what one said before.

    A document's own date takes nothing back, and the reading under the corrected date stays.
    """
    dated = (corrections.c.report_id == report.report_id, corrections.c.field == "published")
    if connection.execute(active_corrections(*dated)).first() is None:
        return True
    if report.published_basis != "given" or report.published_clue is not None:
        return False
    _withdraw(connection, moment, *dated)
    return True


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
