"""A table as a file: CSV, CSV with HXL tags, JSON lines, Parquet or a spreadsheet, whole or not at all."""

import datetime as dt
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from extract.errors import ExtractError
from extract.hxl import tag_of

if TYPE_CHECKING:
    import pandas as pd

# What makes a spreadsheet take a text for a formula, in full width too, and behind what it trims away.
_FORMULA = re.compile(r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
_MOST_ROWS, _LONGEST_CELL = 1_048_575, 32_767  # what one sheet holds, beside its header
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # XML, and so a sheet, cannot hold these
_CUT = "…（截断）"


class ExportError(ExtractError):
    """A table that cannot be written: the message says where, why and what to do."""


def to_jsonl(frame: "pd.DataFrame") -> bytes:
    """Write one JSON object a row; times as ISO 8601 with their offset, missing values as null."""
    records = frame.astype("object").where(frame.notna(), None).to_dict("records")
    return rows_to_jsonl({str(name): value for name, value in row.items()} for row in records)


def rows_to_jsonl(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Write rows as `to_jsonl` writes a table; a time carries its zone."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False, default=_isoformat) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def to_csv(frame: "pd.DataFrame") -> bytes:
    """Write comma-separated values in UTF-8 with a byte order mark, so that spreadsheets see the Chinese.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    return _plain(frame).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def to_hxl(frame: "pd.DataFrame") -> bytes:
    """Write CSV as `to_csv` does, with a row of HXL tags under the header (hxlstandard.org, 1.1)."""
    tagged = _plain(frame)
    tagged.columns = [[str(name) for name in frame.columns], [tag_of(str(name)) for name in frame.columns]]
    return tagged.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def to_parquet(frame: "pd.DataFrame") -> bytes:
    """Write Parquet; times keep their zone, lists stay lists."""
    return bytes(frame.to_parquet(index=False))


def to_xlsx(frame: "pd.DataFrame") -> bytes:
    """Write a spreadsheet with one header row; times are local (Asia/Shanghai), since it knows no zones.

    Texts are guarded as in CSV, and cut where they are longer than a cell can hold.

    Raises:
        ExportError: There are more rows than a sheet holds.
    """
    if len(frame) > _MOST_ROWS:
        raise ExportError(f"{len(frame):,} rows do not fit in a sheet. Write .csv or .parquet instead.")
    from openpyxl import Workbook  # noqa: PLC0415  # a fifth of a second to load, for this format alone

    safe = _guarded(frame)
    for name, column in safe.items():
        if _is_time(column):
            safe[name] = column.dt.tz_localize(None)
        elif column.dtype in ("object", "str"):
            safe[name] = column.map(_fitting, na_action="ignore")
    # Written row by row: pandas keeps every cell as an object, and takes more than twice the time.
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append([str(name) for name in safe.columns])
    for row in safe.astype("object").where(safe.notna(), None).itertuples(index=False, name=None):
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


FORMATS: "Mapping[str, Callable[[pd.DataFrame], bytes]]" = MappingProxyType(
    {"csv": to_csv, "jsonl": to_jsonl, "parquet": to_parquet, "xlsx": to_xlsx, "hxl": to_hxl}
)
"""The formats by name."""

ENDINGS: Mapping[str, str] = MappingProxyType({name: f".{name}" for name in FORMATS} | {"hxl": ".hxl.csv"})
"""How the name of a file of each format ends."""


def format_of(path: str | Path) -> str | None:
    """Tell the format of a file by the ending of its name, in any case; None where no format has it."""
    name = Path(path).name.lower()
    fitting = [format_ for format_, ending in ENDINGS.items() if name.removesuffix(ending) not in {name, ""}]
    return max(fitting, key=lambda format_: len(ENDINGS[format_]), default=None)


def write_file(content: bytes, target: Path) -> None:
    """Write a file so that it is, at every moment, either the old one or the whole new one.

    Raises:
        ExportError: It cannot be written.
    """
    try:
        if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
            target.write_bytes(content)
        else:
            _replace(target.resolve(), content)
    except OSError as error:
        remedy = "Choose another place for it, or check your rights and the space left"
        raise ExportError(f"{target}: cannot be written ({error.strerror}). {remedy}.") from error


def _replace(target: Path, content: bytes) -> None:
    new = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with new.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def _plain(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Give the table as CSV shows it: texts guarded, times as ISO 8601 with their offset."""
    safe = _guarded(frame)
    times = {str(name): column for name, column in safe.items() if _is_time(column)}
    return safe.assign(**{name: times[name].map(_isoformat, na_action="ignore") for name in times})


def _guarded(frame: "pd.DataFrame") -> "pd.DataFrame":
    texts = frame.select_dtypes(["str", "object"])
    cells = {str(name): column.map(_cell, na_action="ignore") for name, column in texts.items()}
    return frame.assign(**cells)


def _is_time(column: "pd.Series[Any]") -> bool:
    import pandas as pd  # noqa: PLC0415  # whoever has a table has loaded it

    return isinstance(column.dtype, pd.DatetimeTZDtype)


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value


def _fitting(value: object) -> object:
    if not isinstance(value, str):
        return value
    value = _CONTROLS.sub(" ", value)
    return value if len(value) <= _LONGEST_CELL else value[: _LONGEST_CELL - len(_CUT)] + _CUT


def _isoformat(moment: dt.date) -> str:
    return moment.isoformat()
