"""A web page as blocks of text, each with the elements around it: what a reader of the page would see."""

import functools
import re
from collections.abc import Iterator

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.documents.tables import LONGEST_CELL, row_line
from extract.rulebook import load

DEPTH = 512
"""Browsers build no deeper page either."""
_LEAST = 2
"""A table of figures has so many rows, and cells in a row."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BROKEN = re.compile("(?<=[\u2e80-\uffef])[ \t]*\n\\s*|[ \t]*\n\\s*(?=[\u2e80-\uffef])")
"""A line break of the mark-up beside a Chinese character is no space."""
_SPACES = re.compile(r"[^\S\n]+")


class Element:
    """An element that holds text: its tag, the words of its names, and the element around it."""

    __slots__ = ("depth", "label", "names", "parent", "tag")

    def __init__(self, node: LexborNode, parent: "Element | None") -> None:
        attributes = node.attributes
        self.tag = node.tag or ""
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.label = " ".join(
            filter(None, (attributes.get(key) for key in ("id", "class", "itemprop")))
        ).lower()
        self.names = frozenset(re.split(r"[^a-z]+", self.label))

    @property
    def path(self) -> Iterator["Element"]:
        """Give the element itself and those around it, the inmost first."""
        element: Element | None = self
        while element:
            yield element
            element = element.parent


class Block(msgspec.Struct, kw_only=True, gc=False):
    """A block of text; `linked` counts its characters inside links. Line breaks are those a reader sees."""

    text: str
    linked: int
    element: Element


class TooDeep(Exception):  # noqa: N818  # it is what it is
    """The page is nested deeper than any a browser shows."""


def read_outline(tree: LexborHTMLParser) -> list[Block]:
    """Part what a page shows into its blocks, in order.

    Raises:
        TooDeep: Elements are nested deeper than `DEPTH`.
    """
    outline = _Outline()
    if tree.body:
        outline.read(tree.body)
    return outline.blocks


class _Outline:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._verbatim = 0
        self._element: Element | None = None

    def read(self, top: LexborNode) -> None:
        """Walk through the page without recursion, for its depth is its author's choice."""
        node: LexborNode | None = top
        depth = 0
        while node is not None:
            inner = node.first_child if self._enter(node) else None
            if inner is not None:
                depth += 1
                if depth > DEPTH:
                    raise TooDeep
                node = inner
                continue
            self._leave(node)
            while node.next is None or not depth:
                if not depth:
                    return
                node = node.parent
                depth -= 1
                if node is None:
                    return
                self._leave(node)
            node = node.next

    def _enter(self, node: LexborNode) -> bool:
        """Take a node in; say whether its children are to be walked through."""
        tag = node.tag or ""
        if tag == "-text":
            self._take(node.text_content or "")
        elif tag == "br":
            self._pieces.append("\0")
        elif tag in _tags("unseen") or _is_hidden(node):
            return False
        elif tag in _tags("blocks"):
            self._flush()
            self._element = Element(node, self._element)
            self._verbatim += tag == "pre"
            return not (tag == "table" and self._take_table(node))
        elif tag == "a":
            self._links += 1
        return not tag.startswith(("-", "!"))

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _tags("blocks") and self._element and not (tag in _tags("unseen") or _is_hidden(node)):
            self._flush()
            self._verbatim -= tag == "pre"
            self._element = self._element.parent
        elif tag == "a":
            self._links -= 1

    def _take(self, text: str) -> None:
        self._pieces.append(text.replace("\n", "\0") if self._verbatim else text)
        if self._links:
            self._linked += len(text.strip())

    def _take_table(self, table: LexborNode) -> bool:
        """Take a table of figures row by row; one that lays out the page is left to the walk."""
        if table.css_first("table table, div, br, h1, h2, li") is not None:
            return False
        rows = [[cell_text(cell) for cell in row.css("td, th")] for row in table.css("tr")]
        rows = [row for row in rows if any(row)]
        lengths = [len(cell) for row in rows for cell in row]
        if len(rows) < _LEAST or max(map(len, rows)) < _LEAST or max(lengths) > LONGEST_CELL:
            return False
        if 2 * sum(len(link.text(strip=True)) for link in table.css("a")) > sum(lengths):
            return False
        captions = map(cell_text, table.css("caption"))
        self._pieces = ["\0".join((*captions, *map(row_line, rows)))]
        self._flush()
        return True

    def _flush(self) -> None:
        text = tidy("".join(self._pieces))
        if text and self._element:
            self.blocks.append(Block(text=text, linked=min(self._linked, len(text)), element=self._element))
        self._pieces, self._linked = [], 0


@functools.cache
def _tags(kind: str) -> frozenset[str]:
    return frozenset(load("web").tables["tags"][kind])


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def cell_text(cell: LexborNode) -> str:
    """Read what a cell of a table says, in one line."""
    return tidy(cell.text(deep=True)).replace("\n", " ")


def tidy(text: str) -> str:
    """Make the white space of mark-up that of a text; NUL stands for a line break that a reader sees."""
    text = _BROKEN.sub("", _ZERO_WIDTH.sub("", text)).replace("\n", " ").replace("\0", "\n")
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
