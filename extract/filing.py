"""Puts a report that was read among the tables of a store: its rows, and what changed by it.

Every function works in the caller's transaction.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from extract.corrections import Correction
from extract.differences import Difference, find_differences
from extract.errors import StoreError
from extract.memberships import find_place, group, settle
from extract.pipeline import Extraction, Report
from extract.reach import find_reach
from extract.schema import changes, corrections, directives, facts, reports
from extract.table import directive_rows, fact_rows, report_row

Row = Mapping[str, Any]

_IDS = {"facts": "fact_id", "directives": "directive_id"}


class Change(NamedTuple):
    """That a report changed: what was done, when, and the rules it is read by since."""

    report_id: str
    what: Literal["added", "replaced", "reread", "corrected", "withdrawn", "removed", "restored"]
    rule_version: str
    made_at: dt.datetime


def log_change(connection: sa.Connection, change: Change, differences: Sequence[Difference] = ()) -> int:
    """Write a change down, with what it did to facts and directives; return its number."""
    row = change._asdict() | {"differences": [list(one) for one in differences]}
    key = connection.execute(sa.insert(changes).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def find_report(connection: sa.Connection, report_id: str) -> sa.Row[Any]:
    """Return a report as stored, removed or not.

    Raises:
        StoreError: There is none of that id.
    """
    row = connection.execute(_one(reports, report_id)).one_or_none()
    if row is None:
        raise StoreError(f"No report has the id {report_id}. Take it from the table of reports.")
    return row


def put_report(connection: sa.Connection, report: Report, rules: str, added_at: dt.datetime) -> None:
    """Put a report in, or a new reading of its document in the place of the old one."""
    stored = connection.execute(_one(reports, report.report_id)).one_or_none()
    row = report_row(report, added_at) | {"rule_version": rules}
    if stored is None:
        addition = log_change(connection, Change(report.report_id, "added", rules, added_at))
        connection.execute(sa.insert(reports).values(row | {"addition": addition}))
    else:
        kept = {"added_at": stored.added_at}
        same = reports.c.report_id == report.report_id
        connection.execute(sa.update(reports).where(same).values(row | kept))


def put_reading(connection: sa.Connection, extraction: Extraction, rules: str) -> list[Difference]:
    """Put a new reading of a stored text in the place of the old one; what is known of the report stays.

    Its day is read anew too, unless a person or its document gave one.

    Raises:
        StoreError: Another text was stored since this one was read.
    """
    report = extraction.report
    stored = find_report(connection, report.report_id)
    if report.sha256 != stored.sha256:
        raise StoreError(f"Report {report.report_id} came in anew meanwhile. Look at it and try again.")
    row: dict[str, Any] = {"rule_version": rules}
    if "given" not in {stored.published_basis, report.published_basis}:
        names = ("published", "published_basis", "published_clue")
        row |= {name: getattr(report, name) for name in names}
    connection.execute(sa.update(reports).where(reports.c.report_id == report.report_id).values(row))
    return put_rows(connection, extraction)


def put_rows(connection: sa.Connection, extraction: Extraction) -> list[Difference]:
    """Put a report's facts and directives in the place of those stored, and group it among the incidents."""
    report_id = extraction.report.report_id
    ordered = _replace(connection, directives, report_id, _shelved(directives, directive_rows(extraction)))
    told = _shelved(facts, fact_rows(extraction))
    place = find_place(connection, report_id, told)
    for row in told:
        row["incident_id"] = place.home(row["incident"])
    differences = _replace(connection, facts, report_id, told)
    settle(connection, place)
    return differences + ordered


def _shelved(table: sa.Table, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Give rows as a table keeps them, with how far they reach."""
    shelved = []
    for position, row in enumerate(rows):
        begin, finish = find_reach(row)
        known = {**row, "position": position, "begin": begin, "finish": finish}
        shelved.append({name: known[name] for name in table.c.keys() if name in known})  # noqa: SIM118  # its columns
    return shelved


def _replace(
    connection: sa.Connection, table: sa.Table, report_id: str, rows: list[dict[str, Any]]
) -> list[Difference]:
    """Put rows in the place of those of a report, unless they are the same; say what changed."""
    stored = [row._asdict() for row in connection.execute(_one(table, report_id))]
    if stored == rows:
        return []
    if stored:
        connection.execute(sa.delete(table).where(table.c.report_id == report_id))
    if rows:
        connection.execute(sa.insert(table), rows)
    return list(find_differences(stored, rows, _IDS[table.name]))


def shelve_old(connection: sa.Connection) -> None:
    """Fill in what a store of an older program lacks: how far its rows reach, and the incidents."""
    query = sa.select(reports.c.report_id).order_by(reports.c.addition)
    for report_id in connection.execute(query).scalars().all():
        for table in (facts, directives):
            reaches = {
                row.position: find_reach(row._asdict()) for row in connection.execute(_one(table, report_id))
            }
            known = [
                {"at": position, "first": begin, "last": finish}
                for position, (begin, finish) in reaches.items()
            ]
            if known:
                here = (table.c.report_id == report_id, table.c.position == sa.bindparam("at"))
                reaching = sa.update(table).where(*here)
                reaching = reaching.values(begin=sa.bindparam("first"), finish=sa.bindparam("last"))
                connection.execute(reaching, known)
        group(connection, report_id)


def put_correction(connection: sa.Connection, said: Correction, made_at: dt.datetime) -> None:
    """Write down what a person said, and move the report if that is what they said."""
    row = msgspec.structs.asdict(said) | {"made_at": made_at}
    connection.execute(sa.insert(corrections).values(row))
    if said.field == "incident":
        group(connection, said.report_id)


def active_corrections(*conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Ask for what people said and did not take back, in the order they said it."""
    query = sa.select(corrections).where(corrections.c.withdrawn_at.is_(None), *conditions)
    return query.order_by(corrections.c.correction)


def _one(table: sa.Table, report_id: str) -> sa.Select[Any]:
    query = sa.select(table).where(table.c.report_id == report_id)
    return query.order_by(table.c.position) if "position" in table.c else query
