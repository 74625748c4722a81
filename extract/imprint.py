"""What a report says of itself where its file says nothing: its title and its publisher."""

import msgspec

from extract.articles import Article
from extract.page import Page
from extract.rulebook import load


class Imprint(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The title and the publisher of a report, each with the words or the place that told it."""

    title: str | None
    title_clue: str | None
    publisher: str | None
    publisher_clue: str | None


def find_imprint(page: Page, articles: tuple[Article, ...], flooded: Article | None) -> Imprint:
    """Find title and publisher in the words of a report.

    Args:
        page: The whole page.
        articles: Its articles.
        flooded: The first of them that speaks of a flood, as far as it does; None where none does.

    Returns:
        The headline of that article, else of the first; and the agency its dateline names, if it names one.
    """
    article = flooded or next(iter(articles), None)
    if article is None:
        return Imprint(title=None, title_clue=None, publisher=None, publisher_clue=None)
    words = page.reading[article.dateline.start : article.dateline.end] if article.dateline else ""
    publisher = _publisher(words)
    return Imprint(
        title=article.title,
        title_clue=_where(page, article, flooded),
        publisher=publisher,
        publisher_clue=page.words(article.dateline) if publisher and article.dateline else None,
    )


def _where(page: Page, article: Article, flooded: Article | None) -> str:
    """Say where a title stands: an article without a headline is called by the words it begins with."""
    headed = any(page.words(span).strip() in article.title for span in article.headings)
    which = "first article on a flood" if flooded else "first article"
    return f"{'headline' if headed else 'first words'} of the {which}"


def _publisher(dateline: str) -> str | None:
    """Name the agency of a dateline; 本报 names none."""
    for rule in load("publishers").rules:
        found = rule.pattern.search(dateline)
        if found:
            return found["publisher"]
    return None
