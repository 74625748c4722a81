"""A saved web page: the text of its article, and what the page says of it; menus and adverts are left out."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from extract.documents.body import find_body
from extract.documents.clues import Clues
from extract.documents.document import Document, Told
from extract.documents.outline import DEPTH, Block, TooDeep, read_outline
from extract.documents.plain import check_text, decode
from extract.errors import DocumentError
from extract.rulebook import load

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)
_HEAD = 4096
"""The encoding is declared within so many bytes."""
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_DAMAGED = 0.001
"""The share of characters that may be unreadable: one broken advert spoils no page."""


def read_web(data: bytes, source_name: str) -> Document | DocumentError:
    """Read a saved web page.

    Returns:
        Its article, one paragraph a line, the headline first; or the error that says why there is none.
    """
    html = _decode(data)
    if html is None:
        remedy = "Save the page again, or its words as UTF-8 text."
        return DocumentError(source_name, "is a web page in no encoding that fits", remedy)
    tree = LexborHTMLParser(html)
    try:
        blocks = read_outline(tree)
    except TooDeep:
        remedy = "Save its words as a .txt file."
        return DocumentError(source_name, f"is a web page nested deeper than {DEPTH} elements", remedy)
    clues = Clues(tree, blocks)
    title = clues.title()
    text = "\n".join(_lines(find_body(blocks), clues.imprint(), title))
    if not text:
        remedy = "It may load them later: copy the words from the browser into a .txt file."
        return DocumentError(source_name, "is a web page without words", remedy)
    return check_text(
        Document(
            source_name=source_name,
            text=text,
            title=title,
            publisher=clues.publisher(),
            published=clues.published(),
        )
    )


def _decode(data: bytes) -> str | None:
    """Decode a page; one that is not wholly readable by the encoding it declares."""
    try:
        return decode(data)
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        text = data.decode(_WIDER.get(name, name), errors="replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") <= _DAMAGED * len(text) else None


def _lines(body: Sequence[Block], imprint: Block | None, title: Told | None) -> list[str]:
    """List the lines of an article under its headline; what stands under it for its editors is left out."""
    footnote = next(rule.pattern for rule in load("web").rules if rule.name == "web.footnote")
    shown = [line for block in body if block is not imprint for line in block.text.split("\n")]
    lines = [line for line in shown if not footnote.search(line)]
    headline = title.words if title else ""
    return [headline, *lines] if headline and headline not in lines[:_TOP] else lines


_TOP = 3
"""The headline is one of so many first lines, under a kicker."""
