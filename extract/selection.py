"""Which rows of a store are asked for, and the SQL that finds them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from extract.schema import directives, facts, incidents, memberships, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What of a store is meant; what is left empty bounds nothing.

    Attributes:
        incident: An incident's id, today's or one it had; what its reports tell of none in particular is
            included.
        units: Canonical names of responders, any of them.
        types: Codes of responder types, any of them.
        kinds: Codes of kinds of fact, any of them.
        since: The first instant of the period, local, inclusive.
        until: The last instant of the period, local, inclusive.
        words: Words that all stand in the source sentence.
        at: The moment whose state is meant, local: what began by then, and what was then expected.
        then: Whether only what was told by that moment is meant.
        report: The id of one report.
        row: The id of one fact or directive.
        aspect: The aspect of facts; bounds no directives.
        limit: At most so many rows, those of the latest times.
        first: Whether the limit leaves those of the earliest times instead, of what has a time.
    """

    incident: str | None = None
    units: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    words: tuple[str, ...] = ()
    at: dt.datetime | None = None
    then: bool = False
    report: str | None = None
    row: str | None = None
    aspect: str | None = None
    limit: int | None = None
    first: bool = False


EVERYTHING = Selection()
OBSERVED = "observed"
DIRECTIVE = "directive"
"""Stands for the kind of what is no fact but a directive."""

_Conditions = tuple[sa.ColumnElement[bool], ...]


def select_facts(selection: Selection) -> sa.Select[Any]:
    """Ask for facts of reports that were not removed, in the order these came in."""
    if selection.incident is None and selection.limit is None:
        told = sa.select(facts).add_columns(reports.c.addition).join_from(facts, reports)
        return told.where(reports.c.removed_at.is_(None), *_fact_bounds(selection)).order_by(
            reports.c.addition, facts.c.position
        )
    bounds = _fact_bounds(selection)
    chosen = _choose(facts, _branches(selection), bounds, selection.limit, first=selection.first)
    return _whole(facts, chosen)


def count_facts(selection: Selection) -> sa.Select[int]:
    """Ask how many facts of reports that were not removed there are; the limit does not count."""
    counts = [
        sa.select(sa.func.count().label("facts"))
        .select_from(facts)
        .where(*branch, is_there(facts), *_fact_bounds(selection))
        for branch in _branches(selection)
    ]
    return sa.select(sa.func.sum(sa.union_all(*counts).subquery().c.facts).cast(sa.Integer))


def tally_facts(selection: Selection) -> sa.Select[Any]:
    """Ask how often the facts name each responder, type and kind together, and how far these reach."""
    named = (facts.c.responder, facts.c.responder_type, facts.c.kind)
    parts = [
        sa.select(*named, facts.c.begin, facts.c.finish).where(
            *branch, is_there(facts), *_fact_bounds(selection)
        )
        for branch in _branches(selection)
    ]
    told = sa.union_all(*parts).subquery().c
    reach = (sa.func.min(told.begin).label("begin"), sa.func.max(told.finish).label("finish"))
    names = (told.responder, told.responder_type, told.kind)
    return sa.select(*names, sa.func.count().label("times"), *reach).group_by(*names)


def tally_times(selection: Selection, digits: int) -> sa.CompoundSelect[Any]:
    """Ask how many facts, and how many directives, begin when; a group may come in parts.

    Args:
        selection: What of the store; units, types and kinds bound no directives, the limit nothing.
        digits: So many characters of the time as text tell when: 10 the day, 13 the hour.
    """
    parts = []
    for branch in _branches(selection):
        names = (facts.c.responder_type, facts.c.kind, _opening(facts, digits).label("moment"))
        bounds = (*branch, is_there(facts), *_fact_bounds(selection))
        parts.append(sa.select(*names, sa.func.count().label("times")).where(*bounds).group_by(*names))
    when = _opening(directives, digits)
    named = (sa.null().cast(sa.Text), sa.literal(DIRECTIVE), when)
    bounds = (is_there(directives), *_directive_bounds(selection))
    parts.append(sa.select(*named, sa.func.count()).where(*bounds).group_by(when))
    return sa.union_all(*parts)


def _opening(table: sa.Table, digits: int) -> sa.ColumnElement[str]:
    return sa.func.substr(sa.cast(table.c.begin, sa.Text), 1, digits)


def select_directives(selection: Selection) -> sa.Select[Any]:
    """Ask for directives likewise; units, types and kinds do not bound them."""
    bounds = _directive_bounds(selection)
    return _whole(directives, _choose(directives, [()], bounds, selection.limit))


def select_reports(selection: Selection, *, texts: bool, removed: bool) -> sa.Select[Any]:
    """Ask for the reports of an incident, or all, in the order they came in; with their texts, or without."""
    kept = [column for column in reports.c if texts or column.name != "text"]
    query = sa.select(*kept).where(
        reports.c.removed_at.is_not(None) if removed else reports.c.removed_at.is_(None)
    )
    if selection.incident is not None:
        query = query.where(reports.c.report_id.in_(_telling(selection.incident)))
    if selection.limit is None:
        return query.order_by(reports.c.addition)
    latest = query.order_by(reports.c.addition.desc()).limit(selection.limit).subquery()
    return sa.select(latest).order_by(latest.c.addition)


