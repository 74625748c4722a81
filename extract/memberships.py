"""Which incidents the reports of a store tell of, kept true as reports come, change and are moved.

In whatever order reports come, those of one place and kind of event end in the same incidents: a report
that tells of what lies between two makes one of them, and one that names no incident is looked for anew
when an incident begins or grows. Only two things hang on the order: ids (the first gets the plain name),
and what a report without a name or a date joined when there was a choice. Nothing is parted again, but by
a person.

Every function works in the caller's transaction.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from extract.grouping import (
    APART,
    UNNAMED,
    Incident,
    are_one,
    begin_incident,
    find_named,
    find_told,
    name_incidents,
    split_name,
)
from extract.schema import corrections, directives, facts, incidents, memberships, reports

_NAMED = memberships.c.name != ""
_MOVED = (corrections.c.field == "incident") & corrections.c.withdrawn_at.is_(None)


class Place(NamedTuple):
    """Where a report belongs: the incident it means by each name, and those it told of before."""

    homes: Mapping[str, str]
    left: Collection[str]

    def home(self, name: str | None) -> str | None:
        """Give the incident of a fact told under a name: without one the only incident there is, or none."""
        if name is not None:
            return self.homes[name]
        return next(iter(self.homes.values())) if len(set(self.homes.values())) == 1 else None


def group(connection: sa.Connection, report_id: str) -> None:
    """Say anew which incidents a stored report tells of; a person's moves hold."""
    told = sa.select(facts.c.incident, facts.c.begin).where(facts.c.report_id == report_id)
    place = find_place(connection, report_id, [row._asdict() for row in connection.execute(told)])
    point_facts(connection, report_id, place)
    settle(connection, place)


def find_place(connection: sa.Connection, report_id: str, told: Sequence[Mapping[str, Any]]) -> Place:
    """Say which incidents a report tells of by its facts, each with `incident` and `begin`; write it down."""
    query = sa.select(reports.c.published, reports.c.text).where(reports.c.report_id == report_id)
    published, text = connection.execute(query).one()
    moments: dict[str, dt.datetime | None] = {}
    if told or _has_orders(connection, report_id):
        moments = name_incidents(told, _said_day(connection, report_id) or published)
    of_report = memberships.c.report_id == report_id
    left = set(connection.execute(sa.select(memberships.c.incident_id).where(of_report)).scalars())
    if left:
        connection.execute(sa.delete(memberships).where(of_report))
    moves = _moves(connection, report_id)
    homes, begun = {}, list[Incident]()
    for name, moment in moments.items():
        home = _find_named(connection, name, moment, begun) if name else _find_told(connection, text, moment)
        homes[name] = _follow(home, moves)
        _ensure(connection, homes[name])
    if homes:
        rows = [{"report_id": report_id, "moment": moments[row["name"]]} | row for row in _rows(told, homes)]
        connection.execute(sa.insert(memberships), rows)
    return Place(homes, left)


def point_facts(connection: sa.Connection, report_id: str, place: Place) -> None:
    """Point each stored fact of a report to its incident."""
    names = [None, *(name for name in place.homes if name)]
    for name in names:
        told, home = facts.c.incident.is_not_distinct_from(name), place.home(name)
        of_it = sa.update(facts).where(facts.c.report_id == report_id, told)
        connection.execute(of_it.where(facts.c.incident_id.is_distinct_from(home)).values(incident_id=home))


def settle(connection: sa.Connection, place: Place) -> None:
    """Let the incidents a report came to or left find their bounds: some grow, some end, some become one."""
    grown = []
    for incident_id in sorted({*place.left, *place.homes.values()}):
        if not _end(connection, incident_id) and incident_id != UNNAMED:
            for was in _known(connection, incidents.c.incident_id == incident_id):
                now = _measure(connection, was)
                grown += [now] if now != was or now.begin is None else []
    for now in grown:
        _grow(connection, now)


def _has_orders(connection: sa.Connection, report_id: str) -> bool:
    orders = sa.select(directives.c.position).where(directives.c.report_id == report_id).limit(1)
    return connection.execute(orders).first() is not None


def _said_day(connection: sa.Connection, report_id: str) -> dt.date | None:
    said = sa.select(corrections.c.value).where(
        corrections.c.report_id == report_id,
        corrections.c.field == "published",
        corrections.c.withdrawn_at.is_(None),
    )
    value = connection.execute(said).scalar()
    return dt.date.fromisoformat(value) if value else None


