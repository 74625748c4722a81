"""The words without which rules cannot match, found in one scan, so that few rules are tried."""

import bisect
import functools
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from extract.rulebook import load
from extract.spans import Span

Trigger = tuple[int, frozenset[str]]
"""Where a word ends, and the rules that need one like it."""
_NONE: list[Trigger] = []


class Triggers:
    """The words of a text that the rules of a family need; `found` lists them in the order of their ends."""

    def __init__(self, family: str, reading: str, span: Span) -> None:
        """Find them in a span of a page's reading."""
        rules, automaton = _words(family)
        start = span.start
        found = automaton.find_matches_as_indexes(reading[start : span.end], overlapping=True)
        self.found = [(start + end, rules[word]) for word, _, end in found]

    def last(self, rule: str) -> int:
        """Say where the last word ends that a rule needs; 0 where there is none."""
        for end, rules in reversed(self.found):
            if rule in rules:
                return end
        return 0

    def within(self, spans: Iterable[Span]) -> Iterator[list[Trigger]]:
        """List those in each of some spans of the reading, in its order, that cut none."""
        found = self.found
        ends = [end for end, _ in found]
        last = 0
        for span in spans:
            first = bisect.bisect_right(ends, span.start, last)
            last = bisect.bisect_right(ends, span.end, first)
            yield found[first:last] if first < last else _NONE


@functools.cache
def _words(family: str) -> tuple[list[frozenset[str]], AhoCorasick]:
    """List the rules that need each word, and make the automaton that finds the words by number."""
    rules: dict[str, set[str]] = {}
    for rule, words in load(family).tables["triggers"].items():
        for word in words:
            rules.setdefault(word, set()).add(rule)
    return [*map(frozenset, rules.values())], AhoCorasick(list(rules), implementation=Implementation.DFA)
