"""What a name does in its clause: it acts, is sent, speaks, or only stands there."""

import functools
import re
from collections.abc import Collection, Iterable

from extract.responders import Responder
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

Names = tuple[Responder, ...]
"""Names that stand together as one subject."""
_JOINTS = ("", "、", "和", "与", "及", "以及", "，和")
_ROLES = (
    ("by_before", "by"),
    ("place_after", None),
    ("told_before", "told"),
    ("sent_before", "sent"),
    ("told_after", "told"),
    ("asks_after", "told"),
    ("owns_before", "owns"),
    ("counted_before", "counted"),
    ("aimed_before", None),
    ("oversees_after", "leads"),
)
"""The rules of a name's role, the first that fits; else it acts."""
_AFTER = 60
"""How many characters after a name may tell its role."""
_NEXT = 20
"""How many characters after a name may hold the number of its people."""


def group_names(sentence: Sentence, names: Iterable[Responder]) -> list[Names]:
    """Put together the names that are listed (甲、乙官兵和丙)."""
    groups: list[Names] = []
    for name in names:
        gap = sentence.words(Span(groups[-1][-1].span.end, name.span.start)) if groups else "。"
        if gap in _JOINTS or _without_members(gap) in _JOINTS:
            groups[-1] = (*groups[-1], name)
        else:
            groups.append((name,))
    return groups


def _without_members(words: str) -> str:
    """Take off the members of a unit that follow its name: 武警|官兵和."""
    return rule("members").sub("", words, count=1)


def find_role(group: Names, sentence: Sentence, head: int) -> str | None:
    """Say what names do in the clause that begins at `head`; None where they only stand there."""
    start, end = group[0].span.start, group[-1].span.end
    before = sentence.words(Span(max(head, start - _AFTER), start))
    after = _without_members(sentence.words(Span(end, min(sentence.span.end, end + _AFTER))))
    countable = group[0].generic or group[0].kind in types("countable")
    counted = rule("counted_before").search(before)
    if counted and (countable or not counted["person"]) and not finds("owns_before", before):
        return None
    words = {"before": before, "after": after}
    return next((role for name, role in _ROLES if finds(name, words[name.rpartition("_")[2]])), "acts")


def counts_people(group: Names, sentence: Sentence) -> bool:
    """Say whether a number of people stands right after a name: 某支队120人."""
    end = group[-1].span.end
    words = sentence.words(Span(end, min(sentence.span.end, end + _NEXT)))
    return finds("counts_after", _without_members(words))


def is_listed(group: Names, sentence: Sentence) -> bool:
    """Say whether a name goes on with a list whose forces are counted one by one."""
    start = group[0].span.start
    return finds("listed_before", sentence.words(Span(max(sentence.span.start, start - _NEXT), start)))


def takes_over(group: Names, sentence: Sentence) -> bool:
    """Say whether a name takes over from the subject of its own clause: 某部的救援队, 甲派5人、乙派8人."""
    start, end = group[0].span.start, group[-1].span.end
    before = sentence.words(Span(max(sentence.span.start, start - 2), start))
    after = sentence.words(Span(end, min(sentence.span.end, end + 2)))
    return before.endswith(("的", "属", "旗下")) or (before.endswith("、") and finds("sends_after", after))


def finds(name: str, words: str) -> bool:
    """Say whether the rule `turn.NAME` finds something in the words."""
    return bool(rule(name).search(words))


@functools.cache
def rule(name: str) -> re.Pattern[str]:
    """Give the pattern of the rule `turn.NAME`."""
    return next(rule.pattern for rule in load("turns").rules if rule.name == f"turn.{name}")


@functools.cache
def types(name: str) -> Collection[str]:
    """Give the types of responder that a rule of language holds for."""
    return frozenset(load("turns").tables["types"][name])