def _find_named(
    connection: sa.Connection, name: str, moment: dt.datetime | None, begun: list[Incident]
) -> str:
    """Find the incident a report means by a name, or begin one; those it begins itself are known to it."""
    own = {one.incident_id for one in begun}
    known = (one for one in _akin(connection, *split_name(name)) if one.incident_id not in own)
    found = find_named(name, moment, [*begun, *known])
    if found is None:
        alike = incidents.c.incident_id.startswith(name, autoescape=True)
        taken = connection.execute(sa.select(incidents.c.incident_id).where(alike, ~_is_deserted()))
        found = begin_incident(name, moment, own.union(taken.scalars()))
        begun.append(found)
    return found.incident_id


def _find_told(connection: sa.Connection, text: str, moment: dt.datetime | None) -> str:
    # The database looks through the text for places, so that not every incident need be read.
    told = sa.literal(text).contains(incidents.c.place) & (incidents.c.place != "")
    found = find_told(text, moment, _known(connection, told, _near(moment)))
    return found.incident_id if found else UNNAMED


def _akin(connection: sa.Connection, place: str, event: str) -> list[Incident]:
    """List the incidents of an event whose place holds another one or is held by it."""
    alike = sa.literal(place).contains(incidents.c.place) | incidents.c.place.contains(place, autoescape=True)
    return _known(connection, incidents.c.event == event, alike)


def _known(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Incident]:
    columns = [incidents.c[name] for name in Incident.__struct_fields__]
    query = sa.select(*columns).where(incidents.c.part_of.is_(None), *conditions)
    return [Incident(**row._asdict()) for row in connection.execute(query)]


def _near(moment: dt.datetime | None) -> sa.ColumnElement[bool]:
    if moment is None:
        return sa.true()
    within = (incidents.c.begin <= moment + APART) & (incidents.c.finish >= moment - APART)
    return within | incidents.c.begin.is_(None)


def _ensure(connection: sa.Connection, incident_id: str) -> None:
    """Have an incident of an id, told of at no time yet, unless it is there."""
    if connection.execute(sa.select(incidents).where(incidents.c.incident_id == incident_id)).first() is None:
        place, event = ("", "") if incident_id == UNNAMED else split_name(incident_id.partition("（")[0])
        connection.execute(sa.insert(incidents).values(incident_id=incident_id, place=place, event=event))


