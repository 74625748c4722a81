"""Rows of the timeline in their order: directives, the incident, the water, then responders by type."""

from collections import defaultdict
from collections.abc import Sequence

from dashboard.charts.groups import ORDERS, Group, turn, write_fold
from dashboard.charts.lanes import Line
from dashboard.charts.marks import INCIDENT, WATER, Mark
from dashboard.charts.orders import DIRECTIVES, theme_words
from dashboard.charts.palette import Palette
from dashboard.quotes import escape_chart
from dashboard.strings import TYPES, name, say
from dashboard.wording import unit_words

_OPEN, _CLOSED = "⊟", "⊞"
_INSET = "\N{NO-BREAK SPACE}" * 3


def folded_row(code: str) -> str:
    """Return the row that a folded type is drawn in."""
    return f"(type){code}"


def arrange(
    marks: Sequence[Mark], groups: Sequence[Group], folded: frozenset[str], palette: Palette, lang: str
) -> list[Line]:
    """Put marks into rows and name these; a row without marks is left out.

    Args:
        marks: All marks, those of folded groups in the row of their group.
        groups: The groups of responders.
        folded: The codes of what is folded.
        palette: The colours.
        lang: The language.
    """
    by_row: dict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: (mark.form == "later", mark.begin)):
        by_row[mark.row].append(mark)
    lines = _orders(by_row, groups, folded, lang)
    for row, key in ((INCIDENT, "row_incident"), (WATER, "row_water")):
        if row in by_row:
            lines.append(_line(row, say(lang, key), by_row[row]))
    for group in groups:
        lines += _group(group, by_row, (groups, folded), palette, lang)
    return lines


def _orders(
    by_row: dict[str, list[Mark]], groups: Sequence[Group], folded: frozenset[str], lang: str
) -> list[Line]:
    themes = [row for row in by_row if row.startswith(DIRECTIVES) and row != DIRECTIVES]
    if not themes and DIRECTIVES not in by_row:
        return []
    sign = _CLOSED if ORDERS in folded else _OPEN
    title = f"{sign} {say(lang, 'row_directives')}"
    head = Line(
        row=DIRECTIVES, title=title, html=f"<b>{title}</b>", marks=tuple(by_row.get(DIRECTIVES, ())),
        leads=write_fold(turn(ORDERS, groups, folded)), is_head=bool(themes),
    )  # fmt: skip  # one row reads as two lines
    themes.sort(key=lambda row: -sum(len(mark.ids) for mark in by_row[row]))
    themes.sort(key=lambda row: row.endswith("general"))
    return [head, *(_line(row, _INSET + theme_words(row, lang), by_row[row], plain=True) for row in themes)]


def _group(
    group: Group, by_row: dict[str, list[Mark]], state: tuple[Sequence[Group], frozenset[str]],
    palette: Palette, lang: str,
) -> list[Line]:  # fmt: skip  # one signature reads as two lines
    named, colour = name(lang, TYPES, group.code), palette.of(group.code)
    square = f"<span style='color:{colour}'>■</span>"
    if not group.folds:
        (row,) = group.rows
        unit = unit_words(row, lang)
        kind = "" if group.code == "unspecified" else f" {named}"
        muted = f"<span style='color:{palette.muted}'>{kind}</span>" if kind else ""
        html = f"{square} <b>{escape_chart(unit)}</b>{muted}"
        return [Line(row=row, title=f"■ {unit}{kind}", html=html, marks=tuple(by_row.get(row, ())))]
    is_folded = group.code in state[1]
    sign, count = _CLOSED if is_folded else _OPEN, say(lang, "units_count", count=group.units)
    key = folded_row(group.code)
    head = Line(
        row=key, title=f"{sign} ■ {named} {count}",
        html=f"<b>{sign}</b> {square} <b>{named}</b> <span style='color:{palette.muted}'>{count}</span>",
        marks=tuple(by_row.get(key, ())), leads=write_fold(turn(group.code, *state)),
        is_dense=is_folded, is_head=not is_folded,
    )  # fmt: skip  # as above
    rows = () if is_folded else group.rows
    return [head, *(_line(row, _INSET + unit_words(row, lang), by_row.get(row, ())) for row in rows)]


def _line(row: str, title: str, marks: Sequence[Mark], *, plain: bool = False) -> Line:
    words = escape_chart(title)
    return Line(row=row, title=title, html=words if plain else f"<b>{words}</b>", marks=tuple(marks))
