"""What the command does with a store: reads its reports again, removes them, gives its tables."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from extract.archive import reread
from extract.differences import Difference
from extract.errors import StoreError
from extract.selection import EVERYTHING, Selection
from extract.sources import relate_incidents
from extract.store import Store


def reread_all(store: Store, now: dt.datetime) -> Iterator[str]:
    """Read again every report that older rules read.

    Yields:
        A line for each change, `REPORT_ID ROW_ID column: before -> after`, and at the end what it came to.
    """
    kinds: Counter[str] = Counter()
    total = len(store.rule_versions())
    for report_id, differences in reread(store, now):
        kinds["reports"] += 1
        kinds["changed"] += bool(differences)
        for one in differences:
            kind = "values" if one.column else "new" if one.before is None else "gone"
            kinds[kind] += 1
            yield f"{report_id} {_line(one)}"
    yield (
        f"Read again: {kinds['reports']} of {total} reports, {kinds['changed']} of them read otherwise:"
        f" {kinds['values']} values changed, {kinds['new']} rows new, {kinds['gone']} gone."
    )


def set_removed(store: Store, remove: str | None, restore: str | None, now: dt.datetime) -> str:
    """Remove a report or bring it back; return what to say.

    Raises:
        StoreError: There is no report of that id.
    """
    if remove is not None:
        store.remove(remove, now)
        return f"Removed {remove}. To bring it back: --restore {remove}"
    store.restore(str(restore), now)
    return f"Restored {restore}."


def read_table(store: Store, table: str, incident: str | None) -> pd.DataFrame:
    """Read a table of a store, timeline, directives or reports, as people corrected it.

    Args:
        store: The store.
        table: Its name.
        incident: An incident's name, to have only what is told of it; None: all.

    Raises:
        StoreError: There is no such incident.
    """
    selection = EVERYTHING if incident is None else Selection(incident=_find(store, incident))
    if table == "reports":
        return store.reports(selection)
    if table == "directives":
        return store.directives(selection)
    return relate_incidents(store.timeline(selection), store.reports(selection, texts=False))


def _find(store: Store, incident: str) -> str:
    found = store.today(incident)
    if found is None:
        known = "、".join(one.incident_id for one in store.incidents()[:5])
        remedy = f"The latest are {known}" if known else "The store knows none"
        raise StoreError(f"--incident {incident}: no incident has this name. {remedy}.")
    return found


def _line(one: Difference) -> str:
    if one.column:
        return f"{one.row_id} {one.column}: {_shown(one.before)} -> {_shown(one.after)}"
    return f"{one.row_id} gone: {one.before}" if one.after is None else f"{one.row_id} new: {one.after}"


def _shown(value: object) -> object:
    return "nothing" if value is None else value
