"""Which blocks of a web page are its article: told by where its sentences stand, and by usual names."""

import functools
import re
from collections.abc import Iterable, Sequence

from extract.documents.outline import Block, Element
from extract.rulebook import load

_SENTENCE = re.compile("[。！？；]")
_LONG = 60
"""A block of so many characters is prose even without a full stop."""
_MOST, _HALF, _SOME = 0.75, 0.5, 0.25
"""The article is the inmost element with most of the sentences of the one around it. Half of those of the
page are enough around a headline, some where the name says that it is the text of the article; and half of
them are never left out."""
_LINKED = 0.5
"""A block with a larger share of links and no sentence is a list of other pages."""
_TITLES = frozenset(("h1", "h2"))
_ARTICLES = frozenset(("article", "main"))


def find_body(blocks: Sequence[Block]) -> list[Block]:
    """Take the blocks of the article, in order; all of a page that has no sentences."""
    prose = _weigh(blocks)
    page = _root(blocks)
    if page is None:
        return []
    total = prose.get(page, 0)
    beside = {
        element
        for element in _elements(blocks)
        if _is_beside(element) and prose.get(element, 0) <= _HALF * total
    }
    kept = [block for block in blocks if not beside.intersection(block.element.path)]
    prose = _weigh(kept)
    best = _descend(_start(kept, prose, page), kept, prose)
    inside = [block for block in kept if best in block.element.path]
    return [block for block in inside if not _is_list(block)] or inside


def prose_of(block: Block) -> int:
    """Count the characters of a block that tell something: those of sentences, not of links."""
    told = len(block.text) - block.linked
    return told if _SENTENCE.search(block.text) or told >= _LONG else 0


def _root(blocks: Sequence[Block]) -> Element | None:
    return next((list(block.element.path)[-1] for block in blocks), None)


def _elements(blocks: Iterable[Block]) -> set[Element]:
    return {element for block in blocks for element in block.element.path}


def _weigh(blocks: Iterable[Block]) -> dict[Element, int]:
    """Count the prose inside each element."""
    weights: dict[Element, int] = {}
    for block in blocks:
        if prose := prose_of(block):
            for element in block.element.path:
                weights[element] = weights.get(element, 0) + prose
    return weights


def _start(blocks: Sequence[Block], prose: dict[Element, int], page: Element) -> Element:
    """Find where the article is at most: what says that it is one, or holds the headline; else the page."""
    total = max(1, prose.get(page, 0))
    bodies = [element for element, weight in prose.items() if _is_body(element) and weight >= _SOME * total]
    if bodies:
        return max(bodies, key=lambda element: (prose[element], element.depth))
    headlines = [block.element for block in blocks if block.element.tag == "h1"]
    titled = set(headlines[0].path) if len(headlines) == 1 else set()
    around = [element for element, weight in prose.items() if element in titled or element.tag in _ARTICLES]
    around = [element for element in around if prose[element] >= _HALF * total]
    return max(around, key=lambda element: element.depth, default=page)


def _descend(element: Element, blocks: Sequence[Block], prose: dict[Element, int]) -> Element:
    """Go inward as long as one element has most of the prose and is no single paragraph."""
    holders = {block.element for block in blocks}
    while not _is_body(element):
        inner = [
            child for child in prose if child.parent is element and prose[child] >= _MOST * prose[element]
        ]
        if not inner or (inner[0] in holders and not any(child.parent is inner[0] for child in prose)):
            return element
        element = inner[0]
    return element


def _is_body(element: Element) -> bool:
    return any(name in _names("body") for name in element.label.split())


def _is_beside(element: Element) -> bool:
    if element.tag in {"nav", "aside", "footer", "figcaption"}:
        return True
    return element.tag != "body" and not _is_body(element) and not _names("beside").isdisjoint(element.names)


def _is_list(block: Block) -> bool:
    linked = block.linked / len(block.text)
    return block.element.tag not in _TITLES and linked > _LINKED and not _SENTENCE.search(block.text)


@functools.cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(load("web").tables["names"][kind])
