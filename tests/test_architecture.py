"""What the linters do not measure: sizes and names of files."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
FILES = sorted(path for folder in ("extract", "dashboard", "tests") for path in (TOP / folder).rglob("*.py"))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function of a file, nested ones too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None and first.end_lineno
    start = first.end_lineno if has_docstring and first.end_lineno else first.lineno - 1
    return (function.end_lineno or start) - start


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TOP).as_posix())
def test_a_file_is_short_and_named_for_what_it_holds(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert 0 < len(lines) <= 300
    assert file.stem not in {"utils", "util", "helpers", "common", "core", "models", "misc"}
    long = [function.name for function in functions(file) if body_lines(function) > 40]
    assert not long
