"""Read a number as reports write it: 1400, 1.2万, 1万3千, 三百, 两三百, 十几, 数十, 上百, 零点八.

Hedges around the number (约, 余, 近) are not its business; those inside it (十几, 数百) are.
"""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "壹": 1, "兩": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_HALF = 0.5
_WORDS = str.maketrans({"、": None} | dict(zip("123456789", "一二三四五六七八九", strict=True)))
_SIGNS = frozenset((*_DIGITS, *_SCALES))
_FIGURES = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([十百千万亿]*)")  # 1400, 1.2万

Range = tuple[float, float | None]
"""An inclusive range; None for an open upper end."""
Groups = tuple[str, ...]
"""What the groups of a form said, empty where one took no part."""


def read_number(text: str) -> Range:
    """Read a number, from folded text without hedges around it.

    Returns:
        Its inclusive range: 350 is (350, 350), 两三百 is (200, 300), 数百 is (200, None), 上万 is
        (10000, None), 十几 is (11, 19), 十五六 is (15, 16), 一万二 is (12000, 12000),
        半 is (0.5, 0.5).

    Raises:
        ValueError: The text is no number.
    """
    if text.replace(".", "", 1).isdecimal():
        value = float(text)
    elif text in _DIGITS:
        value = float(_DIGITS[text])
    elif found := _FIGURES.fullmatch(text):
        value = float(found[1].replace(",", "")) * _scale(found[2])
    else:
        text = _to_words(text)
        if special := _SPECIAL.fullmatch(text):
            _, read = _FORMS[special.lastgroup or ""]
            return read(special.groups("")[special.lastindex :])
        value = _HALF if text == "半" else _read_chinese(text)
    return value, value


def _to_words(text: str) -> str:
    """Write old and Taiwanese forms the usual way: 卅, 八.六, and 3、4 for 三四."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "、" in text:
        return text.translate(_WORDS)
    return text if text[:1].isdecimal() else text.replace(".", "点")


def _read_mixed(said: Groups) -> Range:
    value = float(said[0]) * _scale(said[1]) + int(said[2]) * _scale(said[3])
    return value, value


def _read_teens(said: Groups) -> Range:
    tens = _DIGITS[said[0] or "一"] * 10
    return (tens + 1) * _scale(said[1]), (tens + 9) * _scale(said[1])


def _read_short(said: Groups) -> Range:
    value = (_DIGITS[said[0]] + _DIGITS[said[2]] / 10) * _scale(said[1])
    return value, value


def _read_pair(said: Groups) -> Range:
    low, high = _DIGITS[said[0]], _DIGITS[said[1]]
    return low * _scale(said[2]), high * _scale(said[2])


def _read_tens_pair(said: Groups) -> Range:
    tens = _DIGITS[said[0] or "一"] * 10
    return tens + _DIGITS[said[1]], tens + _DIGITS[said[2]]


def _read_paired_tail(said: Groups) -> Range:
    base, scale = _read_chinese(said[0]), _scale(said[3])
    return base + _DIGITS[said[1]] * scale, base + _DIGITS[said[2]] * scale


def _read_decimal(said: Groups) -> Range:
    value = _read_chinese(said[0]) * _scale(said[1])
    return value, value


def _read_few(said: Groups) -> Range:
    return 3 * _scale(said[0]), 5 * _scale(said[0])


def _read_vague(said: Groups) -> Range:
    return (1 if said[0] == "上" else 2) * _scale(said[1]), None


_FORMS = {
    "mixed": (r"(\d+(?:\.\d+)?)([百千万亿])(\d+)([十百千万]?)", _read_mixed),  # 1万3千, 1万1756
    "teens": (r"([一二三四五六七八九])?十几([百千万亿]*)", _read_teens),  # 十几
    "short": (r"([一二两三四五六七八九])([百千万亿])([一二三四五六七八九])", _read_short),  # 一万二
    "pair": (  # 两三百
        r"(一(?=[二两])|[二两](?=三)|三(?=四)|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))([二两三四五六七八九])([十百千万亿]*)",
        _read_pair,
    ),
    "tens_pair": (  # 十五六
        r"([二三四五六七八九]?)十([一二三四五六七八])([二三四五六七八九])",
        _read_tens_pair,
    ),
    "paired_tail": (  # 两千四五百
        r"(.+[百千万])([一二三四五六七八])([二三四五六七八九])([十百千])",
        _read_paired_tail,
    ),
    "decimal": (  # 一点三万
        r"([零一二两三四五六七八九十百千]+点[零一二三四五六七八九]+)([十百千万亿]+)",
        _read_decimal,
    ),
    "few": (r"三五([十百千万]*)", _read_few),  # 三五
    "vague": (r"([数几上])([十百千万亿]*)", _read_vague),  # 数百, 上万
}
_SPECIAL = re.compile("|".join(f"(?P<{name}>{form})" for name, (form, _) in _FORMS.items()))


def _scale(marks: str) -> float:
    product = 1.0
    for mark in marks:
        product *= _SCALES[mark]
    return product


def _read_chinese(text: str) -> float:
    whole, _, decimals = text.partition("点")
    if not (whole and _SIGNS.issuperset(whole)):
        raise ValueError(f"expected a number such as 1400, 1.2万 or 三百, got {text!r}")
    if decimals:
        if not all(c in _DIGITS for c in decimals):
            raise ValueError(f"expected digits after 点, got {text!r}")
        fraction = float("0." + "".join(str(_DIGITS[c]) for c in decimals))
        return _read_whole(whole) + fraction
    return float(_read_whole(whole))


def _read_whole(text: str) -> int:
    """Read 一千二百 by scales, 二零二四 digit by digit."""
    if len(text) > 1 and _SCALES.keys().isdisjoint(text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = digit * 10 + _DIGITS[c]
        elif _SCALES[c] >= _SCALES["万"]:
            total = (total + section + digit or 1) * _SCALES[c]
            section = digit = 0
        else:
            section += (digit or 1) * _SCALES[c]
            digit = 0
    return total + section + digit
