"""What a person says wins over what the file says, and that over its text; each with where it stands."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from extract import archive
from extract.documents import Document, Told
from extract.errors import DocumentError
from extract.intake import read_report
from extract.pipeline import Report
from extract.store import Store

NOW = dt.datetime.fromisoformat("2026-03-01T12:00")
ZONE = dt.timezone(dt.timedelta(hours=8))
TEXT = "柳林垸封堵溃口\n新华社河西7月8日电 清水河超警，武警东山总队140余名官兵8日赶到石桥县柳林垸，封堵溃口。"
PDF, MADE = "PDF CreationDate", "PDF CreationDate: 2031-07-09"
META = '<meta name="publishdate">'


def read(given: dt.date | None = None, **told: Told) -> Report:
    extraction = read_report(replace(Document(source_name="x", text=TEXT), **told), given, NOW)
    assert not isinstance(extraction, DocumentError), extraction
    return extraction.report


def said(words: str, clue: str = META) -> Told:
    return Told(words=words, clue=clue)


@pytest.mark.parametrize(
    ("given", "told", "expected"),
    [
        ("2030-07-09", {"published": said("2031-07-08")}, ("2030-07-09", "given", None)),
        (None, {"published": said("2031-07-08 09:15")}, ("2031-07-08", "given", META)),
        (None, {"published": said("2031-07-07T23:30:00Z")}, ("2031-07-08", "given", META)),
        (None, {"published": said("昨天")}, ("2026-02-28", "given", META)),
        (None, {"published": said("7月8日")}, ("2025-07-08", "assumed", None)),
        (
            None,
            {"published": said("7月8日"), "created": said("2031-07-09", PDF)},
            ("2031-07-08", "inferred", MADE),
        ),
        (
            None,
            {"created": said("2031-07-07T23:30:00Z", PDF)},
            ("2031-07-08", "inferred", f"{PDF}: 2031-07-08"),
        ),
        (None, {"created": said("nonsense", PDF)}, ("2025-07-08", "assumed", None)),
        (None, {}, ("2025-07-08", "assumed", None)),
    ],
)
def test_the_surest_statement_dates_a_report(
    given: str | None, told: dict[str, Told], expected: tuple[str, str, str | None]
) -> None:
    report = read(dt.date.fromisoformat(given) if given else None, **told)
    assert (str(report.published), report.published_basis, report.published_clue) == expected


def test_a_wrong_date_is_an_error_only_where_someone_wrote_it_for_us() -> None:
    document = Document(source_name="x, line 1", text=TEXT, published=said("5日"), is_entry=True)
    error = read_report(document, None, NOW)
    assert isinstance(error, DocumentError)
    assert str(error).startswith('x, line 1: its "published" is no whole date: "5日". Write it as')
    assert not isinstance(read_report(document, dt.date(2031, 7, 8), NOW), DocumentError)


def test_title_and_publisher_come_from_the_file_else_from_the_text() -> None:
    report = read(title=said("溃口合龙", "<title>"), publisher=said("石桥日报", "来源：石桥日报"))
    assert (report.title, report.title_clue) == ("溃口合龙", "<title>")
    assert (report.publisher, report.publisher_clue) == ("石桥日报", "来源：石桥日报")
    report = read()
    assert (report.title, report.title_clue) == ("柳林垸封堵溃口", "headline of the first article on a flood")
    assert (report.publisher, report.publisher_clue) == ("新华社", "新华社河西7月8日电")


def test_a_stored_report_that_is_read_again_keeps_the_year_its_file_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(source_name="x", text=TEXT, created=said("2031-07-08", PDF))
    extraction = read_report(document, None, NOW)
    assert not isinstance(extraction, DocumentError)
    with Store(f"sqlite:///{tmp_path / 'flood.db'}") as store:
        store.add(extraction, NOW.replace(tzinfo=ZONE))
        monkeypatch.setattr(archive, "rule_version", lambda: "newer")
        assert [differences for _, differences in archive.reread(store, NOW.replace(tzinfo=ZONE))] == [[]]
        assert str(store.reports()["published"].iloc[0])[:10] == "2031-07-08"
