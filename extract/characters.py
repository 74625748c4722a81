"""Fold the ways one character is written into one, never changing the length of a text.

NFKC would turn ㎡ into two characters and shift every later offset, so folding goes character by
character: full-width digits and letters to ASCII, ASCII punctuation to the Chinese form.
"""

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
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
    }
)
_LONE_MARK = re.compile(r"(?<!\d)[,:]|[,:](?!\d)")


def fold(text: str) -> str:
    """Fold full-width forms and ASCII punctuation; the result has the same length as the text.

    A comma or colon between two digits stays, for it belongs to the number (1,400 or 21:15).
    """
    text = text.translate(_WIDE).translate(_MARKS)
    return _LONE_MARK.sub(lambda mark: "，" if mark[0] == "," else "：", text)
