"""What a file is, told by how its content begins; and what to do about the kinds that are not read."""

import codecs
import re

import msgspec

BEGINNING = 4096
"""So many bytes tell what a file is."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|meta|title|div|article|table|p)\b")
_JSON_LINE = re.compile(rb'^[ \t]*\{[ \t]*"', re.MULTILINE)
_JSON = re.compile(rb'(?:\[\s*)?\{\s*"')
_PDF = b"%pdf-"
_PDF_HEADER = 1024
"""A PDF's header may stand behind other bytes, up to here."""


class Refusal(msgspec.Struct, frozen=True, gc=False):
    """A kind of file that is not read: what it is, and what its owner can do."""

    problem: str
    remedy: str


_PICTURE = Refusal("is a picture", "Read its words by OCR first, or type them into a .txt file.")
_RECORDING = Refusal("is a sound or video file", "Write its words into a .txt file.")
_PACKED = Refusal("is a packed archive", "Unpack it and name the folder.")
_PROGRAM = Refusal("is a program, not a report", "Check that this is the file you mean.")
_NO_LINES = Refusal(
    "is JSON, but not one report a line", 'Write one a line, such as {"id": "1", "text": "…"}.'
)
_MAIL = Refusal("is a web page saved with its pictures", 'Save it again as "web page, HTML only".')

# How they begin, in lower case.
_REFUSED = (
    (b"{\\rtf", Refusal("is an RTF document", "Open it and save it as .docx.")),
    (b"\x89png", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"gif8", _PICTURE),
    (b"bm\x00\x00", _PICTURE),
    (b"ii*\0", _PICTURE),
    (b"mm\0*", _PICTURE),
    (b"riff", _RECORDING),
    (b"id3", _RECORDING),
    (b"\0\0\0\x18ftyp", _RECORDING),
    (b"\0\0\0\x20ftyp", _RECORDING),
    (b"rar!\x1a", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"bzh", _PACKED),
    (b"\xfd7zxz\0", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"\x7felf", _PROGRAM),
    (b"mz\x90", _PROGRAM),
    (b"from: <saved by", _MAIL),
    (b"mime-version:", _MAIL),
    (b"sqlite format 3\0", Refusal("is a database", "Export its reports as JSON lines.")),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"pk\x03\x04"

# The streams of an old Office file, named in UTF-16, tell whose it is.
_OLD = (
    ("EncryptedPackage", Refusal("is encrypted", "Open it with its password and save it without one.")),
    ("WordDocument", Refusal("is an old Word document", "Open it and save it as .docx.")),
    (
        "Workbook",
        Refusal("is an old Excel workbook", "Copy its words into a .txt file, or save each report as .docx."),
    ),
    ("PowerPoint Document", Refusal("is an old slide show", "Export it as PDF.")),
)
_OLD_OTHER = Refusal("is an old Office document", "Open it and save it as .docx.")


def kind_of(beginning: bytes) -> str | Refusal:
    """Tell what a file is: "pdf", "zip", "old office", "web", "json lines" or "text".

    Args:
        beginning: Its first `BEGINNING` bytes; fewer where it is shorter.

    Returns:
        The kind, or why it is not read. What is nothing else is taken for text.
    """
    for mark in _MARKS:
        beginning = beginning.removeprefix(mark)
    lower = beginning.lower()
    if _PDF in lower[:_PDF_HEADER]:
        return "pdf"
    for start, kind in ((_ZIP, "zip"), (_OLD_OFFICE, "old office")):
        if lower.startswith(start):
            return kind
    opening = lower.lstrip()
    for start, refusal in _REFUSED:
        if opening.startswith(start) or lower.startswith(start):
            return refusal
    plain = opening.replace(b"\0", b"")  # UTF-16 has one beside each letter
    if plain.startswith(b"<") and _HTML.search(plain):
        return "web"
    return _kind_of_words(beginning)


def _kind_of_words(beginning: bytes) -> str | Refusal:
    """Tell JSON lines, of which some line opens an object, from other JSON and from text."""
    if b"\0" in beginning:
        return "text"
    if _JSON_LINE.search(beginning):
        return "json lines"
    return _NO_LINES if _JSON.match(beginning.lstrip()) else "text"


def refuse_old_office(data: bytes) -> Refusal:
    """Tell which program made an old Office file, and what to do about it."""
    for stream, refusal in _OLD:
        if stream.encode("utf-16-le") in data:
            return refusal
    return _OLD_OTHER
