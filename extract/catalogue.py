"""What a store holds, read: tables, incidents, corrections, the log of changes.

Times are kept local (Asia/Shanghai) and without a zone, as in the records.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
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
    count_facts,
    is_there,
    select_directives,
    select_facts,
    select_reports,
    tally_facts,
    tally_times,
)
from extract.table import DIRECTIVES, REPORTS, TIMELINE


class IncidentSummary(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An incident, and how much is told of it: `latest` is the last moment a fact of it may begin at.

    Reports tell of it from `begin` to `finish`; None where none is dated.
    """

    incident_id: str
    place: str
    event: str
    begin: dt.datetime | None
    finish: dt.datetime | None
    reports: int
    facts: int
    latest: dt.datetime | None


class Tally(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How often the facts of a selection name each value, the commonest first, and how far they reach."""

    groups: tuple[tuple[str | None, str | None, str | None, int], ...]
    """Each responder, type and kind that facts name together, and how many do."""
    responders: dict[str, int]
    types: dict[str, int]
    kinds: dict[str, int]
    begin: dt.datetime | None
    finish: dt.datetime | None


class Beginning(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How many facts of a kind begin at a moment; None: nothing tells when. A directive has no type."""

    responder_type: str | None
    kind: str
    moment: dt.datetime | None
    times: int


class Holding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a report brought: how many facts and directives, its headline, the ids of its incidents.

    `headline` stands over the first of its facts; "" where it has none.
    """

    facts: int
    directives: int
    headline: str
    incidents: tuple[str, ...]


_DAY_LONG, _HOUR_LONG = len("2024-07-05"), len("2024-07-05 12")

NOTHING = Holding(facts=0, directives=0, headline="", incidents=())


class Catalogue:
    """The reading side of a store. Every method raises StoreError when the database fails."""

    def __init__(self, database: Database) -> None:
        """Read from a database."""
        self._database = database

    def timeline(self, selection: Selection = EVERYTHING, *, zoned: bool = True) -> pd.DataFrame:
        """Return the timeline, in the order the reports came in, with what people said of the facts.

        Args:
            selection: What of it.
            zoned: Whether times carry their zone; without it they stay local.
        """
        with self._database.reading() as connection:
            said = connection.execute(active_corrections(corrections.c.field == "verdict"))
            verdicts = {row.row_id: row.value for row in said}
            told = _columns(connection, select_facts(selection))
        incidents = [None if one == UNNAMED else one for one in told["incident_id"]]
        judged = [verdicts.get(fact_id) for fact_id in told["fact_id"]]
        return TIMELINE.frame_of(told | {"incident": incidents, "verdict": judged}, zoned=zoned)

    def directives(self, selection: Selection = EVERYTHING, *, zoned: bool = True) -> pd.DataFrame:
        """Return the directives, in the order the reports came in; `zoned` as for the timeline."""
        with self._database.reading() as connection:
            return DIRECTIVES.frame_of(_columns(connection, select_directives(selection)), zoned=zoned)

    def reports(
        self, selection: Selection = EVERYTHING, *, texts: bool = True, removed: bool = False
    ) -> pd.DataFrame:
        """Return the reports, in the order they came in, as people corrected them.

        Args:
            selection: Only its incident and its limit count.
            texts: Whether to bring their texts, which are long; else the column is empty.
            removed: Those that were removed, instead of those that are there.
        """
        said = defaultdict(list)
        with self._database.reading() as connection:
            for correction in connection.execute(active_corrections(corrections.c.row_id.is_(None))):
                said[correction.report_id].append(correction._asdict())
            stored = _columns(connection, select_reports(selection, texts=texts, removed=removed))
        stored.setdefault("text", [None] * len(stored["report_id"]))
        for position, report_id in enumerate(stored["report_id"] if said else ()):
            row = {name: values[position] for name, values in stored.items()} if report_id in said else {}
            for name, value in correct_report(row, said.get(report_id, ())).items():
                stored[name][position] = value
        return REPORTS.frame_of(stored)

    def report(self, report_id: str) -> dict[str, Any]:
        """Return one report as stored, its text too, without corrections.

        Raises:
            StoreError: There is none of that id.
        """
        with self._database.reading() as connection:
            return dict(find_report(connection, report_id)._asdict())

    def incidents(self) -> list[IncidentSummary]:
        """List the incidents that reports tell of, the one known of most recently first."""
        kept = [incidents.c[name] for name in ("incident_id", "place", "event", "begin", "finish")]
        query = (
            sa.select(
                *kept,
                sa.func.count(memberships.c.report_id.distinct()).label("reports"),
                sa.func.sum(memberships.c.facts).label("facts"),
                sa.func.max(memberships.c.latest).label("latest"),
            )
            .select_from(memberships.join(incidents))
            .where(is_there(memberships))
            .group_by(*kept)
        )
        with self._database.reading() as connection:
            found = [IncidentSummary(**row._asdict()) for row in connection.execute(query)]
        return sorted(found, key=lambda one: (str(one.latest or ""), one.incident_id), reverse=True)

    def today(self, incident_id: str) -> str | None:
        """Say which id an incident has today that once had this one; None: there is no such incident."""
        today = sa.func.coalesce(incidents.c.part_of, incidents.c.incident_id)
        with self._database.reading() as connection:
            return connection.execute(sa.select(today).where(incidents.c.incident_id == incident_id)).scalar()

    def incidents_of(self, report_id: str) -> list[str]:
        """List the ids of the incidents a report tells of."""
        query = sa.select(memberships.c.incident_id).distinct().where(memberships.c.report_id == report_id)
        with self._database.reading() as connection:
            return sorted(connection.execute(query).scalars())

    def holdings(self) -> dict[str, Holding]:
        """Say, by report id, what each report brought; one that brought nothing is left out."""
        counts = [
            sa.select(table.c.report_id, sa.func.count()).group_by(table.c.report_id)
            for table in (facts, directives)
        ]
        told = sa.select(facts.c.report_id, facts.c.article).where(facts.c.position == 0)
        homes = sa.select(memberships.c.report_id, memberships.c.incident_id).distinct()
        with self._database.reading() as connection:
            found, orders = ({row[0]: row[1] for row in connection.execute(query)} for query in counts)
            headlines = {row[0]: row[1] for row in connection.execute(told)}
            incidents_of: dict[str, list[str]] = defaultdict(list)
            for row in connection.execute(homes):
                incidents_of[row.report_id].append(row.incident_id)
        return {
            report_id: Holding(
                facts=found.get(report_id, 0),
                directives=orders.get(report_id, 0),
                headline=headlines.get(report_id) or "",
                incidents=tuple(sorted(incidents_of.get(report_id, ()))),
            )
            for report_id in found.keys() | orders.keys()
        }

    def count(self, selection: Selection = EVERYTHING) -> int:
        """Count the facts a selection holds; its limit does not count."""
        with self._database.reading() as connection:
            return connection.execute(count_facts(selection)).scalar_one()

    def tally(self, selection: Selection = EVERYTHING) -> Tally:
        """Count what the facts of a selection name; its limit does not count."""
        with self._database.reading() as connection:
            rows = connection.execute(tally_facts(selection)).all()
        responders, types, kinds = (
            _sums((getattr(row, name), row.times) for row in rows)
            for name in ("responder", "responder_type", "kind")
        )
        begin = min((row.begin for row in rows if row.begin), default=None)
        finish = max((row.finish for row in rows if row.finish), default=None)
        groups = tuple((row.responder, row.responder_type, row.kind, row.times) for row in rows)
        return Tally(
            groups=groups, responders=responders, types=types, kinds=kinds, begin=begin, finish=finish
        )

    def beginnings(self, selection: Selection = EVERYTHING, *, by_day: bool) -> list[Beginning]:
        """Count the facts and directives of a selection by the hour, or the day, they begin at."""
        with self._database.reading() as connection:
            counted = connection.execute(tally_times(selection, _DAY_LONG if by_day else _HOUR_LONG)).all()
        return [
            Beginning(
                responder_type=row.responder_type,
                kind=row.kind,
                moment=dt.datetime.fromisoformat(row.moment) if row.moment else None,
                times=row.times,
            )
            for row in counted
        ]

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


def _sums(counted: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for name, times in counted:
        if name is not None:
            sums[name] += times
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def _columns(connection: sa.Connection, query: sa.Select[Any]) -> dict[str, list[Any]]:
    """Read rows column by column, which makes a table of them much faster."""
    result = connection.execute(query)
    names, rows = list(result.keys()), result.all()
    return (
        dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {n: [] for n in names}
    )
