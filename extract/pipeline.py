"""The whole way from a text to its facts, in one screen."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress
from typing import overload

import msgspec
from msgspec.structs import replace

from extract.articles import Article, part_articles
from extract.dates import DatedTime
from extract.directives import Directive, find_orders, to_directives
from extract.facts import Fact, find_facts
from extract.garbage import uncollected
from extract.governors import Anchor
from extract.imprint import find_imprint
from extract.incidents import find_incident
from extract.page import Page, unwrap
from extract.published import Creation, find_published
from extract.reading import Reading, read_times
from extract.relations import relate
from extract.sentences import split_sentences
from extract.spans import Span
from extract.timeline import in_time_order
from extract.topics import Topics

_ID_LENGTH = 16
_CLASSES = {"now": "vague", "offset": "calendar"}
"""What the table of times calls the kinds of mentions it knows no name for."""


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A report as it was read: its text as stored, and what is known of it.

    `published_basis` is given, stated, inferred or assumed. A clue holds the words, or names the part of
    the file, that told what it stands beside; None where a person gave it.
    """

    report_id: str
    source_name: str
    sha256: str
    title: str | None
    title_clue: str | None
    publisher: str | None
    publisher_clue: str | None
    published: dt.date | None
    published_basis: str
    published_clue: str | None
    text: str


