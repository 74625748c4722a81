"""Where a title, a publisher and a date come from, said in the viewer's language."""

import datetime as dt
import re
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.origins import clue_words, dated_words, day_words, origin_words
from dashboard.wording import PASTED, document_words

DAY = dt.date(2024, 7, 6)
REPORT = SimpleNamespace(
    title="决口", title_clue="<title>", publisher=None, publisher_clue=None, published=DAY,
    published_basis="inferred", published_clue="星期六",
)  # fmt: skip  # a row


def said(field: str, before: str | None, *, withdrawn: bool = False) -> dict[str, Any]:
    return {"field": field, "before": before, "withdrawn_at": dt.datetime(2026, 1, 1) if withdrawn else None}  # noqa: DTZ001  # as the store keeps it


@pytest.mark.parametrize(
    ("basis", "clue", "words"),
    [
        ("given", None, "由人给出"),
        ("given", 'JSON "published"', "据JSON 的 published 一项"),
        ("given", "2024-07-06 来源：东山日报", "据文中“2024-07-06 来源：东山日报”"),
        ("stated", "2024年7月6日", "文中写明“2024年7月6日”"),
        ("inferred", "新中国成立75年", "年份据“新中国成立75年”推断"),
        ("inferred", "PDF CreationDate: 2024-07-06", "年份据PDF 的生成时间 2024-07-06推断"),
        ("assumed", None, "年份为假定，文中无依据"),
    ],
)
def test_how_a_date_is_known(basis: str, clue: str | None, words: str) -> None:
    assert dated_words(basis, clue, "zh") == words


@pytest.mark.parametrize(
    "clue",
    [
        "headline of the first article on a flood",
        "headline of the first article",
        "first words of the first article on a flood",
        "first words of the first article",
        'JSON "title"',
        "PDF Title",
        "Word core properties",
        '<meta property="og:title">',
        "JSON-LD headline",
        "<time datetime>",
        "<title>",
        "<h1>",
    ],
)
def test_a_place_in_a_file_has_a_name_in_both_languages(clue: str) -> None:
    assert re.fullmatch(r"据.*[\u4e00-\u9fff].*", clue_words(clue, "zh"))
    assert "“" not in clue_words(clue, "zh")
    assert clue_words(clue, "en").startswith("from the ")


def test_an_assumed_year_shows_and_so_does_none() -> None:
    assert day_words(DAY, "assumed", "zh") == "2024-07-06?"
    assert day_words(DAY, "given", "zh") == "2024-07-06"
    assert day_words(None, "assumed", "zh") == "不明"


def test_what_a_person_corrected_names_what_stood_there_before() -> None:
    assert origin_words(REPORT, "title", [], "zh") == "据网页的标题"
    assert origin_words(REPORT, "publisher", [], "zh") == ""
    assert origin_words(REPORT, "title", [said("title", "旧题")], "zh") == "人工更正，原为“旧题”"
    assert origin_words(REPORT, "publisher", [said("publisher", None)], "zh") == "人工填写，原来不明"
    assert origin_words(REPORT, "title", [said("title", "旧题", withdrawn=True)], "zh") == "据网页的标题"


def test_a_source_is_named_in_the_viewers_language() -> None:
    assert document_words(PASTED, "en") == "pasted text"
    assert document_words("a.jsonl, line 12", "zh") == "a.jsonl，第 12 行"
    assert document_words("a.jsonl, line 12", "en") == "a.jsonl, line 12"
