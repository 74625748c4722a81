"""Part a page into its articles, each with its headline.

A headline may stand before or after its article: it goes to the neighbour whose words it repeats.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from extract.page import Page, begins_with_date, opens_article
from extract.rulebook import Rulebook, load
from extract.spans import Span

_STOPS = re.compile(r"[。！？…]")
_ENDS = "，；：、"
_NO_HEADLINE_ENDS = frozenset("。！？…" + _ENDS)
_CREDIT_ENDS = frozenset("摄影）")
_COMMAS = 2
"""A headline has so many commas at most."""
_CLOSERS = re.compile(r"[”’）]*")
_TITLE_LENGTH = 30
_CLEARLY = 0.15
"""By how much, of its letter pairs, a headline must lean to one side to be given to it."""
_NEARBY = 2000
"""How many characters of a text beside a headline tell whether it repeats its words."""
_CREDIT, _OPENING = 40, 60
"""How many characters at most a picture's credit and a dateline take."""
_APART = 3
"""By how many characters the widths of two columns differ at least."""


class Article(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One article. Spans are half-open, in the page's reading.

    Attributes:
        title: Its headline; without one, the words it begins with.
        headings: The headlines and section heads.
        paragraphs: The body.
        parts: Where, counted in paragraphs, another article may begin without saying so: after a head
            that could be a headline, or where the lines are cut at another width. The first is 0.
        dateline: The words it opens with, such as 新华社北京7月6日电; None without.
    """

    title: str
    headings: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    parts: tuple[int, ...]
    dateline: Span | None


def part_articles(page: Page) -> tuple[Article, ...]:
    """Part the page, in the order of the page; headings and bodies are all in some article."""
    reading, marks = page.reading, _marks()
    agencies = (found.start() for found in _agency().finditer(reading))
    agency = next(agencies, len(reading))
    blocks: list[_Block] = []
    for span, column in zip(page.paragraphs, page.columns, strict=True):
        if agency < span.end:
            blocks += _split(reading, span, column)
        else:
            blocks.append(_Block(reading, span, column, may_open=reading[span.start] in marks))
        while agency < span.end:
            agency = next(agencies, len(reading))
    return tuple(_to_article(page, draft) for draft in _collect(blocks))


@dataclass(slots=True)
class _Draft:
    titles: list["_Block"]
    body: list["_Block"]
    sections: list["_Block"]
    parts: list[int]

    @classmethod
    def of(cls, titles: Sequence["_Block"] = ()) -> "_Draft":
        return cls([*titles], [], [], [0])

    @property
    def text(self) -> str:
        return _text_of(self.body, range(len(self.body) - 1, -1, -1))

    def is_set_like(self, block: "_Block") -> bool:
        """Say whether the lines of a block are not cut at another width than those of the body so far."""
        column = self.body[-1].column
        return not (column and block.column) or abs(column - block.column) < _APART


class _Block:
    """A paragraph, or a piece of one; `column` is the width its lines were cut at, 0 where unknown."""

    __slots__ = ("closes", "column", "is_heading", "opens", "span", "text")

    def __init__(self, reading: str, span: Span, column: int, *, may_open: bool = True) -> None:
        self.span = span
        self.text = text = reading[span.start : span.end]
        self.column = column
        self.opens = may_open and opens_article(text)
        last = text[-1]
        self.closes = last in _CREDIT_ENDS and _is_credited(text)
        self.is_heading = (
            last not in _NO_HEADLINE_ENDS and not (self.opens or self.closes) and _is_short(text)
        )


def _is_credited(text: str) -> bool:
    """Say whether a picture's credit ends a text."""
    return "摄" in text[-3:] and bool(_credit().search(text, max(0, len(text) - _CREDIT)))


def _is_short(text: str) -> bool:
    """Say whether a text is no longer than a headline may be: no sentence, few commas."""
    return not (_STOPS.search(text) or text.count("，") > _COMMAS or begins_with_date(text))


def _split(reading: str, span: Span, column: int) -> Iterator[_Block]:
    """Part a paragraph where an article opens in the middle of it, and a headline stands before that."""
    start = span.start
    for opening in _openings(reading, span):
        for cut in (_last_stop(reading, start, opening), opening):
            if start < cut:
                yield _Block(reading, Span(start, cut), column)
                start = cut
    yield _Block(reading, Span(start, span.end), column)


def _openings(reading: str, span: Span) -> Iterator[int]:
    """Find where a dateline begins in a paragraph, looking only where an agency is named."""
    agency, dateline = _agency(), _dateline()
    named = agency.search(reading, span.start, span.end)
    while named:
        place = max(span.start, named.start() - 2)  # 据 or 综合 may stand before it
        opening = dateline.search(reading, place, min(span.end, named.end() + _OPENING))
        if opening:
            yield opening.start()
        named = agency.search(reading, (opening or named).end(), span.end)


def _last_stop(reading: str, start: int, end: int) -> int:
    """Find where the last whole sentence before a place ends; the start where there is none."""
    last = max(reading.rfind(stop, start, end) for stop in "。！？")
    closers = _CLOSERS.match(reading, last + 1, end) if last >= 0 else None
    return closers.end() if closers else start


def _collect(blocks: list[_Block]) -> list[_Draft]:
    drafts = [_Draft.of()]
    heads: list[_Block] = []
    for index, block in enumerate(blocks):
        if block.is_heading:
            heads.append(block)
            continue
        # Without a headline, a dateline or another width before it, a block goes on with its article.
        if heads or block.opens or block.column:
            _place(drafts, heads, block, _body_after(blocks, index) if heads else "")
            heads = []
        drafts[-1].body.append(block)
        if block.closes:
            drafts.append(_Draft.of())
    drafts[-1].titles.extend(heads)
    return [draft for draft in drafts if draft.body or draft.titles]


def _body_after(blocks: list[_Block], index: int) -> str:
    """Read on from a block to the next heading or dateline."""
    end = index + 1
    while end < len(blocks) and end < index + _NEARBY and not (blocks[end].is_heading or blocks[end].opens):
        end += 1
    return _text_of(blocks, range(index, end))


def _text_of(blocks: list[_Block], numbers: Iterable[int]) -> str:
    """Join as many blocks as tell whether a headline repeats their words."""
    texts, length = [], 0
    for number in numbers:
        text = blocks[number].text
        texts.append(text)
        length += len(text)
        if length > _NEARBY:
            break
    return "".join(texts)


def _place(drafts: list[_Draft], heads: list[_Block], block: _Block, text: str) -> None:
    """Give the headings before a block to the article they close, or to the one it opens."""
    draft = drafts[-1]
    if not draft.body:
        draft.titles.extend(heads)
        return
    alike = draft.is_set_like(block)
    if not heads:
        if block.opens:
            drafts.append(_Draft.of())
        elif not alike:
            draft.parts.append(len(draft.body))
        return
    if not _section().match(heads[0].text):
        apart = block.opens or block.closes or not alike
        closing, opening = _lean(heads, draft.text, text, apart=apart)
        if closing or opening:
            draft.titles.extend(closing)
            drafts.append(_Draft.of(opening))
            return
        draft.parts.append(len(draft.body))
    draft.sections.extend(heads)


def _lean(heads: list[_Block], before: str, after: str, *, apart: bool) -> tuple[list[_Block], list[_Block]]:
    """Part headings into those of the text before them and those of the text after.

    Both are empty where the headings lean to neither side clearly and nothing else parts the texts.
    """
    leanings = [_leaning(head, before, after) for head in heads]
    least = 0 if apart else _CLEARLY
    closing = len(list(itertools.takewhile(lambda leaning: leaning > least, leanings)))
    if not closing and not apart and leanings[0] > -_CLEARLY:
        return [], []
    return heads[:closing], heads[closing:]


def _leaning(head: _Block, before: str, after: str) -> float:
    """Measure how much more of a heading's letter pairs the text before it repeats than the one after."""
    pairs = [one + two for one, two in itertools.pairwise(head.text)]
    repeated = len([pair for pair in pairs if pair in before]) - len(
        [pair for pair in pairs if pair in after]
    )
    return repeated / max(1, len(pairs))


def _to_article(page: Page, draft: _Draft) -> Article:
    opening = _dateline().match(draft.body[0].text) if draft.body else None
    start = draft.body[0].span.start if draft.body else 0
    headings = sorted(block.span for block in (*draft.titles, *draft.sections))
    return Article(
        title=_title(page, draft),
        headings=tuple(headings),
        paragraphs=tuple(block.span for block in draft.body),
        parts=tuple(draft.parts),
        dateline=Span(start, start + opening.end()) if opening else None,
    )


def _title(page: Page, draft: _Draft) -> str:
    if draft.titles:
        return " ".join(page.words(block.span).strip() for block in draft.titles)
    words = page.words(draft.body[0].span).strip()
    lead = _STOPS.split(words, maxsplit=1)[0].rstrip(_ENDS)
    return lead if len(lead) <= _TITLE_LENGTH else lead[:_TITLE_LENGTH] + "…"


def _book() -> Rulebook:
    return load("articles")


@functools.cache
def _dateline() -> re.Pattern[str]:
    return _book().pattern("{dateline}")


@functools.cache
def _agency() -> re.Pattern[str]:
    """The names alone, for a pattern that begins with plain words is searched five times as fast."""
    return re.compile(_book().tables["parts"]["agency"] + "|【")


@functools.cache
def _marks() -> frozenset[str]:
    return frozenset(_book().tables["parts"]["mark"])


@functools.cache
def _credit() -> re.Pattern[str]:
    return _book().pattern("{credit}")


@functools.cache
def _section() -> re.Pattern[str]:
    return _book().pattern("{section}")
