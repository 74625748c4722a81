"""What a new reading of a report changed, row by row: rows are known by their ids."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

_BESIDE = frozenset(("report_id", "position", "incident_id", "begin", "finish"))
"""Columns that follow from others, or say nothing of the report."""


class Difference(NamedTuple):
    """One change: of a column of a row, or, with no column, a row that came (`after` its words) or went."""

    row_id: str
    column: str | None
    before: object
    after: object


def find_differences(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]], key: str
) -> Iterator[Difference]:
    """Compare two lists of rows.

    Args:
        before: The rows as they were.
        after: The rows as they are.
        key: The column that holds their ids.

    Yields:
        Rows that went, then rows that came or changed, in the order of the lists; values as JSON holds them.
    """
    old = {row[key]: row for row in before}
    new = {row[key] for row in after}
    for row in before:
        if row[key] not in new:
            yield Difference(row[key], None, row["quote"], None)
    for row in after:
        if row[key] not in old:
            yield Difference(row[key], None, None, row["quote"])
            continue
        for name, value in row.items():
            was, now = _plain(old[row[key]].get(name)), _plain(value)
            if name not in _BESIDE and was != now:
                yield Difference(row[key], name, was, now)


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