class Extraction(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one report says: its facts in time order, its directives and its time expressions.

    `times` are those of all articles, of floods or not; they are read when they are first asked for.
    `articles` counts those the report was parted into.
    """

    report: Report
    facts: tuple[Fact, ...]
    directives: tuple[Directive, ...]
    times: Sequence[DatedTime]
    articles: int


class Times(Sequence[DatedTime]):
    """The time expressions of a page, in the order of its articles: read when they are first asked for."""

    def __init__(self, page: Page, articles: tuple[Article, ...], published: dt.date | None) -> None:
        """Keep what is to be read, and the day the dates in it hang on."""
        self._page = page
        self._articles = articles
        self._published = published

    @cached_property
    def _every(self) -> tuple[DatedTime, ...]:
        with uncollected():
            return tuple(self._read())

    def _read(self) -> Iterator[DatedTime]:
        for article in self._articles:
            _, anchors = read_times(article, split_sentences(self._page, article), self._published)
            yield from (_dated(self._page, anchor) for anchor in anchors.every)

    @overload
    def __getitem__(self, index: int) -> DatedTime: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[DatedTime, ...]: ...
    def __getitem__(self, index: int | slice) -> DatedTime | tuple[DatedTime, ...]:
        return self._every[index]

    def __len__(self) -> int:
        return len(self._every)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._every == tuple(other)

    def __hash__(self) -> int:
        return hash(self._every)


@uncollected()
def extract(  # noqa: PLR0913  # each is named where it is called
    text: str,
    published: dt.date | None = None,
    *,
    source_name: str = "text",
    report_id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    today: dt.date | None = None,
    created: Creation | None = None,
) -> Extraction:
    """Read one report.

    Args:
        text: The report as stored; every offset in the result counts its characters.
        published: When it was published, if known; otherwise the text is asked (`published.py`).
        source_name: Where it came from, for people.
        report_id: The id to use; by default made from the text.
        title: The report's title, if known; otherwise a headline of the text (`imprint.py`).
        publisher: Who published it, if known; otherwise whom its dateline names.
        today: Only the fallback for a year nothing in the text tells; the result is then "assumed".
            Without it such a report has no dates.
        created: When the file it came from was made, which may tell the year (`published.py`).
    """
    report, page, articles = open_report(text, published, report_id=report_id, today=today, created=created)
    readings = read_floods(report, page, articles)
    report = replace(report, source_name=source_name, **_named(page, articles, readings, title, publisher))
    facts: list[Fact] = []
    directives: list[Directive] = []
    for reading in readings:
        orders = find_orders(reading)
        facts += find_facts(reading, tuple(order.span for order in orders))
        directives += to_directives(orders, reading)
    return Extraction(
        report=report,
        facts=relate(in_time_order(facts)),
        directives=tuple(directives),
        times=Times(page, articles, report.published),
        articles=len(articles),
    )


def open_report(
    text: str,
    published: dt.date | None = None,
    *,
    report_id: str | None = None,
    today: dt.date | None = None,
    created: Creation | None = None,
) -> tuple[Report, Page, tuple[Article, ...]]:
    """Unwrap a report, part it into its articles and date it; the arguments are those of `extract`."""
    page = unwrap(text)
    articles = part_articles(page)
    publication = find_published(page, articles, given=published, today=today, created=created)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    report = Report(
        report_id=report_id or digest[:_ID_LENGTH],
        source_name="text",
        sha256=digest,
        title=None,
        title_clue=None,
        publisher=None,
        publisher_clue=None,
        published=publication.date,
        published_basis=publication.basis,
        published_clue=publication.clue,
        text=text,
    )
    return report, page, articles


def _named(
    page: Page,
    articles: tuple[Article, ...],
    readings: Sequence[Reading],
    title: str | None,
    publisher: str | None,
) -> dict[str, str | None]:
    """Give the title and the publisher that are known; what is not is asked of the text, with its clue."""
    flooded = readings[0].article if readings else None
    told = find_imprint(page, articles, flooded)
    return {
        "title": title or told.title,
        "title_clue": None if title else told.title_clue,
        "publisher": publisher or told.publisher,
        "publisher_clue": None if publisher else told.publisher_clue,
    }


def read_floods(report: Report, page: Page, articles: tuple[Article, ...]) -> list[Reading]:
    """Read what of the articles speaks of floods, the sentences near a flood word.

    Each is given its incident; one that names none shares the only one of its page.
    """
    topics = Topics(page.reading)
    if not topics.may_be_floods():
        return []
    flooded = filter(None, (_keep_floods(topics, article) for article in articles))
    readings = [_read(report, page, topics, article) for article in flooded]
    named = {reading.incident for reading in readings} - {None}
    only = named.pop() if len(named) == 1 else None
    return [replace(reading, incident=reading.incident or only) for reading in readings]


def _keep_floods(topics: Topics, article: Article) -> Article | None:
    """Leave out the paragraphs that do not speak of a flood, and the headings of other matters."""
    numbers = topics.flood_paragraphs(article.paragraphs, article.parts, article.headings)
    if not numbers:
        return None
    return replace(
        article,
        headings=tuple(span for span in article.headings if not topics.leans_away(span)),
        paragraphs=tuple(article.paragraphs[number] for number in numbers),
        parts=(0,),
    )


def _read(report: Report, page: Page, topics: Topics, article: Article) -> Reading:
    sentences = split_sentences(page, article)
    times, anchors = read_times(article, sentences, report.published)
    spans = sorted((*article.headings, *article.paragraphs))
    within = Span(spans[0].start, spans[-1].end)
    near = topics.are_near([sentence.span for sentence in sentences], within)
    return Reading(
        report_id=report.report_id,
        page=page,
        article=article,
        incident=find_incident(_text(page, article)),
        sentences=tuple(compress(sentences, near)),
        times=tuple(compress(times, near)),
        anchors=anchors,
    )


def _text(page: Page, article: Article) -> str:
    return "\n".join(page.reading[span.start : span.end] for span in (*article.headings, *article.paragraphs))


def _dated(page: Page, anchor: Anchor) -> DatedTime:
    kind, meaning = anchor.mention.kind, anchor.meaning
    quoted = page.to_stored(anchor.mention.span)
    return DatedTime(
        quote=page.quote(quoted),
        quote_span=quoted,
        kind=_CLASSES.get(kind, kind) if meaning.start or kind != "offset" else "duration",
        start=meaning.start,
        end=meaning.end,
        precision=meaning.precision,
        basis=meaning.basis,
    )
