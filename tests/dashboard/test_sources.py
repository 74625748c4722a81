"""Every sentence a view draws on stands once, under its report and its article."""

from collections.abc import Callable

from dashboard.data import Tables
from dashboard.sources import Source, list_sources

Make = Callable[..., Tables]

CREW = {"quote_start": 14, "quote_end": 18, "sentence_end": 23}
PLACE = {"quote_start": 20, "quote_end": 22, "sentence_end": 23}
LEVEL = {"quote_start": 27, "quote_end": 33, "sentence_start": 23, "sentence_end": 34}


def sources(tables: Tables) -> list[Source]:
    ids = [*tables.timeline["fact_id"], *tables.directives["directive_id"]]
    labels = {row: row.upper() for row in ids}
    return list_sources([tables.timeline, tables.directives], tables.reports, labels, "zh")


def test_sentences_stand_once_in_the_texts_order_each_quote_labelled(make: Make) -> None:
    (source,) = sources(make([LEVEL, PLACE, CREW], [{}]))
    assert [passage.labels for passage in source.passages] == [("F2", "F1"), ("F0",), ("D0",)]
    assert source.passages[0].words == (
        '六月三日九时，东溪消防救援队<mark class="quote">40余人</mark><sup>F2</sup>到达'
        '<mark class="quote">北堤</mark><sup>F1</sup>。'
    )


def test_an_article_is_named_where_it_begins(make: Make) -> None:
    (source,) = sources(make([CREW, LEVEL, LEVEL | {"sentence_start": 24, "article": "另一篇"}], [{}]))
    assert [passage.article for passage in source.passages] == ["北堤险情", None, "另一篇", None]


def test_a_report_says_its_title_publisher_and_date_or_at_least_its_file(make: Make) -> None:
    (named,) = sources(make([{}], [], {"title": "北堤", "publisher": "青湖站"}))
    assert (named.title, named.publisher, named.file) == ("北堤", "青湖站", "north.txt")
    assert named.published == "报道日期 2023-06-03"
    (bare,) = sources(make([{}]))
    assert (bare.title, bare.publisher, bare.file) == ("north.txt", None, None)


def test_what_was_pasted_or_is_a_line_of_a_file_is_named_in_the_viewers_language(make: Make) -> None:
    (pasted,) = sources(make([{}], [], {"title": "北堤", "source_name": "pasted"}))
    assert pasted.file == "粘贴的文字"
    (line,) = sources(make([{}], [], {"source_name": "all.jsonl, line 3"}))
    assert line.title == "all.jsonl，第 3 行"


def test_a_report_with_nothing_in_the_view_is_none_of_its_sources(make: Make) -> None:
    assert sources(make([])) == []
