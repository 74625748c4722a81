"""The instruction: one clause of a speech that asks for one thing. Who speaks is known before."""

import functools
import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from extract.rulebook import load, part
from extract.spans import Span

_part = functools.partial(part, "instructions")

_CLAUSE = re.compile(r"[^，。；：！？]+")
_SHORTEST_HALF = 5
"""Two verbs joined by 并 are two orders when each half has more than so many characters."""
_LONGEST_THING = 16
"""A thing that is to be done (预警要做到位) is named in at most so many characters."""


class Manner(Enum):
    """How a speech begins, and so what counts as an order before the first modal."""

    DEMANDED = "after 要求: every clause"
    SPOKEN = "after 强调: a modal, or a verb orders begin with"
    GOING_ON = "a sentence after one with orders: the same in its first clause"
    AWAITED = "a sentence after one without: a modal only"


class Instruction(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A clause that asks for something; the span is half-open, in the text that was read."""

    span: Span
    addressee: str | None


def find_instructions(
    text: str, place: Span, manner: Manner, addressee: str | None = None
) -> tuple[Instruction, ...]:
    """Find what a speaker asks for.

    Args:
        text: A sentence, folded.
        place: The part of it that is the speaker's.
        manner: How his words begin.
        addressee: To whom they go unless they say otherwise.

    Returns:
        The instructions in the order of the text; a judgement or a report of deeds is none.
    """
    speech = _Speech(text, manner, addressee)
    for clause in _CLAUSE.finditer(text, place.start, place.end):
        speech.read(clause.start(), clause.end())
    return tuple(speech.found)


def resumes(text: str) -> bool:
    """Say whether a paragraph goes on with the orders of the one before: 二要…, 各地要…, ——加强…."""
    clause = _CLAUSE.search(text)
    if not clause:
        return False
    begin = _past("joins", text, clause.start())
    if begin and _part("item").match(text) and _part("opener").match(text, begin):
        return True
    modal = _part("modal").search(text, begin, clause.end())
    return bool(modal and (_is_joint(text[begin : modal.start()]) or _named(text[begin : modal.start()])))


def takes_up(text: str) -> bool:
    """Say whether a sentence is the next item of a list of orders: 三是强化…."""
    numbered = _part("number").match(text)
    begin = _past("joins", text, 0)
    return bool(
        numbered and (_part("modal").match(text, numbered.end() - 1) or _part("opener").match(text, begin))
    )


class _Speech:
    """The words of one speaker, read clause by clause."""

    __slots__ = ("_addressee", "_commanding", "_first", "_manner", "_opens", "_text", "_topic", "found")

    def __init__(self, text: str, manner: Manner, addressee: str | None) -> None:
        self.found: list[Instruction] = []
        self._text = text
        self._manner = manner
        self._commanding = manner is Manner.DEMANDED
        self._opens = manner in (Manner.SPOKEN, Manner.GOING_ON)
        self._addressee = addressee
        self._topic: int | None = None
        self._first = True

    def read(self, start: int, end: int) -> None:
        """Read one clause."""
        text = self._text
        begin = _past("joins", text, start)
        mark = text[end : end + 1]
        asked = self._after_modal(begin, end)
        if asked is None and self._addresses(begin, end, mark):
            return
        self._first = False
        if asked is None:
            asked = self._goes_on(start, begin, end)
        leads = mark in ("，", "：")  # what ends a sentence leads nowhere
        if self._manner is Manner.GOING_ON and self._opens:
            words = text[begin:end]
            self._opens = leads and (_is("topic", words) or _is_frame(words))
        if asked is None:
            self._topic = begin if leads and _is("topic", text[begin:end]) else None
            return
        self._commanding = True
        self._order(asked, end, leads=leads)

    def _order(self, begin: int, end: int, *, leads: bool) -> None:
        """Take in a clause that asks for something, unless it only leads to one that does."""
        words = self._text[begin:end]
        start = begin if self._topic is None else self._topic
        if leads and _is("topic", words):
            self._topic = start
            return
        self._topic = None
        if _is("relay", words) or (leads and _is_frame(words)):
            return
        for span in _halves(self._text, start, end):
            if len(span) > 1:
                self.found.append(Instruction(span=span, addressee=self._addressee))

    def _addresses(self, begin: int, end: int, mark: str) -> bool:
        """Take in a clause that only says to whom: 要求各地: …, 叮嘱村干部，…."""
        first = mark == "，" and self._first and self._manner is Manner.DEMANDED
        if not (mark == "：" or (first and not _part("opener").match(self._text, begin))):
            return False
        named = _named(self._text[begin:end])
        if not named or _part("opener").search(named):
            return False
        self._addressee = named
        return True

    def _after_modal(self, begin: int, end: int) -> int | None:
        """Find where what a modal asks for begins; None without a modal that asks."""
        if not _part("sign").search(self._text, begin, end):
            return None
        modal = _part("modal").search(self._text, begin, end)
        if not modal:
            return None
        before = self._text[begin : modal.start()]
        after = modal.start() if _part("forbid").match(modal[0]) else modal.end()
        named = _named(before)
        if named:
            self._addressee = named
            return after
        if _is_joint(before):
            told = self._commanding or self._manner is Manner.SPOKEN
            self._addressee = self._addressee if told else None
            return self._after_plea(after, end) if _part("plea").match(modal[0]) else after
        if _part("nature").search(before) or not (self._commanding or len(before) <= _LONGEST_THING):
            return None
        return begin

    def _goes_on(self, start: int, begin: int, end: int) -> int | None:
        """Find where an order without a modal begins; None in a clause that is none."""
        words = self._text[begin:end]
        opens = _part("opener").match(words) is not None
        done = _finds("done", words)
        if _is("deed", words) or (done and not self._commanding and self._manner is Manner.SPOKEN):
            self._commanding = self._opens = False
        elif done or (not opens and (_is("told", words) or _finds("outlook", words))):
            self._opens = self._opens or self._commanding
            self._commanding = False
        elif self._commanding:
            return begin if opens else self._after_addressee(begin, end)
        elif opens and "是" not in words and (self._opens or _part("number").match(self._text, start, end)):
            return None if _part("preface").match(self._text, begin) else begin
        return None

    def _after_plea(self, begin: int, end: int) -> int:
        """Find where an order begins after whoever is asked: 请农业部|持续监测."""
        if _part("opener").match(self._text, begin, end):
            return begin
        asked = self._after_addressee(begin, end)
        named = _whoever().match(self._text, begin, end) if asked == begin else None
        if not named:
            return asked
        self._addressee = named["addressee"]
        return named.end()

    def _after_addressee(self, begin: int, end: int) -> int:
        """Find where an order begins that neither a modal nor its verb opens: 有关省市|做好…."""
        named = _addressed().match(self._text, begin, end) or _plainly().match(self._text, begin, end)
        if not named:
            return begin
        self._addressee = named["addressee"]
        return named.end()


def _named(before: str) -> str | None:
    """Give the body that the words before a modal name, without time words; None for other words."""
    found = _addressee().fullmatch(before)
    return found["addressee"] if found else None


def _is_joint(before: str) -> bool:
    return _part("between").fullmatch(before) is not None


def _halves(text: str, begin: int, end: int) -> Iterator[Span]:
    """Part 防止甲并做好乙 in two, but not 转移并安置群众, whose verbs share their object."""
    joint = _part("joint").search(text, begin, end)
    if joint and min(joint.start() - begin, end - joint.end()) > _SHORTEST_HALF:
        yield Span(begin, joint.start())
        yield Span(joint.end(), end)
    else:
        yield Span(begin, end)


def _past(part: str, text: str, start: int) -> int:
    found = _part(part).match(text, start)
    return found.end() if found else start


def _is(name: str, words: str) -> bool:
    """Say whether a clause is what a rule says that tells by how a clause begins."""
    return _rule(name).match(words) is not None


def _finds(name: str, words: str) -> bool:
    """Say whether words of a rule stand anywhere in a clause."""
    return _rule(name).search(words) is not None


def _is_frame(words: str) -> bool:
    return _is("frame", words) or _finds("heading", words)


@functools.cache
def _rule(name: str) -> re.Pattern[str]:
    return next(rule.pattern for rule in load("instructions").rules if rule.name == f"instruction.{name}")


@functools.cache
def _addressee() -> re.Pattern[str]:
    return load("instructions").pattern("(?P<addressee>{addressee}){between}")


@functools.cache
def _addressed() -> re.Pattern[str]:
    return load("instructions").pattern("(?P<addressee>{addressee})(?:{between})(?={opener})")


@functools.cache
def _whoever() -> re.Pattern[str]:
    return load("instructions").pattern("(?P<addressee>(?:[^\\W\\d_]|、){2,16}?)(?={opener})")


@functools.cache
def _plainly() -> re.Pattern[str]:
    return load("instructions").pattern("(?P<addressee>{plainly})(?=[^\\W\\d_]{2})")
