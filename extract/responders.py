"""Find the organisations a sentence names. Which of them acted is for `agents.py`."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from extract.matcher import Match, find_matches
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_GAP = "，"
_BRACKET = re.compile(r"（([^（）]{2,20})）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Responder:
    """An organisation. The span is half-open, in the page's reading.

    `name` is canonical, `text` as written; `kind` is its type (military, fire_rescue, …); `generic`
    where the words are no name (抢险队伍).
    """

    rule: str
    span: Span
    text: str
    name: str
    kind: str
    generic: bool


def find_responders(sentence: Sentence) -> tuple[Responder, ...]:
    """Find the organisations of a sentence, in its order; a name in brackets joins the one before."""
    text = _cut().sub(lambda word: _GAP * len(word[0]), sentence.text)
    matches = find_matches(text, load("responders").rules)
    found = [_to_responder(match, sentence) for match in matches]
    return tuple(_join_brackets(sentence, found))


def _to_responder(match: Match, sentence: Sentence) -> Responder:
    text = sentence.text[match.span.start : match.span.end]
    body = _body(text)
    return Responder(
        rule=match.rule,
        span=match.span.shift(sentence.span.start),
        text=text,
        name=_canonical(text, body),
        kind=body["type"] if body else match.builds["type"],
        generic=bool(match.builds.get("generic")),
    )


def _canonical(text: str, body: Mapping[str, Any] | None) -> str:
    """Put the body's one name in place of its aliases; a body that rolls up swallows its units."""
    if body is None:
        return text
    if body.get("rollup"):
        return str(body["name"])
    if _bodies().get(text):
        return str(_bodies()[text]["name"])
    alias = next(word for word in _longest_first() if text.startswith(word))
    return str(body["name"]) + text[len(alias) :]


def _join_brackets(sentence: Sentence, found: list[Responder]) -> list[Responder]:
    joined: list[Responder] = []
    for responder in found:
        before = joined[-1] if joined else None
        bracket = _BRACKET.match(sentence.text, before.span.end - sentence.span.start) if before else None
        inside = Span(*bracket.span(1)).shift(sentence.span.start) if bracket else None
        if before and bracket and inside and inside.covers(responder.span):
            known = _body(responder.text)
            end = sentence.span.start + bracket.end()
            span = Span(before.span.start, end)
            text = sentence.text[span.start - sentence.span.start : bracket.end()]
            name = str(known["name"]) if known else before.name
            joined[-1] = replace(before, span=span, text=text, name=name)
        else:
            joined.append(responder)
    return joined


def _body(text: str) -> Mapping[str, Any] | None:
    word = next((word for word in _longest_first() if text.startswith(word)), None)
    return _bodies()[word] if word else None


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
