"""Links inside the page: words that lead to another view of it, as HTML."""

from dataclasses import replace
from urllib.parse import urlencode

from dashboard.quotes import escape_html
from dashboard.state import View, write_view


def href(view: View) -> str:
    """Return the address of a view, relative to the page, as it stands in an attribute of HTML."""
    return escape_html(f"?{urlencode(write_view(view), doseq=True)}")


def link(view: View, words: str) -> str:
    """Return plain words as a link to a view."""
    return f'<a href="{href(view)}" target="_self">{escape_html(words)}</a>'


def cite(row_id: str, words: str, view: View) -> str:
    """Return plain words as a link to the same view with a fact or directive chosen."""
    return link(replace(view, fact=row_id), words)


def cite_marked(row_id: str, words: str, view: View) -> str:
    """Return plain words as such a link, marked as a report's."""
    target = href(replace(view, fact=row_id))
    return f'<a href="{target}" target="_self"><mark>{escape_html(words)}</mark></a>'
