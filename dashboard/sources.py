"""The sources: every report a view draws on, with the sentences its facts and directives stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.quotes import Stretch, show_sentence
from dashboard.wording import Row, document_words, known, published_words, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of a report.

    Attributes:
        labels: Of the facts and directives told in it, in the text's order.
        article: The headline of its article, where it is another than that of the passage before.
        words: The sentence as HTML, each quote marked and labelled.
    """

    labels: tuple[str, ...]
    article: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report: plain words but for its passages; `published` says when, and how that is known.

    A report without a title is called by its file, which is then not told again.
    """

    title: str
    publisher: str | None
    published: str
    file: str | None
    passages: tuple[Passage, ...]


def list_sources(
    tables: Sequence[pd.DataFrame], reports: pd.DataFrame, labels: Mapping[str, str], lang: str
) -> list[Source]:
    """List the reports of some rows, in the order of `reports`, and their sentences in the text's.

    Args:
        tables: Rows of the timeline, and of the directives.
        reports: The reports, among them those of the rows.
        labels: What to call each row, by its fact_id or directive_id.
        lang: The language to speak.
    """
    told: dict[str, list[tuple[Row, str]]] = {}
    for table, key in zip(tables, ("fact_id", "directive_id"), strict=True):
        for row in rows(table):
            told.setdefault(row.report_id, []).append((row, labels[getattr(row, key)]))
    return [
        Source(
            title=report.title if known(report.title) else document_words(report.source_name, lang),
            publisher=report.publisher if known(report.publisher) else None,
            published=published_words(report, lang),
            file=document_words(report.source_name, lang) if known(report.title) else None,
            passages=_passages(report.text, told[report.report_id]),
        )
        for report in rows(reports)
        if report.report_id in told
    ]


def _passages(text: str, told: Sequence[tuple[Row, str]]) -> tuple[Passage, ...]:
    sentences: dict[Stretch, list[tuple[Row, str]]] = {}
    for row, label in sorted(told, key=lambda pair: (pair[0].sentence_start, pair[0].quote_start)):
        sentence = Stretch(int(row.sentence_start), int(row.sentence_end))
        sentences.setdefault(sentence, []).append((row, label))
    passages = []
    before = None
    for sentence, inside in sentences.items():
        # A directive's row names no article.
        article = next((row.article for row, _ in inside if known(getattr(row, "article", None))), before)
        quotes = [(Stretch(int(row.quote_start), int(row.quote_end)), label) for row, label in inside]
        passages.append(
            Passage(
                labels=tuple(label for _, label in inside),
                article=None if article == before else article,
                words=show_sentence(text, sentence, quotes),
            )
        )
        before = article
    return tuple(passages)
