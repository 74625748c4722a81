"""Find the organisations a sentence names. Which of them acted is for `agents.py`."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
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
_PROPER = 2
"""How many characters at the least make a name of a vague type word that acts: 河西|基地."""
_BY_START = itemgetter(1)
_BRACKET = re.compile(r"（([^（）]{2,20})）")
_JOINING = "和与及"
_LISTED = re.compile(r"、|和|及|与|以及")
_OPENING = re.compile(r"\(?(?:\[([^\]]+)\]|(.))")
"""What a pattern that parts names begins with: a set of characters, or one character."""


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


class _Head(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """An entry of the rules with type words (`rules/responders.toml` tells its keys).

    Patterns are compiled when they are first asked for: many a text needs few of them.
    """

    type: str
    generic: bool = False
    member: bool = False
    short: bool = False
    tail: bool = False
    alone: bool = False
    listed: bool = False
    must_precede: str | None = msgspec.field(name="needs", default=None)
    must_not_follow: str | None = msgspec.field(name="unless", default=None)

    @functools.cached_property
    def needs(self) -> re.Pattern[str] | None:
        """Give what must stand right before the word."""
        return load("responders").pattern(self.must_precede) if self.must_precede else None

    @functools.cached_property
    def unless(self) -> re.Pattern[str] | None:
        """Give what, behind the word, makes another word of it: 消防|车."""
        return load("responders").pattern(self.must_not_follow) if self.must_not_follow else None


class _Draft(msgspec.Struct, gc=False):
    """A name in the making, in the sentence: [start, end), its first type word, and whether it is all."""

    start: int
    end: int
    head: _Head
    bare: bool


def find_responders(sentence: Sentence) -> tuple[Responder, ...]:
    """Find the organisations of a sentence, in its order; a name in brackets joins the one before."""
    drafts = _draft(sentence.text)
    if not drafts:
        return ()
    found = [_to_responder(draft, sentence) for draft in _settle(sentence.text, drafts)]
    return tuple(_join_brackets(sentence, found) if "（" in sentence.text else found)


def _draft(text: str) -> list[_Draft]:
    """Grow a name to the left of each type word; one that nothing parts from the last goes on with it."""
    drafts: list[_Draft] = []
    last: _Draft | None = None
    for head, start, end in _type_words(text):
        near = last if last and start - last.end <= _GAP else None
        if head.needs and not head.needs.search(text, max(0, start - _REACH), start):
            continue
        behind = _behind(text, last, start) if last else 0
        left = _left(text, max(start - _REACH, behind), start)
        if near and left == near.end:
            if not (head.generic or head.member):
                near.end, near.bare = end, False
        elif not head.tail or (head.alone and start - left >= _PROPER and _acts().match(text, end)):
            last = _Draft(left, end, head, left == start)
            drafts.append(last)
    return drafts


def _behind(text: str, last: _Draft, start: int) -> int:
    """Say where a name may begin at the earliest: right after another, 和 joins (某医院|和|平湖州某队)."""
    return last.end + (last.end < start and text[last.end] in _JOINING)


def _type_words(text: str) -> list[tuple[_Head, int, int]]:
    """Find the type words, the longest at a place that nothing behind it makes another word; none overlap."""
    automaton, heads = _lexicon()
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    # They come as they end: turned round, the longest of those that start together is first.
    hits.reverse()
    hits.sort(key=_BY_START)
    words: list[tuple[_Head, int, int]] = []
    place = 0
    for number, start, end in hits:
        if start < place:
            continue
        head = heads[number]
        if not (head.unless and head.unless.match(text, end)):
            place = end
            words.append((head, start, end))
    return words


def _left(text: str, at: int, start: int) -> int:
    """Find where the name that ends in a type word begins: behind the last word that parts."""
    left = at = max(at, text.rfind("，", at, start) + 1)  # no word goes over a comma
    parting = _parting()
    while at < start:
        words = parting[text[at]]
        hit = words.match(text, at, start) if words else None
        if hit is None:
            at += 1
        else:
            at = hit.end()
            if hit.lastindex:
                left = at
    return left


def _settle(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Drop the words that count only in a list with an organisation (公安、应急、消防), where none is."""
    if not [draft for draft in drafts if draft.head.listed]:  # as nearly always
        return drafts
    kept: list[_Draft] = []
    for group in _groups(text, drafts):
        sure = any(not draft.head.listed for draft in group)
        kept += [draft for draft in group if not draft.head.listed or (sure and draft.bare)]
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
    start = sentence.span.start
    text = sentence.text[draft.start : draft.end]
    name, body = _canonical(text)
    return Responder(
        span=Span(start + draft.start, start + draft.end),
        text=text,
        name=name,
        kind=body["type"] if body else _kind(text) or draft.head.type,
        generic=draft.head.generic,
        short=draft.bare and draft.head.short,
    )


