"""Find numbers with their units in a sentence. What a number measures is for `aspects.py`."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.matcher import Match, find_matches
from extract.numerals import read_number
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_MOST = {"most", "most_after"}
_LEAST = {"least", "least_after", "infix", "infix2", "infix3"}
_SECONDS = {"秒": 1, "秒钟": 1, "分钟": 60, "小时": 3600, "日": 86400, "天": 86400}
_RATES = {"m3": "m3/s", "m": "m/s"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit and hedges. The span is half-open, in the page's reading.

    `low` and `high` are an inclusive range in `measure`, None for an open side; `modifier` is exact,
    about, at_least, at_most or range.
    """

    span: Span
    text: str
    low: float | None
    high: float | None
    modifier: str
    measure: str


def find_quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """Find the numbers with units of a sentence, in its order, none overlapping another."""
    matches = find_matches(sentence.text, load("quantities").rules)
    found = (_to_quantity(match, sentence) for match in matches)
    return tuple(quantity for quantity in found if quantity)


def _to_quantity(match: Match, sentence: Sentence) -> Quantity | None:
    words = match.groups
    try:
        low, high = _read_range(words)
    except ValueError:
        return None
    unit = _units()[words["unit"]]
    factor, measure = unit["factor"], unit["measure"]
    if "per" in words:
        if measure not in _RATES:
            return None
        factor, measure = factor / _SECONDS[words["per"]], _RATES[measure]
    modifier = _modifier(words, low, high)
    span = match.span.shift(sentence.span.start)
    return Quantity(
        span=span,
        text=sentence.words(span),
        low=None if modifier == "at_most" else _times(low, factor),
        high=None if modifier == "at_least" else _times(high, factor),
        modifier=modifier,
        measure=measure,
    )


def _read_range(words: Mapping[str, str]) -> tuple[float, float | None]:
    """Read 300, 5至6, 1.2万, 10余万: a scale after the hedge counts for both ends."""
    scale = words.get("scale2", "")
    low, top = read_number(words["low"] + (words.get("scale") or ("" if "high" in words else scale)))
    if "high" not in words:
        return low, top
    high, _ = read_number(words["high"] + scale)
    bare = not words["low"].endswith(("百", "千", "万", "亿"))
    shared = words["high"].lstrip("0123456789.,")
    if bare and shared and low < high:
        low = read_number(words["low"] + shared)[0] if words["low"][0].isdigit() else low
    unit_low = words.get("unit_low")
    if unit_low and unit_low != words["unit"]:
        low *= _units()[unit_low]["factor"] / _units()[words["unit"]]["factor"]
    return low, high


def _modifier(words: Mapping[str, str], low: float, high: float | None) -> str:
    if words.keys() & _MOST:
        return "at_most"
    if words.keys() & _LEAST or high is None:
        return "at_least"
    if high != low:
        return "range"
    return "about" if words.keys() & {"before", "after"} else "exact"


def _times(number: float | None, factor: float) -> float | None:
    return None if number is None else round(number * factor, 6)


@functools.cache
def _units() -> Mapping[str, Mapping[str, Any]]:
    entries = load("quantities").tables["lexicon"]["unit"]
    return {word: entry for entry in entries for word in entry["words"]}
