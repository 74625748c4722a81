"""Hours of the day: what 凌晨 and 傍晚 stand for, and which hour 下午3点 is."""

import functools

_PARTS = {
    "凌晨": (0, 6),
    "拂晓": (4, 6),
    "黎明": (4, 6),
    "清晨": (5, 8),
    "清早": (5, 8),
    "早晨": (5, 8),
    "早上": (5, 8),
    "晨间": (5, 8),
    "早": (5, 8),
    "晨": (5, 8),
    "上午": (6, 12),
    "午前": (6, 12),
    "白天": (8, 20),
    "日间": (8, 20),
    "中午": (11, 13),
    "午间": (11, 13),
    "正午": (11, 13),
    "晌午": (11, 13),
    "下午": (12, 18),
    "午后": (12, 18),
    "傍晚": (17, 19),
    "黄昏": (17, 19),
    "晚凌晨": (24, 30),
    "夜凌晨": (24, 30),
    "后半夜": (24, 30),
    "下半夜": (24, 30),
}
_NIGHT = (18, 24)
"""晚, 夜间, 深夜, 连夜 and whatever else names the dark hours."""
_FROM_NOON = frozenset((11, 12, 17, 18))
_NOON, _EVENING, _MIDNIGHT = 12, 17, 24
_AFTER_NOON = 3
"""中午1时 and 中午2时 are hours after noon; 中午11时 is not."""
_DAWN = ("凌晨", "拂晓", "黎明")
_DAYBREAK = 6
_KNOWN = 256
"""How many parts of the day are remembered; texts use few dozen words and pairs of them."""


@functools.lru_cache(maxsize=_KNOWN)
def hours_of(part: str) -> tuple[int, int]:
    """Give the hours a part of the day lasts from and to; of two joined (晚间深夜) the last counts."""
    known = _PARTS.get(part)
    return known or next((hours for name, hours in _PARTS.items() if part.endswith(name)), _NIGHT)


def hour_of_day(hour: int, part: str | None) -> int:
    """Turn the hour of a clock into one of 0 to 24: 下午3点 is 15, 晚12时 is 24."""
    if part is None:
        return hour
    low, _ = hours_of(part)
    if low >= _EVENING and (hour == 0 or part.endswith("凌晨")):
        return hour + _MIDNIGHT
    noonday = low == _PARTS["中午"][0] and hour < _AFTER_NOON
    if hour < _NOON and ((low >= _NOON and not _is_small_hour(hour, part)) or noonday):
        return hour + _NOON
    return _MIDNIGHT if hour == _NOON and low >= _EVENING else hour


def is_later_half(part: str | None) -> bool:
    """Say whether a clock beside this part of the day counts from noon: 中午, 下午, 晚上; not 连夜."""
    return part is not None and hours_of(part)[0] in _FROM_NOON and "连夜" not in part


def is_before_daybreak(hour: int | None, part: str | None) -> bool:
    """Say whether a time lies in the small hours: 凌晨3时, or a bare 2时."""
    if part is not None:
        return part in _DAWN
    return hour is not None and hour < _DAYBREAK


def _is_small_hour(hour: int, part: str) -> bool:
    """深夜2点 and 夜里1点 come after midnight."""
    return part in {"深夜", "半夜", "夜里", "夜间", "午夜", "子夜", "后半夜", "下半夜"} and hour < _DAYBREAK
