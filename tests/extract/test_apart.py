"""Files made to do harm, or far too large, are refused with a clear message, in bounded memory and time."""

import io
import resource
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from extract.documents import Document, apart, read_documents
from extract.documents.pdf import MAX_PAGES
from extract.errors import DocumentError
from tests.extract.packing import repack
from tests.extract.printing import write_pdf

MEMORY = 1_000_000_000 // 1024
"""A gigabyte, in the units of `getrusage`."""
LINE = "清水河石桥站水位33.08米。\n".encode()


def word_file(paragraphs: int) -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    body = "<w:p><w:r><w:t>水位</w:t></w:r></w:p>".encode() * paragraphs
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, body)
    return repack(stream.getvalue(), {"word/document.xml": xml})


def bomb() -> bytes:
    return repack(word_file(1), {"word/media/image1.bmp": bytes(300_000_000)})


def pages(count: int, kids: int) -> bytes:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b"3 0 R " * kids),
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    }
    return write_pdf(objects)


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (bomb, "unpacks to 300 MB in"),
        (lambda: word_file(2_000_000), "unpacks to "),
        (lambda: word_file(210_000), "has more than 200,000 lines"),
        (lambda: b"\xe6\xb0\xb4\n" * 2_000_000, "has more than 2,500,000 characters"),
        (lambda: b"\n" * 210_000 + LINE, "has more than 200,000 lines"),
        (lambda: bytes(100_000_000), "is larger than 10 MB"),
        (lambda: LINE * 3_000_000, "is larger than 10 MB"),
        (lambda: b"<html><p>" + LINE * 1_500_000, "is larger than 30 MB"),
        (lambda: b"<html>" + b"<p>" * 9_000_000, "is damaged, or takes more than 700 MB of memory to read"),
        (lambda: b"<html>" + b"<div>" * 25_000 + LINE, "is a web page nested deeper than 512 elements"),
        (lambda: pages(MAX_PAGES + 1, MAX_PAGES + 1), "has 2,001 pages, more than 2,000"),
        (lambda: pages(2_000_000_000, 1), "is a PDF that has no text layer"),
    ],
    ids=[
        "bomb",
        "word-2M",
        "word",
        "text-2M",
        "text",
        "NULs",
        "100 MB",
        "html",
        "tags",
        "deep",
        "pages",
        "count",
    ],
)
def test_what_is_too_much_is_refused_and_the_rest_is_read(
    tmp_path: Path, make: Callable[[], bytes], problem: str
) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good.txt"
    bad.write_bytes(make())
    good.write_bytes(LINE)
    error, document = read_documents([bad, good])
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"{bad}: {problem}")
    assert isinstance(document, Document)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], DocumentError]:
    """Give a function that reads a file apart by a reader that does what it is told."""
    folder = tmp_path / "extract" / "documents"
    folder.mkdir(parents=True)
    (tmp_path / "extract" / "__init__.py").touch()
    (folder / "__init__.py").touch()
    monkeypatch.setattr(apart, "_TOP", tmp_path)

    def read(code: str) -> DocumentError:
        (folder / "child.py").write_text(f"import os, signal, sys, time\n{code}", encoding="utf-8")
        outcome = apart.read_apart(b"%PDF-", "pdf", "x")
        assert isinstance(outcome, DocumentError)
        return outcome

    return read


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("time.sleep(9)", "takes longer than 0.5 seconds to read"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "takes longer than 60 seconds to read"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "is damaged, or takes more than 700 MB of memory to read"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "is damaged, or takes more than 700 MB of memory to read"),
        ("raise MemoryError", "is damaged, or takes more than 700 MB of memory to read"),
        ("sys.exit(1)", "is damaged, or takes more than 700 MB of memory to read"),
    ],
)
def test_however_its_process_ends_a_file_is_named(
    slow: Callable[[str], DocumentError], monkeypatch: pytest.MonkeyPatch, code: str, problem: str
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.5 if "sleep" in code else 60)
    error = slow(code)
    assert error.problem == problem
    assert error.remedy.startswith("Open it in the program it comes from")
