"""Whether a time can be a figure's own, told by the words before and after it in its clause."""

import functools

from extract.rulebook import part

_part = functools.partial(part, "times")


def is_hourless(words: str) -> bool:
    """Say whether a clause tells a size reached bit by bit or at its widest, or what no time is told of."""
    return bool(_part("hourless").search(words))


def is_earlier(words: str) -> bool:
    """Say whether a clause tells what was done before the time spoken of: 提前转移."""
    return bool(_part("earlier").search(words))


def is_before_event(words: str) -> bool:
    """Say whether the words of a sentence date what follows by an event: 决口前，."""
    return bool(_part("before_event").match(words))


def is_lasting(words: str) -> bool:
    """Say whether a clause leads up to a size that no event made: 全长, 总面积, 长约6公里的间堤."""
    return bool(_part("lasting").search(words))


def is_torn(words: str) -> bool:
    """Say whether the clause before tells of damage that a length measures: 出现一道裂缝，长20米."""
    return bool(_part("torn").search(words))


def is_guarded(before: str, after: str) -> bool:
    """Say whether a length is that of a dike somebody only guards: 守着一条四公里长的土堤."""
    return bool(_part("dike").search(after) and _part("guarded").search(before))


def is_worked(words: str) -> bool:
    """Say whether a deed leads up to a length: 加高河堤1.6公里."""
    return bool(_part("worked").search(words))


def is_struck(words: str) -> bool:
    """Say whether the words after a length tell what befell the work it measures: 长50米的决口合龙."""
    return bool(_part("struck").search(words))


def is_unborn(words: str) -> bool:
    """Say whether a clause leads up to what no time is told of: 总库容, 等落差小于0.3米."""
    return bool(_part("unborn").search(words))
