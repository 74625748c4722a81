"""Which incident a report tells of: the same place and kind of event, within a month.

An incident has one id for ever, its name; a second one of that name, of another time, is told apart by
its month. A month without a report parts two incidents, so what lasts a season is one, however long.
"""

import datetime as dt
import functools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from extract.rulebook import load

UNNAMED = "unnamed"
"""The id of what is told of no incident that has a name."""

APART = dt.timedelta(days=30)
"""So long after an incident's last known moment, and before its first, a report may still mean it."""

_FAR = dt.datetime(9999, 1, 1)  # noqa: DTZ001  # local, as every moment here
_DISTRICT = re.compile("[省市县区旗州镇乡村]$")


class Incident(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An incident: its place and kind of event as texts name them, and between when it was told of."""

    incident_id: str
    place: str
    event: str
    begin: dt.datetime | None
    finish: dt.datetime | None


def name_incidents(
    facts: Sequence[Mapping[str, Any]], published: dt.date | None
) -> dict[str, dt.datetime | None]:
    """List the names a report gives the incidents it tells of, each with the moment it tells it for.

    Args:
        facts: Its rows of the timeline, with `begin`.
        published: The day of the report, which dates what nothing else does.

    Returns:
        The names, "" for what is told without one where nothing has one; a moment is the middle one of
        the facts told under a name, so that a look back at another year does not count.
    """
    day = dt.datetime.combine(published, dt.time()) if published else None
    named = sorted({row["incident"] for row in facts if row["incident"]}) or [""]
    moments = {name: [row["begin"] for row in facts if (row["incident"] or "") == name] for name in named}
    return {name: _middle(told) or day for name, told in moments.items()}


def find_named(name: str, moment: dt.datetime | None, known: Iterable[Incident]) -> Incident | None:
    """Find the incident that a report means by a name such as 石桥垸决口, told for a moment.

    Of several the one nearest in time is meant; by a report without a date, the one told of last.
    """
    place, event = split_name(name)
    near = (
        one
        for one in known
        if one.event == event and is_same_place(one.place, place) and is_near(one, moment)
    )
    return min(
        near, key=lambda one: (_distance(one, moment), one.place != place, one.incident_id), default=None
    )


def find_told(text: str, moment: dt.datetime | None, known: Iterable[Incident]) -> Incident | None:
    """Find the incident whose place a report names most that gives none a name."""
    near = (one for one in known if one.place and is_near(one, moment) and one.place in text)
    return min(
        near,
        key=lambda one: (-text.count(one.place), _distance(one, moment), one.incident_id),
        default=None,
    )


def begin_incident(name: str, moment: dt.datetime | None, taken: Collection[str]) -> Incident:
    """Begin an incident of a name; one of a name that is taken is told apart by its month."""
    place, event = split_name(name)
    month = f"（{moment.year}年{moment.month}月）" if moment else ""
    tried = [name, f"{name}{month}", *(f"{name}{month}{number}" for number in range(2, len(taken) + 3))]
    new_id = next(one for one in tried if one not in taken)
    return Incident(incident_id=new_id, place=place, event=event, begin=moment, finish=moment)


def split_name(name: str) -> tuple[str, str]:
    """Part an incident's name into its place and the kind of event; a name of no known kind has none."""
    event = next((event for event in _events() if name.endswith(event) and name != event), "")
    return name.removesuffix(event), event


def is_same_place(one: str, two: str) -> bool:
    """Say whether two names mean one place: 石桥县柳林垸 is 柳林垸; 小清水河 is not 清水河."""
    short, long = sorted((one, two), key=len)
    return one == two or (
        short != "" and long.endswith(short) and bool(_DISTRICT.search(long.removesuffix(short)))
    )


def is_near(incident: Incident, moment: dt.datetime | None) -> bool:
    """Say whether a moment may belong to an incident; what is not known is near."""
    if moment is None or incident.begin is None or incident.finish is None:
        return True
    return incident.begin - APART <= moment <= incident.finish + APART


def are_one(one: Incident, two: Incident) -> bool:
    """Say whether two incidents turned out to be the same: a report told of what lay between them."""
    if one.event != two.event or not is_same_place(one.place, two.place):
        return False
    if None in (one.begin, one.finish, two.begin, two.finish):
        return True
    return is_near(one, two.begin) or is_near(two, one.begin)


def _distance(incident: Incident, moment: dt.datetime | None) -> dt.timedelta:
    """Tell how far a moment lies from an incident; of no moment, how long ago the incident was."""
    if incident.begin is None or incident.finish is None:
        return dt.timedelta.max
    if moment is None:
        return _FAR - incident.finish
    return max(incident.begin - moment, moment - incident.finish, dt.timedelta())


def _middle(moments: Iterable[dt.datetime | None]) -> dt.datetime | None:
    known = sorted(moment for moment in moments if moment)
    return known[len(known) // 2] if known else None


@functools.cache
def _events() -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(rule.builds["event"]) for rule in load("incidents").rules))
