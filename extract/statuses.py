"""Whether what a clause claims has happened, is planned, forecast or required."""

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Mapping

import ahocorasick_rs
import msgspec

from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span

OBSERVED = "observed"
_FORECAST = "status.forecast"
_JOINED = ("并", "且", "绝不能", "决不能")


class _Word(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A rule, as it is asked of every clause; `kinds` is empty where it is for all of them."""

    name: str
    status: str
    carries: bool
    kinds: frozenset[str]
    search: Callable[[str], re.Match[str] | None]


class _Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The words that bear on a clause: its own, that of the clause before it and of any before that."""

    own: _Word | None
    beside: _Word | None
    over: _Word | None


def find_status(sentence: Sentence, clause: Span, kind: str, *, static: bool = False) -> str:
    """Say how certain a claim is.

    What a deed's clause begins with 并 or 且 is demanded with the clause before; other deeds stand alone.

    Args:
        sentence: Its sentence.
        clause: The clause it stands in.
        kind: Its kind; some words speak of durations only.
        static: Whether it tells how things are: a dike's length is not foretold by the clause before.

    Returns:
        observed, planned, forecast or required.
    """
    if not _may_tell(sentence.text):
        return OBSERVED
    told = _read(sentence, kind if kind in _particular() else "").get(clause)
    if told is None:
        return OBSERVED
    over = None if static else told.over
    if kind == "action":
        over = told.beside if sentence.words(clause).startswith(_JOINED) else None
    word = told.own or over
    # 预计…，将… is a forecast: what will be is foretold, not intended.
    if over and over.name == _FORECAST and word and word.status == "planned":
        word = over
    return word.status if word else OBSERVED


@functools.lru_cache(maxsize=2)
def _may_tell(text: str) -> bool:
    """Say whether the sentence at hand holds a trigger; nearly always it does not."""
    return _any_trigger().search(text) is not None


@functools.lru_cache(maxsize=2)
def _read(sentence: Sentence, kind: str) -> Mapping[Span, _Told]:
    """Read the clauses of the sentence at hand, once for all its claims."""
    automaton, numbers = _triggers()
    triggers = automaton.find_matches_as_indexes(sentence.text, overlapping=True)
    tried = dict(sentence.by_clause(triggers, numbers))
    told: dict[Span, _Told] = {}
    last, end = _Told(own=None, beside=None, over=None), sentence.span.start
    for clause in sentence.clauses:
        beside = last.own if last.own and last.own.carries else None
        over = beside or last.over
        if over and (
            "；" in sentence.words(Span(end, clause.start)) or _done().search(sentence.words(clause))
        ):
            beside = over = None
        own = _first(sentence.words(clause), kind, tried[clause]) if clause in tried else None
        last, end = _Told(own=own, beside=beside, over=over), clause.end
        told[clause] = last
    return told


def _first(words: str, kind: str, tried: Iterable[int]) -> _Word | None:
    """Give the first rule that fits a clause, of those it holds a trigger of."""
    for number in sorted(tried):
        word = _words()[number]
        if (not word.kinds or kind in word.kinds) and word.search(words):
            return word
    return None


@functools.cache
def _words() -> tuple[_Word, ...]:
    return tuple(map(_to_word, load("statuses").rules))


def _to_word(rule: Rule) -> _Word:
    return _Word(
        name=rule.name,
        status=rule.builds["status"],
        carries=rule.builds.get("carries", False),
        kinds=frozenset(rule.builds.get("kinds", ())),
        search=rule.pattern.search,
    )


@functools.cache
def _particular() -> frozenset[str]:
    """List the kinds that some words are for alone."""
    return frozenset(itertools.chain.from_iterable(word.kinds for word in _words()))


@functools.cache
def _triggers() -> tuple[ahocorasick_rs.AhoCorasick, tuple[list[int], ...]]:
    """Build the automaton of all triggers and, beside each, the numbers of the rules it is for."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(load("statuses").rules):
        for word in rule.builds["triggers"]:
            numbers.setdefault(word, []).append(number)
    return ahocorasick_rs.AhoCorasick(list(numbers)), tuple(numbers.values())


@functools.cache
def _any_trigger() -> re.Pattern[str]:
    """Find any of the triggers; of one sentence, a pattern tells so sooner than the automaton."""
    words = {word for rule in load("statuses").rules for word in rule.builds["triggers"]}
    return re.compile("|".join(sorted(words)))


@functools.cache
def _done() -> re.Pattern[str]:
    return load("statuses").pattern("{done}")
