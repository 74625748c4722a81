"""The text of a report as its page reads: articles apart, every fact marked in place. All of it HTML."""

import bisect
import itertools
from collections.abc import Sequence

from dashboard.quotes import Mark, Stretch, escape_html, mark_chinese, show_marks
from dashboard.reading import Block, Column
from dashboard.strings import say


class Whole:
    """A report's text and all that is marked in it."""

    def __init__(self, text: str, marks: Sequence[Mark], sentences: Sequence[Stretch], lang: str) -> None:
        """Take what there is.

        Args:
            text: As stored.
            marks: Of facts and directives, and of the numbers that became neither.
            sentences: Those that were read, in order.
            lang: The language to speak.
        """
        self.text = text
        self.lang = lang
        self._marks = sorted(marks, key=lambda mark: mark.place)
        self._longest = max((mark.place.end - mark.place.start for mark in marks), default=0)
        self._sentences = sentences

    def within(self, place: Stretch) -> list[Mark]:
        """List the marks that reach into a stretch."""
        first, last = (
            bisect.bisect_left(self._marks, edge, key=lambda mark: mark.place.start)
            for edge in (place.start - self._longest, place.end)
        )
        return [mark for mark in self._marks[first:last] if mark.place.end > place.start]

    def unread(self, place: Stretch) -> list[Mark]:
        """Mark what of a stretch lies in no sentence that was read."""
        first = bisect.bisect_right(self._sentences, place.start, key=lambda one: one.end)
        gaps, start = [], place.start
        for sentence in itertools.islice(self._sentences, first, None):
            if sentence.start >= place.end:
                break
            gaps.append(Stretch(start, sentence.start))
            start = sentence.end
        gaps.append(Stretch(start, place.end))
        return [
            Mark(place=gap, level=2, tag="span", classes="unread")
            for gap in gaps
            if self.text[gap.start : gap.end].strip()
        ]


def show_whole(whole: Whole, columns: Sequence[Column]) -> str:
    """Return articles of a report, those that were passed over folded."""
    return "".join(_column(whole, column) for column in columns)


def _column(whole: Whole, column: Column) -> str:
    title = escape_html(column.title)
    runs = _runs(whole, column.blocks)
    if [is_passed for is_passed, _ in runs] == [True]:
        length = sum(block.place.end - block.place.start for block in column.blocks)
        words = say(whole.lang, "passed_article", title=column.title, length=f"{length:,}")
        return f'<article aria-label="{title}" lang="zh">{_folded(whole, words, column.blocks)}</article>'
    goes_on = escape_html(say(whole.lang, "goes_on", title=column.title))
    begins = f'<p class="goes-on" lang="{whole.lang}">{goes_on}</p>'
    shown = "".join(_run(whole, blocks, is_passed=is_passed) for is_passed, blocks in runs)
    return f'<article aria-label="{title}" lang="zh">{begins if column.goes_on else ""}{shown}</article>'


def _runs(whole: Whole, blocks: Sequence[Block]) -> list[tuple[bool, list[Block]]]:
    """Part blocks into those that were passed over and those to show; a heading goes with what it heads."""
    runs: list[tuple[bool, list[Block]]] = []
    for block in reversed(blocks):
        is_passed = not block.is_read and not any(mark.level == 0 for mark in whole.within(block.place))
        if block.is_heading and not block.is_read and runs:
            is_passed = is_passed and runs[-1][0]
        if runs and runs[-1][0] == is_passed:
            runs[-1][1].append(block)
        else:
            runs.append((is_passed, [block]))
    return [(is_passed, run[::-1]) for is_passed, run in reversed(runs)]


def _run(whole: Whole, blocks: Sequence[Block], *, is_passed: bool) -> str:
    if not is_passed:
        return _blocks(whole, blocks)
    count = sum(not block.is_heading for block in blocks)
    length = sum(block.place.end - block.place.start for block in blocks)
    return _folded(whole, say(whole.lang, "passed_paragraphs", count=count, length=f"{length:,}"), blocks)


def _folded(whole: Whole, words: str, blocks: Sequence[Block]) -> str:
    summary = f'<summary lang="{whole.lang}">{mark_chinese(words, whole.lang)}</summary>'
    return f'<details class="passed">{summary}{_blocks(whole, blocks)}</details>'


def _blocks(whole: Whole, blocks: Sequence[Block]) -> str:
    return "".join(_block(whole, block) for block in blocks)


def _block(whole: Whole, block: Block) -> str:
    marks = [*whole.within(block.place), *whole.unread(block.place)]
    words = show_marks(whole.text, block.place, marks)
    tag = "h3" if block.is_heading else "p"
    return f'<{tag} lang="zh">{words}</{tag}>'
