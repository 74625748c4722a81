"""Reports on their way in: read, looked at and weighed against the store, which they do not change yet."""

import datetime as dt
import functools
import re
import unicodedata
from dataclasses import dataclass

from msgspec.structs import replace

from extract.documents import Document
from extract.errors import DocumentError
from extract.explain import Rejection, rejections
from extract.intake import read_report
from extract.pipeline import Extraction, Report
from extract.store import Outcome, Store

_LONGEST_NAME = 200
_FOLDERS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """An incident that a report will tell of: its id, and how many reports of the store tell of it now."""

    incident_id: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person says of a report before it is saved; what is empty is left to the document."""

    published: dt.date | None = None
    title: str = ""
    publisher: str = ""


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report that waits for a person's word.

    Attributes:
        document: What it was read from, to read it again under another date.
        given: What a person said of it.
        extraction: The report as read.
        outcome: What the store would do with it.
        homes: The incidents it would join.
    """

    document: Document
    given: Given
    extraction: Extraction
    outcome: Outcome
    homes: tuple[Home, ...]

    @property
    def is_new(self) -> bool:
        """Whether saving it would change the store."""
        return self.outcome in {"added", "replaced"}

    @property
    def left_out(self) -> tuple[Rejection, ...]:
        """The articles and numbers that became no fact, each with the reason."""
        return _rejections(self.extraction.report.text, self.extraction.report.published)


class Scales:
    """Weighs reports against the store as it is when the scales are set up."""

    def __init__(self, store: Store) -> None:
        """Take down what the store holds."""
        self._store = store
        self._reports = {one.incident_id: one.reports for one in store.incidents()}

    def weigh(
        self, document: Document | DocumentError, now: dt.datetime, given: Given = NOTHING_GIVEN
    ) -> Candidate | DocumentError:
        """Read a document, and say what the store would do with it.

        Args:
            document: The document; an error is passed on.
            now: With a zone.
            given: What a person says of it.
        """
        if isinstance(document, DocumentError):
            return document
        read = read_report(document, given.published, now.replace(tzinfo=None))
        if isinstance(read, DocumentError):
            return read
        extraction = replace(read, report=_named(read.report, given))
        outcome, incidents = self._store.foresee(extraction, now)
        return Candidate(
            document=document,
            given=given,
            extraction=extraction,
            outcome=outcome,
            homes=tuple(Home(incident_id=one, reports=self._reports.get(one, 0)) for one in incidents),
        )


def clean_name(name: str) -> str:
    """Make the name of an uploaded file fit to show: without folders, and without signs that act unseen."""
    last = _FOLDERS.split(name)[-1]
    shown = "".join("\N{REPLACEMENT CHARACTER}" if _is_unseen(sign) else sign for sign in last)
    return shown.strip()[-_LONGEST_NAME:] or "\N{REPLACEMENT CHARACTER}"


def _named(report: Report, given: Given) -> Report:
    if given.title:
        report = replace(report, title=given.title, title_clue=None)
    if given.publisher:
        report = replace(report, publisher=given.publisher, publisher_clue=None)
    return report


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign).startswith("C")


@functools.lru_cache(maxsize=64)
def _rejections(text: str, published: dt.date | None) -> tuple[Rejection, ...]:
    return rejections(text, published)
