"""PDF files made for tests: words drawn where a test says, or a page printed by a browser."""

import re
from collections.abc import Sequence

from playwright.sync_api import Browser

PAGE = 595, 842
"""Width and height of a page in points."""

Word = tuple[float, float, float, str]
"""Where words begin, from the left and from below, the size of their type, and the words."""

# Characters stand in the file by their Unicode numbers, and this says so.
_MEANING = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%d beginbfrange
%s
endbfrange endcmap end end"""
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
    b"""<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)
/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>""",
    b"""<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880
/Descent -120/CapHeight 700/StemV 80>>""",
)


def draw(pages: Sequence[Sequence[Word]], facts: str = "", more: str = "", *, turned: bool = False) -> bytes:
    """Draw pages, the words in the order given.

    Args:
        pages: The words of each page.
        facts: Entries of the file's own properties, such as "/CreationDate(D:20310708)".
        more: Further entries of the trailer.
        turned: Whether the pages lie on their side and say that they are to be turned.
    """
    ranges = b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (row, row, row) for row in range(256))
    rotate, opening = ("/Rotate 90", f"0 1 -1 0 {PAGE[0]} 0 cm\n") if turned else ("", "")
    numbers = [10 + 2 * number for number in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: _FONT[0],
        4: _FONT[1],
        5: _FONT[2],
        6: _stream(_MEANING % (256, ranges)),
        7: f"<<{facts}>>".encode("latin-1"),
    }
    for number, words in zip(numbers, pages, strict=True):
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE[0]} {PAGE[1]}]{rotate}/Contents {number + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        ).encode()
        objects[number + 1] = _stream((opening + "".join(_drawn(*word) for word in words)).encode())
    return write_pdf(objects, f"/Info 7 0 R{more}")


def write_pdf(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """Write a PDF of numbered objects, the first of them its catalogue."""
    file = b"%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    last = max(objects) + 1
    rows = [
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(last)
    ]
    table = b"xref\n0 %d\n%s" % (last, b"".join(rows))
    end = f"trailer\n<</Size {last}/Root 1 0 R{trailer}>>\nstartxref\n{len(file)}\n%%EOF\n"
    return file + table + end.encode("latin-1")


def as_column(text: str, left: float, top: float, width: int, size: float = 10) -> list[Word]:
    """Set a text as a column of so many characters' width: no number is cut, no line begins with a mark."""
    lines = [""]
    for piece in re.findall(r"[0-9.]+[，。、]?|[^0-9.][，。、]?", text):
        if _width(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return [(left, top - 1.5 * size * number, size, line) for number, line in enumerate(lines)]


def _width(words: str) -> float:
    return sum(0.5 if character < "\x7f" else 1.0 for character in words)


def print_page(browser: Browser, html: str) -> bytes:
    """Print a page as a browser does."""
    page = browser.new_page()
    page.set_content(f"<!DOCTYPE html><meta charset=utf-8>{html}")
    printed = page.pdf(format="A4")
    page.close()
    return printed


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _drawn(left: float, bottom: float, size: float, words: str) -> str:
    return f"BT /F {size} Tf {left} {bottom} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"
