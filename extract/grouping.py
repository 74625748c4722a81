"""Which incident a report tells of: the same place and kind of event, within a month.

An incident has one id for ever, its name; a second one of that name, of another time, is told apart by
its month. Reports are joined to incidents one by one, as they come in.
"""

import datetime as dt
import functools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from extract.rulebook import load

UNNAMED = "unnamed"
"""The id of what is told of no incident that has a name."""

_APART = dt.timedelta(days=30)
"""So long after an incident's last known moment, and before its first, a report may still mean it."""

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
        the facts told under a name.
    """
    day = dt.datetime.combine(published, dt.time()) if published else None
    named = sorted({row["incident"] for row in facts if row["incident"]}) or ([""] if facts else [])
    moments = {name: [row["begin"] for row in facts if (row["incident"] or "") == name] for name in named}
    return {name: _middle(told) or day for name, told in moments.items()}


def find_home(name: str, moment: dt.datetime | None, text: str, known: Collection[Incident]) -> Incident:
    """Find the incident that a report means by a name, or begin a new one.

    Args:
        name: The name in the report, such as 石桥垸决口; "" where it has none, and then the known incident
            is meant whose place the text names most.
        moment: When it tells of it, local.
        text: The report.
        known: The incidents there are.

    Returns:
        The incident, reaching to the moment too.
    """
    if not name:
        near = [one for one in known if one.place and _is_near(one, moment) and one.place in text]
        found = max(near, key=lambda one: text.count(one.place), default=None)
        return found or Incident(incident_id=UNNAMED, place="", event="", begin=None, finish=None)
    place, event = split_name(name)
    for one in known:
        if one.event == event and _is_same_place(one.place, place) and _is_near(one, moment):
            return _reaching(one, moment)
    return Incident(
        incident_id=_new_id(name, moment, {one.incident_id for one in known}),
        place=place,
        event=event,
        begin=moment,
        finish=moment,
    )


def split_name(name: str) -> tuple[str, str]:
    """Part an incident's name into its place and the kind of event; a name of no known kind has none."""
    event = next((event for event in _events() if name.endswith(event) and name != event), "")
    return name.removesuffix(event), event


def _middle(moments: Iterable[dt.datetime | None]) -> dt.datetime | None:
    known = sorted(moment for moment in moments if moment)
    return known[len(known) // 2] if known else None


def _is_same_place(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    # 石桥县柳林垸 is 柳林垸; 小清水河 is another river than 清水河.
    return one == two or (long.endswith(short) and bool(_DISTRICT.search(long.removesuffix(short))))


def _is_near(incident: Incident, moment: dt.datetime | None) -> bool:
    if moment is None or incident.begin is None or incident.finish is None:
        return True
    return incident.begin - _APART <= moment <= incident.finish + _APART


def _reaching(incident: Incident, moment: dt.datetime | None) -> Incident:
    if moment is None:
        return incident
    begin, finish = incident.begin or moment, incident.finish or moment
    return replace(incident, begin=min(begin, moment), finish=max(finish, moment))


def _new_id(name: str, moment: dt.datetime | None, taken: Collection[str]) -> str:
    month = f"（{moment.year}年{moment.month}月）" if moment else ""
    tried = [name, f"{name}{month}", *(f"{name}{month}{number}" for number in range(2, len(taken) + 3))]
    return next(one for one in tried if one not in taken)


@functools.cache
def _events() -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(rule.builds["event"]) for rule in load("incidents").rules))
