"""What comes in: files, folders and standard input as documents. A name or an ending is never trusted."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.documents.apart import read_apart
from extract.documents.document import Document, Told
from extract.documents.inflated import Bomb, inflate
from extract.documents.jsonlines import read_json_lines
from extract.documents.kinds import BEGINNING, Refusal, kind_of, refuse_old_office
from extract.documents.plain import MAX_BYTES, read_plain
from extract.errors import DocumentError

__all__ = ["ENDINGS", "STANDARD_INPUT", "Document", "Told", "read_bytes", "read_documents"]

STANDARD_INPUT = "-"
ENDINGS = (".txt", ".html", ".htm", ".pdf", ".docx", ".jsonl")
"""Which files of a folder are meant, these packed by gzip too; a file that is named itself is read whatever
its ending."""

_MEANT = (*ENDINGS, *(f"{ending}.gz" for ending in ENDINGS))
_GZIP = b"\x1f\x8b"
_MAX_BYTES = {"text": MAX_BYTES, "web": 30_000_000, "pdf": 100_000_000, "zip": 100_000_000}
"""How large a file of a kind may be: pictures in it take room."""
_SMALL, _FEW_TAGS = 2_000_000, 20_000
"""A web page up to so many bytes and tags is read here, for another process takes a tenth of a second."""


def read_documents(paths: Iterable[str | Path]) -> Iterator[Document | DocumentError]:
    """Read every report of the paths, in their order.

    Args:
        paths: Files, folders (every file in them with one of the `ENDINGS`, sorted, subfolders too), or "-"
            for standard input.

    Yields:
        A document, or the error that says what could not be read and what to do; the rest is read.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
                yield from _read(stream, "standard input")
        elif _is_folder(Path(path)):
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def read_bytes(data: bytes, source_name: str) -> Iterator[Document | DocumentError]:
    """Read every report of what is at hand, such as an uploaded file or pasted words, as a file is read.

    Args:
        data: The content of a file of any kind; words pasted as UTF-8.
        source_name: Where it came from, for people; it tells nothing about the kind.
    """
    yield from _read(io.BufferedReader(io.BytesIO(data)), source_name)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will say what is wrong
        return False


def _read_folder(folder: Path) -> Iterator[Document | DocumentError]:
    files = sorted(path for path in folder.rglob("*") if path.name.lower().endswith(_MEANT))
    files = [path for path in files if not _is_hidden(path.relative_to(folder))]
    if not files:
        remedy = f"Name the files themselves, or give them one of the endings {', '.join(ENDINGS)}."
        yield DocumentError(_shown(folder), "has no report in it", remedy)
    for file in files:
        yield from _read_file(file)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)  # Word marks open files by ~$


def _read_file(path: Path) -> Iterator[Document | DocumentError]:
    try:
        with path.open("rb") as stream:
            yield from _read(stream, _shown(path))
    except FileNotFoundError:
        yield DocumentError(
            _shown(path), "no such file or folder", "Check the spelling and the folder you are in."
        )
    except PermissionError:
        yield DocumentError(_shown(path), "may not be read", "Ask its owner for the right to read it.")
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        yield DocumentError(_shown(path), problem, "Check the disk or copy the file elsewhere.")


def _shown(path: Path) -> str:
    # The bytes of a name may be no UTF-8; what stands for them could not be stored.
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _read(stream: io.BufferedReader, source_name: str) -> Iterator[Document | DocumentError]:
    if not stream.peek(2).startswith(_GZIP):
        yield from _read_content(stream, source_name)
        return
    try:
        yield from _read_content(inflate(stream), source_name)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        remedy = "Copy or download it again; the reports before the damage were read."
        yield DocumentError(source_name, "is a damaged gzip file", remedy)
    except Bomb:
        remedy = "Unpack it and look what it holds; the reports before that were read."
        yield DocumentError(source_name, "unpacks to far more than a report is", remedy)


def _read_content(stream: io.BufferedReader, source_name: str) -> Iterator[Document | DocumentError]:
    kind = kind_of(stream.peek(BEGINNING)[:BEGINNING])
    if isinstance(kind, Refusal):
        yield DocumentError(source_name, kind.problem, kind.remedy)
    elif kind == "json lines":
        yield from read_json_lines(stream, source_name)
    else:
        limit = _MAX_BYTES.get(kind, MAX_BYTES)
        data = stream.read(limit + 1)
        yield _read_whole(data, kind, limit, source_name)


def _read_whole(data: bytes, kind: str, limit: int, source_name: str) -> Document | DocumentError:
    if kind == "old office":
        refusal = refuse_old_office(data)
        return DocumentError(source_name, refusal.problem, refusal.remedy)
    if len(data) > limit:
        remedy = "Part it into reports: one a file, or one a line as JSON."
        return DocumentError(source_name, f"is larger than {limit // 1_000_000} MB", remedy)
    if kind == "text":
        return read_plain(data, source_name)
    if kind == "web" and len(data) <= _SMALL and data.count(b"<") <= _FEW_TAGS:
        from extract.documents.web import read_web  # noqa: PLC0415  # few commands need it

        return read_web(data, source_name)
    return read_apart(data, kind, source_name)
