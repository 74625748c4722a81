"""Which rows of a store are asked for, and the SQL that finds them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from extract.schema import directives, facts, memberships, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What of a store is meant; what is left empty bounds nothing.

    Attributes:
        incident: An incident's id; what its reports tell of no incident of their own is included.
        units: Canonical names of responders, any of them.
        types: Codes of responder types, any of them.
        kinds: Codes of kinds of fact, any of them.
        since: The first instant of the period, local, inclusive.
        until: The last instant of the period, local, inclusive.
        words: Words that all stand in the source sentence.
        row: The id of one fact or directive.
        limit: At most so many rows, those of the latest times.
    """

    incident: str | None = None
    units: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    words: tuple[str, ...] = ()
    row: str | None = None
    limit: int | None = None


EVERYTHING = Selection()


def select_facts(selection: Selection, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Ask for facts of reports that were not removed, the columns of the table or other ones."""
    query = sa.select(*(columns or facts.c)).select_from(facts.join(reports))
    query = query.where(reports.c.removed_at.is_(None), *_within(facts, facts.c.fact_id, selection))
    if selection.incident is not None:
        shared = facts.c.incident_id.is_(None) & facts.c.report_id.in_(_telling(selection.incident))
        query = query.where((facts.c.incident_id == selection.incident) | shared)
    if selection.units:
        # Units that acted together stand in one cell: 甲队、乙队.
        listed = "、" + facts.c.responder + "、"
        query = query.where(
            sa.or_(*(listed.contains(f"、{unit}、", autoescape=True) for unit in selection.units))
        )
    for column, values in ((facts.c.responder_type, selection.types), (facts.c.kind, selection.kinds)):
        if values:
            query = query.where(column.in_(values))
    return query


def select_directives(selection: Selection) -> sa.Select[Any]:
    """Ask for directives of reports that were not removed; units, types and kinds do not bound them."""
    query = sa.select(*directives.c).select_from(directives.join(reports))
    query = query.where(
        reports.c.removed_at.is_(None), *_within(directives, directives.c.directive_id, selection)
    )
    if selection.incident is not None:
        query = query.where(directives.c.report_id.in_(_telling(selection.incident)))
    return query


def select_reports(selection: Selection, *, texts: bool, removed: bool) -> sa.Select[Any]:
    """Ask for the reports of an incident, or all; with their texts, or without them."""
    kept = [column for column in reports.c if texts or column.name != "text"]
    query = sa.select(*kept).where(
        reports.c.removed_at.is_not(None) if removed else reports.c.removed_at.is_(None)
    )
    if selection.incident is not None:
        query = query.where(reports.c.report_id.in_(_telling(selection.incident)))
    return query


def in_order(query: sa.Select[Any], table: sa.Table, limit: int | None) -> sa.Select[Any]:
    """Keep the rows of the latest times, if not all, and give them in the order they came in."""
    addition = reports.c.addition.label("came")
    query = query.add_columns(addition)
    if limit is not None and "begin" in table.c:
        latest = table.c.begin.desc().nulls_last()
        kept = query.order_by(latest, addition.desc(), table.c.position.desc()).limit(limit).subquery()
        return sa.select(kept).order_by(kept.c.came, kept.c.position)
    if limit is not None:
        kept = query.order_by(addition.desc()).limit(limit).subquery()
        return sa.select(kept).order_by(kept.c.came)
    return query.order_by(addition, *([table.c.position] if "position" in table.c else []))


def _telling(incident: str) -> sa.Select[tuple[str]]:
    return sa.select(memberships.c.report_id).where(memberships.c.incident_id == incident)


def _within(table: sa.Table, key: sa.Column[str], selection: Selection) -> list[sa.ColumnElement[bool]]:
    bounds: list[sa.ColumnElement[bool]] = [] if selection.row is None else [key == selection.row]
    if selection.until is not None:
        bounds.append(table.c.begin <= selection.until)
    if selection.since is not None:
        instant = (table.c.begin == table.c.finish) & (table.c.finish == selection.since)
        bounds.append((table.c.finish > selection.since) | instant)
    bounds += [table.c.sentence.icontains(word, autoescape=True) for word in selection.words]
    return bounds
