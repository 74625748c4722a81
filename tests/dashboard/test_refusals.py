"""Whatever cannot be read is told in the viewer's language, with what to do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.refusals import refusal_words, store_words
from dashboard.strings.refusals import REFUSALS
from extract import failures
from extract.errors import DocumentError, StoreError

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


STORES = (
    *(f"sqlite:///a.db: {problem}. {remedy}" for _, problem, remedy in failures.EXPLAINED),
    "sqlite:////x/a: b. c/flood.db: the file is gone. Bring it back, or start this program anew.",
    "sqlite:///a.db: there is no store. Check the URL, or begin a store: flood-extract PATH -o URL",
    "sqlite:///a.db: a newer version of this program made the store. Update the program.",
    "postgresql+x://h/n: its driver is missing. Install it beside this program: uv pip install x",
    "/data: the folder cannot be made (Permission denied). Set FLOOD_STORE, such as FLOOD_STORE=sqlite:///f",
    '"a.db" is no store URL. Write it as sqlite:///flood.db or postgresql+psycopg://user@host/name.',
    "No report has the id r1. Take it from the table of reports.",
    "Report r1 came in anew meanwhile. Look at it and try again.",
    "No correction has the number 7. Load the list anew.",
    "sqlite:///a.db: disk on fire. Check the URL and the database behind it.",
)


def store_errors() -> Iterator[str]:
    """Give the beginnings of what the store says, parts filled in, read off its code."""
    for path in (TOP / "extract" / name for name in ("database.py", "filing.py", "store.py", "catalogue.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "StoreError":
                yield ast.unparse(node.args[0])


@pytest.mark.parametrize("said", STORES)
def test_everything_a_store_says_has_chinese_with_a_remedy(said: str) -> None:
    words = store_words(StoreError(said), "zh")
    assert re.search(r"[\u4e00-\u9fff].*请.*。$", words)
    assert store_words(StoreError(said), "en") == said


def test_a_new_word_of_the_store_needs_its_chinese_here() -> None:
    # Each call is one of the cases above; another one has to be added there.
    assert len(list(store_errors())) == 10


def test_the_store_that_failed_is_named() -> None:
    assert store_words(StoreError(STORES[0]), "zh").startswith("sqlite:///a.db：")


def test_what_a_store_says_in_no_known_words_is_said_in_english() -> None:
    assert store_words(StoreError("riddle"), "zh") == "riddle"