def _choose(
    table: sa.Table,
    branches: Iterable[_Conditions],
    bounds: Sequence[sa.ColumnElement[bool]],
    limit: int | None,
    *,
    first: bool = False,
) -> sa.Subquery:
    """Choose rows by their keys, of each branch and then of all; each order is one an index has."""
    keys = (table.c.report_id, table.c.position, table.c.begin)
    there = [(*branch, is_there(table), *bounds) for branch in branches]
    if limit is None:
        return sa.union_all(*(sa.select(*keys).where(*conditions) for conditions in there)).subquery()
    if first:
        earliest = [
            sa.select(*keys)
            .where(*conditions, table.c.begin.is_not(None))
            .order_by(*keys[::-1])
            .limit(limit)
            .subquery()
            for conditions in there
        ]
        told = sa.union_all(*(sa.select(part) for part in earliest)).subquery()
        return sa.select(told).order_by(told.c.begin, told.c.report_id).limit(limit).subquery()
    latest = (table.c.begin.desc(), table.c.report_id.desc(), table.c.position.desc())
    parts = [
        sa.select(*keys).where(*conditions, dated).order_by(*latest).limit(limit).subquery()
        for conditions in there
        for dated in (table.c.begin.is_not(None), table.c.begin.is_(None))
    ]
    every = sa.union_all(*(sa.select(part) for part in parts)).subquery()
    order = (every.c.begin.desc().nulls_last(), every.c.report_id.desc(), every.c.position.desc())
    return sa.select(every).order_by(*order).limit(limit).subquery()


def _whole(table: sa.Table, chosen: sa.Subquery) -> sa.Select[Any]:
    """Ask for the whole rows of some keys, in the order the reports came in."""
    same = (table.c.report_id == chosen.c.report_id) & (table.c.position == chosen.c.position)
    query = (
        sa.select(table).add_columns(reports.c.addition).select_from(chosen.join(table, same).join(reports))
    )
    return query.order_by(reports.c.addition, table.c.position)


def _branches(selection: Selection) -> list[_Conditions]:
    """Part the facts of an incident: its own, and what reports that tell of it tell of none in particular."""
    if selection.incident is None:
        return [()]
    shared = facts.c.report_id.in_(_telling(selection.incident))
    return [(facts.c.incident_id == _today(selection.incident),), (facts.c.incident_id.is_(None), shared)]


def is_there(table: sa.Table) -> sa.ColumnElement[bool]:
    """Keep what belongs to reports that were not removed."""
    # Few reports are removed, so that their list is looked up faster than the reports are.
    removed = sa.select(reports.c.report_id).where(reports.c.removed_at.is_not(None))
    return table.c.report_id.not_in(removed)


def _today(incident: str) -> sa.ScalarSelect[str]:
    """Say which incident an id means today: one that turned out to be another leads to it."""
    today = sa.func.coalesce(incidents.c.part_of, incidents.c.incident_id)
    return sa.select(today).where(incidents.c.incident_id == incident).scalar_subquery()


def _telling(incident: str) -> sa.Select[tuple[str]]:
    return sa.select(memberships.c.report_id).where(memberships.c.incident_id == _today(incident))


def _directive_bounds(selection: Selection) -> list[sa.ColumnElement[bool]]:
    bounds = _within(directives, directives.c.directive_id, selection)
    if selection.incident is not None:
        bounds.append(directives.c.report_id.in_(_telling(selection.incident)))
    return bounds


def _fact_bounds(selection: Selection) -> list[sa.ColumnElement[bool]]:
    bounds = _within(facts, facts.c.fact_id, selection)
    if selection.aspect is not None:
        bounds.append(facts.c.aspect == selection.aspect)
    if selection.units:
        # Units that acted together stand in one cell: 甲队、乙队.
        listed = "、" + facts.c.responder + "、"
        bounds.append(sa.or_(*(listed.contains(f"、{unit}、", autoescape=True) for unit in selection.units)))
    for column, values in ((facts.c.responder_type, selection.types), (facts.c.kind, selection.kinds)):
        if values:
            bounds.append(column.in_(values))
    return bounds


def _within(table: sa.Table, key: sa.Column[str], selection: Selection) -> list[sa.ColumnElement[bool]]:
    bounds: list[sa.ColumnElement[bool]] = [] if selection.row is None else [key == selection.row]
    if selection.report is not None:
        bounds.append(table.c.report_id == selection.report)
    if selection.until is not None:
        bounds.append(table.c.begin <= selection.until)
    if selection.since is not None:
        instant = (table.c.begin == table.c.finish) & (table.c.finish == selection.since)
        bounds.append((table.c.finish > selection.since) | instant)
    if selection.at is not None:
        bounds += _by(table, selection.at, then=selection.then)
    return bounds + [_holds(table.c.sentence, word) for word in selection.words]


def _by(table: sa.Table, at: dt.datetime, *, then: bool) -> list[sa.ColumnElement[bool]]:
    """Keep what began by a moment; of facts, what was then expected too; `then`: only what was told by it."""
    published = sa.select(reports.c.report_id).where(reports.c.published <= at.date())
    told: sa.ColumnElement[bool] = table.c.report_id.in_(published)
    if table is facts:
        told = sa.case((facts.c.reported_at.is_(None), told), else_=facts.c.reported_at <= at)
    # What nothing dates had begun by the end of the day it was told on.
    past = sa.select(reports.c.report_id).where(reports.c.published < at.date())
    begun = (table.c.begin <= at) | (table.c.begin.is_(None) & table.c.report_id.in_(past))
    if table is facts:
        begun |= (facts.c.status != OBSERVED) & told
    return [begun, told] if then else [begun]


def _holds(column: sa.ColumnElement[str], word: str) -> sa.ColumnElement[bool]:
    # Chinese has no capitals, and is found faster when none are looked for.
    has_case = word.lower() != word.upper()
    return column.icontains(word, autoescape=True) if has_case else column.contains(word, autoescape=True)
