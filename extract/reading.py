"""One article on its way: its sentences, its times, and what is known of the page around it."""

import datetime as dt
import hashlib

import msgspec

from extract.anchors import Anchors, find_anchors
from extract.articles import Article
from extract.page import Page
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention, find_times

_ID_LENGTH = 12


class Reading(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article with its sentences and its dated times; `incident` is what it reports on.

    `times` holds the mentions of each sentence, `anchors` all of them, dated, in the order of the text.
    """

    report_id: str
    page: Page
    article: Article
    incident: str | None
    sentences: tuple[Sentence, ...]
    times: tuple[tuple[TimeMention, ...], ...]
    anchors: Anchors

    def identify(self, stored: Span, kind: str) -> str:
        """Name a row by its report, its place in the stored text and its kind: the same for ever."""
        key = f"{self.report_id}|{stored.start}|{stored.end}|{kind}"
        return hashlib.sha256(key.encode()).hexdigest()[:_ID_LENGTH]


def read_times(
    article: Article, sentences: tuple[Sentence, ...], published: dt.date | None
) -> tuple[tuple[tuple[TimeMention, ...], ...], Anchors]:
    """Find the time expressions of each sentence of an article, and date them all."""
    times = tuple(find_times(sentence) for sentence in sentences)
    anchors = find_anchors(article, tuple(zip(sentences, times, strict=True)), published)
    return times, anchors
