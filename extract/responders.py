"""Find the organisations a sentence names. Which of them acted is for `agents.py`."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from extract.matcher import Match, blank, find_matches
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_BRACKET = re.compile(r"（([^（）]{2,20})）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Responder:
    """An organisation. The span is half-open, in the page's reading.

    `name` is canonical, `text` as written; `kind` is its type (military, fire_rescue, …); `generic`
    where the words are no name (抢险队伍).
    """

    span: Span
    text: str
    name: str
    kind: str
    generic: bool


def find_responders(sentence: Sentence) -> tuple[Responder, ...]:
    """Find the organisations of a sentence, in its order; a name in brackets joins the one before."""
    matches = find_matches(blank(sentence.text, _cut()), load("responders").rules)
    found = [_to_responder(match, sentence) for match in matches]
    return tuple(_join_brackets(sentence, found))


def _to_responder(match: Match, sentence: Sentence) -> Responder:
    span = match.span.shift(sentence.span.start)
    text = sentence.words(span)
    name, body = _canonical(text)
    return Responder(
        span=span,
        text=text,
        name=name,
        kind=body["type"] if body else match.builds["type"],
        generic=bool(match.builds.get("generic")),
    )


def _canonical(text: str) -> tuple[str, Mapping[str, Any] | None]:
    """Put a national body's one name in place of its alias; a body that rolls up swallows its units."""
    alias = next((word for word in _longest_first() if text.startswith(word)), None)
    if alias is None:
        return text, None
    body = _bodies()[alias]
    return str(body["name"]) + ("" if body.get("rollup") else text[len(alias) :]), body


def _join_brackets(sentence: Sentence, found: list[Responder]) -> list[Responder]:
    joined: list[Responder] = []
    for responder in found:
        before = joined[-1] if joined else None
        bracket = _BRACKET.match(sentence.text, before.span.end - sentence.span.start) if before else None
        inside = Span(*bracket.span(1)).shift(sentence.span.start) if bracket else None
        if before and inside and inside.covers(responder.span):
            span = Span(before.span.start, inside.end + 1)
            name, body = _canonical(responder.text)
            joined[-1] = replace(
                before, span=span, text=sentence.words(span), name=name if body else before.name
            )
        else:
            joined.append(responder)
    return joined


@functools.cache
def _cut() -> re.Pattern[str]:
    return load("responders").pattern("{cut}")


@functools.cache
def _bodies() -> Mapping[str, Mapping[str, Any]]:
    entries = load("responders").tables["lexicon"]["body"]
    return {word: entry for entry in entries for word in entry["words"]}


@functools.cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_bodies(), key=len, reverse=True))
