"""Reads a file in a process of its own, which may take only so much memory and time.

What strangers packed can make a parser take all there is, or end it; a process of its own takes the harm.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
from msgspec.structs import replace

from extract.documents.document import Document
from extract.errors import DocumentError

MEMORY = 700_000_000
"""Bytes of address space; together with the asking process, less than a gigabyte."""
CPU_SECONDS = {"pdf": 60, "zip": 30, "web": 10}
SECONDS = 120
"""By the clock: a busy machine is slower."""

_TOP = Path(__file__).parents[2]
_REMEDY = "Open it in the program it comes from and save it again, or save its words as a .txt file."


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the other process says: a document, or what is wrong and the remedy."""

    document: Document | None = None
    problem: str = ""
    remedy: str = ""


def read_apart(data: bytes, kind: str, source_name: str) -> Document | DocumentError:
    """Read a file of a kind that `child.py` knows, in a process of its own.

    Returns:
        The document, or the error that says what is wrong: with the file, or that its reading took more
        memory or time than a report needs.
    """
    # -P: a folder someone works in may hold a module with the name of a library.
    command = [sys.executable, "-P", "-m", "extract.documents.child", kind]
    surroundings = {**os.environ, "PYTHONPATH": str(_TOP)}
    try:
        done = subprocess.run(  # noqa: S603  # our own module
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return DocumentError(source_name, f"takes longer than {SECONDS} seconds to read", _REMEDY)
    if done.returncode:
        return DocumentError(source_name, _failure(done.returncode, kind), _REMEDY)
    outcome = msgspec.json.decode(done.stdout, type=Outcome)
    if outcome.document is None:
        return DocumentError(source_name, outcome.problem, outcome.remedy)
    return replace(outcome.document, source_name=source_name)


def _failure(status: int, kind: str) -> str:
    if status == -signal.SIGXCPU:
        return f"takes longer than {CPU_SECONDS[kind]} seconds to read"
    # A parser without memory raises an error of its own, or breaks off.
    return f"is damaged, or takes more than {MEMORY // 1_000_000} MB of memory to read"
