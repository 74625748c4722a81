"""From a document to what it says: the one way in for the command, an upload and a watched folder.

What a person says of a report wins over what its file says, and that over what its text says; where a
statement of the file was taken, its place in the file is kept as the clue.
"""

import datetime as dt

from msgspec.structs import replace

from extract.documents import Document, Told
from extract.errors import DocumentError
from extract.pipeline import Extraction, extract
from extract.published import Creation
from extract.typed_dates import EXAMPLES, read_typed_date


def read_report(
    document: Document, published: dt.date | None, now: dt.datetime
) -> Extraction | DocumentError:
    """Read the report of a document.

    Args:
        document: The report as it came in.
        published: The day of publication a person gave; wins.
        now: What 昨天 in the file's own date is counted from, and the fallback for a year that nothing tells;
            local (Asia/Shanghai), without a zone.

    Returns:
        What the report says; or the error that an entry made for the extractors has a date that is none.
    """
    stated = None if published else _day(document.published, now)
    day = published or stated
    if document.published and document.is_entry and not day:
        problem = f'its "published" is no whole date: "{document.published.words}"'
        return DocumentError(document.source_name, problem, f"Write it as {EXAMPLES}.")
    created = None if day else _day(document.created, now)
    extraction = extract(
        document.text,
        day,
        source_name=document.source_name,
        report_id=document.report_id,
        title=_words(document.title),
        publisher=_words(document.publisher),
        today=now.date(),
        created=Creation(day=created, clue=_clue(document.created)) if created else None,
    )
    return replace(extraction, report=replace(extraction.report, **_clues(document, stated=bool(stated))))


def _clues(document: Document, *, stated: bool) -> dict[str, str]:
    """Give the places in the file that told what was taken from it."""
    taken = {
        "title_clue": document.title,
        "publisher_clue": document.publisher,
        "published_clue": document.published if stated else None,
    }
    return {name: told.clue for name, told in taken.items() if told}


def _words(told: Told | None) -> str | None:
    return told.words if told else None


def _clue(told: Told | None) -> str:
    return told.clue if told else ""


def _day(told: Told | None, now: dt.datetime) -> dt.date | None:
    """Read the day that a file states, in China; None where it states none."""
    if told is None:
        return None
    try:
        return read_typed_date(told.words, now)
    except ValueError:
        return None
