"""Passages of our own, ready for the stages: a sentence, an article."""

from extract.articles import Article, part_articles
from extract.characters import fold
from extract.cues import Signs, read_signs
from extract.page import Page, unwrap
from extract.quantities import Quantity, find_quantities
from extract.sentences import Sentence, split_sentences
from extract.spans import Span


def as_sentence(text: str) -> Sentence:
    """Take a text for one sentence that begins its page."""
    folded = fold(text)
    return Sentence(span=Span(0, len(folded)), text=folded, paragraph=0, is_heading=False)


def as_signs(text: str) -> tuple[Sentence, tuple[Quantity, ...], Signs]:
    """Read a text as one sentence with its quantities, and as signs."""
    sentence = as_sentence(text)
    quantities = find_quantities(sentence)
    return sentence, quantities, read_signs(sentence, quantities, (), ())


def as_article(text: str) -> tuple[Page, Article, tuple[Sentence, ...]]:
    """Read a text that is one article, with its sentences."""
    page = unwrap(text)
    (article,) = part_articles(page)
    return page, article, split_sentences(page, article)
