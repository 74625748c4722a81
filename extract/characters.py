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
_LONE_MARK = re.compile(r"(?<!\d)[,:]|[,:](?!\d)")


def fold(text: str) -> str:
    """Fold full-width forms and ASCII punctuation; the result has the same length as the text.

    A comma or colon between two digits stays, for it belongs to the number (1,400 or 21:15).
    """
    text = text.translate(_table())
    return _LONE_MARK.sub(lambda mark: "，" if mark[0] == "," else "：", text)


@functools.cache
def _table() -> Mapping[int, int | str]:
    return {**_simplified(), **_WIDE, **_MARKS}


def _simplified() -> Mapping[int, str]:
    """Map each Traditional character to its Simplified form, by OpenCC's table of single characters."""
    characters = [chr(code) for code in _HAN]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {ord(old): new for old, new in pairs if new != old and len(new) == 1}
