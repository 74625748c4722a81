"""A Word file (.docx): its paragraphs and tables in the order of the document, and its properties."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from extract.documents.document import Document, Told
from extract.documents.plain import check_text
from extract.documents.properties import as_publisher, as_title
from extract.documents.tables import LONGEST_CELL, row_line
from extract.errors import DocumentError

_DOCUMENT = "word/document.xml"
_FILES, _UNPACKED, _TEXT, _RATIO = 5000, 300_000_000, 50_000_000, 200
"""What a file may hold: so many files, so many bytes unpacked, so many of them mark-up, and so many times the
packed bytes once that is more than the mark-up may be."""
_DAMAGED = "Copy or download it again, or open it and save it anew."

# What else is packed as a zip archive, by a file in it.
_OTHERS = (
    ("xl/", "is an Excel workbook", "Copy its words into a .txt file, or save each report as .docx."),
    ("ppt/", "is a slide show", "Export it as PDF."),
    ("OFD.xml", "is an OFD document", "Open it and print it into a PDF."),
    ("content.xml", "is an OpenDocument file", "Open it and save it as .docx."),
    ("EncryptedPackage", "is encrypted", "Open it with its password and save it without one."),
    ("META-INF/container.xml", "is an e-book", "Convert it to a .txt file."),
)
_ARCHIVE = "is a zip archive", "Unpack it and name the folder."

# Tags of the mark-up: what a paragraph's text is made of, and what is no part of it.
_WORDS, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), _FALLBACK)


def read_word(data: bytes, source_name: str) -> Document | DocumentError:
    """Read a Word file.

    Returns:
        Its text, one paragraph or one row of a table a line; or the error that says why there is none.
    """
    problem = _check(data)
    if problem:
        return DocumentError(source_name, *problem)
    try:
        file = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return DocumentError(source_name, "is a damaged Word file", _DAMAGED)
    facts = file.core_properties
    return check_text(
        Document(
            source_name=source_name,
            text="\n".join(_lines(file.element.body)),
            title=as_title(facts.title, "Word core properties"),
            publisher=as_publisher(facts.author, "Word core properties"),
            created=_created(facts.created),
        )
    )


def _check(data: bytes) -> tuple[str, str] | None:
    """Say what is wrong with a zip archive before anything in it is unpacked; None where nothing is."""
    try:
        files = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return "is a damaged Word file or zip archive", _DAMAGED
    names = {file.filename for file in files}
    if _DOCUMENT not in names:
        known = ((what, remedy) for part, what, remedy in _OTHERS if any(part in name for name in names))
        return next(known, _ARCHIVE)
    unpacked = sum(file.file_size for file in files)
    text = sum(file.file_size for file in files if file.filename.endswith((".xml", ".rels")))
    swollen = text > _TEXT or (unpacked > _TEXT and unpacked > _RATIO * len(data))
    if len(files) > _FILES or unpacked > _UNPACKED or swollen:
        remedy = "Check where it comes from; save the words of the report as a .txt file."
        return (
            f"unpacks to {unpacked // 1_000_000:,} MB in {len(files):,} files, which no report takes",
            remedy,
        )
    return None


def _lines(body: Any) -> Iterator[str]:  # noqa: ANN401  # an element of lxml
    """Give the paragraphs and the rows of tables, in the order of the document, wherever they are nested."""
    for part in _outermost(body, (_PARAGRAPH, _TABLE)):
        if part.tag == _TABLE and _is_of_figures(part):
            yield from (row_line(cells) for cells in _rows(part) if any(cells))
        elif part.tag == _TABLE:  # it lays out the page
            for cell in _outermost(part, (_CELL,)):
                yield from _lines(cell)
        else:
            yield from filter(None, (line.strip() for line in _words(part).split("\n")))
            yield from _boxes(part)


def _outermost(top: Any, tags: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401
    """Find the elements with one of the tags that lie in no other such, without recursion."""
    waiting = list(reversed(top))
    while waiting:
        element = waiting.pop()
        if element.tag in tags:
            yield element
        elif element.tag not in _GONE:
            waiting.extend(reversed(element))


def _words(paragraph: Any) -> str:  # noqa: ANN401
    """Read a paragraph: what revisions have put in counts, what they have taken out does not."""
    pieces = []
    for element in _outermost(paragraph, (_WORDS, _TAB, *_BREAKS, _PARAGRAPH)):
        if element.tag == _WORDS:
            pieces.append(element.text or "")
        elif element.tag != _PARAGRAPH:  # one in a text box is another
            pieces.append(" " if element.tag == _TAB else "\n")
    return "".join(pieces)


def _boxes(paragraph: Any) -> Iterator[str]:  # noqa: ANN401
    """Read the text boxes anchored in a paragraph."""
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(ancestor.tag == _FALLBACK for ancestor in box.iterancestors()):
            yield from _lines(box)


def _rows(table: Any) -> Iterator[list[str]]:  # noqa: ANN401
    for row in _outermost(table, (_ROW,)):
        yield [" ".join(_lines(cell)) for cell in _outermost(row, (_CELL,))]


def _is_of_figures(table: Any) -> bool:  # noqa: ANN401
    """Say whether a table has cells of few words, in rows of several, and no table in it."""
    if next(table.iterdescendants(_TABLE), None) is not None:
        return False
    rows = list(_rows(table))
    longest = max((len(cell) for row in rows for cell in row), default=0)
    return max(map(len, rows), default=0) > 1 and longest <= LONGEST_CELL


def _created(moment: dt.datetime | None) -> Told | None:
    # Word writes UTC; python-docx gives the moment with or without the zone, by its version.
    if moment is None:
        return None
    return Told(words=moment.replace(tzinfo=dt.UTC).isoformat(), clue="Word core properties")
