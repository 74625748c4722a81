"""JSON lines: one report a line, as `{"id": …, "text": …, "title": …, "published": …, "publisher": …}`."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.documents.document import Document, Told
from extract.documents.plain import MAX_CHARACTERS, check_text, refuse_long
from extract.errors import DocumentError

_REMEDY = 'Write one report a line, such as {"id": "1", "text": "…"}; only "text" is required.'
MAX_LINE = 6 * MAX_CHARACTERS + 1_000_000
"""The bytes of a line whose text is as long as can be, each character written as \\uXXXX."""
_PIECE = 1_000_000
_ENDLESS = 10 * MAX_LINE
"""The rest of a longer line is not looked for; what comes after it stays unread."""


def read_json_lines(stream: BinaryIO, source_name: str) -> Iterator[Document | DocumentError]:
    """Read one report a line; blank lines are passed over.

    A broken line gives an error that names its number, counted from 1; the lines after it are read.
    """
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        where = f"{source_name}, line {number}"
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            yield refuse_long(where, f"{MAX_LINE:,} bytes")
            if not _pass_over(stream):
                return
        elif line.strip():
            yield _read_line(line, where)


def _pass_over(stream: BinaryIO) -> bool:
    """Go on to the end of a line; say whether it has one."""
    passed = 0
    while passed < _ENDLESS and (rest := stream.readline(_PIECE)):
        if rest.endswith(b"\n"):
            return True
        passed += len(rest)
    return False


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
    told = {key: _told(entry.get(key), key) for key in ("title", "published", "publisher")}
    report_id = entry.get("id")
    return check_text(
        Document(
            source_name=where,
            text=entry["text"],
            report_id=None if report_id in (None, "") else str(report_id),
            is_entry=True,
            **told,
        )
    )


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - JSON holds anything
    return value is None or (isinstance(value, str | int) and not isinstance(value, bool))


def _told(value: str | int | None, key: str) -> Told | None:
    return None if value in (None, "") else Told(words=str(value), clue=f'JSON "{key}"')
