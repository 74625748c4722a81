"""Read a number as reports write it: 1400, 1.2万, 1万3千, 三百, 两三百, 十几, 数十, 上百, 零点八.

Hedges around the number (约, 余, 近) are not its business; those inside it (十几, 数百) are.
"""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "壹": 1, "兩": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ARABIC = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([十百千万亿]*)")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)([百千万亿])(\d+)([十百千万])")
_PAIR = re.compile(
    r"(一(?=[二两])|[二两](?=三)|三(?=四)|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))([二两三四五六七八九])([十百千万亿]*)"
)
_VAGUE = re.compile(r"([数几上])([十百千万亿]*)")
_TENS_PAIR = re.compile(r"([二三四五六七八九]?)十([一二三四五六七八])([二三四五六七八九])")
_DECIMAL = re.compile(r"([零一二两三四五六七八九十百千]+点[零一二三四五六七八九]+)([十百千万亿]+)")
_FEW = re.compile(r"三五([十百千万]*)")
_PAIRED_TAIL = re.compile(r"(.+[百千万])([一二三四五六七八])([二三四五六七八九])([十百千])")
_TEENS = re.compile(r"([一二三四五六七八九])?十几([百千万亿]*)")
_SHORT = re.compile(r"([一二两三四五六七八九])([百千万亿])([一二三四五六七八九])")

Range = tuple[float, float | None]
"""An inclusive range; None for an open upper end."""


def read_number(text: str) -> Range:
    """Read a number, from folded text without hedges around it.

    Returns:
        Its inclusive range: 350 is (350, 350), 两三百 is (200, 300), 数百 is (200, None), 上万 is
        (10000, None), 十几 is (11, 19), 十五六 is (15, 16), 一万二 is (12000, 12000), 八.六 is 8.6.

    Raises:
        ValueError: The text is no number.
    """
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text[:1].isdigit():
        text = text.replace(".", "点")
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return read(found)
    value = _read_chinese(text)
    return value, value


def _read_arabic(found: re.Match[str]) -> Range:
    value = float(found[1].replace(",", "")) * _scale(found[2])
    return value, value


def _read_mixed(found: re.Match[str]) -> Range:
    value = float(found[1]) * _scale(found[2]) + int(found[3]) * _scale(found[4])
    return value, value


def _read_teens(found: re.Match[str]) -> Range:
    tens = _DIGITS[found[1] or "一"] * 10
    return (tens + 1) * _scale(found[2]), (tens + 9) * _scale(found[2])


def _read_short(found: re.Match[str]) -> Range:
    value = (_DIGITS[found[1]] + _DIGITS[found[3]] / 10) * _scale(found[2])
    return value, value


def _read_pair(found: re.Match[str]) -> Range:
    low, high = _DIGITS[found[1]], _DIGITS[found[2]]
    return low * _scale(found[3]), high * _scale(found[3])


def _read_tens_pair(found: re.Match[str]) -> Range:
    tens = _DIGITS[found[1] or "一"] * 10
    return tens + _DIGITS[found[2]], tens + _DIGITS[found[3]]


def _read_paired_tail(found: re.Match[str]) -> Range:
    base, scale = _read_chinese(found[1]), _scale(found[4])
    return base + _DIGITS[found[2]] * scale, base + _DIGITS[found[3]] * scale


def _read_decimal(found: re.Match[str]) -> Range:
    value = _read_chinese(found[1]) * _scale(found[2])
    return value, value


def _read_few(found: re.Match[str]) -> Range:
    return 3 * _scale(found[1]), 5 * _scale(found[1])


def _read_vague(found: re.Match[str]) -> Range:
    return (1 if found[1] == "上" else 2) * _scale(found[2]), None


_FORMS = (
    (_ARABIC, _read_arabic),  # 1400, 1.2万
    (_MIXED, _read_mixed),  # 1万3千
    (_TEENS, _read_teens),  # 十几
    (_SHORT, _read_short),  # 一万二
    (_PAIR, _read_pair),  # 两三百
    (_TENS_PAIR, _read_tens_pair),  # 十五六
    (_PAIRED_TAIL, _read_paired_tail),  # 两千四五百
    (_DECIMAL, _read_decimal),  # 一点三万
    (_FEW, _read_few),  # 三五
    (_VAGUE, _read_vague),  # 数百, 上万
)


def _scale(marks: str) -> float:
    product = 1.0
    for mark in marks:
        product *= _SCALES[mark]
    return product


def _read_chinese(text: str) -> float:
    whole, _, decimals = text.partition("点")
    if not whole or not all(c in _DIGITS or c in _SCALES for c in whole):
        raise ValueError(f"expected a number such as 1400, 1.2万 or 三百, got {text!r}")
    if decimals:
        if not all(c in _DIGITS for c in decimals):
            raise ValueError(f"expected digits after 点, got {text!r}")
        fraction = float("0." + "".join(str(_DIGITS[c]) for c in decimals))
        return _read_whole(whole) + fraction
    return float(_read_whole(whole))


def _read_whole(text: str) -> int:
    """Read 一千二百 by scales, 二零二四 digit by digit."""
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif _SCALES[c] >= _SCALES["万"]:
            total = (total + section + digit or 1) * _SCALES[c]
            section = digit = 0
        else:
            section += (digit or 1) * _SCALES[c]
            digit = 0
    return total + section + digit
