"""Values and times in words."""

import datetime as dt
from types import SimpleNamespace

import pytest

from dashboard.wording import (
    amount_words,
    basis_words,
    beside_quote,
    incident_words,
    latest_words,
    placed_words,
    time_words,
    unit_words,
    value_words,
)
from extract.grouping import UNNAMED

NONE = float("nan")
DAY = dt.datetime.fromisoformat("2023-06-03")


@pytest.mark.parametrize(
    ("low", "high", "modifier", "measure", "chinese", "english"),
    [
        (40, 40, "exact", "person", "40 人", "40 people"),
        (1400, NONE, "at_least", "person", "≥ 1,400 人", "≥ 1,400 people"),
        (NONE, 30000, "at_most", "person", "≤ 30,000 人", "≤ 30,000 people"),
        (5, 6, "range", "m", "5–6 米", "5–6 m"),
        (14300, 14300, "about", "m", "约 14.3 公里", "about 14.3 km"),
        (-0.06, -0.06, "exact", "m", "−0.06 米", "−0.06 m"),
        (96, 96, "about", "h", "约 4 天", "about 4 days"),
        (30, 30, "exact", "h", "30 小时", "30 h"),
        (999, 2000, "range", "m", "999–2,000 米", "999–2,000 m"),
    ],
)
def test_an_amount_keeps_its_hedge(  # a row of the table above
    low: float, high: float, modifier: str, measure: str, chinese: str, english: str
) -> None:
    assert amount_words(low, high, modifier, measure, "zh") == chinese
    assert amount_words(low, high, modifier, measure, "en") == english


@pytest.mark.parametrize(
    ("start", "end", "precision", "chinese", "english"),
    [
        (DAY.replace(hour=9), None, "hour", "6月3日 9时", "3 Jun 09:00"),
        (DAY.replace(hour=9, minute=40), None, "minute", "6月3日 09:40", "3 Jun 09:40"),
        (DAY, None, "day", "6月3日", "3 Jun"),
        (DAY.replace(hour=12), DAY.replace(hour=18), "part_of_day", "6月3日 下午", "3 Jun afternoon"),
        (DAY.replace(hour=12), None, "part_of_day", "6月3日 下午", "3 Jun afternoon"),
        (DAY.replace(hour=8), DAY.replace(hour=11), "hour", "6月3日 8时–11时", "3 Jun 08:00–11:00"),
        (DAY.replace(hour=20), DAY.replace(day=4), "hour", "6月3日 20时–24:00", "3 Jun 20:00–24:00"),
        (DAY, DAY.replace(day=5), "day", "6月3日 至 6月5日", "3 Jun – 5 Jun"),
        (None, DAY.replace(hour=12), "hour", "截至 6月3日 12时", "until 3 Jun 12:00"),
        (None, None, None, "未定时", "undated"),
    ],
)
def test_a_time_is_said_to_its_precision(
    start: dt.datetime | None, end: dt.datetime | None, precision: str | None, chinese: str, english: str
) -> None:
    row = SimpleNamespace(start=start, end=end, time_precision=precision)
    assert time_words(row, "zh") == chinese
    assert time_words(row, "en") == english


def test_an_assumed_year_shows_wherever_the_date_shows() -> None:
    row = SimpleNamespace(
        start=DAY, end=None, time_precision="day", assumed=True, time_basis="stated", time_text="3日"
    )
    assert time_words(row, "zh") == "6月3日?"
    assert basis_words(row, "zh") == "文中写明“3日”；年份为假定"


@pytest.mark.parametrize(
    ("basis", "text", "words"),
    [
        ("stated", "9时", "文中写明“9时”"),
        ("carried", "9时", "文中“9时”，日期承前文"),
        ("report", "目前", "“目前”，即记者发稿之时"),
        ("report", None, "以报道时间计"),
        ("published", None, "以报道日期计"),
        (None, None, "文中没有给出时间"),
    ],
)
def test_how_a_time_is_known_is_said(basis: str | None, text: str | None, words: str) -> None:
    row = SimpleNamespace(start=DAY, end=None, time_basis=basis, time_text=text)
    assert basis_words(row, "zh") == words


@pytest.mark.parametrize(("clock", "words"), [("00:00", "6月3日"), ("09:05", "6月3日 09:05")])
def test_the_latest_time_says_no_clock_where_only_the_day_is_known(clock: str, words: str) -> None:
    assert latest_words(dt.datetime.fromisoformat(f"2023-06-03T{clock}"), "zh", assumed=False) == words


def told(**fields: object) -> SimpleNamespace:
    bare = {"value_min": NONE, "value_max": NONE, "modifier": "none", "measure": None, "status": "observed"}
    return SimpleNamespace(**bare | {"theme": None, "place": None} | fields)


@pytest.mark.parametrize(
    ("row", "english"),
    [
        (
            told(rule="action.works", aspect="works", theme="second_line", quote="加固间堤"),
            "works: second line",
        ),
        (told(rule="action.works", aspect="works", quote="清基扫障"), "works"),
        (told(rule="condition.moving", aspect="condition", quote="水位持续上涨"), "water rising"),
        (
            told(rule="action.hazard", aspect="hazard", quote="可能出现管涌", status="forecast"),
            "hazard feared (forecast)",
        ),
        (told(rule="new.rule", aspect="evacuation", quote="转移群众"), "evacuation"),
    ],
)
def test_a_fact_without_a_number_is_told_by_its_structure_in_english(
    row: SimpleNamespace, english: str
) -> None:
    assert value_words(row, "en") == beside_quote(row, "en") == english
    assert value_words(row, "zh") == row.quote
    assert not beside_quote(row, "zh")


def test_names_stay_chinese_in_chinese() -> None:
    row = told(value_min=3, value_max=3, measure="m", place="左岸", quote="3米")
    assert placed_words(row, "zh") == "3 米（左岸）"
    assert placed_words(row, "en") == "3 m (left bank)"
    row = told(
        value_min=3, value_max=3, measure="m", place="柳林垸决口左岸", incident="柳林垸决口", quote="3米"
    )
    assert placed_words(row, "zh") == "3 米（左岸）"
    assert unit_words("石桥县消防救援大队", "zh") == "石桥县消防救援大队"
    assert incident_words("柳林垸决口", "en") == "Liulin Polder dike breach"
    assert incident_words(UNNAMED, "en") == "Unnamed incident"
