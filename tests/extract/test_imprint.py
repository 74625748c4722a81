"""A report without a title of its own is called by its headline; its dateline may name who published it."""

import pytest

from extract.articles import part_articles
from extract.imprint import find_imprint
from extract.page import unwrap

LEAD = "石桥县柳林垸5日决口，武警东山总队140余名官兵正在抢险，水位仍在缓慢上涨。"
SPORT = "河西市运动会昨日开幕，来自东山省各地的1200名运动员参加，比赛持续五天。"


@pytest.mark.parametrize(
    ("text", "title", "clue"),
    [
        (f"柳林垸封堵溃口\n本报讯 {LEAD}\n{LEAD}", "柳林垸封堵溃口", "headline of the first article"),
        (
            f"本报讯 {LEAD}",
            "本报讯 石桥县柳林垸5日决口，武警东山总队140余名官兵正在…",
            "first words of the first article",
        ),
    ],
)
def test_the_title_and_where_it_stands(text: str, title: str, clue: str) -> None:
    page = unwrap(text)
    told = find_imprint(page, part_articles(page), None)
    assert (told.title, told.title_clue) == (title, clue)


def test_the_article_on_the_flood_gives_the_title() -> None:
    page = unwrap(f"运动会开幕\n本报讯 {SPORT}\n柳林垸封堵溃口\n新华社河西7月6日电 {LEAD}")
    articles = part_articles(page)
    told = find_imprint(page, articles, articles[-1])
    assert (told.title, told.title_clue) == ("柳林垸封堵溃口", "headline of the first article on a flood")
    assert told.publisher == "新华社"


@pytest.mark.parametrize(
    ("opening", "publisher", "clue"),
    [
        ("新华社河西7月6日电 ", "新华社", "新华社河西7月6日电"),
        ("据央视新闻7月6日消息，", "央视新闻", "据央视新闻7月6日消息"),
        ("中新网7月6日电 ", "中新网", "中新网7月6日电"),
        ("【石桥日报】", "石桥日报", "【石桥日报】"),
        ("本报河西7月6日讯 ", None, None),
        ("", None, None),
    ],
)
def test_a_dateline_names_its_agency(opening: str, publisher: str | None, clue: str | None) -> None:
    page = unwrap(opening + LEAD)
    told = find_imprint(page, part_articles(page), None)
    assert (told.publisher, told.publisher_clue) == (publisher, clue)


def test_an_empty_page_says_nothing() -> None:
    assert find_imprint(unwrap(""), (), None).title is None
