"""A table comes back from every format as it went in, and a file is never half written."""

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pyarrow import parquet

from extract import exports, table
from extract.exports import (
    ENDINGS,
    FORMATS,
    ExportError,
    format_of,
    to_csv,
    to_jsonl,
    to_parquet,
    to_xlsx,
    write_file,
)
from extract.pipeline import Extraction
from extract.table import TABLES, ZONE, ColumnType

Cells = Iterable[Iterable[Any]]


def read_csv(content: bytes) -> Cells:
    return csv.reader(StringIO(content.decode("utf-8-sig")))


def read_hxl(content: bytes) -> Cells:
    header, _, *body = read_csv(content)
    return header, *body


def read_jsonl(content: bytes) -> Cells:
    rows = [json.loads(line) for line in content.decode().splitlines()]
    return [list(rows[0]), *([*row.values()] for row in rows)]


def read_parquet(content: bytes) -> Cells:
    read = parquet.read_table(BytesIO(content))
    return [read.column_names, *([*row.values()] for row in read.to_pylist())]


def read_xlsx(content: bytes) -> Cells:
    return list(openpyxl.load_workbook(BytesIO(content)).active.values)


READERS = {
    "csv": read_csv, "hxl": read_hxl, "jsonl": read_jsonl, "parquet": read_parquet, "xlsx": read_xlsx,
}  # fmt: skip  # one line


def plain(value: Any, kind: ColumnType) -> Any:  # noqa: ANN401  # whatever a format holds
    """Give what a format holds for a cell as the record held it."""
    if value is None or value == "":
        return None
    if kind == "time":
        moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(ZONE) if moment.tzinfo else moment.replace(tzinfo=ZONE)
    if kind == "date":
        return dt.date.fromisoformat(str(value)[:10])
    if kind == "texts":
        return value.split("; ") if isinstance(value, str) else list(value)
    return {"str": str, "int": int, "float": float}[kind](value)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("told", TABLES)
def test_a_table_comes_back_as_it_went_in(name: str, told: str, extraction: Extraction) -> None:
    contract, rows_of = TABLES[told]
    rows = list(rows_of(extraction))
    header, *body = READERS[name](FORMATS[name](contract.frame(rows)))
    assert list(header) == list(contract.columns)
    kinds = contract.columns.items()
    back = [
        {column: plain(value, kind) for (column, kind), value in zip(kinds, row, strict=True)} for row in body
    ]
    assert back == list(contract.zoned(rows))


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("facts.csv", "csv"),
        ("out/FACTS.CSV", "csv"),
        ("facts.hxl.csv", "hxl"),
        ("facts.HXL.CSV", "hxl"),
        ("facts.xlsx", "xlsx"),
        ("facts.2024.parquet", "parquet"),
        ("facts.jsonl", "jsonl"),
        ("facts.hxl", None),
        ("hxl.csv.txt", None),
        (".csv", None),
        ("csv", None),
    ],
)
def test_the_name_of_a_file_tells_its_format(path: str, told: str | None) -> None:
    assert format_of(path) == told


def test_every_format_has_an_ending_of_its_own() -> None:
    assert {format_of(f"facts{ending}") for ending in ENDINGS.values()} == set(FORMATS)


@pytest.fixture
def frame(extraction: Extraction) -> pd.DataFrame:
    return table.timeline([extraction])


def test_json_lines_hold_the_columns_with_offsets_and_nulls(frame: pd.DataFrame) -> None:
    rows = [json.loads(line) for line in to_jsonl(frame).decode().splitlines()]
    assert list(rows[0]) == list(frame.columns)
    assert rows[0]["start"] == "2025-08-03T09:00:00+08:00"
    assert rows[0]["value_max"] is None
    assert rows[1]["start"] is None
    assert rows[1]["responder"] is None
    assert rows[0]["quote_start"] == frame["quote_start"][0]


def test_json_lines_write_chinese_as_it_is_and_themes_as_a_list(extraction: Extraction) -> None:
    assert "河西县" in to_jsonl(table.timeline([extraction])).decode()
    assert json.loads(to_jsonl(table.directives([extraction])))["themes"] == ["dike_inspection", "general"]
    assert json.loads(to_jsonl(table.reports([extraction])))["published"] == "2025-08-03"


