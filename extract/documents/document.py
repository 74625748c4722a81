"""A report before it is read: its text, and what its file says of it."""

import msgspec


class Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something a file says of its report, and the part of the file that says it."""

    words: str
    clue: str


class Document(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One report as it came in.

    Attributes:
        source_name: Where it came from, for people.
        text: What the file decodes to, without a byte order mark and with its line ends as they were.
        report_id: The id the file gives it.
        title: Its title, as the file writes it; so are the others.
        publisher: Who published it.
        published: When it was published, not yet read.
        created: When the file itself was made: no day of publication, but near one.
        is_entry: Whether someone wrote these for the extractors, as in a JSON line: a wrong date is then
            an error, where that of a web page is passed over.
    """

    source_name: str
    text: str
    report_id: str | None = None
    title: Told | None = None
    publisher: Told | None = None
    published: Told | None = None
    created: Told | None = None
    is_entry: bool = False
