"""Find numbers with their units in a sentence. What a number measures is for `aspects.py`."""

import functools
import re
import sys
from collections.abc import Iterable, Mapping

import msgspec

from extract.numerals import read_number
from extract.rulebook import Rule, load, part
from extract.sentences import Sentence
from extract.spans import Span

_part = functools.partial(part, "quantities")

_RATE_REACH = 16
"""How many characters before a number may say that it is a rate: 每小时可抽排."""
_SECONDS = {"秒": 1, "秒钟": 1, "分钟": 60, "小时": 3600, "日": 86400, "天": 86400, "昼夜": 86400}
_HEDGE_REACH = 4
_LEAST = frozenset(("infix", "infix2", "infix_low", "least_after"))
_MORE = ("个多", "个余")
"""How a unit begins that holds a hedge: 7个多小时."""
_NEVER = (sys.maxsize, sys.maxsize)
"""Where the next time is, after the last one."""
_OF = "__"
"""Stands between the name of a group and that of its rule."""
_GROUP = re.compile(r"\(\?P<(\w+)>")

_Unit = tuple[float, str, str | None]
"""A unit: its factor, its measure and the hedge it holds."""
_Said = tuple[str, float, float | None, float, str, str | None]
"""A number, its ends, the factor and the measure of its unit, and the hedge within or behind it."""


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


