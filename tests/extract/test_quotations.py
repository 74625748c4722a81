"""Speech is told from a name in inverted commas, and ends at the latest with its paragraph."""

import pytest

from extract.quotations import find_quotations
from tests.extract.passages import as_article


@pytest.mark.parametrize(
    ("text", "speeches"),
    [
        ("支书说：“水来得快，都撤了。”堤上平静。", ["“水来得快，都撤了。”"]),
        ("“铁军连”的官兵走上“堤上路”，开始抢险。", []),
        (
            "“水来得快。人都撤了。”支书说，“路也通了，灯也亮了。”",
            ["“水来得快。人都撤了。”", "“路也通了，灯也亮了。”"],
        ),
        (
            "支书说：“水来得快，都撤了。\n第二天，堤上恢复了平静，民兵开始撤离，村民陆续回家。",
            ["“水来得快，都撤了。"],
        ),
    ],
)
def test_the_speeches_of_an_article(text: str, speeches: list[str]) -> None:
    page, _, sentences = as_article(text)
    found = find_quotations(sentences)
    assert [page.reading[span.start : span.end] for span in found.spans] == speeches


def test_a_place_is_in_the_speech_around_it() -> None:
    page, _, sentences = as_article("支书说：“水来得快，都撤了。”堤上平静。")
    found = find_quotations(sentences)
    assert found.around(page.reading.index("都撤")) == found.spans[0]
    assert found.around(page.reading.index("支书")) is None
    assert found.around(page.reading.index("平静")) is None
