"""Every report comes in as its author wrote it, or is named with what is wrong and what to do."""

import gzip
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.documents import Document, read_bytes, read_documents
from extract.documents.kinds import kind_of
from extract.documents.plain import MAX_CHARACTERS, MAX_LINES, decode
from extract.errors import DocumentError

SIMPLIFIED = "截至8日10时，外河水位32.6米，巡堤人员发现两处渗漏。\r\n目前险情已经控制。\n"
TRADITIONAL = "截至8日10時，外河水位32.6米，巡堤人員發現兩處滲漏。\r\n目前險情已經控制。\n"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
"""How old Office files begin."""


def read(*paths: object) -> list[Document | DocumentError]:
    return list(read_documents(str(path) for path in paths))


def only(path: Path) -> Document:
    (document,) = read(path)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED.replace("\r\n", ""), "utf-16-le"),
        (SIMPLIFIED.replace("\r\n", ""), "utf-16-be"),
        (TRADITIONAL, "utf-16-be"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "big5hkscs"),
        (TRADITIONAL, "gb18030"),
        ("water level 32.6 m", "ascii"),
    ],
)
def test_text_comes_out_as_it_was_written(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "report.dat"
    file.write_bytes(text.encode(encoding))
    assert only(file).text == text


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
@pytest.mark.parametrize("length", [10, 20])
def test_ten_characters_tell_the_encoding(encoding: str, length: int) -> None:
    text = (SIMPLIFIED if encoding == "gb18030" else TRADITIONAL).replace("\r\n", "")
    for start in range(len(text) - length):
        piece = text[start : start + length]
        assert decode(piece.encode(encoding)) == piece


@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn", "Cc"]), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


def _phrases(*phrases: str) -> st.SearchStrategy[str]:
    """Join phrases: a run of one rare character, or of digits, is no text that tells an encoding."""
    return st.lists(st.sampled_from(phrases), min_size=3).map("，".join)


@given(_phrases("水位上涨0.3米", "人员已经转移", "大坝出现渗漏", "今天下午3时"))
def test_everyday_chinese_survives_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030")) == text


@given(_phrases("水位上漲0.3米", "人員已經轉移", "大壩出現滲漏", "今天下午3時"))
def test_everyday_chinese_survives_big5(text: str) -> None:
    assert decode(text.encode("big5hkscs")) == text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "holds no words"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
        (b"GIF89a\1\0\1\0", "is a picture"),
        (b"{\\rtf1\\ansi", "is an RTF document"),
        (OLE + "WordDocument".encode("utf-16-le"), "is an old Word document"),
        (OLE + "Workbook".encode("utf-16-le"), "is an old Excel workbook"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
        (OLE, "is an old Office document"),
        (b"Rar!\x1a\x07\0", "is a packed archive"),
        (b"From: <Saved by Blink>\r\n", "is a web page saved with its pictures"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "is a program"),
        (json.dumps([{"id": "1", "text": SIMPLIFIED}]), "is JSON, but not one report a line. Write one a"),
        (json.dumps({"text": SIMPLIFIED}, indent=1), "is JSON, but not one report a line. Write one a"),
        (json.dumps([{"text": SIMPLIFIED}], indent=2), "is JSON, but not one report a line. Write one a"),
        (b"\0" * 1000, "is not readable as UTF-8, UTF-16, GB18030 or Big5 (byte 0)"),
        (b"\xff\xff\xff\xff", "is not readable as UTF-8, UTF-16, GB18030 or Big5 (byte 0)"),
        (SIMPLIFIED.encode() + b"\0", "is not readable as UTF-8, UTF-16, GB18030 or Big5 (byte"),
        (SIMPLIFIED.encode()[:-2] + b"\xff", "is not readable as UTF-8, UTF-16, GB18030 or Big5 (byte"),
        ("水\0".encode("utf-16"), "holds bytes that are no text"),
        ("水" * (MAX_CHARACTERS + 1), "has more than 2,500,000 characters"),
        ("水\n" * MAX_LINES, "has more than 200,000 lines"),
        ("水" * (4 * MAX_CHARACTERS), "is larger than 10 MB"),
        (SIMPLIFIED.encode("utf-16") + b"\0", "is not readable as utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(tmp_path: Path, content: bytes | str, problem: str) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    (error,) = read(file)
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"{file}: {problem}")
    assert error.remedy.endswith(".")


def test_damaged_utf8_is_not_read_as_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    whole = SIMPLIFIED.encode()
    for position in (position for position, byte in enumerate(whole) if byte >= 0x80):
        file.write_bytes(whole[:position] + whole[position + 1 :])
        (outcome,) = read(file)
        assert isinstance(outcome, DocumentError)
        assert "Open it in an editor" in outcome.remedy


def test_names_and_endings_are_not_trusted(tmp_path: Path) -> None:
    file = tmp_path / "reports.txt"
    file.write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
    assert len(read(file)) == 2
    file.write_bytes(gzip.compress(SIMPLIFIED.encode("gb18030")))
    assert only(file).text == SIMPLIFIED


def test_a_damaged_gzip_file_is_named_after_what_could_be_read(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl.gz"
    lines = "".join(json.dumps({"id": number, "text": SIMPLIFIED}) + "\n" for number in range(5000))
    file.write_bytes(gzip.compress(lines.encode())[:-20])
    *documents, error = read(file)
    assert len(documents) > 1000
    assert str(error).startswith(f"{file}: is a damaged gzip file")


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (b'{"text": "a"}', "json lines"),
        (b'\xef\xbb\xbf{"text": "a"}', "json lines"),
        (b'broken\n  { "text": "a"}', "json lines"),
        ("{水位}\n".encode(), "text"),
        ("水位<p>\n".encode(), "text"),
        ("<水位>\n".encode(), "text"),
        (b'\0\n{"text": "a"}', "text"),
        (b"", "text"),
        (b'<html><script>\n{"@type": "NewsArticle"}', "web"),
        (b"\xef\xbb\xbf\n <!DOCTYPE HTML>", "web"),
        (b'<?xml version="1.0"?><html>', "web"),
        ("<html><p>水位".encode("utf-16"), "web"),
        (b"%PDF-1.7\n", "pdf"),
        (b"junk\n%PDF-1.4\n", "pdf"),
        (b"PK\x03\x04\x14\0", "zip"),
        (OLE, "old office"),
    ],
)
def test_a_file_is_known_by_how_its_content_begins(beginning: bytes, expected: str) -> None:
    assert kind_of(beginning) == expected


def test_bytes_at_hand_are_read_as_a_file_is() -> None:
    assert list(read_bytes(SIMPLIFIED.encode("gb18030"), "粘贴")) == [
        Document(source_name="粘贴", text=SIMPLIFIED)
    ]
    packed = gzip.compress(b'{"text": "a"}\n{"text": "b"}\n')
    assert [outcome.source_name for outcome in read_bytes(packed, "x") if isinstance(outcome, Document)] == [
        "x, line 1",
        "x, line 2",
    ]


def test_radicals_copied_from_a_pdf_become_characters() -> None:
    assert list(read_bytes("⻓江⽔位，豈".encode(), "x")) == [Document(source_name="x", text="长江水位，豈")]


@pytest.mark.parametrize("opening", [b"\0", b'{"text": "a"}\n{"text": "', b'{"text": "a"}\n'])
def test_a_small_file_that_unpacks_without_end_is_refused(tmp_path: Path, opening: bytes) -> None:
    file = tmp_path / "reports.jsonl.gz"
    filling = opening[:1] if opening == b"\0" else b" "
    with gzip.open(file, "wb", compresslevel=1) as stream:
        stream.write(opening)
        for _ in range(40):
            stream.write(filling * 1_000_000)
    assert file.stat().st_size < 1_000_000
    *_, error = read(file)
    assert isinstance(error, DocumentError)
    assert error.problem in {"is larger than 10 MB", "unpacks to far more than a report is"}


def test_a_packed_report_is_read_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    end, start = os.pipe()
    os.write(start, gzip.compress(SIMPLIFIED.encode()))
    os.close(start)
    with os.fdopen(end) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert read("-") == [Document(source_name="standard input", text=SIMPLIFIED)]


def test_a_folder_gives_its_reports_sorted_and_passes_over_the_rest(tmp_path: Path) -> None:
    for folder in ("sub", ".git"):
        (tmp_path / folder).mkdir()
    for name in (
        *("b.txt", "a.TXT", "sub/c.jsonl", "sub/d.htm", "e.txt.gz", ".hidden.txt", ".git/d.txt", "~$f.docx"),
        *("notes.md", "plan.png"),
    ):
        (tmp_path / name).write_text('{"text": "水位"}' if name.endswith("l") else "水位", encoding="utf-8")
    names = [Path(document.source_name).name for document in read(tmp_path) if isinstance(document, Document)]
    assert names == ["a.TXT", "b.txt", "e.txt.gz", "c.jsonl, line 1", "d.htm"]


def test_a_path_that_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.txt", tmp_path / "empty"
    file.write_text("水位", encoding="utf-8")
    folder.mkdir()
    missing, empty, document = read(tmp_path / "missing.txt", folder, file)
    assert "missing.txt: no such file or folder. Check" in str(missing)
    assert "empty: has no report in it. Name the files" in str(empty)
    assert isinstance(document, Document)


def test_a_name_too_long_for_a_file_is_named(tmp_path: Path) -> None:
    assert "cannot be read (File name too long)" in str(read(tmp_path / ("堤" * 300))[0])


def test_a_dash_is_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "piped"
    file.write_bytes(SIMPLIFIED.encode("gb18030"))
    with file.open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        (document,) = read("-")
    assert document == Document(source_name="standard input", text=SIMPLIFIED)
