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
