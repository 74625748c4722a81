"""A Word file is read in the order of the document: paragraphs, tables, revisions put in, none taken out."""

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.documents import Document, Told, read_bytes
from extract.errors import DocumentError
from tests.extract.packing import repack

FIRST = "截至7月8日6时，清水河石桥站水位33.08米，超警戒水位0.58米。"
SECOND = "武警东山总队140余名官兵赶到柳林垸，封堵20米宽的溃口。"
ROWS = [["站名", "水位（米）"], ["石桥站", "33.08"], ["青湖站", ""]]


def save(file: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def read(file: docx.document.Document) -> Document:
    (document,) = read_bytes(save(file), "x")
    assert isinstance(document, Document), document
    return document


def test_paragraphs_and_tables_come_in_their_order() -> None:
    file = docx.Document()
    file.add_heading("柳林垸封堵溃口", 0)
    file.add_paragraph(FIRST)
    table = file.add_table(len(ROWS), 2)
    for row, words in enumerate(ROWS):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    file.add_paragraph("")
    file.add_paragraph(SECOND).add_run().add_break()
    assert read(file).text.split("\n") == [
        *("柳林垸封堵溃口", FIRST, "站名，水位（米）。", "石桥站，33.08。", "青湖站。", SECOND),
    ]


def test_a_table_that_lays_out_the_page_is_read_cell_by_cell() -> None:
    file = docx.Document()
    table = file.add_table(1, 2)
    table.cell(0, 0).text = f"{FIRST}\n{SECOND}{SECOND}"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = SECOND
    assert read(file).text.split("\n") == [FIRST, SECOND * 2, SECOND]


def test_revisions_controls_and_text_boxes_are_read_as_they_stand() -> None:
    file = docx.Document()
    words = "<w:r><w:t>{}</w:t></w:r>"
    box = f"<w:txbxContent><w:p>{words.format('文本框里的水位。')}</w:p></w:txbxContent>"
    file.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}>{words.format('转移')}<w:ins>{words.format('1200')}</w:ins>"
            f"<w:del><w:r><w:delText>900</w:delText></w:r></w:del>{words.format('人。')}"
            f"<w:r><w:pict>{box}</w:pict></w:r></w:p>"
        ),
    )
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{words.format(FIRST)}</w:p></w:sdtContent></w:sdt>"
    file.element.body.insert(1, parse_xml(control))
    assert read(file).text.split("\n") == ["转移1200人。", "文本框里的水位。", FIRST]


@pytest.mark.parametrize(
    ("author", "expected"),
    [("石桥县防汛指挥部", "石桥县防汛指挥部"), ("王某", None), ("Administrator", None), ("", None)],
)
def test_its_properties_are_told_with_their_place(author: str, expected: str | None) -> None:
    file = docx.Document()
    file.add_paragraph(FIRST)
    facts = file.core_properties
    facts.title, facts.author = "柳林垸封堵溃口", author
    facts.created = dt.datetime(2031, 7, 8, 20, tzinfo=dt.UTC)
    document, clue = read(file), "Word core properties"
    assert document.title == Told(words="柳林垸封堵溃口", clue=clue)
    assert document.publisher == (Told(words=expected, clue=clue) if expected else None)
    assert document.created == Told(words="2031-07-08T20:00:00+00:00", clue=clue)
    assert document.published is None


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "水位")
    return stream.getvalue()


WHOLE = save(docx.Document())


@pytest.mark.parametrize(
    ("data", "problem", "remedy"),
    [
        (WHOLE, "holds no words", "Check that"),
        (WHOLE[: len(WHOLE) // 2], "is a damaged Word file or zip archive", "Copy or download"),
        (repack(WHOLE, {"word/document.xml": b"<w:document>"}), "is a damaged Word file", "Copy or download"),
        (zipped("word/document.xml"), "is a damaged Word file", "Copy or download"),
        (zipped("xl/workbook.xml"), "is an Excel workbook", "Copy its words"),
        (zipped("ppt/presentation.xml"), "is a slide show", "Export it"),
        (zipped("OFD.xml"), "is an OFD document", "Open it and print it"),
        (zipped("content.xml"), "is an OpenDocument file", "Open it and save"),
        (zipped("a.txt"), "is a zip archive", "Unpack it"),
    ],
)
def test_what_is_no_word_file_is_named_with_a_remedy(data: bytes, problem: str, remedy: str) -> None:
    (error,) = read_bytes(data, "x")
    assert isinstance(error, DocumentError)
    assert error.problem == problem
    assert error.remedy.startswith(remedy)