def find_quantities(sentence: Sentence, times: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """Find the numbers with units of a sentence, in its order, none overlapping another.

    Args:
        sentence: The sentence.
        times: Its times of the calendar, in order: a number that begins in one is part of it.
    """
    usual, others = _usual().pattern, _others()
    text, offset, place = sentence.text, sentence.span.start, 0
    may_rate = "每" in text or ("日" in text and bool(_part("daily").search(text)))
    spans = iter([(time.start - offset, time.end - offset) for time in times])
    first, last = next(spans, _NEVER)
    quantities: list[Quantity] = []
    for numeral in _part("numeral").finditer(text):
        start = numeral.start()
        while last <= start:
            first, last = next(spans, _NEVER)
        if start < place or first <= start:
            continue
        found = usual.match(text, start)
        if found is None or found.lastgroup == "more":
            found = others.match(text, start) or found
        quantity = found and _to_quantity(found, offset, place, may_rate=may_rate)
        if quantity:
            place = quantity.span.end - offset
            quantities.append(quantity)
    return tuple(quantities)


def _to_quantity(found: re.Match[str], offset: int, after: int, *, may_rate: bool) -> Quantity | None:
    is_plain = found.lastgroup == "unit" and found.end("low") == found.start("unit")
    try:
        said = _read_plain(found) if is_plain else _read_words(found)
    except ValueError:
        return None
    number, low, high, factor, measure, hedge = said
    text, (start, end) = found.string, found.span()
    if number == "一" and _is_repeated(text, start, end):
        return None
    before = None
    if start > after and text[start - 1] in _hedges():
        before, start = _hedge(text, start, after)
    per = _rate(text, start, after) if may_rate else None
    if per:
        if measure == "person":  # shifts and daily quotas are nothing
            return None
        if measure == "m3" or (measure == "m" and per["per"] == "秒"):
            factor, measure, start = factor / _SECONDS[per["per"] or "日"], f"{measure}/s", per.start()
    modifier = _modifier(before, hedge, low, high)
    return Quantity(
        rule=_rule(found).name,
        span=Span(offset + start, offset + end),
        text=text[start:end],
        low=None if modifier == "at_most" else _times(low, factor),
        high=None if high is None or modifier == "at_least" else _times(high, factor),
        modifier=modifier,
        measure=measure,
        is_rate=per is not None,
    )


def _rule(found: re.Match[str]) -> Rule:
    """Tell which rule found it."""
    return _marks().get(found.lastgroup) or _usual()


def _read_plain(found: re.Match[str]) -> _Said:
    """Read a number and its unit: most are no more."""
    number, unit = found.group("low", "unit")
    low, high = read_number(number)
    return number, low, high, *_units()[unit]


def _read_words(found: re.Match[str]) -> _Said:
    """Read 300, 5至6, 1.2万, 10余万, 1米五: a scale after the hedge counts for both ends."""
    words = {name.partition(_OF)[0]: said for name, said in found.groupdict().items() if said}
    builds = _rule(found).builds
    if "unit" in words:
        factor, measure, hedge = _units()[words["unit"]]
    else:
        factor, measure, hedge = float(builds.get("factor", 1)), str(builds["measure"]), None
    low, high = _read_range(words)
    if "tail" in words:
        share = builds.get("factor_tail", factor) / factor
        low_tail, high_tail = read_number(words["tail"])
        low += low_tail * share
        high = None if high is None or high_tail is None else high + high_tail * share
    return words["low"], low, high, factor, measure, _hedge_within(words) or hedge


def _hedge_within(words: Mapping[str, str]) -> str | None:
    """Say what the words within a number, or behind it, make of it."""
    if "most_after" in words:
        return "at_most"
    if not _LEAST.isdisjoint(words):
        return "at_least"
    return "about" if "about_after" in words else None


def _times(number: float, factor: float) -> float:
    """Turn a number into its measure; most are whole, and to round takes longest of all."""
    product = number * factor
    return product if product.is_integer() else round(product, 6)


def _is_repeated(text: str, start: int, end: int) -> bool:
    """Say whether 一辆 is one of many (一辆跟着一辆) or one of a row (最后一辆): it counts nothing."""
    return bool(_part("repeated_after").match(text, end)) or bool(
        _part("repeated_before").search(text, max(0, start - _HEDGE_REACH), start)
    )


def _read_range(words: Mapping[str, str]) -> tuple[float, float | None]:
    scale = words.get("scale2", "")
    if "high" not in words:
        return read_number(words["low"] + scale)
    low, _ = read_number(words["low"] + words.get("scale", ""))
    high, _ = read_number(words["high"] + scale)
    shared = words["high"].lstrip("0123456789.,") + scale
    if shared and words["low"][-1] not in "百千万亿" and words["low"][0].isdigit() and low < high:
        low = read_number(words["low"] + shared)[0]
    unit_low = words.get("unit_low")
    if unit_low and unit_low != words["unit"]:
        low *= _units()[unit_low][0] / _units()[words["unit"]][0]
    return min(low, high or low), max(low, high or low)


def _hedge(text: str, start: int, after: int) -> tuple[str | None, int]:
    """Find the hedge right before a number, where one may end, and where it begins."""
    known = _hedges()[text[start - 1]]
    for length in range(min(_HEDGE_REACH, start - after), 0, -1):
        means = known.get(text[start - length : start])
        if means:
            return (None, start) if means == "none" else (means, start - length)
    return None, start


def _rate(text: str, start: int, after: int) -> re.Match[str] | None:
    """Find the words before a number that make it so much a second, an hour or a day."""
    return _part("rate").search(text, max(after, start - _RATE_REACH), start)


def _modifier(before: str | None, within: str | None, low: float, high: float | None) -> str:
    if before == "at_most" or within == "at_most":
        return "at_most"
    if before == "at_least" or within == "at_least" or high is None:
        return "at_least"
    if high != low:
        return "range"
    return "about" if before or within else "exact"


@functools.cache
def _usual() -> Rule:
    return load("quantities").rules[0]


@functools.cache
def _marks() -> Mapping[str | None, Rule]:
    """Give the other rules, each by the name of the empty group that ends it in their pattern."""
    return {rule.name.replace(".", "_"): rule for rule in load("quantities").rules[1:]}


@functools.cache
def _others() -> re.Pattern[str]:
    """Make one pattern of all rules but the usual one; those that begin with any number share it.

    The names of their groups get the mark of the rule behind them: none may come twice.
    """
    shared = f"(?P<low>{_part('number').pattern})"
    alike: list[str] = []
    apart: list[str] = []
    for mark, rule in _marks().items():
        rest = rule.expression.removeprefix(shared)
        ending = _GROUP.sub(rf"(?P<\1{_OF}{mark}>", rest) + f"(?P<{mark}>)"
        (apart if rest == rule.expression else alike).append(ending)
    return re.compile("|".join([f"{shared}(?:{'|'.join(alike)})", *apart]))


@functools.cache
def _hedges() -> Mapping[str, Mapping[str, str]]:
    """List the hedges by their last character: most numbers have none before them."""
    hedges: dict[str, dict[str, str]] = {}
    for entry in load("quantities").tables["lexicon"]["hedge"]:
        for word in entry["words"]:
            hedges.setdefault(word[-1], {})[word] = str(entry["means"])
    return hedges


@functools.cache
def _units() -> Mapping[str, _Unit]:
    entries = load("quantities").tables["lexicon"]["unit"]
    return {
        word: (float(entry["factor"]), str(entry["measure"]), "at_least" if word.startswith(_MORE) else None)
        for entry in entries
        for word in entry["words"]
    }
