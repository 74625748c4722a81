"""Whether what a clause claims has happened, is planned, forecast or required."""

import functools
import re

from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span

OBSERVED = "observed"
_FORECAST = "status.forecast"
_JOINED = ("并", "且", "绝不能", "决不能")


def find_status(sentence: Sentence, clause: Span, kind: str, *, static: bool = False) -> str:
    """Say how certain a claim is.

    Args:
        sentence: Its sentence.
        clause: The clause it stands in.
        kind: Its kind; some words speak of durations only.
        static: Whether it tells how things are: a dike's length is not foretold by the clause before.

    Returns:
        observed, planned, forecast or required.
    """
    words = sentence.words(clause)
    own = _first(words, kind)
    over = None if static else _carried(sentence, clause, kind)
    # 预计…，将… is a forecast: what will be is foretold, not intended.
    if own is None or (over and over.name == _FORECAST and own.builds["status"] == "planned"):
        own = over
    return str(own.builds["status"]) if own else OBSERVED


def _first(words: str, kind: str) -> Rule | None:
    rules = load("statuses").rules
    return next((rule for rule in rules if _is_for(rule, kind) and rule.pattern.search(words)), None)


def _is_for(rule: Rule, kind: str) -> bool:
    return kind in rule.builds.get("kinds", (kind,))


def _carried(sentence: Sentence, clause: Span, kind: str) -> Rule | None:
    """Find the word of an earlier clause that governs this one too.

    What a deed's clause begins with 并 or 且 is demanded with the clause before; other deeds stand alone.
    """
    words = sentence.words(clause)
    if kind == "action" and not words.startswith(_JOINED):
        return None
    if _done().search(words):
        return None
    for before in reversed([other for other in sentence.clauses if other.end <= clause.start]):
        between = sentence.words(Span(before.end, clause.start))
        if "；" in between:
            return None
        rule = _first(sentence.words(before), kind)
        if rule and rule.builds.get("carries"):
            return rule
        if kind == "action" or _done().search(sentence.words(before)):
            return None
    return None


@functools.cache
def _done() -> re.Pattern[str]:
    return load("statuses").pattern("{done}")
