"""The head of a clause: the official, body or meeting it begins with, or the layman who speaks in it."""

import functools
import re
from collections.abc import Collection, Iterator
from itertools import pairwise, takewhile

import msgspec
from msgspec.structs import replace

from extract.rulebook import load, part
from extract.spans import Span

_part = functools.partial(part, "speakers")

_RULES = ("held", "titled", "named", "pronoun", "body", "office", "place", "meeting")
"""Tried in this order where a clause begins."""
_SKIPS = 6
_LONGEST_OFFICE = 120
"""An office with what stands before it in its clause is read in so many characters."""
_NAMES = range(4, 1, -1)
"""How many characters a name has, the longest first."""


class Head(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whom a clause begins with; `issuer` is None for a layman, `end` where the name ends in the text.

    `others` are persons named in the same clause, `joint` those beside him: they act together.
    """

    rule: str
    issuer: str | None
    role: str | None
    end: int
    others: tuple["Head", ...] = ()
    joint: int = 0

    @property
    def is_lay(self) -> bool:
        """Whether he orders nothing."""
        return self.rule == "lay"

    @property
    def is_person(self) -> bool:
        """Whether 他 may stand for him."""
        return self.rule in ("person", "titled", "named")

    @property
    def is_proxy(self) -> bool:
        """Whether it stands for somebody named before: 他, 会议."""
        return self.rule in ("pronoun", "meeting")


def find_head(text: str, clause: Span, known: Collection[str], may: frozenset[str]) -> Head | None:
    """Find whom a clause of a sentence begins with.

    Args:
        text: The sentence, folded.
        clause: The clause in it.
        known: Persons introduced earlier in the article, who now need no office.
        may: The rules that may match in it, for a word they need stands there (`triggers.py`).

    Returns:
        The head; a layman's only where no official stands before his word. None for other clauses.
    """
    official = _find_official(text, clause, known, may)
    lay = _rule("lay").search(text, clause.start, clause.end) if "lay" in may else None
    if lay and not (official and _part("answers").match(text, official.end)):
        return Head(rule="lay", issuer=None, role=None, end=lay.end())
    return official


def _find_official(text: str, clause: Span, known: Collection[str], may: frozenset[str]) -> Head | None:
    persons = tuple(_find_persons(text, clause)) if "person" in may else ()
    if persons:
        first, others = persons[0], persons[1:]
        beside = takewhile(lambda pair: _part("beside").match(text, pair[0].end), pairwise(persons))
        return replace(first, others=others, joint=sum(1 for _ in beside))
    if not known and may.isdisjoint(_RULES):
        return None
    start = _past_skips(text, clause)
    if _part("referred").match(text, start, clause.end):
        return None
    for length in _NAMES if known else ():
        if text[start : start + length] in known and start + length <= clause.end:
            name = text[start : start + length]
            return Head(rule="named", issuer=name, role=None, end=start + length)
    for rule in _RULES:
        if rule in may and (found := _rule(rule).match(text, start, clause.end)):
            groups = found.groupdict()
            issuer = groups.get("issuer") or groups.get("occasion")
            return Head(rule=rule, issuer=issuer, role=groups.get("role"), end=found.end())
    return None


def _find_persons(text: str, clause: Span) -> Iterator[Head]:
    """Find persons with their offices, read backwards from the title; who is acted on is none."""
    start, acts = clause.start, True
    for found in _rule("person").finditer(text, clause.start, clause.end):
        name = found.start("issuer")
        titled = _part("office").search(text[max(start, name - _LONGEST_OFFICE) : name])
        if not titled:
            continue
        if start == clause.start or not _part("beside").fullmatch(titled["before"]):
            acts = not _part("object").search(titled["before"])
        start = found.end()
        if acts:
            yield Head(rule="person", issuer=found["issuer"], role=titled["role"], end=found.end())


def _past_skips(text: str, clause: Span) -> int:
    start = clause.start
    for _ in range(_SKIPS):
        found = _part("skip").match(text, start, clause.end)
        if not found:
            break
        start = found.end()
    return start


@functools.cache
def _rule(name: str) -> re.Pattern[str]:
    return next(rule.pattern for rule in load("speakers").rules if rule.name == f"speaker.{name}")
