"""Find numbers with their units in a sentence. What a number measures is for `aspects.py`."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from extract.numerals import read_number
from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span

_RATE_REACH = 16
"""How many characters before a number may say that it is a rate: 每小时可抽排."""
_SECONDS = {"秒": 1, "秒钟": 1, "分钟": 60, "小时": 3600, "日": 86400, "天": 86400, "昼夜": 86400}
_NEED_REACH = 24
"""How many characters from its start a number looks for what a rule needs."""
_HEDGE_REACH = 4
_KILOMETRE = 1000
_LEAST = {"infix", "infix2", "infix_low", "least_after"}
# A pattern that says the same in two orders needs two names for a group.
_GROUPS = {"low2": "low", "unit2": "unit", "tail2": "tail"}


# A rule, the characters it needs, and whether it is a last resort.
_Tried = tuple[Rule, frozenset[str], bool]


class Quantity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number with its unit and hedges. The span is half-open, in the page's reading.

    `low` and `high` are an inclusive range in `measure`, None for an open side; `modifier` is exact,
    about, at_least, at_most or range; `is_rate` where it is so much a second, an hour or a day.
    """

    rule: str
    span: Span
    text: str
    low: float | None
    high: float | None
    modifier: str
    measure: str
    is_rate: bool


def find_quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """Find the numbers with units of a sentence, in its order, none overlapping another."""
    return tuple(_find(sentence))


def _find(sentence: Sentence) -> Iterator[Quantity]:
    text, place = sentence.text, 0
    rules = [tried for tried in _rules() if not tried[1] or not tried[1].isdisjoint(text)]
    for numeral in _part("numeral").finditer(text):
        if numeral.start() < place:
            continue
        best = max(_matches(text, numeral.start(), rules), key=_reach, default=None)
        quantity = best and _to_quantity(sentence, *best, place)
        if quantity:
            place = quantity.span.end - sentence.span.start
            yield quantity


def _matches(text: str, start: int, rules: list[_Tried]) -> Iterator[tuple[Rule, re.Match[str]]]:
    near = text[start : start + _NEED_REACH]
    fits = False
    for rule, needs, is_last in rules:
        if (is_last and fits) or (needs and needs.isdisjoint(near)):
            continue
        found = rule.pattern.match(text, start)
        if found:
            fits = True
            yield rule, found


def _reach(candidate: tuple[Rule, re.Match[str]]) -> int:
    return candidate[1].end()


def _to_quantity(sentence: Sentence, rule: Rule, found: re.Match[str], after: int) -> Quantity | None:
    words = {_GROUPS.get(name, name): said for name, said in found.groupdict().items() if said is not None}
    factor, measure = _unit(rule, words)
    try:
        low, high = _read(rule, words, factor)
    except ValueError:
        return None
    if words["low"] == "一" and _is_repeated(sentence.text, found.start(), found.end()):
        return None
    hedge, start = _hedge(sentence.text, found.start(), after)
    per = _part("rate").search(sentence.text, max(after, start - _RATE_REACH), start)
    if per and measure == "person":  # shifts and daily quotas are nothing
        return None
    if per and (measure == "m3" or (measure == "m" and per["per"] == "秒")):
        factor, measure, start = factor / _SECONDS[per["per"] or "日"], f"{measure}/s", per.start()
    modifier = _modifier(words, hedge, low, high)
    return Quantity(
        rule=rule.name,
        span=Span(start, found.end()).shift(sentence.span.start),
        text=sentence.text[start : found.end()],
        low=None if modifier == "at_most" else _times(low, factor),
        high=None if modifier == "at_least" else _times(high, factor),
        modifier=modifier,
        measure=measure,
        is_rate=per is not None,
    )


def _is_repeated(text: str, start: int, end: int) -> bool:
    """Say whether 一辆 is one of many (一辆跟着一辆) or one of a row (最后一辆): it counts nothing."""
    return bool(_part("repeated_after").match(text, end)) or bool(
        _part("repeated_before").search(text, max(0, start - _HEDGE_REACH), start)
    )


def _unit(rule: Rule, words: Mapping[str, str]) -> tuple[float, str]:
    if "unit" not in words:
        return float(rule.builds.get("factor", 1)), str(rule.builds["measure"])
    unit = _units()[words["unit"]]
    return float(unit["factor"]), str(unit["measure"])


def _read(rule: Rule, words: Mapping[str, str], factor: float) -> tuple[float, float | None]:
    """Read 300, 5至6, 1.2万, 10余万, 1米五: a scale after the hedge counts for both ends."""
    if "stake" in words:
        return float(words["low"]) * _KILOMETRE + float(words["stake"]), float(
            words["low"]
        ) * _KILOMETRE + float(words["stake"])
    if words["low"] == "半":
        return 0.5, 0.5
    low, high = _read_range(words)
    if "tail" in words:
        tail = (
            0.5
            if words["tail"] == "半"
            else read_number(words["tail"])[0] * rule.builds["factor_tail"] / factor
        )
        low, high = low + tail, None if high is None else high + tail
    return low, high


def _read_range(words: Mapping[str, str]) -> tuple[float, float | None]:
    scale = words.get("scale2", "")
    low, top = read_number(words["low"] + (words.get("scale") or ("" if "high" in words else scale)))
    if "high" not in words:
        return low, top
    high, _ = read_number(words["high"] + scale)
    shared = words["high"].lstrip("0123456789.,") + scale
    if shared and words["low"][-1] not in "百千万亿" and words["low"][0].isdigit() and low < high:
        low = read_number(words["low"] + shared)[0]
    unit_low = words.get("unit_low")
    if unit_low and unit_low != words["unit"]:
        low *= _units()[unit_low]["factor"] / _units()[words["unit"]]["factor"]
    return min(low, high or low), max(low, high or low)


def _hedge(text: str, start: int, after: int) -> tuple[str | None, int]:
    """Find the hedge right before a number, and where it begins."""
    for length in range(min(_HEDGE_REACH, start - after), 0, -1):
        means = _hedges().get(text[start - length : start])
        if means:
            return (None, start) if means == "none" else (means, start - length)
    return None, start


def _modifier(words: Mapping[str, str], hedge: str | None, low: float, high: float | None) -> str:
    if hedge == "at_most" or "most_after" in words:
        return "at_most"
    if hedge == "at_least" or words.keys() & _LEAST or high is None:
        return "at_least"
    if high != low:
        return "range"
    return "about" if hedge or "about_after" in words else "exact"


def _times(number: float | None, factor: float) -> float | None:
    return None if number is None else round(number * factor, 6)


@functools.cache
def _part(name: str) -> re.Pattern[str]:
    return load("quantities").pattern(f"{{{name}}}")


@functools.cache
def _rules() -> tuple[_Tried, ...]:
    """List the rules with the characters they need and whether they are a last resort; those come last."""
    rules = load("quantities").rules
    listed = ((r, frozenset(r.builds.get("needs", "")), bool(r.builds.get("last_resort"))) for r in rules)
    return tuple(sorted(listed, key=lambda entry: entry[2]))


@functools.cache
def _hedges() -> Mapping[str, str]:
    entries = load("quantities").tables["lexicon"]["hedge"]
    return {word: str(entry["means"]) for entry in entries for word in entry["words"]}


@functools.cache
def _units() -> Mapping[str, Mapping[str, Any]]:
    entries = load("quantities").tables["lexicon"]["unit"]
    return {word: entry for entry in entries for word in entry["words"]}
