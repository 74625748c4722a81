"""In a terminal a figure keeps its hedge, a time its vagueness, and nothing is obeyed."""

import datetime as dt

import pytest
from msgspec.structs import replace
from rich.console import Console

from extract import table
from extract.pipeline import Extraction
from extract.terminal import figure, printable, terminal_table, when

Value = float | None


@pytest.mark.parametrize(
    ("low", "high", "modifier", "measure", "expected"),
    [
        (1400.0, None, "at_least", "person", "≥ 1,400 人"),
        (None, 30000.0, "at_most", "person", "≤ 30,000 人"),
        (2000.0, 2000.0, "about", "m", "约 2,000 米"),
        (2.0, 3.0, "range", "m", "2–3 米"),
        (33.08, 33.08, "exact", "m", "33.08 米"),
        (-0.3, -0.3, "exact", "m", "-0.3 米"),
        (96.0, 96.0, "about", "h", "约 96 小时"),
        (1.2e8, 1.2e8, "exact", "m3", "120,000,000 立方米"),
        (12500.0, 12500.0, "exact", "m3/s", "12,500 立方米/秒"),
        (None, None, "none", None, ""),
    ],
)
def test_a_figure_keeps_its_hedge_and_its_unit(
    low: Value, high: Value, modifier: str, measure: str | None, expected: str
) -> None:
    row = {"value_min": low, "value_max": high, "modifier": modifier, "measure": measure}
    assert figure(row) == expected


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2024-07-06T14:40", None, "minute", "2024-07-06 14:40"),
        ("2024-07-06T00:00", None, "day", "2024-07-06"),
        ("2024-07-06T00:00", None, "hour", "2024-07-06 00:00"),
        ("2024-07-05T12:00", "2024-07-05T18:00", "part_of_day", "2024-07-05 12:00–18:00"),
        ("2024-07-05T18:00", "2024-07-06T00:00", "part_of_day", "2024-07-05 18:00–07-06 00:00"),
        ("2024-07-07T00:00", "2024-07-08T00:00", "day", "2024-07-07–07-08"),
        (None, "2024-07-06T10:00", "hour", "until 2024-07-06 10:00"),
        ("2024-07-01T00:00", None, "month", "2024-07"),
        ("2023-01-01T00:00", None, "year", "2023"),
        ("2024-07-06T00:00", None, None, "2024-07-06"),
        (None, None, None, "undated"),
    ],
)
def test_a_time_is_as_precise_as_the_report(
    start: str | None, end: str | None, precision: str | None, expected: str
) -> None:
    row = {
        "start": start and dt.datetime.fromisoformat(start),
        "end": end and dt.datetime.fromisoformat(end),
        "time_precision": precision,
    }
    assert when(row) == expected


def shown(name: str, *extractions: Extraction) -> str:
    console = Console(width=100)
    with console.capture() as captured:
        columns, rows_of = table.TABLES[name]
        rows = (row for extraction in extractions for row in rows_of(extraction))
        console.print(terminal_table(name, list(columns.zoned(rows))))
    return captured.get()


@pytest.mark.parametrize("name", ["timeline", "directives", "times", "reports"])
def test_every_table_can_be_shown_even_empty(name: str, extraction: Extraction) -> None:
    assert "1 row" in shown(name, extraction) or "2 rows" in shown(name, extraction)
    assert "0 rows" in shown(name)


def test_the_year_stands_in_the_caption_unless_there_are_several(extraction: Extraction) -> None:
    assert "2025-08-03" not in shown("timeline", extraction)
    assert "times of 2025, Asia/Shanghai" in shown("timeline", extraction)
    fact = replace(extraction.facts[0], start=dt.datetime.fromisoformat("2024-08-03T09:00"))
    assert "2025-08-03 09:00" in shown("timeline", extraction, replace(extraction, facts=(fact,)))


def test_words_of_a_report_are_shown_and_never_obeyed(extraction: Extraction) -> None:
    fact = replace(extraction.facts[0], quote="[red]80\x1b[31m\u202e余人[/red]")
    out = shown("timeline", replace(extraction, facts=(fact,)))
    assert "[red]80 [31m 余人[/red]" in out
    assert printable("堤\x07坝\x9b") == "堤 坝 "
