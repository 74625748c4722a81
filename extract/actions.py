"""Find what a sentence says was done or happened, without a number: 接到出动命令, 渗漏险情陆续出现."""

import functools

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

from extract.matcher import find_matches
from extract.rulebook import Rule, load
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
    triggers = automaton.find_matches_as_indexes(sentence.text, overlapping=True)
    if not triggers:
        return ()
    found: list[Action] = []
    for clause, tried in sentence.by_clause(triggers, numbers):
        action = _first(sentence.words(clause), clause, tried)
        if action:
            found.append(action)
    return tuple(found)


@functools.cache
def _triggers() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
    """Build the automaton of all triggers and, beside each, the numbers of the rules it is for."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(load("actions").rules):
        for word in rule.builds["triggers"]:
            numbers.setdefault(word, []).append(number)
    automaton = AhoCorasick(list(numbers), implementation=Implementation.DFA)
    return automaton, tuple(map(tuple, numbers.values()))


def _first(words: str, clause: Span, tried: set[int]) -> Action | None:
    """Take the first deed of a clause; where two rules see one in the same words, the longer."""
    rules = load("actions").rules
    fitting, place = [], (0, 0)
    for number in tried:
        if found := rules[number].pattern.search(words):
            fitting.append(rules[number])
            place = found.span()
    if len(fitting) > 1:
        match = find_matches(words, [rules[number] for number in sorted(tried)])[0]
        fitting = [rule for rule in fitting if rule.name == match.rule]
        place = match.span.start, match.span.end
    return _to_action(fitting[0], place, clause) if fitting else None


def _to_action(rule: Rule, place: tuple[int, int], clause: Span) -> Action:
    builds = rule.builds
    return Action(
        rule=rule.name,
        span=Span(clause.start + place[0], clause.start + place[1]),
        clause=clause,
        aspect=builds["aspect"],
        theme=builds.get("theme"),
        otherwise=builds.get("otherwise", "general"),
        whole=builds.get("whole", False),
        beside_figure=builds.get("beside_figure", False),
    )
