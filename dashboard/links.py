"""Links inside the page: words that lead to another view of it, as HTML."""

from urllib.parse import urlencode

from dashboard.quotes import escape_html, mark_chinese
from dashboard.state import View, write_view


def href(view: View) -> str:
    """Return the address of a view, relative to the page, as it stands in an attribute of HTML."""
    return escape_html(f"?{urlencode(write_view(view), doseq=True)}")


def lead(view: View, shown: str, more: str = "") -> str:
    """Return HTML as a link to a view, with more attributes."""
    return f'<a href="{href(view)}" target="_self"{more}>{shown}</a>'


def link(view: View, words: str) -> str:
    """Return plain words as a link to a view."""
    return lead(view, escape_html(words))


def cite(row_id: str, words: str, view: View) -> str:
    """Return plain words, a report's own marked as such, as a link to the view with a row chosen."""
    return lead(view.choosing(row_id), mark_chinese(words, view.lang))


def cite_marked(row_id: str, words: str, view: View) -> str:
    """Return plain words as such a link, marked as a report's."""
    return lead(view.choosing(row_id), f"<mark>{escape_html(words)}</mark>")
