"""One report a line: what its entry says is kept, a broken line is named, and the others are read."""

import json
from pathlib import Path

import pytest

from extract.documents import Document, Told, read_documents
from extract.errors import DocumentError

TEXT = "截至8日10时，外河水位32.6米。\r\n目前险情已经控制。\n"


def read(path: Path) -> list[Document | DocumentError]:
    return list(read_documents([path]))


def test_a_json_line_carries_what_its_file_says(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    entries: list[dict[str, object]] = [
        {"id": 7, "text": TEXT, "title": "巡堤", "published": "2024-07-08", "publisher": "县报"},
        {"text": "只有正文。", "title": None, "extra": [1]},
    ]
    file.write_text("\n\n".join(map(json.dumps, entries)), encoding="utf-8")
    full, bare = read(file)
    assert full == Document(
        source_name=f"{file}, line 1",
        text=TEXT,
        report_id="7",
        title=Told(words="巡堤", clue='JSON "title"'),
        published=Told(words="2024-07-08", clue='JSON "published"'),
        publisher=Told(words="县报", clue='JSON "publisher"'),
        is_entry=True,
    )
    assert bare == Document(source_name=f"{file}, line 3", text="只有正文。", is_entry=True)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "水位"', "is broken JSON"),
        ("nonsense", "is broken JSON"),
        ('["text"]', 'has no "text"'),
        ('{"id": "1"}', 'has no "text"'),
        ('{"text": 5}', 'has no "text"'),
        ('{"text": "  "}', "holds no words"),
        ('{"text": "\\u0000"}', "holds bytes that are no text"),
        ('{"text": "\\ud800"}', "holds bytes that are no text"),
        ('{"text": "水位", "id": "1\\u0000"}', "holds bytes that are no text"),
        ('{"text": "水位", "title": "\\ud800"}', "holds bytes that are no text"),
        ('{"text": "水位", "publisher": "\\udfff"}', "holds bytes that are no text"),
        ('{"text": "水位", "id": ["1"]}', 'has a "id"'),
        ('{"text": "水位", "published": true}', 'has a "published"'),
        ('{"text": "水位", "id": ' + "9" * 5000 + "}", "is JSON with a number"),
        ("[" * 100_000, "is JSON with a number or a nesting"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(f'{{"text": "一"}}\n{line}\n{{"text": "二"}}\n', encoding="utf-8")
    first, error, last = read(file)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"{file}, line 2: {problem}")


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_bytes(b'{"text": "a"}\n' + '{"text": "险情"}\n'.encode("gb18030"))
    assert "line 2: is not UTF-8" in str(read(file)[1])


def test_a_line_without_end_is_passed_over_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_bytes(b'{"text": "a"}\n{"text": "' + b"a" * 17_000_000 + b'"}\n{"text": "b"}\n')
    first, error, last = read(file)
    assert isinstance(first, Document)
    assert str(error).startswith(
        f"{file}, line 2: has more than 16,000,000 bytes, which no report has. Part it"
    )
    assert isinstance(last, Document)
