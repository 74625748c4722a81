"""A table comes back from every format as it went in, and a file is never half written."""

import json
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pandas as pd
import pytest

from extract import exports, table
from extract.exports import FORMATS, ExportError, to_csv, to_jsonl, to_parquet, to_xlsx, write_file
from extract.pipeline import Extraction


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
        ("", ""),
    ],
)
def test_no_cell_becomes_a_formula(text: str, guarded: str) -> None:
    frame = pd.DataFrame({"quote": [text, "水位"], "value": [-0.3, 1.0]})
    rows = pd.read_csv(StringIO(to_csv(frame).decode("utf-8-sig")), keep_default_na=False)
    assert rows["quote"][0] == guarded
    assert rows["value"][0] == pytest.approx(-0.3)
    cells = pd.read_excel(BytesIO(to_xlsx(frame)), keep_default_na=False)
    assert cells["quote"][0] == guarded


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
