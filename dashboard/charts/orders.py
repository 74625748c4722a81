"""Marks of the directives: one for each occasion, or, when their band is open, one for each theme of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.charts.marks import Mark, wrap
from dashboard.charts.spans import span_directive
from dashboard.quotes import escape_chart
from dashboard.strings import THEMES, name, say
from dashboard.wording import Row, issuer_words, rows, time_words

DIRECTIVES = "(directives)"
_GENERAL = "general"
_HOVER_QUOTES, _HOVER_FEW = 12, 1
"""So many quotes of a theme alone, and of one among several, stand in a hover."""
_NAMED = (3, 1)
"""So many themes stand in a label where there is room, and where there is little."""


def make_directive_marks(directives: pd.DataFrame, lang: str, *, is_open: bool = False) -> list[Mark]:
    """Make one mark of all directives given by the same person at the same time.

    Args:
        directives: The directives; those without a time are left out.
        lang: The language.
        is_open: Whether each theme of them gets a mark, in a row of its own.
    """
    dated = directives[directives["begin"].notna()]
    occasions: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows(dated):
        occasions[row.issuer, row.begin, row.finish].append(row)
    if not is_open:
        return [_occasion(orders, lang) for orders in occasions.values()]
    return [
        _mark(
            theme_row(theme),
            orders,
            (_count(orders, lang),),
            _told({theme: orders}, _HOVER_QUOTES, lang),
            lang,
        )
        for occasion in occasions.values()
        for theme, orders in by_theme(occasion).items()
    ]


def by_theme(directives: Sequence[Row]) -> dict[str, list[Row]]:
    """Sort directives by their themes, the commonest first, general demands last."""
    themes: dict[str, list[Row]] = defaultdict(list)
    for row in directives:
        for theme in row.themes:
            themes[theme].append(row)
    return dict(sorted(themes.items(), key=lambda item: (item[0] == _GENERAL, -len(item[1]))))


def theme_row(theme: str) -> str:
    """Return the row of a theme."""
    return f"{DIRECTIVES}{theme}"


def theme_words(row: str, lang: str) -> str:
    """Name the theme a row stands for."""
    return name(lang, THEMES, row.removeprefix(DIRECTIVES))


def _occasion(orders: Sequence[Row], lang: str) -> Mark:
    themes = by_theme(orders)
    counted = [
        say(lang, "theme_count", theme=name(lang, THEMES, theme), count=len(told))
        for theme, told in themes.items()
    ]
    plain = _count(orders, lang)
    listed = [
        say(lang, "mark_themes", directives=plain, themes=say(lang, "list").join(counted[:most])
            + ("…" if len(counted) > most else ""))
        for most in _NAMED
        if counted
    ]  # fmt: skip  # one label reads as one
    return _mark(DIRECTIVES, orders, (*listed, plain), _told(themes, _HOVER_FEW, lang), lang)


def _count(orders: Sequence[Row], lang: str) -> str:
    return say(lang, "mark_directives", issuer=issuer_words(orders[0].issuer, lang), count=len(orders))


def _mark(row: str, orders: Sequence[Row], labels: Sequence[str], told: Sequence[str], lang: str) -> Mark:
    first = orders[0]
    span = span_directive(first)
    words = [f"<b>{escape_chart(_count(orders, lang))}</b>", escape_chart(time_words(first, lang))]
    return Mark(
        row=row,
        form=span.form,
        begin=span.begin,
        finish=span.finish,
        core=span.core,
        kind="directive",
        responder_type="",
        is_hollow=False,
        labels=tuple(dict.fromkeys(map(escape_chart, labels))),
        hover="<br>".join([*words, *told]),
        ids=tuple(str(row.directive_id) for row in orders),
    )


def _told(themes: Mapping[str, Sequence[Row]], most: int, lang: str) -> list[str]:
    """List quotes by theme, at most so many of each; the theme's count says how many there are."""
    lines: list[str] = []
    for theme, orders in themes.items():
        head = say(lang, "theme_count", theme=name(lang, THEMES, theme), count=len(orders))
        quotes = [f"{line}…" if more else line for row in orders[:most] for line, *more in [wrap(row.quote)]]
        lines += [f"<b>{escape_chart(head)}</b>", *quotes, *(["…"] if len(orders) > most > 1 else [])]
    return lines
