"""A report before it is read: its text, and what its file says of it."""

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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
