"""The whole way from a text to its facts, in one screen."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace

from extract.anchors import Anchor
from extract.articles import Article, near_floods, part_articles, speaks_of_floods
from extract.dates import DatedTime
from extract.directives import Directive, find_orders, to_directive
from extract.facts import Fact, find_facts
from extract.incidents import find_incident
from extract.page import Page, unwrap
from extract.published import find_published
from extract.reading import Reading, read_times
from extract.sentences import split_sentences
from extract.timeline import in_time_order

_ID_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as it was read: its text as stored, and what is known of it.

    `published_basis` is given, stated, inferred or assumed; `published_clue` holds the words that
    told the date, None when it was given.
    """

    report_id: str
    source_name: str
    sha256: str
    title: str | None
    publisher: str | None
    published: dt.date | None
    published_basis: str
    published_clue: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one report says: its facts in time order, its directives and its time expressions.

    `articles` counts those read, flood or not.
    """

    report: Report
    facts: tuple[Fact, ...]
    directives: tuple[Directive, ...]
    times: tuple[DatedTime, ...]
    articles: int


def extract(  # noqa: PLR0913  # each is named where it is called
    text: str,
    published: dt.date | None = None,
    *,
    source_name: str = "text",
    report_id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    today: dt.date | None = None,
) -> Extraction:
    """Read one report.

    Args:
        text: The report as stored; every offset in the result counts its characters.
        published: When it was published, if known; otherwise the text is asked (`published.py`).
        source_name: Where it came from, for people.
        report_id: The id to use; by default made from the text.
        title: The report's title, if known.
        publisher: Who published it, if known.
        today: Only the fallback for a year nothing in the text tells; the result is then "assumed".
            Without it such a report has no dates.
    """
    page = unwrap(text)
    articles = part_articles(page)
    publication = find_published(page, articles, given=published, today=today)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    report = Report(
        report_id=report_id or digest[:_ID_LENGTH],
        source_name=source_name,
        sha256=digest,
        title=title,
        publisher=publisher,
        published=publication.date,
        published_basis=publication.basis,
        published_clue=publication.clue,
        text=text,
    )
    readings = [_read(report, page, article) for article in articles]
    facts: list[Fact] = []
    directives: list[Directive] = []
    for reading in _flooded(readings):
        orders = find_orders(reading)
        facts += find_facts(reading, tuple(order.span for order in orders))
        directives += (to_directive(order, reading) for order in orders)
    return Extraction(
        report=report,
        facts=in_time_order(facts),
        directives=tuple(directives),
        times=tuple(_dated(page, anchor) for reading in readings for anchor in reading.anchors.every),
        articles=len(articles),
    )


def _read(report: Report, page: Page, article: Article) -> Reading:
    sentences = split_sentences(page, article)
    times, anchors = read_times(article, sentences, report.published)
    return Reading(
        report_id=report.report_id,
        page=page,
        article=article,
        incident=None,
        sentences=sentences,
        times=times,
        anchors=anchors,
    )


def _flooded(readings: list[Reading]) -> list[Reading]:
    """Keep the articles that speak of floods, with the sentences near a flood word.

    Each is given its incident; one that names none shares the only one of its page.
    """
    texts = [_text(reading) for reading in readings]
    kept = [
        replace(_near(reading), incident=find_incident(text))
        for reading, text in zip(readings, texts, strict=True)
        if speaks_of_floods(text)
    ]
    named = {reading.incident for reading in kept} - {None}
    only = named.pop() if len(named) == 1 else None
    return [replace(reading, incident=reading.incident or only) for reading in kept]


def _near(reading: Reading) -> Reading:
    text = reading.page.reading
    pairs = zip(reading.sentences, reading.times, strict=True)
    near = [(sentence, times) for sentence, times in pairs if near_floods(text, sentence.span)]
    return replace(reading, sentences=tuple(s for s, _ in near), times=tuple(t for _, t in near))


def _text(reading: Reading) -> str:
    spans = (*reading.article.headings, *reading.article.paragraphs)
    return "\n".join(reading.page.reading[span.start : span.end] for span in spans)


def _dated(page: Page, anchor: Anchor) -> DatedTime:
    kind, meaning = anchor.mention.kind, anchor.meaning
    return DatedTime(
        quote=page.words(anchor.mention.span),
        quote_span=page.to_stored(anchor.mention.span),
        kind="vague" if kind == "now" else kind,
        start=meaning.start,
        end=meaning.end,
        precision=meaning.precision,
        basis=meaning.basis,
    )