def _kind(name: str) -> str | None:
    """Give the type of a whole name by the first rule that knows it."""
    found = _kinds().match(name)
    if not (found and found.lastindex):
        return None
    return str(load("responders").rules[found.lastindex - 1].builds["type"])


def _canonical(text: str) -> tuple[str, Mapping[str, Any] | None]:
    """Put a national body's one name in place of its alias; a body that rolls up swallows its units."""
    for alias, body in _bodies().get(text[0], ()):
        if text.startswith(alias):
            return body["name"] + ("" if body.get("rollup") else text[len(alias) :]), body
    return text, None


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
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, tuple[_Head, ...]]:
    """Make one automaton of all type words, and give the head of each by its number."""
    entries = load("responders").tables["lexicon"]
    heads = [
        (entry["words"], msgspec.convert(entry, _Head)) for entry in (*entries["body"], *entries["head"])
    ]
    head_of = {word: head for words, head in heads for word in words}
    automaton = ahocorasick_rs.AhoCorasick(tuple(head_of), implementation=ahocorasick_rs.Implementation.DFA)
    return automaton, tuple(head_of.values())


@functools.cache
def _acts() -> re.Pattern[str]:
    """Give what follows a body that is no responder by itself where it acts."""
    return load("responders").pattern("{acts}")


@functools.cache
def _kinds() -> re.Pattern[str]:
    """Join the rules of types to one that searches for each in turn, and ends with a group of its number."""
    book = load("responders")
    return book.pattern("|".join(f".*(?:{rule.expression})()" for rule in book.rules))


@functools.cache
def _bodies() -> Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]]:
    """List the aliases of national bodies, longer ones first, by the character they begin with."""
    entries = load("responders").tables["lexicon"]["body"]
    aliases = {word: entry for entry in entries for word in entry["words"]}
    listed = defaultdict(list)
    for alias in sorted(aliases, key=len, reverse=True):
        listed[alias[0]].append((alias, aliases[alias]))
    return dict(listed)


class _Parting(dict[str, re.Pattern[str] | None]):
    """What begins with a character and parts names (its group is what parts), or only seems to.

    A pattern is compiled when a text first has its character. None parts but a word or what is not Chinese.
    """

    def __missing__(self, char: str) -> re.Pattern[str] | None:
        words = [*_parting_words().get(char, ())]
        if not "\u4e00" <= char <= "\u9fff":
            words.append(r"([\s\S])")
        self[char] = load("responders").pattern("|".join(words)) if words else None
        return self[char]


@functools.cache
def _parting() -> _Parting:
    return _Parting()


@functools.cache
def _parting_words() -> Mapping[str, Sequence[str]]:
    """List the patterns that part names, or only seem to, by the characters they begin with."""
    tables = load("responders").tables["parting"]
    listed = defaultdict(list)
    for words in (*tables["keep"], *(f"({words})" for words in tables["cut"])):
        opening = _OPENING.match(words)
        for char in (opening[1] or opening[2]) if opening else "":
            listed[char].append(words)
    return dict(listed)
