"""Part a page into its articles, each with its headline.

A headline may stand before or after its article: it goes to the neighbour whose words it repeats.
"""

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.page import Page, opens_article
from extract.rulebook import Rulebook, load
from extract.spans import Span

_STOPS = re.compile(r"[。！？…]|[，；：、]$")
_STOPPED = re.compile(r"(?<=[。！？])[”’）]*")
_TITLE_LENGTH = 30
_CLEARLY = 0.15
"""By how much, of its letter pairs, a headline must lean to one side to be given to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. Spans are half-open, in the page's reading.

    Attributes:
        title: Its headline; without one, the words it begins with.
        headings: The headlines and section heads.
        paragraphs: The body.
        dateline: The words it opens with, such as 新华社北京7月6日电; None without.
    """

    title: str
    headings: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    dateline: Span | None


def part_articles(page: Page) -> tuple[Article, ...]:
    """Part the page, in the order of the page; headings and bodies are all in some article."""
    blocks = [block for span in page.paragraphs for block in _split(page.reading, span)]
    return tuple(_to_article(page, draft) for draft in _collect(blocks))


def speaks_of_floods(text: str) -> bool:
    """Say whether folded text speaks of enough different flood matters to be read at all."""
    topic = _book().tables["topic"]
    return len({found[0] for found in _topic().finditer(text)}) >= int(topic["terms"])


def near_floods(text: str, span: Span) -> bool:
    """Say whether a flood word stands in the span of the folded text or near it."""
    reach = _book().tables["topic"]["reach"]
    return bool(_topic().search(text, max(0, span.start - reach), span.end + reach))


@dataclass(slots=True)
class _Draft:
    titles: list["_Block"]
    body: list["_Block"]
    sections: list["_Block"]

    @property
    def text(self) -> str:
        return "".join(block.text for block in self.body)


@dataclass(frozen=True, slots=True)
class _Block:
    span: Span
    text: str

    @property
    def is_heading(self) -> bool:
        return not _STOPS.search(self.text) and not self.opens and not self.closes

    @property
    def opens(self) -> bool:
        return opens_article(self.text)

    @property
    def closes(self) -> bool:
        return bool(_credit().search(self.text))


def _split(reading: str, span: Span) -> Iterator[_Block]:
    """Part a paragraph where an article opens in the middle of it, and a headline stands before that."""
    start = span.start
    for opening in _dateline().finditer(reading, span.start, span.end):
        for cut in (_last_stop(reading, start, opening.start()), opening.start()):
            if start < cut:
                yield _Block(Span(start, cut), reading[start:cut])
                start = cut
    yield _Block(Span(start, span.end), reading[start : span.end])


def _last_stop(reading: str, start: int, end: int) -> int:
    """Find where the last whole sentence before a place ends; the start where there is none."""
    stops = [stop.end() for stop in _STOPPED.finditer(reading, start, end)]
    return stops[-1] if stops else start


def _collect(blocks: list[_Block]) -> list[_Draft]:
    drafts = [_Draft([], [], [])]
    heads: list[_Block] = []
    for index, block in enumerate(blocks):
        if block.is_heading:
            heads.append(block)
            continue
        _place(drafts, heads, block, _body_after(blocks, index) if heads else "")
        heads = []
        drafts[-1].body.append(block)
        if block.closes:
            drafts.append(_Draft([], [], []))
    drafts[-1].titles.extend(heads)
    return [draft for draft in drafts if draft.body or draft.titles]


def _body_after(blocks: list[_Block], index: int) -> str:
    """Read on from a block to the next heading or dateline."""
    text = blocks[index].text
    for block in blocks[index + 1 :]:
        if block.is_heading or block.opens:
            break
        text += block.text
    return text


def _place(drafts: list[_Draft], heads: list[_Block], block: _Block, text: str) -> None:
    """Give the headings before a block to the article they close, or to the one it opens."""
    draft = drafts[-1]
    if not draft.body:
        draft.titles.extend(heads)
        return
    if not heads:
        if block.opens:
            drafts.append(_Draft([], [], []))
        return
    if not _section().match(heads[0].text):
        closing, opening = _lean(heads, draft.text, text, apart=block.opens or block.closes)
        if closing or opening:
            draft.titles.extend(closing)
            drafts.append(_Draft(opening, [], []))
            return
    draft.sections.extend(heads)


def _lean(heads: list[_Block], before: str, after: str, *, apart: bool) -> tuple[list[_Block], list[_Block]]:
    """Part headings into those of the text before them and those of the text after.

    Both are empty where the headings lean to neither side clearly and nothing else parts the texts.
    """
    leanings = [_share([head], before) - _share([head], after) for head in heads]
    least = 0 if apart else _CLEARLY
    closing = len(list(itertools.takewhile(lambda leaning: leaning > least, leanings)))
    if not closing and not apart and leanings[0] > -_CLEARLY:
        return [], []
    return heads[:closing], heads[closing:]


def _share(heads: list[_Block], text: str) -> float:
    """Measure how much of the headings' letter pairs a text repeats, 0 to 1."""
    pairs = [head.text[i : i + 2] for head in heads for i in range(len(head.text) - 1)]
    return sum(pair in text for pair in pairs) / max(1, len(pairs))


def _to_article(page: Page, draft: _Draft) -> Article:
    opening = _dateline().match(draft.body[0].text) if draft.body else None
    start = draft.body[0].span.start if draft.body else 0
    headings = sorted(block.span for block in (*draft.titles, *draft.sections))
    return Article(
        title=_title(page, draft),
        headings=tuple(headings),
        paragraphs=tuple(block.span for block in draft.body),
        dateline=Span(start, start + opening.end()) if opening else None,
    )


def _title(page: Page, draft: _Draft) -> str:
    if draft.titles:
        return " ".join(page.words(block.span).strip() for block in draft.titles)
    words = page.words(draft.body[0].span).strip()
    lead = _STOPS.split(words)[0]
    return lead if len(lead) <= _TITLE_LENGTH else lead[:_TITLE_LENGTH] + "…"


def _book() -> Rulebook:
    return load("articles")


@functools.cache
def _dateline() -> re.Pattern[str]:
    return _book().pattern("{dateline}")


@functools.cache
def _credit() -> re.Pattern[str]:
    return _book().pattern("{credit}")


@functools.cache
def _section() -> re.Pattern[str]:
    return _book().pattern("{section}")


@functools.cache
def _topic() -> re.Pattern[str]:
    words = sorted(_book().tables["topic"]["words"], key=len, reverse=True)
    return re.compile("|".join(words))
