"""A report's text is read whole: every word of it is in some article, and what was searched is known."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.quotes import Stretch
from dashboard.reading import Block, Column, article_around, cut_parts, read_text

FLOOD = "清水河柳林垸堤防决口，河西市消防救援支队120人赶到现场抢险。决口宽30米，水位下降。"
OTHER = "昨晚河西队以3比1战胜石桥队，现场观众12000人。球迷欢庆，球队主场夺冠。"
PAGE = f"柳林垸决口抢险\n新华社河西7月6日电 {FLOOD}\n河西队夺冠\n新华社河西7月6日电 {OTHER}\n"

LINES = st.lists(
    st.sampled_from([FLOOD, OTHER, "要闻", "　　", "", "新华社河西7月6日电", "<b>&", "一、部署"])
)


def blocks_of(columns: tuple[Column, ...]) -> list[Block]:
    return [block for column in columns for block in column.blocks]


def test_an_article_of_other_matters_is_passed_over_and_one_of_a_flood_is_read() -> None:
    flood, other = read_text(PAGE).columns
    assert flood.title == "柳林垸决口抢险"
    assert [block.is_read for block in flood.blocks] == [True, True]
    assert other.title == "河西队夺冠"
    assert not any(block.is_read for block in other.blocks)


def test_the_sentences_that_were_searched_are_those_of_the_flood() -> None:
    words = [PAGE[one.start : one.end] for one in read_text(PAGE).sentences]
    assert words[0] == "柳林垸决口抢险"
    assert words[-1] == "决口宽30米，水位下降。"
    assert not any("球" in one for one in words)
    assert read_text(PAGE).unread == len(f"河西队夺冠新华社河西7月6日电{OTHER}")


def test_a_headline_printed_under_its_article_is_brought_on_top() -> None:
    text = f"新华社河西7月6日电 {FLOOD}抢险仍在继续，下一步将封堵柳林垸决口。\n柳林垸决口抢险"
    (column,) = read_text(text).columns
    assert [block.is_heading for block in column.blocks] == [True, False]
    assert column.blocks[0].place.start > column.blocks[1].place.start


@given(LINES)
def test_every_word_of_a_text_is_in_one_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    places = sorted(block.place for block in blocks_of(read_text(text).columns))
    assert all(one.end <= two.start for one, two in itertools.pairwise(places))
    covered = {place for one in places for place in range(one.start, one.end)}
    assert {place for place, sign in enumerate(text) if not sign.isspace()} <= covered


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=5), max_size=6), st.integers(1, 40))
def test_parts_hold_every_block_in_order_none_longer_than_allowed(
    lengths: list[list[int]], most: int
) -> None:
    ends = itertools.accumulate(itertools.chain.from_iterable(lengths), initial=0)
    places = (Stretch(start, end) for start, end in itertools.pairwise(ends))
    columns = tuple(
        Column(title="", blocks=tuple(Block(place=next(places), is_heading=False, is_read=True) for _ in one))
        for one in lengths
    )
    parts = cut_parts(columns, most)
    pieces = [[block.place for block in blocks_of(part)] for part in parts.columns]
    assert all(sum(one.end - one.start for one in part) <= most for part in pieces)
    joined = list(itertools.chain.from_iterable(pieces))
    assert [place for one in joined for place in range(one.start, one.end)] == list(
        range(sum(map(sum, lengths)))
    )
    for number, part in enumerate(pieces, 1):
        assert {parts.at(place) for one in part for place in range(one.start, one.end)} <= {number}


def test_an_article_that_goes_on_says_so() -> None:
    block = Block(place=Stretch(0, 25), is_heading=False, is_read=True)
    parts = cut_parts([Column(title="甲", blocks=(block,))], 10).columns
    assert [column.goes_on for part in parts for column in part] == [False, True, True]


@pytest.mark.parametrize(("word", "shown"), [("120人", FLOOD), ("12000人", OTHER), ("柳林垸决口抢险", FLOOD)])
def test_the_article_around_a_place_is_its_paragraphs(word: str, shown: str) -> None:
    start = PAGE.index(word)
    (paragraph,) = article_around(PAGE, start, start + len(word))
    assert PAGE[paragraph.start : paragraph.end].endswith(shown)


def test_a_place_in_no_article_is_shown_alone() -> None:
    assert article_around("  ", 0, 1) == (Stretch(0, 1),)
