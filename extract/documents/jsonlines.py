"""JSON lines: one report a line, as `{"id": …, "text": …, "title": …, "published": …, "publisher": …}`."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from extract.documents.document import Document
from extract.documents.plain import refuse_unreadable
from extract.errors import DocumentError

_OPENING = re.compile(rb'^(?:\xef\xbb\xbf)?[ \t]*\{[ \t]*"', re.MULTILINE)
_REMEDY = 'Write one report a line, such as {"id": "1", "text": "…"}; only "text" is required.'


def looks_like_json_lines(beginning: bytes) -> bool:
    """Say whether a file that begins so holds JSON lines: some line of it opens an object."""
    return b"\0" not in beginning and _OPENING.search(beginning) is not None


def read_json_lines(lines: Iterable[bytes], source_name: str) -> Iterator[Document | DocumentError]:
    """Read one report a line; blank lines are passed over.

    A broken line gives an error that names its number, counted from 1; the lines after it are read.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read_line(line, f"{source_name}, line {number}")


def _read_line(line: bytes, where: str) -> Document | DocumentError:
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return DocumentError(where, "is not UTF-8, as JSON must be", "Save the file again as UTF-8.")
    except json.JSONDecodeError as error:
        return DocumentError(where, f"is broken JSON ({error.msg} at character {error.pos + 1})", _REMEDY)
    except (ValueError, RecursionError):
        return DocumentError(where, "is JSON with a number or a nesting no report has", _REMEDY)
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        return DocumentError(where, 'has no "text" with the words of a report', _REMEDY)
    wrong = [key for key in ("id", "title", "published", "publisher") if not _is_plain(entry.get(key))]
    if wrong:
        return DocumentError(where, f'has a "{wrong[0]}" that is neither text nor a number', _REMEDY)
    return refuse_unreadable(
        Document(
            source_name=where,
            text=entry["text"],
            report_id=_text(entry.get("id")),
            title=_text(entry.get("title")),
            published=_text(entry.get("published")),
            publisher=_text(entry.get("publisher")),
        )
    )


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - JSON holds anything
    return value is None or (isinstance(value, str | int) and not isinstance(value, bool))


def _text(value: str | int | None) -> str | None:
    return None if value in (None, "") else str(value)
