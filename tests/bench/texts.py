"""Writes the benchmark's texts from wordings of our own; the same seed writes the same text for ever.

Numbers, times, units and places are drawn anew in every sentence, so that nothing read once helps later.
"""

import functools
import itertools
import json
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_SEED = 20240705
_LENGTHS = 200, 800
"""Characters of an article."""
_FLOODS = 0.03
"""The share of flood reports in ordinary news."""
_SENTENCES = 1, 4
"""Sentences of a paragraph."""

_NUMBER = re.compile(r"[0-9]+")
_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"([~,]?)(\d+(?:\.(\d+))?)\.\.(\d+(?:\.\d+)?)")
_DIGITS = "零一二三四五六七八九"
_SCALES = (1000, "千"), (100, "百"), (10, "十")


def flood_reports(size: int, seed: int = _SEED) -> str:
    """Write dense flood reports of at least so many bytes of UTF-8, whole articles."""
    return _fill(size, _articles(seed, floods=1.0))


def ordinary_news(size: int, seed: int = _SEED) -> str:
    """Write ordinary news with a few flood reports in it, of at least so many bytes of UTF-8."""
    return _fill(size, _articles(seed, floods=_FLOODS))


def labelled_passages(size: int, seed: int = _SEED) -> str:
    """Repeat the labelled passages, floods and others, up to so many bytes; every digit is drawn anew."""
    dice = random.Random(seed)  # noqa: S311  # no secret: every run must draw the same
    files = sorted((_FOLDER / "passages").glob("*.jsonl"))
    told = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    drawn = (_NUMBER.sub(lambda found: _redraw(dice, found[0]), text) for text in itertools.cycle(told))
    return _fill(size, (f"{text}\n\n" for text in drawn))


def one_line(text: str) -> str:
    """Take the line breaks out."""
    return "".join(text.splitlines())


def one_sentence(text: str) -> str:
    """Take the line breaks out and let no sentence end."""
    return one_line(text).translate(dict.fromkeys(map(ord, "。！？；"), "，"))


def columns(text: str, width: int = 20) -> str:
    """Cut the lines at a width, as a printed page does, each followed by an empty line."""
    lines = (line[at : at + width] for line in text.splitlines() for at in range(0, max(1, len(line)), width))
    return "\n\n".join(lines)


def _redraw(dice: random.Random, digits: str) -> str:
    """Write another number of as many digits, not larger at the front: 14时 stays an hour of the day."""
    return str(dice.randint(1, max(1, int(digits[0])))) + "".join(str(dice.randint(0, 9)) for _ in digits[1:])


def _fill(size: int, articles: Iterator[str]) -> str:
    parts: list[str] = []
    written = 0
    while written < size:
        parts.append(next(articles))
        written += len(parts[-1].encode())
    return "".join(parts)


def _articles(seed: int, *, floods: float) -> Iterator[str]:
    dice = random.Random(seed)  # noqa: S311  # no secret: every run must draw the same
    flood, news = _book("flood"), _book("news")
    while True:
        book = flood if dice.random() < floods else news
        yield _Writer(dice, book).article(dice.choice(book.genres))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Genre:
    """A kind of article; every list holds wordings with slots."""

    headlines: list[str]
    openings: list[str]
    sentences: list[str]
    closings: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What a file of wordings holds: `once` is drawn once for an article, `words` at each place."""

    once: dict[str, list[str]]
    words: dict[str, list[str]]
    genres: list[_Genre]


@functools.cache
def _book(name: str) -> _Book:
    content: dict[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    genres = [
        _Genre(**{key: value for key, value in genre.items() if key != "name"}) for genre in content["genre"]
    ]
    return _Book(once=content["once"], words=content["words"], genres=genres)


class _Writer:
    """Writes one article: names drawn once stay the same in it."""

    def __init__(self, dice: random.Random, book: _Book) -> None:
        self._dice = dice
        self._book = book
        self._names: dict[str, str] = {}

    def article(self, genre: _Genre) -> str:
        dice = self._dice
        length = dice.randint(*_LENGTHS)
        paragraphs = [self._write(dice.choice(genre.headlines)), self._write(dice.choice(genre.openings))]
        # No wording comes twice in an article.
        wordings = dice.sample(genre.sentences, len(genre.sentences))
        while wordings and sum(map(len, paragraphs)) < length:
            count = min(dice.randint(*_SENTENCES), len(wordings))
            paragraphs.append("".join(self._write(wordings.pop()) for _ in range(count)))
        closing = self._write(dice.choice(genre.closings))
        if closing.startswith("（"):
            paragraphs[-1] += closing
        elif closing:
            paragraphs.append(closing)
        return "\n".join(paragraphs) + "\n\n"

    def _write(self, wording: str) -> str:
        texts = [self._fill(part) if slot else part for slot, part in _parts(wording)]
        return "".join(texts)

    def _fill(self, name: str) -> str:
        if limits := _limits(name):
            return self._number(*limits)
        if name in self._names:
            return self._names[name]
        if name in self._book.words:
            return self._write(self._dice.choice(self._book.words[name]))
        self._names[name] = text = self._write(self._dice.choice(self._book.once[name]))
        return text

    def _number(self, style: str, decimals: int, low: int, high: int) -> str:
        drawn = self._dice.randint(low, high)
        if style == "~":
            return _chinese(drawn)
        return f"{drawn:,}" if style else f"{drawn / 10**decimals:.{decimals}f}"


@functools.cache
def _parts(wording: str) -> list[tuple[bool, str]]:
    """Part a wording into what stands and what is to be filled in (True)."""
    return [(bool(place % 2), part) for place, part in enumerate(_SLOT.split(wording)) if part]


@functools.cache
def _limits(name: str) -> tuple[str, int, int, int] | None:
    """Read a range such as ~3..18: its style, its decimals, and both ends in units of the last decimal."""
    found = _RANGE.fullmatch(name)
    if not found:
        return None
    decimals = len(found[3] or "")
    low, high = (round(float(end) * 10**decimals) for end in (found[2], found[4]))
    return found[1], decimals, low, high


def _chinese(number: int) -> str:
    """Write a number below ten thousand in Chinese numerals: 12 is 十二, 305 is 三百零五."""
    text, gap, rest = "", False, number
    for scale, mark in _SCALES:
        digit, rest = divmod(rest, scale)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + mark
        gap = bool(text) and not digit
    if rest or not text:
        text += ("零" if gap else "") + _DIGITS[rest]
    return text.removeprefix("一") if 10 <= number < 20 else text
