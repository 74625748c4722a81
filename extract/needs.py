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

_Needs = frozenset[frozenset[str]]
"""Of each set one character must be there."""


def find_need(expression: str) -> frozenset[str]:
    """Say which characters a text must hold one of for a pattern to fit.

    Args:
        expression: The pattern, of characters, classes and groups; what looks around says nothing.

    Returns:
        The smallest such set, of characters other than ASCII; an empty one where nothing can be said.
    """
    if "\\" in expression:
        return frozenset()
    text = _SILENT.sub("", expression)
    groups: dict[str, _Needs] = {}
    while group := _GROUP.search(text):
        name = chr(_FIRST_GROUP + len(groups))
        says = group["kind"] not in _LOOKS and not group["optional"]
        groups[name] = _either(group["body"], groups) if says else frozenset()
        text = text[: group.start()] + name + text[group.end() :]
    needs = _either(text, groups)
    return min(needs, key=lambda need: (len(need), sorted(need)), default=frozenset())


def _either(alternatives: str, groups: dict[str, _Needs]) -> _Needs:
    """Combine what each alternative needs: whichever fits, one of what it needs is there."""
    needs: _Needs = frozenset([frozenset()])
    for alternative in alternatives.split("|"):
        own = [need for letter in alternative for need in _needs_of(letter, groups)]
        needs = _smallest({either | need for either in needs for need in own})
    return needs


def _needs_of(letter: str, groups: dict[str, _Needs]) -> _Needs:
    if letter in groups or letter.isascii():
        return groups.get(letter, frozenset())
    return frozenset([frozenset(letter)])


def _smallest(needs: set[frozenset[str]]) -> _Needs:
    """Leave out what a smaller set says already."""
    return frozenset(need for need in needs if not any(other < need for other in needs))
