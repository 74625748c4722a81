"""The tables hold exactly the agreed columns, with zoned times and nulls where nothing is known."""

import datetime as dt
from collections.abc import Callable, Iterable

import pandas as pd
import pytest
from msgspec.structs import replace

from extract import table
from extract.pipeline import Extraction

COLUMNS = {
    "timeline": "fact_id report_id article incident kind aspect theme start end time_precision time_basis"
    " time_text reported_at responder responder_text responder_type place value_min value_max modifier"
    " measure status quote quote_start quote_end sentence sentence_start sentence_end rule same_as"
    " revises contradicts verdict",
    "directives": "directive_id report_id issuer issuer_role venue addressee start end time_text themes quote"
    " quote_start quote_end sentence sentence_start sentence_end rule",
    "times": "report_id quote quote_start quote_end class start end",
    "reports": "report_id source_name sha256 title title_clue publisher publisher_clue published"
    " published_basis published_clue added_at text",
}

Builder = Callable[[Iterable[Extraction]], pd.DataFrame]
BUILDERS: dict[str, Builder] = {
    "timeline": table.timeline,
    "directives": table.directives,
    "times": table.times,
    "reports": table.reports,
}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_stand_in_the_agreed_order(name: str, extraction: Extraction) -> None:
    assert list(BUILDERS[name]([extraction]).columns) == COLUMNS[name].split()


@pytest.mark.parametrize("name", COLUMNS)
def test_an_empty_table_has_the_types_of_a_full_one(name: str, extraction: Extraction) -> None:
    empty, full = BUILDERS[name]([]), BUILDERS[name]([extraction])
    assert empty.empty
    assert list(empty.dtypes) == list(full.dtypes)


def test_times_are_of_shanghai(extraction: Extraction) -> None:
    frame = table.timeline([extraction])
    assert str(frame["start"].dtype) == "datetime64[us, Asia/Shanghai]"
    assert frame["start"][0].isoformat() == "2025-08-03T09:00:00+08:00"
    assert pd.isna(frame["start"][1])


def test_a_time_that_summer_time_skipped_or_doubled_is_kept(extraction: Extraction) -> None:
    for hour in ("1988-04-17T02:30", "1988-09-11T01:30"):
        fact = replace(extraction.facts[0], start=dt.datetime.fromisoformat(hour))
        assert table.timeline([replace(extraction, facts=(fact,))])["start"].notna().all()


def test_an_open_side_of_a_range_is_null_and_a_fall_is_negative(extraction: Extraction) -> None:
    frame = table.timeline([extraction])
    assert frame["value_min"].tolist() == [80.0, -0.3]
    assert pd.isna(frame["value_max"][0])


@pytest.mark.parametrize("name", ["timeline", "directives", "times"])
def test_offsets_cut_the_quote_out_of_the_stored_text(name: str, extraction: Extraction) -> None:
    frame = BUILDERS[name]([extraction])
    text = table.reports([extraction])["text"][0]
    for row in frame.to_dict("records"):
        assert text[row["quote_start"] : row["quote_end"]] == row["quote"]


def test_themes_are_a_list_and_the_day_of_publication_a_date(extraction: Extraction) -> None:
    assert table.directives([extraction])["themes"][0] == ["dike_inspection", "general"]
    assert table.reports([extraction])["published"][0] == dt.date(2025, 8, 3)
