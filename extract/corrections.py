"""What people say of a report or a fact, beside what was read: the extraction itself never changes."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

Field = Literal["published", "title", "publisher", "incident", "verdict"]

CONFIRMED, REJECTED = "confirmed", "rejected"
"""The verdicts on a fact."""


class Correction(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing a person said.

    Attributes:
        report_id: The report it is said of.
        row_id: The fact it is said of; None where it is said of the whole report.
        field: What it corrects; `incident` moves the report from one incident (`before`) to another,
            `verdict` confirms or rejects a fact.
        before: What stood there; filled in by the store, but for the incident a report is moved from.
        value: What should: a date as ISO 8601, an incident's id, a verdict; None: nothing.
        reason: Why, in the person's words; may be empty.
    """

    report_id: str
    field: Field
    value: str | None
    reason: str = ""
    row_id: str | None = None
    before: str | None = None


def correct_report(row: Mapping[str, Any], said: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Put what was said of a report, in the order it was said, in the place of what was read."""
    corrected = dict(row)
    for correction in said:
        field, value = correction["field"], correction["value"]
        if field == "published":
            corrected |= {"published": dt.date.fromisoformat(value), "published_basis": "given"}
        elif field in {"title", "publisher"}:
            corrected[field] = value
        else:
            continue
        corrected[f"{field}_clue"] = None
    return corrected
