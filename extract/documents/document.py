"""A report before it is read: its text, and what its file says of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as it came in.

    `text` is what the file decodes to, without a byte order mark and with its line ends as they
    were. `published` is the date as the file writes it, not yet read.
    """

    source_name: str
    text: str
    report_id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
