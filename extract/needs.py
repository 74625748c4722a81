"""Read off a pattern what a text must hold before it can fit, so that it is not tried in vain."""

import re

_OPTIONAL = r"(?:\{0,\d*\}|[?*])\??"
_SILENT = re.compile(rf"\[[^\]]*\](?:\{{[\d,]*\}}|[?*+])?\??|[^()\[\]{{}}|]{_OPTIONAL}")
"""A class, however often, or a character that may be left out."""
_GROUP = re.compile(rf"\((?P<kind>\?:|\?P<\w+>|\?<?[=!]|)(?P<body>[^()]*)\)(?P<optional>{_OPTIONAL})?")
"""A group that holds no other."""
_LOOKS = ("?=", "?!", "?<=", "?<!")
_FIRST_GROUP = 0xE000
"""While a pattern is read, each of its groups is one character for private use."""

_NOTHING: frozenset[str] = frozenset()

Needs = tuple[frozenset[str], frozenset[str]]
"""Of each of the two one character must be there, if it holds any."""
_Sets = frozenset[frozenset[str]]
"""Of each set one character must be there."""


def find_needs(expression: str) -> Needs:
    """Say which characters a text must hold one of for a pattern to fit, and one of which others.

    Args:
        expression: The pattern, of characters, classes and groups; what looks around says nothing.

    Returns:
        The two smallest such sets, of characters other than ASCII: twice the same where one is all that
        can be said, and empty ones where nothing can.
    """
    if "\\" in expression:
        return _NOTHING, _NOTHING
    text = _SILENT.sub("", expression)
    groups: dict[str, _Sets] = {}
    while group := _GROUP.search(text):
        name = chr(_FIRST_GROUP + len(groups))
        says = group["kind"] not in _LOOKS and not group["optional"]
        groups[name] = _either(group["body"], groups) if says else frozenset()
        text = text[: group.start()] + name + text[group.end() :]
    ordered = sorted(_either(text, groups), key=lambda need: (len(need), sorted(need))) or [_NOTHING]
    return ordered[0], ordered[:2][-1]


def _either(alternatives: str, groups: dict[str, _Sets]) -> _Sets:
    """Combine what each alternative needs: whichever fits, one of what it needs is there."""
    needs: _Sets = frozenset([frozenset()])
    for alternative in alternatives.split("|"):
        own = [need for letter in alternative for need in _needs_of(letter, groups)]
        needs = _smallest({either | need for either in needs for need in own})
    return needs


def _needs_of(letter: str, groups: dict[str, _Sets]) -> _Sets:
    if letter in groups or letter.isascii():
        return groups.get(letter, frozenset())
    return frozenset([frozenset(letter)])


def _smallest(needs: set[frozenset[str]]) -> _Sets:
    """Leave out what a smaller set says already."""
    return frozenset(need for need in needs if not any(other < need for other in needs))
