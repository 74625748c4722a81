"""The plan of a breach: how much of the gap each part takes, and what does not add up."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.breach import JOINT, Advance, Breach
from dashboard.strings import say
from dashboard.wording import Row, known, place_words

_SCHEMATIC = 0.3
"""The share of the gap an advance takes where the width is not known."""
_DOUBTFUL = 0.1
"""So great a share of the width may be missing before the figures are said not to add up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An advance as drawn: from `begin` to `end`, shares of the gap from its left."""

    advance: Advance
    begin: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a breach is drawn.

    Attributes:
        parts: What is closed; an advance that fits nowhere is left out here and written only.
        closing: What was open until the breach was closed, shares of the gap; None as long as it is open.
        is_scaled: Whether the parts are as long, beside the gap, as the reports say.
        doubts: What to say of it, keys of the strings.
    """

    parts: tuple[Part, ...]
    closing: tuple[float, float] | None
    is_scaled: bool
    doubts: tuple[str, ...]


def lay_out(breach: Breach) -> Plan:
    """Place the advances in the gap: to scale where its width is known and holds them, else as a scheme."""
    # Of two at one end, 左岸 and 西侧, one is drawn.
    sided = list({one.end: one for one in breach.advances if one.end is not None}.values())
    placed = sided or [one for one in breach.advances if one.end is None][:1]
    width = _amount(breach.width) if breach.width is not None else 0.0
    closed = sum(_amount(one.row) for one in placed)
    is_scaled = bool(placed) and 0 < closed <= width
    shares = [_amount(one.row) / width if is_scaled else _SCHEMATIC for one in placed]
    parts = tuple(_part(one, share) for one, share in zip(placed, shares, strict=True))
    doubts = ["plan_scaled" if is_scaled else "plan_schematic"]
    if 0 < width < closed:
        doubts.append("plan_beyond")
    if is_scaled and breach.remaining is not None and len(sided) > 1:
        missing = abs(width - closed - _amount(breach.remaining))
        doubts += ["plan_unequal"] if missing > width * _DOUBTFUL else []
    if len({row.begin for row in _gap(breach) if known(row.begin)}) > 1:
        doubts.append("plan_moments")
    if sided:
        doubts.append("plan_sides")
    closing = _open(parts) if breach.closed is not None else None
    if closing:
        doubts.append("plan_closed")
    return Plan(parts=parts, closing=closing, is_scaled=is_scaled, doubts=tuple(doubts))


def side_words(advance: Advance, lang: str) -> str:
    """Name the side an advance is of."""
    if advance.side in {"", JOINT}:
        return say(lang, "side_joint" if advance.side else "side_unsaid")
    return place_words(advance.side, lang)


def _part(advance: Advance, share: float) -> Part:
    begin = {0: 0.0, 1: 1.0 - share}.get(-1 if advance.end is None else advance.end, (1.0 - share) / 2)
    return Part(advance=advance, begin=begin, end=begin + share)


def _open(parts: Sequence[Part]) -> tuple[float, float] | None:
    """Find what the advances from the two ends leave open."""
    begin = max((part.end for part in parts if part.begin == 0), default=0.0)
    end = min((part.begin for part in parts if part.end == 1), default=1.0)
    return (begin, end) if begin < end else None


def _gap(breach: Breach) -> list[Row]:
    rows = (breach.width, *(one.row for one in breach.advances), breach.remaining)
    return [row for row in rows if row is not None]


def _amount(row: Row) -> float:
    return float(row.value_min if known(row.value_min) else row.value_max)
