"""A table as HTML, which on a phone becomes blocks; every cell then says its column's name itself."""

import re
from collections.abc import Iterable, Sequence

from dashboard.quotes import escape_html
from dashboard.strings import STATUSES, name, say
from dashboard.wording import Row


def write_ledger(
    kind: str, columns: Sequence[str], lines: Iterable[Sequence[str]], chosen: str | None
) -> str:
    """Write a table; the first cell of a line heads it.

    Args:
        kind: A class of its own, by which it has its widths.
        columns: Their names, plain words.
        lines: The cells of each line, HTML.
        chosen: The id of the fact whose line is marked.
    """
    heads = "".join(f'<th scope="col">{escape_html(column)}</th>' for column in columns)
    body = "".join(_line(columns, line, chosen) for line in lines)
    return f'<table class="ledger {kind}"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def soft(words: str) -> str:
    """Return plain words as a line in smaller print."""
    return f"<small>{escape_html(words)}</small>" if words else ""


def told(words: str) -> str:
    """Return plain words of a report as HTML, in the language they are in."""
    return f'<span lang="zh">{escape_html(words)}</span>'


def doubt(row: Row, lang: str) -> str:
    """Say in smaller print that a figure is no observed one, or that another source disagrees."""
    marks = [] if row.status == "observed" else [name(lang, STATUSES, row.status)]
    marks += [say(lang, "sources_disputed")] if row.disputed else []
    return soft(say(lang, "sep").join(marks))


def _line(columns: Sequence[str], line: Sequence[str], chosen: str | None) -> str:
    head, *others = line
    # Every link of the page says in its address which fact it leads to.
    leads = chosen and re.search(rf"fact={re.escape(chosen)}\b", "".join(line))
    cells = "".join(
        f'<td data-label="{escape_html(column)}">{cell}</td>'
        for column, cell in zip(columns[1:], others, strict=True)
    )
    sign = ' class="chosen"' if leads else ""
    return f'<tr{sign}><th scope="row">{head}</th>{cells}</tr>'
