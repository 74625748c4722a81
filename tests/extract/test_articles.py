"""A page falls into its articles, each with its own headline, before or after it."""

import pytest

from extract.articles import part_articles
from extract.page import unwrap

FLOOD = "柳林垸三日清晨发生决口，民兵连夜上堤封堵，水位开始回落，群众已经转移。"
OTHER = "东山市的春茶今年提前上市，茶农忙着采摘，茶商从各地赶来收购，价格比去年高一成。"
FLOOD_TITLE, OTHER_TITLE = "柳林垸决口封堵水位回落", "东山市春茶提前上市"


def _titles(text: str) -> list[str]:
    return [article.title for article in part_articles(unwrap(text))]


@pytest.mark.parametrize(
    "lines",
    [
        [FLOOD_TITLE, FLOOD, OTHER_TITLE, OTHER],
        [FLOOD, FLOOD_TITLE, OTHER, OTHER_TITLE],
        [FLOOD_TITLE, f"本报讯 {FLOOD}", f"新华社东山4月3日电 {OTHER}", OTHER_TITLE],
    ],
)
def test_a_headline_goes_to_the_article_whose_words_it_repeats(lines: list[str]) -> None:
    assert _titles("\n".join(lines)) == [FLOOD_TITLE, OTHER_TITLE]


def test_a_dateline_parts_articles_even_within_a_line() -> None:
    text = f"{OTHER}新华社河西8月3日电 {FLOOD}"
    articles = part_articles(unwrap(text))
    assert [bool(article.dateline) for article in articles] == [False, True]


def test_a_headline_before_a_dateline_within_a_line_closes_the_first() -> None:
    articles = part_articles(unwrap(f"{OTHER}{OTHER_TITLE}本报讯 {FLOOD}"))
    assert articles[0].title == OTHER_TITLE
    assert articles[1].dateline


def test_a_section_head_stays_in_its_article() -> None:
    text = f"{FLOOD_TITLE}\n{FLOOD}\n一、上堤的人们\n{FLOOD}"
    articles = part_articles(unwrap(text))
    assert len(articles) == 1
    assert len(articles[0].headings) == 2


def test_a_picture_line_closes_its_caption() -> None:
    text = f"{FLOOD}\n{FLOOD_TITLE}\n8月3日，民兵在柳林垸装填沙袋。新华社记者 王某 摄\n{OTHER_TITLE}\n{OTHER}"
    assert len(part_articles(unwrap(text))) == 3


def test_an_article_without_headline_is_called_by_its_first_words() -> None:
    assert _titles("柳林垸险情解除。巡堤仍在继续。") == ["柳林垸险情解除"]


def _wrap(text: str, width: int) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def test_another_width_after_a_headline_opens_another_article() -> None:
    lines = [*_wrap(FLOOD, 17), "综述", *_wrap(OTHER, 13)]
    assert len(part_articles(unwrap("\n\n".join(lines)))) == 2


def test_another_width_or_a_plain_headline_may_open_another_article() -> None:
    (article,) = part_articles(unwrap("\n\n".join([*_wrap(FLOOD, 17), *_wrap(OTHER, 13)])))
    assert article.parts == (0, 1)
    (article,) = part_articles(unwrap(f"{FLOOD}\n综述\n{OTHER}"))
    assert article.parts == (0, 1)
    (article,) = part_articles(unwrap(f"{FLOOD}\n一、综述\n{OTHER}"))
    assert article.parts == (0,)


def test_a_line_with_many_commas_is_no_headline() -> None:
    text = f"{FLOOD}\n堤段顶宽6米，底宽18米，口子宽33米，水往国道边漫去"
    (article,) = part_articles(unwrap(text))
    assert len(article.paragraphs) == 2
    assert not article.headings
