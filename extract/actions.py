"""Find what a sentence says was done or happened, without a number: 接到出动命令, 渗漏险情陆续出现."""

import functools

import ahocorasick_rs
import msgspec

from extract.matcher import Match, find_matches
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span


class Action(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A deed or an event. Spans are half-open, in the page's reading.

    `clause` is the clause it stands in; `whole` where the fact is the clause and not just the words of
    `span`; `beside_figure` where a number before it does not stand for it; `theme` None where the words
    must tell it, and then `otherwise` where they do not.
    """

    rule: str
    span: Span
    clause: Span
    aspect: str
    theme: str | None
    otherwise: str
    whole: bool
    beside_figure: bool


def find_actions(sentence: Sentence) -> tuple[Action, ...]:
    """Find the deeds of a sentence, the first of each clause."""
    automaton, numbers = _triggers()
    rules = load("actions").rules
    told: dict[Span, set[int]] = {}
    for trigger, start, _ in automaton.find_matches_as_indexes(sentence.text, overlapping=True):
        told.setdefault(sentence.clause_at(start + sentence.span.start), set()).update(numbers[trigger])
    found: list[Action] = []
    for clause, tried in told.items():
        matches = find_matches(sentence.words(clause), [rules[number] for number in sorted(tried)])
        found += [_to_action(match, clause) for match in matches[:1]]
    return tuple(sorted(found, key=lambda action: action.clause))


@functools.cache
def _triggers() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, ...], ...]]:
    """Build the automaton of all triggers and, beside each, the numbers of the rules it is for."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(load("actions").rules):
        for word in rule.builds["triggers"]:
            numbers.setdefault(word, []).append(number)
    return ahocorasick_rs.AhoCorasick(list(numbers)), tuple(tuple(listed) for listed in numbers.values())


def _to_action(match: Match, clause: Span) -> Action:
    return Action(
        rule=match.rule,
        span=match.span.shift(clause.start),
        clause=clause,
        aspect=match.builds["aspect"],
        theme=match.builds.get("theme"),
        otherwise=match.builds.get("otherwise", "general"),
        whole=bool(match.builds.get("whole")),
        beside_figure=bool(match.builds.get("beside_figure")),
    )
