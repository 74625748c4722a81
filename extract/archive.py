"""Takes reports in, and reads stored ones again: by newer rules, or under a date a person corrected."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from extract.corrections import Correction
from extract.differences import Difference
from extract.pipeline import Extraction, extract
from extract.published import Creation
from extract.rulebook import version as rule_version
from extract.store import Outcome, Store


def take_in(store: Store, extraction: Extraction, now: dt.datetime) -> Outcome:
    """Add a report; one whose document changed is read under the date a person said of it before."""
    outcome, report_id = store.add(extraction, now), extraction.report.report_id
    said = _said_date(store, report_id) if outcome == "replaced" else None
    if said:
        store.reread(_read(store, report_id, said), now)
    return outcome


def reread(store: Store, now: dt.datetime) -> Iterator[tuple[str, list[Difference]]]:
    """Read every stored report again that other rules read, each in a transaction of its own.

    A date a person gave, and the document's own, stay; so do the ids of facts that did not change.

    Args:
        store: The store.
        now: When, with a zone.

    Yields:
        The report's id, and what changed of its facts and directives.
    """
    for report_id, rules in store.rule_versions().items():
        if rules != rule_version():
            yield report_id, store.reread(_read(store, report_id, _said_date(store, report_id)), now)


def redate(
    store: Store, report_id: str, published: dt.date, reason: str, now: dt.datetime
) -> list[Difference]:
    """Correct a report's date of publication: every time derived from it moves; return what changed."""
    said = Correction(report_id=report_id, field="published", value=published.isoformat(), reason=reason)
    return store.correct(said, now, _read(store, report_id, published))


def take_back(store: Store, correction: dict[str, Any], now: dt.datetime) -> list[Difference]:
    """Take back what a person said, a row of `Store.corrections`; return what changed."""
    report_id = correction["report_id"]
    dated = correction["field"] == "published"
    return store.withdraw(correction["correction"], now, _read(store, report_id, None) if dated else None)


def _said_date(store: Store, report_id: str) -> dt.date | None:
    said = [
        row for row in store.corrections(report_id) if row["field"] == "published" and not row["withdrawn_at"]
    ]
    return dt.date.fromisoformat(said[-1]["value"]) if said else None


def _read(store: Store, report_id: str, corrected: dt.date | None) -> Extraction:
    report = store.report(report_id)
    own = report["published"] if report["published_basis"] == "given" else None
    return extract(
        report["text"],
        corrected or own,
        source_name=report["source_name"],
        report_id=report_id,
        title=report["title"],
        publisher=report["publisher"],
        # What an unknown year was assumed from when it came in.
        today=report["added_at"].date(),
        created=Creation.from_clue(report["published_clue"]),
    )
