"""A report stands as it reads: all its words, each fact marked in its place, what was passed over folded."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.quotes import escape_html
from dashboard.reading import Column, read_text
from dashboard.views.whole import Whole, show_whole
from tests.dashboard.htmltext import read_html
from tests.dashboard.test_quotes import HOSTILE, fact
from tests.dashboard.test_reading import FLOOD, LINES, OTHER, PAGE


def words_of(text: str, columns: tuple[Column, ...]) -> str:
    places = [block.place for column in columns for block in column.blocks]
    return "".join(re.sub(r"[\r\n]", "", text[one.start : one.end]) for one in places)


@given(st.data(), LINES)
def test_the_words_of_a_page_are_those_of_its_articles_and_every_quote_is_marked(
    data: st.DataObject, lines: list[str]
) -> None:
    text = "\n".join(lines)
    read = read_text(text)
    ends = st.integers(0, len(text))
    places = data.draw(st.lists(st.tuples(ends, ends)))
    marks = [fact(min(place), max(place)) for place in places if place[0] != place[1]]
    written = read_html(show_whole(Whole(text, marks, read.sentences, "zh"), read.columns))
    assert written.text == words_of(text, read.columns)
    offsets = [
        offset
        for column in read.columns
        for block in column.blocks
        for offset in range(block.place.start, block.place.end)
        if text[offset] not in "\r\n"
    ]
    for offset, sign in zip(offsets, written.signs, strict=True):
        is_quoted = any(mark.place.start <= offset < mark.place.end for mark in marks)
        assert ("a" in sign.tags) == is_quoted


def test_articles_stand_apart_with_their_headlines() -> None:
    read = read_text(PAGE)
    html = show_whole(Whole(PAGE, [], read.sentences, "zh"), read.columns)
    assert html.count("<article ") == 2
    assert '<h3 lang="zh">柳林垸决口抢险</h3>' in html
    assert f'<p lang="zh">新华社河西7月6日电 {FLOOD}</p>' in html


def test_an_article_of_other_matters_is_folded_with_the_reason() -> None:
    read = read_text(PAGE)
    html = show_whole(Whole(PAGE, [], read.sentences, "zh"), read.columns)
    (folded,) = re.findall(r"<details.*?</details>", html)
    assert '<summary lang="zh">河西队夺冠（' in folded
    assert "不涉及汛情，未采用</summary>" in folded
    assert all("unread" in sign.classes for sign in read_html(folded).signs)


def test_an_article_that_holds_a_fact_is_open_whoever_read_it() -> None:
    read = read_text(PAGE)
    place = PAGE.index("12000人")
    html = show_whole(Whole(PAGE, [fact(place, place + 6)], read.sentences, "zh"), read.columns)
    assert "<details" not in html


def test_text_that_was_not_read_is_told_from_text_that_gave_nothing() -> None:
    text = f"{FLOOD}{'会议还研究了其他事项。' * 40}"
    read = read_text(text)
    signs = read_html(show_whole(Whole(text, [], read.sentences, "zh"), read.columns)).signs
    assert "unread" not in signs[0].classes
    assert "unread" in signs[-1].classes


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_of_a_report_become_markup(words: str) -> None:
    text = f"{words}\n{FLOOD}{words}{FLOOD}\n\n{words}\n{OTHER}"
    read = read_text(text)
    marks = [fact(0, 9, words), fact(2, 9, words), fact(2, 9)]
    written = read_html(show_whole(Whole(text, marks, read.sentences, "zh"), read.columns))
    assert {*written.tags} <= {"article", "details", "summary", "h3", "p", "a", "span"}
    assert escape_html(written.text) == escape_html(words_of(text, read.columns))
