"""Every column says in HXL what it is."""

import csv
import re
from io import StringIO

import pytest

from extract import table
from extract.exports import to_hxl
from extract.hxl import tag_of
from extract.pipeline import Extraction
from extract.table import TABLES

# The hashtags of HXL 1.1 (hxlstandard.org) that a flood report can fill.
TAGS = {
    "activity",
    "contact",
    "crisis",
    "date",
    "description",
    "event",
    "indicator",
    "loc",
    "meta",
    "org",
    "status",
}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_tag_of_its_own(name: str) -> None:
    contract, _ = TABLES[name]
    tags = [tag_of(column) for column in contract.columns]
    for tag in tags:
        assert re.fullmatch(r"#[a-z]\w*(\+[a-z]\w*)*", tag, re.ASCII)
        assert tag.removeprefix("#").partition("+")[0] in TAGS
    assert len(set(tags)) == len(tags)


def test_a_column_of_no_table_has_none() -> None:
    assert tag_of("nosuch") == ""


def test_the_tags_stand_between_header_and_rows(extraction: Extraction) -> None:
    frame = table.timeline([extraction])
    written = to_hxl(frame)
    assert written.startswith(b"\xef\xbb\xbffact_id,")
    header, tags, first, second = csv.reader(StringIO(written.decode("utf-8-sig")))
    assert header == list(frame.columns)
    assert tags == [tag_of(column) for column in header]
    value = tags.index("#indicator+value+min+num")
    assert [float(first[value]), float(second[value])] == [80.0, -0.3]
