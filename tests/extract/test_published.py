"""The publication date: given, stated, inferred with its clue, or assumed and said so."""

import datetime as dt

import pytest

from extract.articles import part_articles
from extract.page import unwrap
from extract.published import Creation, find_published

TODAY = dt.date(2026, 3, 1)
LEAD = "本报8月6日讯 "
FLOOD = "河西县柳林垸5日决口，正在抢险。"


@pytest.mark.parametrize(
    ("text", "date", "basis", "clue"),
    [
        (f"新华社河西2021年8月6日电 {FLOOD}", "2021-08-06", "stated", "2021年8月6日"),
        (f"{LEAD}{FLOOD}今年是新中国成立75周年。", "2024-08-06", "inferred", "新中国成立75周年"),
        (f"{LEAD}{FLOOD}8月6日（星期三）仍有雨。", "2025-08-06", "inferred", "8月6日（星期三"),
        (f"{LEAD}{FLOOD}1998年9月20日也曾决口。今年是建军95周年。", "2022-08-06", "inferred", "建军95周年"),
        (f"{LEAD}{FLOOD}新中国成立70多年来从未有过。", "2025-08-06", "assumed", None),
        (f"{LEAD}{FLOOD}", "2025-08-06", "assumed", None),
        ("本报2月6日讯 凌汛来临。", "2026-02-06", "assumed", None),
        (FLOOD, "2026-03-01", "assumed", None),
    ],
)
def test_the_date_and_how_it_is_known(text: str, date: str, basis: str, clue: str | None) -> None:
    page = unwrap(text)
    found = find_published(page, part_articles(page), given=None, today=TODAY)
    assert (str(found.date), found.basis, found.clue) == (date, basis, clue)


def test_a_given_date_wins() -> None:
    page = unwrap(f"新华社河西2021年8月6日电 {FLOOD}")
    found = find_published(page, part_articles(page), given=dt.date(2020, 1, 2), today=TODAY)
    assert (found.date, found.basis, found.clue) == (dt.date(2020, 1, 2), "given", None)


def test_without_clue_and_without_today_the_date_stays_unknown() -> None:
    page = unwrap(LEAD + FLOOD)
    found = find_published(page, part_articles(page), given=None, today=None)
    assert (found.date, found.basis) == (None, "assumed")


@pytest.mark.parametrize(
    ("text", "made", "date", "basis"),
    [
        (f"{LEAD}{FLOOD}", "2021-08-06", "2021-08-06", "inferred"),
        (f"{LEAD}{FLOOD}", "2021-10-05", "2021-08-06", "inferred"),
        (f"{LEAD}{FLOOD}", "2021-10-06", "2025-08-06", "assumed"),
        (f"{LEAD}{FLOOD}", "2021-08-05", "2025-08-06", "assumed"),
        ("本报12月28日讯 凌汛来临。", "2022-01-10", "2021-12-28", "inferred"),
        ("本报2月29日讯 凌汛来临。", "2021-03-10", "2021-02-28", "inferred"),
        (f"{LEAD}{FLOOD}今年是新中国成立75周年。", "2021-08-06", "2024-08-06", "inferred"),
        (f"新华社河西2020年8月6日电 {FLOOD}", "2021-08-06", "2020-08-06", "stated"),
        (FLOOD, "2021-08-06", "2026-03-01", "assumed"),
    ],
)
def test_the_day_a_file_was_made_tells_the_year_of_a_day_shortly_before(
    text: str, made: str, date: str, basis: str
) -> None:
    page = unwrap(text)
    created = Creation(day=dt.date.fromisoformat(made), clue="PDF CreationDate")
    found = find_published(page, part_articles(page), given=None, today=TODAY, created=created)
    assert (str(found.date), found.basis) == (date, basis)
    if found.clue == str(created):
        assert Creation.from_clue(found.clue) == created


@pytest.mark.parametrize("clue", [None, "新中国成立75年", "8月6日（星期三", "来源: 石桥日报"])
def test_other_clues_tell_of_no_file(clue: str | None) -> None:
    assert Creation.from_clue(clue) is None
