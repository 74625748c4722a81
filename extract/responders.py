"""Find the organisations a sentence names. Which of them acted is for `agents.py`."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import ahocorasick_rs
import msgspec
from msgspec.structs import replace

from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_REACH = 16
"""How many characters to the left of its type word a name may begin."""
_GAP = 9
"""How many characters may stand between two type words of one name."""
_BRACKET = re.compile(r"（([^（）]{2,20})）")
_LISTED = re.compile(r"、|和|及|与|以及")


class Responder(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An organisation. The span is half-open, in the page's reading.

    `name` is canonical, `text` as written; `kind` is its type (military, fire_rescue, …); `generic`
    where the words are no name (抢险队伍), `short` where they are only the type word of one (总队).
    """

    span: Span
    text: str
    name: str
    kind: str
    generic: bool
    short: bool = False


class _Head(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A type word of the rules, ready to use; `needs` is what must stand right before it."""

    kind: str
    generic: bool
    member: bool
    short: bool
    tail: bool
    listed: bool
    needs: re.Pattern[str] | None


@dataclass(slots=True)
class _Draft:
    """A name in the making, in the sentence: [start, end), and its first and last type words."""

    start: int
    end: int
    first: _Head
    last: _Head
    bare: bool


def find_responders(sentence: Sentence) -> tuple[Responder, ...]:
    """Find the organisations of a sentence, in its order; a name in brackets joins the one before."""
    drafts = _settle(sentence.text, list(_draft(sentence.text)))
    found = [_to_responder(draft, sentence) for draft in drafts]
    return tuple(_join_brackets(sentence, found)) if len(found) > 1 else tuple(found)


def _draft(text: str) -> Iterator[_Draft]:
    """Grow a name to the left of each type word; one that nothing parts from the last goes on with it."""
    open_draft: _Draft | None = None
    for word, start, end in _type_words(text):
        head = _heads()[word]
        if head.needs and not head.needs.search(text, max(0, start - _REACH), start):
            continue
        floor = max(start - _REACH, open_draft.end if open_draft else 0)
        left = _left(text, floor, start)
        if open_draft and left == open_draft.end and start - left <= _GAP:
            if head.generic or head.member:
                continue
            open_draft.end, open_draft.last, open_draft.bare = end, head, False
        elif not head.tail:
            if open_draft:
                yield open_draft
            open_draft = _Draft(left, end, head, head, left == start)
    if open_draft:
        yield open_draft


def _left(text: str, floor: int, start: int) -> int:
    """Find where the name that ends in a type word begins: behind the last word that parts."""
    for hit in _parting().finditer(text, floor, start):
        if hit.lastgroup != "keep":
            floor = hit.end()
    return floor


def _settle(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Drop the words that count only in a list with an organisation (公安、应急、消防), where none is."""
    kept: list[_Draft] = []
    for group in _groups(text, drafts):
        sure = any(not draft.first.listed for draft in group)
        kept += [draft for draft in group if not draft.first.listed or (sure and draft.bare)]
    return kept


def _groups(text: str, drafts: list[_Draft]) -> Iterator[list[_Draft]]:
    group: list[_Draft] = []
    for draft in drafts:
        if group and not _LISTED.fullmatch(text, group[-1].end, draft.start):
            yield group
            group = []
        group.append(draft)
    if group:
        yield group


def _to_responder(draft: _Draft, sentence: Sentence) -> Responder:
    text = sentence.text[draft.start : draft.end]
    name, body = _canonical(text)
    kind = body["type"] if body else _kind(text) or draft.first.kind
    return Responder(
        span=Span(draft.start, draft.end).shift(sentence.span.start),
        text=text,
        name=name,
        kind=kind,
        generic=draft.first.generic,
        short=draft.bare and draft.first.short,
    )


def _kind(name: str) -> str | None:
    rules = load("responders").rules
    return next((str(rule.builds["type"]) for rule in rules if rule.pattern.search(name)), None)


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
def _parting() -> re.Pattern[str]:
    return load("responders").pattern("(?P<keep>{keep})|{cut}")


def _type_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the type words, the longest at a place that nothing behind it makes another word; none overlap."""
    automaton, words = _automaton()
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    place = 0
    for start, length, number in sorted((start, start - end, number) for number, start, end in hits):
        end = start - length
        unless = _unless(words[number]) if start >= place else None
        if start >= place and not (unless and unless.match(text, end)):
            place = end
            yield words[number], start, end


@functools.cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    words = tuple(_entry_of())
    return ahocorasick_rs.AhoCorasick(words), words


@functools.cache
def _entry_of() -> Mapping[str, Mapping[str, Any]]:
    entries = (*_entries(), *_bodies().values())
    return {word: entry for entry in entries for word in entry["words"]}


@functools.cache
def _unless(word: str) -> re.Pattern[str] | None:
    """Compile what, behind a type word, makes another word of it: 消防|车."""
    unless = _entry_of()[word].get("unless")
    return load("responders").pattern(unless) if unless else None


@functools.cache
def _heads() -> Mapping[str, _Head]:
    heads = dict.fromkeys(_bodies(), _to_head({"type": "government"}))
    return heads | {word: _to_head(entry) for entry in _entries() for word in entry["words"]}


def _to_head(entry: Mapping[str, Any]) -> _Head:
    return _Head(
        kind=entry["type"],
        generic=entry.get("generic", False),
        member=entry.get("member", False),
        short=entry.get("short", False),
        tail=entry.get("tail", False),
        listed=entry.get("listed", False),
        needs=load("responders").pattern(entry["needs"]) if "needs" in entry else None,
    )


@functools.cache
def _entries() -> tuple[Mapping[str, Any], ...]:
    return tuple(load("responders").tables["lexicon"]["head"])


@functools.cache
def _bodies() -> Mapping[str, Mapping[str, Any]]:
    entries = load("responders").tables["lexicon"]["body"]
    return {word: entry for entry in entries for word in entry["words"]}


@functools.cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_bodies(), key=len, reverse=True))
