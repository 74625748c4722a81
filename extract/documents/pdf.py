"""A PDF: its text layer in reading order, and what its properties say."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.documents.document import Document, Told
from extract.documents.layout import Character, read_flows
from extract.documents.paragraphs import Page, join_pages
from extract.documents.plain import MAX_CHARACTERS, check_text, refuse_long
from extract.documents.properties import as_title
from extract.errors import DocumentError

MAX_PAGES = 2000
"""More is no report, and takes a minute to read."""
_TAIL = 2048
"""The end of the file is marked within its last bytes."""
_UNREAD = 0.2
"""The share of characters without a meaning from which on a text layer is useless."""
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""How UTF-16 writes the characters beyond U+FFFF, among them those of some rivers and many names."""
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:([+\-])(\d\d)'?(\d\d)?|Z)?)?")
_OCR = "Have it read by OCR first, or copy its words into a .txt file."
_DAMAGED = "Copy or download it again, or save it anew from the program it comes from."


def read_pdf(data: bytes, source_name: str) -> Document | DocumentError:
    """Read the text layer of a PDF.

    Returns:
        Its text, one paragraph a line where the page shows where they end; or the error that says why the
        file has none: it is encrypted, cut off, scanned, or longer than a report.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        return DocumentError(source_name, "is a PDF whose end is missing", _DAMAGED)
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            remedy = "Open it with its password and print it into a new PDF."
            return DocumentError(source_name, "is an encrypted PDF", remedy)
        return DocumentError(source_name, "is a damaged PDF", _DAMAGED)
    if len(pdf) > MAX_PAGES:
        problem = f"has {len(pdf):,} pages, more than {MAX_PAGES:,}"
        return DocumentError(source_name, problem, "Save the pages of each report as a PDF of their own.")
    return _read(pdf, source_name)


def _read(pdf: pdfium.PdfDocument, source_name: str) -> Document | DocumentError:
    pages: list[Page] = []
    count = unread = 0
    for number in range(len(pdf)):
        try:
            height, characters = _read_page(pdf, number)
        except pdfium.PdfiumError:
            return DocumentError(source_name, f"is a PDF whose page {number + 1} is damaged", _DAMAGED)
        count += len(characters)
        unread += sum(_is_unread(character.text) for character in characters)
        if count > MAX_CHARACTERS:
            return refuse_long(source_name, f"{MAX_CHARACTERS:,} characters")
        pages.append((height, read_flows(characters)))
    if not count:
        return DocumentError(source_name, "is a PDF that has no text layer", _OCR)
    if unread > _UNREAD * count:
        return DocumentError(
            source_name, "is a PDF whose text layer does not say which characters it shows", _OCR
        )
    facts = pdf.get_metadata_dict()
    return check_text(
        Document(
            source_name=source_name,
            text=join_pages(pages).replace("\0", "\ufffd"),
            title=as_title(facts.get("Title"), "PDF Title"),
            created=_created(facts.get("CreationDate")),
        )
    )


def _read_page(pdf: pdfium.PdfDocument, number: int) -> tuple[float, list[Character]]:
    page = pdf[number]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            return height, list(_characters(text, page.get_rotation(), (width, height)))
        finally:
            text.close()
    finally:
        page.close()


def _characters(text: pdfium.PdfTextPage, turned: int, size: tuple[float, float]) -> Iterator[Character]:
    """Give the characters a page shows, without white space, upright as a reader sees the page."""
    box = raw.FS_RECTF()
    spaced = False
    for index in range(text.count_chars()):
        character = _character(text, index)
        # It generates a space or a line break that the file has not.
        if not character or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if character.isspace():
            spaced = True
            continue
        raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
        edges = _turn((box.left, box.bottom, box.right, box.top), turned, size)
        if edges[2] > edges[0] and edges[3] > edges[1]:
            yield Character(character, *edges, spaced)
        spaced = False


def _character(text: pdfium.PdfTextPage, index: int) -> str:
    """Read a character: a rare one, which comes in two halves, at the first of them, and "" at the second."""
    number = raw.FPDFText_GetUnicode(text, index)
    if number in _SECOND_HALVES:
        return ""
    if number not in _FIRST_HALVES:
        return chr(number)
    following = raw.FPDFText_GetUnicode(text, index + 1)
    if following not in _SECOND_HALVES:
        return "\ufffd"
    return bytes.fromhex(f"{number:04x}{following:04x}").decode("utf-16-be")


_Box = tuple[float, float, float, float]


def _turn(box: _Box, turned: int, size: tuple[float, float]) -> _Box:
    """Turn a box as the page is turned, clockwise by so many degrees; `size` is that of the turned page."""
    left, bottom, right, top = box
    width, height = size
    if turned == 90:  # noqa: PLR2004  # degrees
        return bottom, height - right, top, height - left
    if turned == 180:  # noqa: PLR2004
        return width - right, height - top, width - left, height - bottom
    if turned == 270:  # noqa: PLR2004
        return width - top, left, width - bottom, right
    return box


def _is_unread(character: str) -> bool:
    return character in "\0\ufffd\ufffe" or "\ue000" <= character <= "\uf8ff"


def _created(stamp: str | None) -> Told | None:
    """Write the day of a PDF's stamp, such as D:20310708091500+08'00', as ISO 8601."""
    found = _CREATED.match(stamp or "")
    if not found:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    words = f"{year}-{month}-{day}"
    if hour:
        zone = f"{sign}{hours}:{minutes or '00'}" if sign else ""
        words += f"T{hour}:{minute}:{second or '00'}{zone or ('Z' if found[0].endswith('Z') else '')}"
    return Told(words=words, clue="PDF CreationDate")
