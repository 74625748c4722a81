"""What comes in: files, folders and standard input as documents. A name or an ending is never trusted."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.documents.document import Document
from extract.documents.jsonlines import looks_like_json_lines, read_json_lines
from extract.documents.plain import MAX_BYTES, read_plain
from extract.errors import DocumentError

__all__ = ["STANDARD_INPUT", "Document", "read_bytes", "read_documents"]

STANDARD_INPUT = "-"

# Which files of a folder are meant; a file that is named itself is read whatever its ending.
_ENDINGS = (".txt", ".jsonl", ".jsonl.gz")
_GZIP = b"\x1f\x8b"


def read_documents(paths: Iterable[str | Path]) -> Iterator[Document | DocumentError]:
    """Read every report of the paths, in their order.

    Args:
        paths: Files, folders (every text and JSON lines file in them, sorted, subfolders too), or "-"
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
    files = sorted(path for path in folder.rglob("*") if path.name.lower().endswith(_ENDINGS))
    files = [path for path in files if not _is_hidden(path.relative_to(folder))]
    if not files:
        remedy = f"Name the files themselves, or give them one of the endings {', '.join(_ENDINGS)}."
        yield DocumentError(_shown(folder), "has no report in it", remedy)
    for file in files:
        yield from _read_file(file)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


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
        yield from _read_content(gzip.GzipFile(fileobj=stream), source_name)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        remedy = "Copy or download it again; the reports before the damage were read."
        yield DocumentError(source_name, "is a damaged gzip file", remedy)


def _read_content(
    stream: io.BufferedReader | gzip.GzipFile, source_name: str
) -> Iterator[Document | DocumentError]:
    if looks_like_json_lines(stream.peek(1)):
        yield from read_json_lines(stream, source_name)
    else:
        yield read_plain(stream.read(MAX_BYTES + 1), source_name)
