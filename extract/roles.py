"""What a name does in its clause: it acts, is sent, speaks, or only stands there."""

import functools
import itertools
import re
from collections.abc import Collection, Sequence

from extract.responders import Responder
from extract.rulebook import load
from extract.sentences import Sentence

Names = tuple[Responder, ...]
"""Names that stand together as one subject."""
_JOINTS = frozenset(("", "、", "和", "与", "及", "以及", "，和"))
_ROLES = {
    "by_before": "by",
    "helps_after": "by",
    "place_after": None,
    "told_before": "told",
    "sent_before": "sent",
    "asks_after": "asks",
    "told_after": "told",
    "owns_before": "owns",
    "counted_before": "counted",
    "aimed_before": None,
    "oversees_after": "leads",
}
"""The rules of a name's role, the first that fits; else it acts."""
_PLACES = {name: place for place, name in enumerate(_ROLES)}
_AFTER = 60
"""How many characters after a name may tell its role."""
_NEXT = 20
"""How many characters before a name tell whether it goes on with a list."""


def group_names(sentence: Sentence, names: Sequence[Responder]) -> list[Names]:
    """Put together the names that are listed (甲、乙官兵和丙)."""
    if not names:
        return []
    text, origin = sentence.text, sentence.span.start
    groups: list[Names] = [(names[0],)]
    for before, name in itertools.pairwise(names):
        gap = text[before.span.end - origin : name.span.start - origin]
        if gap in _JOINTS or without_members(gap) in _JOINTS:
            groups[-1] = (*groups[-1], name)
        else:
            groups.append((name,))
    return groups


def without_members(words: str) -> str:
    """Take off the members of a unit that follow its name: 武警|官兵和."""
    members = _rule("members").match(words)
    return words[members.end() :] if members else words


def words_after(group: Names, sentence: Sentence) -> tuple[str, bool]:
    """Give the words after names, members of the last taken off, and whether there were any: 消防|官兵."""
    end = group[-1].span.end - sentence.span.start
    words = sentence.text[end : end + _AFTER]
    members = _rule("members").match(words)
    return (words[members.end() :], True) if members else (words, False)


def find_role(group: Names, sentence: Sentence, head: int, after: str) -> str | None:
    """Say what names do in the clause that begins at `head`; None where they only stand there.

    `after` are the words after them (`words_after`).
    """
    if after.startswith("，") and group[-1].generic:
        return None
    start = group[0].span.start - sentence.span.start
    before = sentence.text[max(head - sentence.span.start, start - _AFTER) : start]
    otherwise = _first_after(after)
    if not before:  # as for most
        return _ROLES[otherwise] if otherwise else "acts"
    if not after.startswith("的") and _is_counted(group[0], before):
        return None
    if before.endswith("从") and finds("taken_after", after):
        return None
    if finds("among_before", before) and not finds("sends_after", after):
        return "sent"
    role = _first_before(before)
    if role is None or (otherwise and _PLACES[otherwise] < _PLACES[role]):
        role = otherwise
    return _ROLES[role] if role else "acts"


def _is_counted(name: Responder, before: str) -> bool:
    """Say whether the number before a word for people counts them, not an organisation: 300余名|民兵."""
    counted = _rule("counted_before").search(before)
    if not counted or finds("owns_before", before):
        return False
    if name.generic or name.kind in types("inhabitants"):
        return True
    countable = not counted["person"] or name.kind in types("countable")
    return countable and not finds("opens", before[: counted.start()])


def _first_before(words: str) -> str | None:
    """Give the name of the first rule of roles that fits the words before a name."""
    found = _rules_before().match(words)
    return found.lastgroup if found else None


def _first_after(words: str) -> str | None:
    """Give the name of the first rule of roles that fits the words after a name."""
    found = _rules_after().match(words)
    return found.lastgroup if found else None


@functools.cache
def _rules_before() -> re.Pattern[str]:
    """Join the rules that end at a name to one that searches for each in turn; its name ends it."""
    names = (name for name in _ROLES if name.endswith("_before"))
    return re.compile("|".join(f"(?s:.*)(?:{expression(name)})(?P<{name}>)" for name in names))


@functools.cache
def _rules_after() -> re.Pattern[str]:
    """Join the rules that begin behind a name; a group of its name ends each."""
    names = (name for name in _ROLES if name.endswith("_after"))
    return re.compile("|".join(f"(?:{expression(name)})(?P<{name}>)" for name in names))


def is_listed(group: Names, sentence: Sentence) -> bool:
    """Say whether a name goes on with a list whose forces are counted one by one."""
    start = group[0].span.start - sentence.span.start
    return finds("listed_before", sentence.text[max(0, start - _NEXT) : start])


def takes_over(group: Names, sentence: Sentence) -> bool:
    """Say whether a name takes over from the subject of its own clause: 某部的救援队, 甲派5人、乙派8人."""
    start, end = group[0].span.start - sentence.span.start, group[-1].span.end - sentence.span.start
    before, after = sentence.text[max(0, start - 2) : start], sentence.text[end : end + 2]
    return before.endswith(("的", "属", "旗下")) or (before.endswith("、") and finds("sends_after", after))


def finds(name: str, words: str) -> bool:
    """Say whether the rule `turn.NAME` finds something in the words."""
    return bool(_rule(name).search(words))


def expression(name: str) -> str:
    """Give the pattern of the rule `turn.NAME` as text, to be joined with others."""
    return next(rule.expression for rule in load("turns").rules if rule.name == f"turn.{name}")


@functools.cache
def _rule(name: str) -> re.Pattern[str]:
    return re.compile(expression(name))


@functools.cache
def types(name: str) -> Collection[str]:
    """Give the types of responder that a rule of language holds for."""
    return frozenset(load("turns").tables["types"][name])
