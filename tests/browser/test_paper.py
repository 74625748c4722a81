"""A page lies on paper as it is shown: whole, within the sheet, without what can only be pressed."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Flood
from tests.browser.serving import ROW_NAMES, settle

Open = Callable[..., Page]


def letters(text: str) -> str:
    """Leave out spaces and signs, which a PDF writes in ways of its own."""
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize("width", [1440, 3840])
def test_a_page_is_printed_whole_from_a_laptop_and_from_a_wall(
    open_any: Open, flood: Flood, width: int
) -> None:
    page = open_any(f"{flood.address}?fact={flood.fact}", width=width)
    settle(page)
    article = letters(page.locator(".st-key-evidence .article").inner_text())
    # The names of the rows stand at the left end of the chart, the latest moment at its right.
    notes = page.locator(ROW_NAMES).all_text_contents()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = letters("".join(sheet.get_textpage().get_text_bounded() for sheet in printed))
    assert article[:40] in text
    assert article[-40:] in text
    assert len(notes) > 5
    assert [note for note in notes if letters(note) not in text] == []
    for words in ("分享此视图", "添加报道", "下一条", "检索原文"):
        assert words not in text