def _rows(told: Sequence[Mapping[str, Any]], homes: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Give the memberships; what is told without a name is counted once with each incident."""
    counted: set[str] = set()
    for name, home in homes.items():
        own = {name} if home in counted else {name, None}
        counted.add(home)
        begins = [row["begin"] for row in told if row["incident"] in own]
        latest = max((begin for begin in begins if begin), default=None)
        yield {"name": name, "incident_id": home, "facts": len(begins), "latest": latest}


def _grow(connection: sa.Connection, now: Incident) -> None:
    """Let an incident that begins or grows be one with those it reaches, and find more reports."""
    if not _known(connection, incidents.c.incident_id == now.incident_id):
        return  # another one took it in
    for other in _akin(connection, now.place, now.event):
        is_other = other.incident_id != now.incident_id
        if is_other and are_one(other, now) and not _is_held(connection, other, now):
            now = _join(connection, other, now)
    _gather(connection, now)


def _end(connection: sa.Connection, incident_id: str) -> bool:
    """Take an incident out that no report names any more; what was told of it without a name has none."""
    this = incidents.c.incident_id == incident_id
    if connection.execute(sa.select(incidents).where(this, ~_is_deserted())).first():
        return False
    if incident_id != UNNAMED and connection.execute(_of(incident_id).limit(1)).first():
        _hand_over(connection, incident_id, UNNAMED)
    connection.execute(sa.delete(incidents).where(incidents.c.part_of == incident_id))
    connection.execute(sa.delete(incidents).where(this))
    return True


def _of(incident_id: str) -> sa.Select[Any]:
    return sa.select(memberships).where(memberships.c.incident_id == incident_id)


def _is_deserted() -> sa.ColumnElement[bool]:
    """Tell the incidents that no report names, that nothing joined and that nobody moved a report to."""
    of_it = memberships.c.incident_id == incidents.c.incident_id
    named = sa.exists().where(of_it, _NAMED | (incidents.c.incident_id == UNNAMED))
    moved = sa.exists().where(_MOVED, corrections.c.value == incidents.c.incident_id)
    return ~named & ~moved & incidents.c.part_of.is_(None)


def _measure(connection: sa.Connection, incident: Incident) -> Incident:
    """Say from when to when the reports tell of an incident that name it."""
    moment = memberships.c.moment
    span = sa.select(sa.func.min(moment), sa.func.max(moment)).where(
        memberships.c.incident_id == incident.incident_id, _NAMED
    )
    begin, finish = connection.execute(span).one()
    measured = msgspec.structs.replace(incident, begin=begin, finish=finish)
    if measured != incident:
        _keep(connection, measured)
    return measured


def _keep(connection: sa.Connection, incident: Incident) -> None:
    same = incidents.c.incident_id == incident.incident_id
    connection.execute(sa.update(incidents).where(same).values(msgspec.structs.asdict(incident)))


def _is_held(connection: sa.Connection, *of: Incident) -> bool:
    """Say whether a person told incidents apart: they moved a report from or to one of them."""
    ids = [one.incident_id for one in of]
    moved = sa.select(corrections).where(_MOVED, corrections.c.value.in_(ids) | corrections.c.before.in_(ids))
    return connection.execute(moved).first() is not None


def _join(connection: sa.Connection, one: Incident, two: Incident) -> Incident:
    """Make one of two incidents, under the shorter name; the other's id stays as a sign to it."""
    kept, gone = sorted((one, two), key=lambda incident: (len(incident.incident_id), incident.incident_id))
    _hand_over(connection, gone.incident_id, kept.incident_id)
    was = (incidents.c.incident_id == gone.incident_id) | (incidents.c.part_of == gone.incident_id)
    connection.execute(sa.update(incidents).where(was).values(part_of=kept.incident_id))
    # What a report about both told of neither in particular is of the only one now.
    both = sa.select(memberships.c.report_id).where(memberships.c.incident_id == kept.incident_id)
    both = both.group_by(memberships.c.report_id).having(sa.func.count() > 1)
    for report_id in connection.execute(both).scalars().all():
        group(connection, report_id)
    return _measure(connection, kept)


def _gather(connection: sa.Connection, incident: Incident) -> None:
    """Find the reports that name no incident and tell of this one's place, about its time."""
    if not incident.place:
        return
    near: sa.ColumnElement[bool] = sa.true()
    moment = memberships.c.moment
    if incident.begin and incident.finish:
        near = moment.is_(None) | moment.between(incident.begin - APART, incident.finish + APART)
    told = (
        sa.select(memberships.c.report_id)
        .join(reports)
        .where(memberships.c.incident_id == UNNAMED, near)
        .where(reports.c.text.contains(incident.place, autoescape=True))
        .where(~sa.exists().where(_MOVED, corrections.c.report_id == memberships.c.report_id))
    )
    found = connection.execute(told).scalars().all()
    for report_id in found:
        _hand_over(connection, UNNAMED, incident.incident_id, report_id)
    if found:
        _end(connection, UNNAMED)


def _hand_over(connection: sa.Connection, before: str, after: str, report_id: str | None = None) -> None:
    """Let every report of an incident, or one, tell of another, and their facts be of it."""
    _ensure(connection, after)
    for table in (memberships, facts):
        of_them = sa.update(table).where(table.c.incident_id == before)
        if report_id is not None:
            of_them = of_them.where(table.c.report_id == report_id)
        connection.execute(of_them.values(incident_id=after))


def _moves(connection: sa.Connection, report_id: str) -> list[tuple[str, str]]:
    """List where a person moved a report from and to, in the order they did; ids as they are today."""
    query = sa.select(corrections).where(_MOVED, corrections.c.report_id == report_id)
    said = connection.execute(query.order_by(corrections.c.correction)).all()
    signs = sa.select(incidents.c.incident_id, incidents.c.part_of).where(incidents.c.part_of.is_not(None))
    today = {row.incident_id: row.part_of for row in connection.execute(signs)} if said else {}
    moves = [(row.before, row.value or UNNAMED) for row in said]
    return [(today.get(before, before), today.get(after, after)) for before, after in moves]


def _follow(incident_id: str, moves: Sequence[tuple[str, str]]) -> str:
    for before, after in moves:
        if incident_id == before:
            incident_id = after
    return incident_id
