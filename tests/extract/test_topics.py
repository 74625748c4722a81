"""What speaks of a flood is read, figures of speech and other matters are not."""

import pytest

from extract.articles import part_articles
from extract.page import unwrap
from extract.rulebook import load
from extract.spans import Span
from extract.topics import Topics, speaks_of_floods

TABLES = load("topics").tables
WORDS = {name: [word for entry in TABLES[name] for word in entry["words"]] for name in ("flood", "other")}

FLOOD = "柳林垸三日清晨发生决口，民兵连夜上堤封堵，水位开始回落，群众已经转移。"
MORE = "县防指启动应急响应，抢险队在堤脚压渗，管涌得到控制，超警水位持续两天。"
NEUTRAL = "省里来的负责人听取了汇报，随后与基层干部座谈。"
OTHER = "沪指上涨三十点，两千余只个股收红，成交额放大，券商分析师看好后市。"
FIRE = "一处仓库起火，消防调集车辆灭火，火势得到控制。"


@pytest.mark.parametrize("text", TABLES["yes"])
def test_a_flood_report_is_read(text: str) -> None:
    assert speaks_of_floods(text)


@pytest.mark.parametrize("text", TABLES["no"])
def test_other_matters_are_not(text: str) -> None:
    assert not speaks_of_floods(text)


@pytest.mark.parametrize("text", ["", "春茶提前上市。", "改革进入深水区。", "后卫线决口大开，三球告负。"])
def test_what_has_hardly_a_flood_word_is_not_read(text: str) -> None:
    assert not speaks_of_floods(text)


@pytest.mark.parametrize("name", WORDS)
def test_a_word_has_one_weight(name: str) -> None:
    assert len(WORDS[name]) == len(set(WORDS[name]))


def test_no_word_is_of_floods_and_of_other_matters() -> None:
    assert not {word for entry in TABLES["flood"] if entry["weight"] for word in entry["words"]} & {
        word for entry in TABLES["other"] if entry["weight"] for word in entry["words"]
    }


def _read(text: str) -> list[tuple[int, ...]]:
    page = unwrap(text)
    topics = Topics(page.reading)
    return [topics.flood_paragraphs(article.paragraphs, article.parts) for article in part_articles(page)]


@pytest.mark.parametrize(
    ("paragraphs", "read"),
    [
        ([FLOOD, NEUTRAL], (0, 1)),
        ([FLOOD, OTHER, NEUTRAL], ()),
        ([FLOOD + MORE, FIRE, NEUTRAL], (0, 2)),
        ([NEUTRAL, OTHER], ()),
    ],
)
def test_a_paragraph_of_other_matters_is_left_out(paragraphs: list[str], read: tuple[int, ...]) -> None:
    assert _read("\n".join(paragraphs)) == [read]


def test_a_part_that_may_be_another_article_must_speak_of_floods_itself() -> None:
    assert _read(f"{FLOOD}\n综述\n{NEUTRAL}") == [(0,)]


def test_a_sentence_far_from_any_flood_word_is_not_near() -> None:
    topics = Topics(FLOOD + "茶" * 600)
    assert topics.is_near(Span(0, 10))
    assert not topics.is_near(Span(590, 600))
