"""Printed lines become paragraphs, and every place leads back to the stored text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.page import unwrap
from extract.spans import Span

LONG = "河西县柳林垸大堤三日清晨出现管涌，县里组织民兵上堤抢护，堤脚压上了三层反滤料，险情得到控制。"
NEXT = "入夜后水位仍在上涨，巡堤人员增加到每百米一人，并在背水坡开沟引渗，直到天亮没有新的险情。"


def _wrap(text: str, width: int) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def _paragraphs(text: str) -> list[str]:
    page = unwrap(text)
    return [page.reading[span.start : span.end] for span in page.paragraphs]


@pytest.mark.parametrize("width", range(9, 30))
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_lines_cut_at_any_width_join_again(width: int, gap: str) -> None:
    lines = gap.join(_wrap(LONG, width) + _wrap(NEXT, width))
    assert "".join(_paragraphs(lines)) == LONG + NEXT
    if len(LONG) % width and len(NEXT) % width:
        assert _paragraphs(lines) == [LONG, NEXT]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"{LONG}\n{NEXT}", [LONG, NEXT]),
        (f"柳林垸险情解除\n{LONG}", ["柳林垸险情解除", LONG]),
        (f"{LONG}\n柳林垸险情解除\n", [LONG, "柳林垸险情解除"]),
        (f"{LONG}\n本报讯 {NEXT}", [LONG, "本报讯" + NEXT]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_paragraphs_and_headlines_stay_apart(text: str, paragraphs: list[str]) -> None:
    assert _paragraphs(text) == paragraphs


def test_a_headline_between_two_wrapped_articles_is_its_own_paragraph() -> None:
    lines = [*_wrap(LONG, 17), "柳林垸险情解除", *_wrap(NEXT, 21)]
    assert _paragraphs("\n\n".join(lines)) == [LONG, "柳林垸险情解除", NEXT]


@pytest.mark.parametrize(("first", "second"), [(13, 26), (26, 13), (17, 21), (21, 18)])
def test_each_article_is_cut_at_its_own_width(first: int, second: int) -> None:
    lines = [*_wrap(LONG, first), "柳林垸险情解除", *_wrap(NEXT, second), *_wrap(LONG, second)]
    page = unwrap("\n\n".join(lines))
    assert _paragraphs("\n\n".join(lines)) == [LONG, "柳林垸险情解除", NEXT, LONG]
    assert (page.columns[0], page.columns[-1]) == (first, second)


def test_a_line_cut_at_a_space_is_full() -> None:
    spaced = " ".join(LONG + NEXT)
    assert _paragraphs("\n".join(_wrap(spaced, 21))) == [LONG + NEXT]


def test_what_begins_with_a_date_is_no_headline() -> None:
    assert _paragraphs(
        "7月3日11时，县里派出的抢险队赶\n到堤上，随即抛填块石，\n天亮前堵住了漫水的缺口，险情解除。"
    ) == ["7月3日11时，县里派出的抢险队赶到堤上，随即抛填块石，天亮前堵住了漫水的缺口，险情解除。"]


def test_a_million_characters_in_lines_of_white_space_or_none_take_a_moment() -> None:
    assert unwrap(" " * 1_000_000).reading == ""
    assert len(unwrap("堤" * 1_000_000).reading) == 1_000_001


@given(st.text(alphabet="水位7日 ，。\n\r　a(", max_size=80), st.data())
def test_a_quote_is_the_stored_slice_without_its_line_breaks(text: str, data: st.DataObject) -> None:
    page = unwrap(text)
    if not page.reading:
        return
    start = data.draw(st.integers(0, len(page.reading) - 1))
    end = data.draw(st.integers(start + 1, len(page.reading)))
    stored = page.to_stored(Span(start, end))
    assert page.quote(stored) == re.sub(r"[\r\n]", "", text[stored.start : stored.end])
    assert page.stored == text