def test_csv_opens_in_a_spreadsheet_and_in_pandas(frame: pd.DataFrame) -> None:
    written = to_csv(frame)
    assert written.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(StringIO(written.decode("utf-8-sig")))
    assert list(back.columns) == list(frame.columns)
    assert back["start"][0] == "2025-08-03T09:00:00+08:00"
    assert back["value_min"].tolist() == [80.0, -0.3]
    assert back["responder"].isna().tolist() == [False, True]


def test_parquet_keeps_zones_and_lists(extraction: Extraction, frame: pd.DataFrame) -> None:
    back = pd.read_parquet(BytesIO(to_parquet(frame)))
    assert back["start"][0] == frame["start"][0]
    orders = pd.read_parquet(BytesIO(to_parquet(table.directives([extraction]))))
    assert list(orders["themes"][0]) == ["dike_inspection", "general"]


def test_a_spreadsheet_shows_local_times(frame: pd.DataFrame) -> None:
    back = pd.read_excel(BytesIO(to_xlsx(frame)))
    assert list(back.columns) == list(frame.columns)
    assert back["start"][0] == pd.Timestamp("2025-08-03T09:00")
    assert back["value_min"].tolist() == [80.0, -0.3]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("build", [table.timeline, table.directives, table.times, table.reports])
def test_every_table_fits_every_format_even_empty(
    name: str, build: Callable[[list[Extraction]], pd.DataFrame], extraction: Extraction
) -> None:
    assert FORMATS[name](build([extraction]))
    assert FORMATS[name](build([])) is not None


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-3米", "'-3米"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1+1", "'＝1+1"),
        ("－3", "'－3"),
        ("3-4米", "3-4米"),
        ("水位=33米", "水位=33米"),
        (" =1+1", "' =1+1"),
        ("\u3000＝1+1", "'\u3000＝1+1"),
        ("\ufeff=1+1", "'\ufeff=1+1"),
        ("\x01=1+1", "'\x01=1+1"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("name", ["csv", "hxl", "xlsx"])
def test_no_cell_becomes_a_formula(name: str, text: str, guarded: str) -> None:
    frame = pd.DataFrame({"quote": [text, "水位"], "themes": [[text], []], "value_min": [-0.3, 1.0]})
    content = FORMATS[name](frame)
    _, row, *_ = READERS[name](content)
    if name == "xlsx":
        guarded = guarded.replace("\x01", " ")  # no cell can hold a control character
        cells = [cell for row in openpyxl.load_workbook(BytesIO(content)).active for cell in row]
        assert not {cell.data_type for cell in cells} & {"f", "e"}
        assert [cell.data_type for cell in cells if cell.column_letter == "C"] == ["s", "n", "n"]
    quote, themes, value = row
    assert (quote or "", themes or "") == (guarded, guarded)
    assert float(value) == pytest.approx(-0.3)


def test_a_spreadsheet_takes_long_texts_and_control_characters() -> None:
    frame = pd.DataFrame({"text": ["堤" * 40_000, "分\f页\x1b[31m"]})
    back = pd.read_excel(BytesIO(to_xlsx(frame)))
    assert len(back["text"][0]) == 32_767
    assert back["text"][0].endswith("…（截断）")
    assert back["text"][1] == "分 页 [31m"


def test_too_many_rows_for_a_sheet_say_what_to_write_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "_MOST_ROWS", 1)
    with pytest.raises(ExportError, match=r"Write \.csv or \.parquet"):
        to_xlsx(pd.DataFrame({"text": ["a", "b"]}))


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "事实.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(b"new", target)
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    target.mkdir()
    with pytest.raises(ExportError, match="Choose another place"):
        write_file(b"new", target)
    with pytest.raises(ExportError, match="Choose another place"):
        write_file(b"new", tmp_path / "absent" / "facts.csv")
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_and_a_device_stay_what_they_are(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.touch()
    link.symlink_to(real)
    write_file(b"new", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    write_file(b"new", Path("/dev/null"))
    assert not Path("/dev/null").is_file()
