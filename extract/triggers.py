"""The words without which rules cannot match, found in one scan, so that few rules are tried."""

import bisect
import functools

from ahocorasick_rs import AhoCorasick, Implementation

from extract.rulebook import load
from extract.spans import Span

Trigger = tuple[int, frozenset[str]]
"""Where a word ends, and the rules that need one like it."""


class Triggers:
    """The words of a text that the rules of a family need."""

    def __init__(self, family: str, reading: str, span: Span) -> None:
        """Find them in a span of a page's reading."""
        rules, automaton = _words(family)
        found = automaton.find_matches_as_indexes(reading[span.start : span.end], overlapping=True)
        self._ends = [span.start + end for _, _, end in found]
        self._found = [(span.start + end, rules[word]) for word, _, end in found]

    def last(self, rule: str) -> int:
        """Say where the last word ends that a rule needs; 0 where there is none."""
        return next((end for end, rules in reversed(self._found) if rule in rules), 0)

    def within(self, span: Span) -> list[Trigger]:
        """List those in a span of the reading that cuts none, in the order of their ends."""
        first = bisect.bisect_right(self._ends, span.start)
        last = bisect.bisect_right(self._ends, span.end, first)
        return self._found[first:last]


@functools.cache
def _words(family: str) -> tuple[list[frozenset[str]], AhoCorasick]:
    """List the rules that need each word, and make the automaton that finds the words by number."""
    rules: dict[str, set[str]] = {}
    for rule, words in load(family).tables["needs"].items():
        for word in words:
            rules.setdefault(word, set()).add(rule)
    return [*map(frozenset, rules.values())], AhoCorasick(list(rules), implementation=Implementation.DFA)
