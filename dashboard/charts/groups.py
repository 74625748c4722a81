"""Groups of rows: responders by their type, and which groups are folded into one row."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.filters import units_of

ORDERS = "directives"
"""The code of the band of directives, which folds like a type."""
FOLD = "fold:"
"""What a click on a group's header means; after it stand the codes of all that is folded then."""
_UNSPECIFIED = "unspecified"
_MOST_ROWS = 14
"""So many rows of responders are still read at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The responders of a type that have dated facts, in the order they came; `units` counts them."""

    code: str
    rows: tuple[str, ...]
    units: int

    @property
    def folds(self) -> bool:
        """Whether it has more than one row."""
        return len(self.rows) > 1


def group_rows(timeline: pd.DataFrame) -> list[Group]:
    """Group the responders by type, each type where its first responder comes, what has no type last."""
    dated = timeline["begin"].notna() & timeline["responder"].notna()
    columns = (timeline[name][dated].tolist() for name in ("begin", "responder", "responder_type"))
    rows: dict[str, dict[str, None]] = {}
    types: dict[str, str] = {}
    for _, responder, told in sorted(zip(*columns, strict=True), key=lambda row: row[0]):
        code = types.setdefault(responder, told if isinstance(told, str) else _UNSPECIFIED)
        rows.setdefault(code, {})[responder] = None
    groups = [
        Group(code=code, rows=tuple(named), units=len({unit for row in named for unit in units_of(row)}))
        for code, named in rows.items()
    ]
    return sorted(groups, key=lambda group: group.code == _UNSPECIFIED)


def find_folded(groups: Sequence[Group], fold: Collection[str] | None) -> frozenset[str]:
    """Say which codes are folded.

    Args:
        groups: All groups.
        fold: The codes a viewer folded; None: the directives, and the largest groups where there would be
            too many rows.
    """
    if fold is not None:
        return frozenset(fold) & {ORDERS, *(group.code for group in groups if group.folds)}
    folded, rows = {ORDERS}, sum(len(group.rows) for group in groups)
    for group in sorted(groups, key=lambda group: -len(group.rows)):
        if rows > _MOST_ROWS and group.folds:
            folded.add(group.code)
            rows -= len(group.rows) - 1
    return frozenset(folded)


def turn(code: str, groups: Sequence[Group], folded: frozenset[str]) -> tuple[str, ...] | None:
    """Fold a group that is open, or open one that is folded; None: what is then folded is so by itself."""
    turned = folded ^ {code}
    return None if turned == find_folded(groups, None) else tuple(sorted(turned))


def write_fold(fold: Sequence[str] | None) -> str:
    """Write what a header's click leads to, as a point's `customdata`."""
    return FOLD + ("auto" if fold is None else " ".join(fold))


def read_fold(told: str) -> tuple[str, ...] | None:
    """Read what `write_fold` wrote."""
    codes = told.removeprefix(FOLD)
    return None if codes == "auto" else tuple(codes.split())
