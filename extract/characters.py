"""Fold the ways one character is written into one, never changing the length of a text.

NFKC would turn ㎡ into two characters and shift every later offset, so folding goes character by
character: full-width digits and letters to ASCII, ASCII punctuation to the Chinese form, Traditional
characters to Simplified ones.
"""

import functools
import re

import opencc

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_HAN = range(0x3400, 0xA000)
_MARKS = {
    "．": ".",
    "％": "%",
    "／": "/",
    "＋": "+",
    "﹣": "-",
    "－": "-",
    "–": "-",
    "—": "-",
    "〜": "~",
    "～": "~",
    "!": "！",
    "?": "？",
    ";": "；",
    "(": "（",
    ")": "）",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "〇": "零",
    "○": "零",
    "著": "着",  # the same: 跟著
    "瞭": "了",  # 瞭解, which a conversion character by character would leave
}
_LONE_COMMA, _LONE_COLON = (re.compile(rf"{mark}(?:(?!\d)|(?<!\d{mark}))") for mark in ",:")
"""Two patterns, for one that begins with a certain character is searched five times as fast."""
_FEW = 48
"""Up to so many different characters are replaced one by one, which is far faster than a table."""


def fold(text: str) -> str:
    """Fold full-width forms and ASCII punctuation; the result has the same length as the text.

    A comma or colon between two digits stays, for it belongs to the number (1,400 or 21:15).
    """
    folds = _folds()
    found = {character: folds[character] for character in set(text) if folds[character] != character}
    if len(found) > _FEW:
        text = text.translate({ord(character): form for character, form in found.items()})
    else:
        # What another one turns into goes first, so that nothing is turned twice.
        for character in sorted(found, key=set(found.values()).isdisjoint):
            text = text.replace(character, found[character])
    return _LONE_COLON.sub("：", _LONE_COMMA.sub("，", text))


class _Folds(dict[str, str]):
    """What each character is folded into, worked out when it is first met."""

    def __init__(self) -> None:
        super().__init__({character: character for character in map(chr, range(0x80))})
        self.update(_WIDE | _MARKS)
        self._simplify = opencc.OpenCC("t2s").convert

    def __missing__(self, character: str) -> str:
        """Look up a Traditional character alone, so that the text keeps its length."""
        simple = self._simplify(character) if ord(character) in _HAN else character
        self[character] = simple if len(simple) == 1 else character
        return self[character]


@functools.cache
def _folds() -> _Folds:
    return _Folds()
