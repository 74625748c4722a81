"""Sentences and clauses keep their places in the page."""

from extract.articles import part_articles
from extract.page import unwrap
from extract.sentences import split_sentences

TEXT = "柳林垸抢险\n民兵上堤，水位回落。“再加一层沙袋！”队长说。\n夜里没有险情。"


def test_sentences_cover_the_body_and_then_the_headings() -> None:
    page = unwrap(TEXT)
    (article,) = part_articles(page)
    sentences = split_sentences(page, article)
    assert [s.text for s in sentences] == [
        "民兵上堤，水位回落。",
        "“再加一层沙袋！”",
        "队长说。",
        "夜里没有险情。",
        "柳林垸抢险",
    ]
    assert [s.paragraph for s in sentences] == [0, 0, 0, 1, 2]
    assert [s.is_heading for s in sentences] == [False] * 4 + [True]
    assert all(page.reading[s.span.start : s.span.end] == s.text for s in sentences)


def test_clauses_leave_the_marks_out() -> None:
    page = unwrap(TEXT)
    (article,) = part_articles(page)
    first = split_sentences(page, article)[0]
    assert [first.words(clause) for clause in first.clauses] == ["民兵上堤", "水位回落"]
    assert first.words(first.clause_at(first.span.start + 6)) == "水位回落"
