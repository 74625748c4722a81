"""The process that a file is read in: limits itself, reads standard input, writes what it found as JSON.

`python -m extract.documents.child KIND`; `apart.py` starts it.
"""

import resource
import sys
from collections.abc import Callable

import msgspec

from extract.documents.apart import CPU_SECONDS, MEMORY, Outcome
from extract.documents.document import Document
from extract.errors import DocumentError

_Reader = Callable[[bytes, str], Document | DocumentError]


def main() -> None:
    """Read one file; the process ends with status 0 when standard output says what came of it."""
    kind = sys.argv[1]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS[kind], CPU_SECONDS[kind] + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    outcome = _read(kind, sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(outcome))


def _read(kind: str, data: bytes) -> Outcome:
    found = _reader(kind)(data, "")
    if isinstance(found, DocumentError):
        return Outcome(problem=found.problem, remedy=found.remedy)
    return Outcome(document=found)


def _reader(kind: str) -> _Reader:
    """Load only what the kind needs."""
    if kind == "pdf":
        from extract.documents.pdf import read_pdf as reader  # noqa: PLC0415
    elif kind == "zip":
        from extract.documents.word import read_word as reader  # noqa: PLC0415
    else:
        from extract.documents.web import read_web as reader  # noqa: PLC0415
    return reader


if __name__ == "__main__":
    main()
