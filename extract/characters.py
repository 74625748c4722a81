"""Fold the ways one character is written into one, never changing the length of a text.

NFKC would turn ㎡ into two characters and shift every later offset, so folding goes character by
character: full-width digits and letters to ASCII, ASCII punctuation to the Chinese form, Traditional
characters to Simplified ones.
"""

import functools
import re
from collections.abc import Mapping

import opencc

_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_HAN = range(0x3400, 0xA000)
_MARKS = str.maketrans(
    {
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
)
_LONE_COMMA, _LONE_COLON = (re.compile(rf"{mark}(?:(?!\d)|(?<!\d{mark}))") for mark in ",:")
"""Two patterns, for one that begins with a certain character is searched five times as fast."""
_FEW = 48
"""Up to so many different characters are replaced one by one, which is far faster than a table."""


def fold(text: str) -> str:
    """Fold full-width forms and ASCII punctuation; the result has the same length as the text.

    A comma or colon between two digits stays, for it belongs to the number (1,400 or 21:15).
    """
    found = set(_foldable().findall(text))
    if len(found) > _FEW:
        text = text.translate(_table())
    else:
        # What another one turns into goes first, so that nothing is turned twice.
        for character in sorted(found, key=lambda character: character not in _made()):
            text = text.replace(character, character.translate(_table()))
    return _LONE_COLON.sub("：", _LONE_COMMA.sub("，", text))


@functools.cache
def _table() -> Mapping[int, int | str]:
    return {**_simplified(), **_WIDE, **_MARKS}


def _simplified() -> Mapping[int, str]:
    """Map each Traditional character to its Simplified form, by OpenCC's table of single characters."""
    characters = [chr(code) for code in _HAN]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {ord(old): new for old, new in pairs if new != old and len(new) == 1}


@functools.cache
def _foldable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(re.escape(chr(code)) for code in _table())}]")


@functools.cache
def _made() -> frozenset[str]:
    return frozenset(character.translate(_table()) for character in map(chr, _table()))
