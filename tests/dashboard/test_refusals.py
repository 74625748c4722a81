"""Whatever cannot be read is told in the viewer's language, with what to do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.refusals import refusal_words
from dashboard.strings.refusals import REFUSALS
from extract.errors import DocumentError

TOP = Path(__file__).parents[2]
SAYING = (
    *(TOP / "extract" / "documents").glob("*.py"),
    TOP / "extract" / "intake.py",
    TOP / "dashboard" / "inbox.py",
)
BEGINS = re.compile(r'(is|has|holds|takes|unpacks|cannot be|may not be|no such|its "published") ?\S* ')


def problems() -> Iterator[str]:
    """Give what the readers of documents say of files, parts filled in by a number."""
    for path in SAYING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            pieces = node.values if isinstance(node, ast.JoinedStr) else [node]
            words = "".join(
                str(piece.value) if isinstance(piece, ast.Constant) else "1"
                for piece in pieces
                if not isinstance(piece, ast.Constant) or isinstance(piece.value, str)
            )
            if isinstance(node, ast.JoinedStr | ast.Constant) and BEGINS.match(f"{words} "):
                yield words


def is_part(words: str) -> bool:
    """Say whether words are only the beginning of what is said, cut at a part that is filled in."""
    return words.endswith((" ", "(", '"')) or ("1" not in words and words in BEGUN)


BEGUN = {words.split("1")[0] for words in problems() if "1" in words}
SAID = sorted({words for words in problems() if not is_part(words)})


def test_the_readers_say_a_good_many_things() -> None:
    assert len(SAID) > 30


@pytest.mark.parametrize("problem", SAID)
def test_everything_that_is_said_has_chinese(problem: str) -> None:
    said = refusal_words(DocumentError("a.pdf", problem, "Do this."), "zh")
    assert re.search(r"[\u4e00-\u9fff].*。$", said)
    assert "Do this" not in said


def test_parts_are_kept_and_english_says_what_the_reader_said() -> None:
    error = DocumentError("a", "has more than 5,000,000 lines, which no report has", "Part it.")
    assert "超过 5,000,000" in refusal_words(error, "zh")
    assert refusal_words(error, "en") == "has more than 5,000,000 lines, which no report has. Part it."


def test_what_has_no_chinese_is_said_in_english() -> None:
    assert refusal_words(DocumentError("a", "is a riddle", "Guess."), "zh") == "is a riddle. Guess."


def test_no_pattern_is_hidden_by_another() -> None:
    assert len({pattern.pattern for pattern, _ in REFUSALS}) == len(REFUSALS)
