"""The matrix of orders and deeds: themes down, the units that worked on them across."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.filters import units_of
from dashboard.responses import Response, Work
from dashboard.state import OTHERS, UNNAMED
from dashboard.wording import Row, known

MOST_UNITS = 8
"""So many units have a column of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Whose deeds a column holds.

    Attributes:
        unit: The canonical name of a unit, `UNNAMED` or `OTHERS`.
        type: The code of its type; None where nothing tells it, or it is many units.
        units: The canonical names of its units; empty for deeds of no named unit.
    """

    unit: str
    type: str | None = None
    units: frozenset[str] = frozenset()

    @property
    def shared(self) -> bool:
        """Whether it is no one unit's: its head says so, and no type."""
        return self.unit in {UNNAMED, OTHERS}

    def pick(self, work: Sequence[Work]) -> tuple[Work, ...]:
        """Pick its deeds; what several units did together each of them did."""
        return tuple(one for one in work if self._did(units_of(one.fact.responder)))

    def _did(self, units: Sequence[str]) -> bool:
        return not self.units.isdisjoint(units) if units else self.unit == UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The columns, units of one type side by side, then the unnamed, then the others; and the rows.

    Attributes:
        columns: Whose deeds stand where.
        asked: The themes with directives.
        unasked: The themes that work is reported on without any.
    """

    columns: tuple[Column, ...]
    asked: tuple[Response, ...]
    unasked: tuple[Response, ...]

    def find_column(self, unit: str) -> Column:
        """Return the column of a unit; for one among the others a column that holds it alone."""
        own = next((column for column in self.columns if column.unit == unit), None)
        return own or Column(unit=unit, units=frozenset({unit}))

    def find_theme(self, theme: str) -> Response:
        """Return the row of a theme, an empty one where the filters leave nothing of it."""
        found = (row for row in (*self.asked, *self.unasked) if row.theme == theme)
        return next(found, Response(theme=theme, directives=(), work=()))


def lay_out(asked: Sequence[Response], unasked: Sequence[Response]) -> Matrix:
    """Give the most active units a column each and the rest one together, unless it would hold one alone."""
    facts = [work.fact for response in (*asked, *unasked) for work in response.work]
    amounts = Counter(unit for fact in facts for unit in units_of(fact.responder))
    ranked = [unit for unit, _ in amounts.most_common()]
    shown = MOST_UNITS if len(ranked) > MOST_UNITS + 1 else len(ranked)
    columns = _group(ranked[:shown], amounts, _types(facts))
    if not all(known(fact.responder) for fact in facts):
        columns.append(Column(unit=UNNAMED))
    if rest := ranked[shown:]:
        columns.append(Column(unit=OTHERS, units=frozenset(rest)))
    return Matrix(columns=tuple(columns), asked=tuple(asked), unasked=tuple(unasked))


def _group(units: Sequence[str], amounts: Counter[str], types: dict[str, str]) -> list[Column]:
    """Put units of one type side by side, the type with the most deeds first."""
    of_type: dict[str | None, int] = defaultdict(int)
    for unit in units:
        of_type[types.get(unit)] += amounts[unit]
    order = sorted(of_type, key=lambda code: -of_type[code])
    return [
        Column(unit=unit, type=code, units=frozenset({unit}))
        for code in order
        for unit in units
        if types.get(unit) == code
    ]


def _types(facts: Sequence[Row]) -> dict[str, str]:
    """Tell the type of each unit, by what it did alone where it did anything alone."""
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        units = units_of(fact.responder)
        for unit in units if known(fact.responder_type) else ():
            (alone if len(units) == 1 else together)[unit][str(fact.responder_type)] += 1
    return {
        unit: (alone[unit] or counts).most_common(1)[0][0] for unit, counts in {**together, **alone}.items()
    }
