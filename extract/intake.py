"""Reads a document as a report, dated by a person, by the document or by its text."""

import datetime as dt

from extract.documents import Document
from extract.errors import DocumentError
from extract.pipeline import Extraction, extract
from extract.typed_dates import EXAMPLES, read_typed_date


def read_report(
    document: Document, published: dt.date | None, now: dt.datetime
) -> Extraction | DocumentError:
    """Read a document.

    Args:
        document: The document.
        published: The day a person gives; None asks the document, then its text.
        now: Local (Asia/Shanghai), without a zone.
    """
    if not published and document.published:
        try:
            published = read_typed_date(document.published, now)
        except ValueError:
            problem = f'its "published" is no whole date: "{document.published}"'
            return DocumentError(document.source_name, problem, f"Write it as {EXAMPLES}.")
    return extract(
        document.text,
        published,
        source_name=document.source_name,
        report_id=document.report_id,
        title=document.title,
        publisher=document.publisher,
        today=now.date(),
    )
