"""What a store holds, read: tables, incidents, corrections, the log of changes.

Times are kept local (Asia/Shanghai) and without a zone, as in the records.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec
import pandas as pd
import sqlalchemy as sa

from extract.corrections import correct_report
from extract.database import Database
from extract.filing import active_corrections, find_report
from extract.grouping import UNNAMED
from extract.schema import changes, corrections, directives, facts, incidents, memberships, reports
from extract.selection import (
    EVERYTHING,
    Selection,
    in_order,
    select_directives,
    select_facts,
    select_reports,
)
from extract.table import DIRECTIVES, REPORTS, TIMELINE


class IncidentSummary(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An incident, and how much is told of it: `latest` is the last moment a fact of it may begin at."""

    incident_id: str
    place: str
    event: str
    reports: int
    facts: int
    latest: dt.datetime | None


class Tally(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How often the facts of a selection name each value, the commonest first, and how far they reach."""

    responders: dict[str, int]
    types: dict[str, int]
    kinds: dict[str, int]
    begin: dt.datetime | None
    finish: dt.datetime | None


class Catalogue:
    """The reading side of a store. Every method raises StoreError when the database fails."""

    def __init__(self, database: Database) -> None:
        """Read from a database."""
        self._database = database

    def timeline(self, selection: Selection = EVERYTHING) -> pd.DataFrame:
        """Return the timeline, in the order the reports came in, with what people said of the facts."""
        query = in_order(select_facts(selection), facts, selection.limit)
        with self._database.reading() as connection:
            said = connection.execute(active_corrections(corrections.c.field == "verdict"))
            verdicts = {row.row_id: row.value for row in said}
            rows = (row._asdict() for row in connection.execute(query))
            return TIMELINE.frame(_judged(row, verdicts) for row in rows)

    def directives(self, selection: Selection = EVERYTHING) -> pd.DataFrame:
        """Return the directives, in the order the reports came in."""
        query = in_order(select_directives(selection), directives, selection.limit)
        with self._database.reading() as connection:
            return DIRECTIVES.frame(row._asdict() for row in connection.execute(query))

    def reports(
        self, selection: Selection = EVERYTHING, *, texts: bool = True, removed: bool = False
    ) -> pd.DataFrame:
        """Return the reports, in the order they came in, as people corrected them.

        Args:
            selection: Only its incident and its limit count.
            texts: Whether to bring their texts, which are long; else the column is empty.
            removed: Those that were removed, instead of those that are there.
        """
        query = in_order(select_reports(selection, texts=texts, removed=removed), reports, selection.limit)
        with self._database.reading() as connection:
            said = defaultdict(list)
            for row in connection.execute(active_corrections(corrections.c.row_id.is_(None))):
                said[row.report_id].append(row._asdict())
            rows = ({"text": None} | row._asdict() for row in connection.execute(query))
            return REPORTS.frame(correct_report(row, said.get(row["report_id"], ())) for row in rows)

    def report(self, report_id: str) -> dict[str, Any]:
        """Return one report as stored, its text too, without corrections.

        Raises:
            StoreError: There is none of that id.
        """
        with self._database.reading() as connection:
            return dict(find_report(connection, report_id)._asdict())

    def incidents(self) -> list[IncidentSummary]:
        """List the incidents that reports tell of, the one known of most recently first."""
        there = reports.c.removed_at.is_(None)
        telling = memberships.join(incidents).join(reports)
        counted = (
            sa.select(incidents, sa.func.count(memberships.c.report_id.distinct()).label("reports"))
            .select_from(telling)
            .where(there)
            .group_by(*incidents.c)
        )
        told = select_facts(EVERYTHING, facts.c.incident_id, sa.func.count(), sa.func.max(facts.c.begin))
        with self._database.reading() as connection:
            sums = {row[0]: row[1:] for row in connection.execute(told.group_by(facts.c.incident_id))}
            found = [
                IncidentSummary(
                    incident_id=row.incident_id,
                    place=row.place,
                    event=row.event,
                    reports=row.reports,
                    facts=sums.get(row.incident_id, (0, None))[0],
                    latest=sums.get(row.incident_id, (0, None))[1],
                )
                for row in connection.execute(counted)
            ]
        return sorted(found, key=lambda one: (str(one.latest or ""), one.incident_id), reverse=True)

    def incidents_of(self, report_id: str) -> list[str]:
        """List the ids of the incidents a report tells of."""
        query = sa.select(memberships.c.incident_id).distinct().where(memberships.c.report_id == report_id)
        with self._database.reading() as connection:
            return sorted(connection.execute(query).scalars())

    def count(self, selection: Selection = EVERYTHING) -> int:
        """Count the facts a selection holds; its limit does not count."""
        with self._database.reading() as connection:
            return int(connection.execute(select_facts(selection, sa.func.count())).scalar_one())

    def tally(self, selection: Selection = EVERYTHING) -> Tally:
        """Count what the facts of a selection name; its limit does not count."""
        counts: list[dict[str, int]] = []
        with self._database.reading() as connection:
            for column in (facts.c.responder, facts.c.responder_type, facts.c.kind):
                query = select_facts(selection, column, sa.func.count().label("times")).group_by(column)
                rows = connection.execute(query.order_by(sa.desc("times"), column))
                counts.append({row[0]: row[1] for row in rows if row[0] is not None})
            reach = select_facts(selection, sa.func.min(facts.c.begin), sa.func.max(facts.c.finish))
            begin, finish = connection.execute(reach).one()
        responders, types, kinds = counts
        return Tally(responders=responders, types=types, kinds=kinds, begin=begin, finish=finish)

    def find_incident(self, row_id: str) -> str | None:
        """Return the id of the incident a fact or directive belongs to, of several any; None: no such row."""
        named = sa.select(facts.c.incident_id).where(facts.c.fact_id == row_id)
        own = sa.union_all(
            sa.select(facts.c.report_id).where(facts.c.fact_id == row_id),
            sa.select(directives.c.report_id).where(directives.c.directive_id == row_id),
        )
        telling = sa.select(memberships.c.incident_id).where(memberships.c.report_id.in_(own))
        with self._database.reading() as connection:
            return connection.execute(named).scalar() or connection.execute(telling).scalar()

    def corrections(self, report_id: str | None = None) -> list[dict[str, Any]]:
        """List what people said, of one report or of all, what they took back too, in order."""
        return self._list(corrections, report_id)

    def changes(self, report_id: str | None = None) -> list[dict[str, Any]]:
        """List all that changed, of one report or of all, in order; with what it changed in the facts."""
        return self._list(changes, report_id)

    def version(self) -> str:
        """Name the state of the store: another name whenever its content has changed."""
        last = sa.select(changes).order_by(changes.c.change.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(last).one_or_none()
        return "0" if row is None else f"{row.change}-{row.made_at:%Y%m%dT%H%M%S.%f}"

    def rule_versions(self) -> dict[str, str]:
        """Say, by report id, which rules (`extract.rulebook.version`) each report was read by."""
        with self._database.reading() as connection:
            rows = connection.execute(
                sa.select(reports.c.report_id, reports.c.rule_version).order_by(reports.c.addition)
            )
            return {row.report_id: row.rule_version for row in rows}

    def _list(self, table: sa.Table, report_id: str | None) -> list[dict[str, Any]]:
        query = sa.select(table).order_by(*table.primary_key)
        if report_id is not None:
            query = query.where(table.c.report_id == report_id)
        with self._database.reading() as connection:
            return [dict(row._asdict()) for row in connection.execute(query)]


def _judged(row: dict[str, Any], verdicts: Mapping[str, str]) -> dict[str, Any]:
    """Give a fact the incident its report means, and what was said of it."""
    incident = None if row["incident_id"] == UNNAMED else row["incident_id"]
    return row | {"incident": incident, "verdict": verdicts.get(row["fact_id"])}
