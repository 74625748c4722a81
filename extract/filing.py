"""Puts a report that was read among the tables of a store: its rows, its incidents, what changed by it.

Every function works in the caller's transaction.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from extract.corrections import Correction
from extract.differences import Difference, find_differences
from extract.errors import StoreError
from extract.grouping import Incident, find_home, name_incidents, split_name
from extract.pipeline import Extraction, Report
from extract.reach import find_reach
from extract.schema import changes, corrections, directives, facts, incidents, memberships, reports
from extract.table import directive_rows, fact_rows, report_row

Row = Mapping[str, Any]

_TABLES = ((facts, "fact_id", fact_rows), (directives, "directive_id", directive_rows))


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


def put_rows(connection: sa.Connection, extraction: Extraction) -> list[Difference]:
    """Put a report's facts and directives in the place of those stored, and group it among the incidents."""
    report = extraction.report
    found: list[Difference] = []
    for table, key, rows_of in _TABLES:
        before = [row._asdict() for row in connection.execute(_one(table, report.report_id))]
        after = [
            _shelved(row, table) | {"position": position} for position, row in enumerate(rows_of(extraction))
        ]
        found += find_differences(before, after, key)
        connection.execute(sa.delete(table).where(table.c.report_id == report.report_id))
        if after:
            connection.execute(sa.insert(table), after)
    group(connection, report.report_id)
    return found


def group(connection: sa.Connection, report_id: str) -> None:
    """Say anew which incidents a report tells of; a person's moves hold, an incident nobody tells of ends."""
    report = connection.execute(_one(reports, report_id)).one()
    rows = [row._asdict() for row in connection.execute(_one(facts, report_id))]
    has_orders = connection.execute(_one(directives, report_id).limit(1)).first() is not None
    named = name_incidents(rows, report.published) or ({"": None} if has_orders else {})
    connection.execute(sa.delete(memberships).where(memberships.c.report_id == report_id))
    # What only this report told of keeps its id at whatever time it is told for now.
    connection.execute(sa.update(incidents).where(_is_deserted()).values(begin=None, finish=None))
    moves = _moves(connection, report_id)
    homes: dict[str, str] = {}
    for name, moment in named.items():
        known = [Incident(**row._asdict()) for row in connection.execute(_settled_first())]
        home = find_home(name, moment, report.text, known)
        _keep(connection, home)
        homes[name] = _follow(home.incident_id, moves)
        row = {"report_id": report_id, "name": name, "incident_id": homes[name]}
        connection.execute(sa.insert(memberships).values(row))
    connection.execute(sa.delete(incidents).where(_is_deserted()))
    _point_facts(connection, report_id, homes)


def _point_facts(connection: sa.Connection, report_id: str, homes: Mapping[str, str]) -> None:
    """Point each fact of a report to its incident; one told without a name to the only one, or to none."""
    only = next(iter(homes.values())) if len(set(homes.values())) == 1 else None
    tellings: list[tuple[sa.ColumnElement[bool], str | None]] = [(facts.c.incident.is_(None), only)]
    tellings += [(facts.c.incident == name, home) for name, home in homes.items() if name]
    for told, home in tellings:
        of_it = sa.update(facts).where(facts.c.report_id == report_id, told)
        connection.execute(of_it.values(incident_id=home))


def _is_deserted() -> sa.ColumnElement[bool]:
    return ~sa.exists().where(memberships.c.incident_id == incidents.c.incident_id)


def _settled_first() -> sa.Select[Any]:
    return sa.select(incidents).order_by(
        incidents.c.begin.is_(None), incidents.c.begin, incidents.c.incident_id
    )


def shelve_old(connection: sa.Connection) -> None:
    """Fill in what a store of an older program lacks: how far its rows reach, and the incidents."""
    for table in (facts, directives):
        rows = connection.execute(sa.select(table)).all()
        key = (table.c.report_id == sa.bindparam("of"), table.c.position == sa.bindparam("at"))
        reaches = [(row, find_reach(row._asdict())) for row in rows]
        known = [
            {"of": row.report_id, "at": row.position, "begin": begin, "finish": finish}
            for row, (begin, finish) in reaches
        ]
        if known:
            connection.execute(sa.update(table).where(*key), known)
    for report_id in connection.execute(
        sa.select(reports.c.report_id).order_by(reports.c.addition)
    ).scalars():
        group(connection, report_id)


def put_correction(connection: sa.Connection, said: Correction, made_at: dt.datetime) -> None:
    """Write down what a person said, and move the report if that is what they said."""
    row = msgspec.structs.asdict(said) | {"made_at": made_at}
    connection.execute(sa.insert(corrections).values(row))
    if said.field == "incident" and said.value is not None:
        place, event = split_name(said.value)
        new = Incident(incident_id=said.value, place=place, event=event, begin=None, finish=None)
        if (
            connection.execute(sa.select(incidents).where(incidents.c.incident_id == said.value)).first()
            is None
        ):
            _keep(connection, new)
        group(connection, said.report_id)


def active_corrections(*conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Ask for what people said and did not take back, in the order they said it."""
    query = sa.select(corrections).where(corrections.c.withdrawn_at.is_(None), *conditions)
    return query.order_by(corrections.c.correction)


def _one(table: sa.Table, report_id: str) -> sa.Select[Any]:
    query = sa.select(table).where(table.c.report_id == report_id)
    return query.order_by(table.c.position) if "position" in table.c else query


def _shelved(row: Row, table: sa.Table) -> dict[str, Any]:
    begin, finish = find_reach(row)
    known = {**row, "begin": begin, "finish": finish, "incident_id": None}
    return {name: value for name, value in known.items() if name in table.c}


def _moves(connection: sa.Connection, report_id: str) -> dict[str, str]:
    of_report = (corrections.c.report_id == report_id, corrections.c.field == "incident")
    return {row.before: row.value for row in connection.execute(active_corrections(*of_report))}


def _follow(incident_id: str, moves: Mapping[str, str]) -> str:
    seen = {incident_id}
    while (moved := moves.get(incident_id)) and moved not in seen:
        seen.add(moved)
        incident_id = moved
    return incident_id


def _keep(connection: sa.Connection, incident: Incident) -> None:
    row = msgspec.structs.asdict(incident)
    same = incidents.c.incident_id == incident.incident_id
    if connection.execute(sa.update(incidents).where(same).values(row)).rowcount == 0:
        connection.execute(sa.insert(incidents).values(row))
