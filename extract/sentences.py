"""Part an article's paragraphs into sentences, and sentences into clauses."""

import bisect
import functools
import re
from collections.abc import Iterable, Sequence

import msgspec

from extract.articles import Article
from extract.page import Page
from extract.spans import Span

Word = tuple[int, int, int]
_SENTENCE = re.compile(r"[^。！？]+(?:[。！？…]+[”’）]*)?|[。！？]+[”’）]*")
_CLAUSE = re.compile(r"[^，；：。！？…]+")


class Sentence(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One sentence. The span is half-open, in the page's reading; `text` is that part of it.

    `paragraph` counts the article's paragraphs from 0; headings come last and are marked.
    """

    span: Span
    text: str
    paragraph: int
    is_heading: bool

    def words(self, span: Span) -> str:
        """Give the words of a span of the reading that lies in this sentence."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def clause_at(self, place: int) -> Span:
        """Give the clause, between commas, colons and stops, around a place; both in the reading."""
        number = bisect.bisect_right(self._ends, place)
        return self.clauses[number] if number < len(self.clauses) else self.span

    def by_clause(self, words: Iterable[Word], rules: Sequence[Sequence[int]]) -> list[tuple[Span, set[int]]]:
        """List the clauses that hold a word rules need, in order, each with the numbers of these rules.

        Args:
            words: What an automaton found in the text: each word's number, where it starts and ends.
            rules: The numbers of the rules that need a word, by its number.
        """
        offset, end = self.span.start, 0
        listed: list[tuple[Span, set[int]]] = []
        for word, start, _ in words:
            if start + offset >= end:
                clause, needed = self.clause_at(start + offset), set(rules[word])
                listed.append((clause, needed))
                end = clause.end
            else:
                needed.update(rules[word])
        return listed

    @functools.cached_property
    def clauses(self) -> tuple[Span, ...]:
        """List the clauses, as spans of the reading."""
        origin = self.span.start
        clauses = []
        for found in _CLAUSE.finditer(self.text):
            start, end = found.span()
            clauses.append(Span(origin + start, origin + end))
        return tuple(clauses)

    @functools.cached_property
    def _ends(self) -> list[int]:
        return [clause.end for clause in self.clauses]


def split_sentences(page: Page, article: Article) -> tuple[Sentence, ...]:
    """Split an article: the body in order, then its headings, each heading a paragraph of its own."""
    blocks = [(span, False) for span in article.paragraphs]
    blocks += [(span, True) for span in article.headings]
    return tuple(
        Sentence(
            span=Span(*found.span()),
            text=found[0],
            paragraph=number,
            is_heading=is_heading,
        )
        for number, (span, is_heading) in enumerate(blocks)
        for found in _SENTENCE.finditer(page.reading, span.start, span.end)
    )
