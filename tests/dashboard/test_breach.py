"""Of a breach the newest figure of each kind and side is taken, and nothing that was only expected."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.breach import JOINT, Breach, find_breaches
from dashboard.data import Tables
from dashboard.tellings import gather
from dashboard.wording import Row

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2031-07-06T09:00")


def figure(
    value: float, sentence: str, aspect: str = "advance", hour: int = 9, **more: object
) -> dict[str, Any]:
    """Give a fact of a length, its words at the place they have in `sentence`."""
    start = sentence.index(f"{value}米")
    quote = f"{value}米"
    where = {
        "quote": quote,
        "quote_start": start,
        "quote_end": start + len(quote),
        "sentence_end": len(sentence),
    }
    usual = {
        "kind": "distance",
        "aspect": aspect,
        "theme": "breach_closure",
        "measure": "m",
        "modifier": "exact",
    }
    bounds = {"value_min": float(value), "value_max": float(value)}
    return usual | where | bounds | {"sentence": sentence, "start": NINE.replace(hour=hour)} | more


def deed(quote: str, hour: int = 9, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any column
    usual = {"kind": "action", "aspect": "works", "theme": "breach_closure", "start": NINE.replace(hour=hour)}
    return usual | {"quote": quote, "sentence": f"{quote}。"} | more


def find(make: Make, *facts: dict[str, Any]) -> list[Breach]:
    return find_breaches(gather(make(list(facts)).timeline))


def one(make: Make, *facts: dict[str, Any]) -> Breach:
    (breach,) = find(make, *facts)
    return breach


def value(row: Row | None) -> float | None:
    return None if row is None else float(row.value_min)


PAIR = "左、右岸分别进占12米、8米。"
SIDES: list[tuple[list[dict[str, Any]], list[tuple[str, float]]]] = [
    ([figure(3, "左岸已进占3米。")], [("左岸", 3)]),
    ([figure(3, "已进占3米。", place="柳林垸决口左岸")], [("左岸", 3)]),
    ([figure(8, "右岸进占8米。"), figure(12, "左岸进占12米。")], [("左岸", 12), ("右岸", 8)]),
    # the newest of each side, whenever the other's is
    (
        [
            figure(12, "左岸进占12米。"),
            figure(35, "左岸进占35米。", hour=18),
            figure(8, "右岸进占8米。", hour=12),
        ],
        [("左岸", 35), ("右岸", 8)],
    ),
    # both of one clause
    ([figure(12, PAIR), figure(8, PAIR)], [("左岸", 12), ("右岸", 8)]),
    ([figure(20, "左右岸各进占20米。")], [("左岸", 20), ("右岸", 20)]),
    ([figure(20, "东侧进占20米。"), figure(15, "西侧进占15米。")], [("西侧", 15), ("东侧", 20)]),
    # a side that nobody named, and both together
    ([figure(23, "决口已封堵23米。")], [("", 23)]),
    ([figure(45, "双向累计进占45米。")], [(JOINT, 45)]),
    # one more is no state, an expected one none either
    ([figure(5, "左岸又进占5米。")], []),
    (
        [figure(12, "左岸进占12米。"), figure(90, "左岸可进占90米。", hour=20, status="forecast")],
        [("左岸", 12)],
    ),
    # a person has rejected it
    (
        [figure(12, "左岸进占12米。"), figure(35, "左岸进占35米。", hour=18, verdict="rejected")],
        [("左岸", 12)],
    ),
]


@pytest.mark.parametrize(("facts", "told"), SIDES)
def test_the_newest_advance_of_each_side_is_taken(
    make: Make, facts: list[dict[str, Any]], told: list[tuple[str, float]]
) -> None:
    # Something is known of the breach besides.
    breach = one(make, figure(150, "口门宽150米。", "breach_width"), *facts)
    assert [(advance.side, value(advance.row)) for advance in breach.advances] == told


def test_width_and_gap_are_the_newest_observed(make: Make) -> None:
    breach = one(
        make,
        figure(150, "口门宽150米。", "breach_width", 12),
        figure(100, "口门宽100米。", "breach_width"),
        figure(170, "口门宽170米。", "breach_width", 15, status="forecast"),
        figure(60, "剩余口门60米。", "remaining"),
    )
    assert (value(breach.width), value(breach.remaining)) == (150, 60)
    assert [row.value_min for row in breach.figures] == [150, 60]


def test_numbered_breaches_stand_apart(make: Make) -> None:
    sentences = ("1号口门宽30米。", "2号口门宽40米。")
    facts = [figure(width, told, "breach_width") for width, told in zip((30, 40), sentences, strict=True)]
    found = find(make, *facts, deed("决口合龙"))
    assert [(breach.number, value(breach.width)) for breach in found] == [("1号", 30), ("2号", 40)]
    assert [breach.closed for breach in found] == [None, None]


CLOSED = [
    ("决口合龙", True),
    ("成功封堵决口", True),
    ("决口尚未合龙", False),
    ("合龙前的准备", False),
    ("封堵决口", False),
]


@pytest.mark.parametrize(("quote", "closed"), CLOSED)
def test_a_closed_breach_is_known_by_its_words(make: Make, quote: str, closed: bool) -> None:  # noqa: FBT001
    breach = one(make, deed("发生决口", aspect="breach"), deed(quote, 12))
    assert (breach.closed is not None) == closed


def test_work_at_a_side_is_told_where_no_advance_is(make: Make) -> None:
    works = [deed("左岸抢筑裹头", place="左岸"), deed("右岸抢筑裹头", place="右岸"), deed("卸载砂石")]
    breach = one(make, figure(3, "左岸已进占3米。"), *works)
    assert [row.row.quote for row in breach.works] == ["右岸抢筑裹头"]


def test_the_second_line_has_its_length_distance_hazards_and_works(make: Make) -> None:
    hazard: dict[str, Any] = {"kind": "action", "aspect": "hazard", "theme": "dike_inspection"}
    breach = one(
        make,
        figure(14300, "间堤长14300米。", "dike_length", theme="second_line"),
        figure(2000, "离决口2000米。", "distance_to_breach", theme="second_line"),
        figure(9000, "大堤长9000米。", "dike_length", theme="dike_inspection"),
        deed("渗漏陆续出现", 9, sentence="间堤渗漏陆续出现。", **hazard),
        deed("出现管涌", 12, sentence="第二道防线出现管涌。", **hazard),
        deed("大堤出现滑坡", 12, sentence="大堤出现滑坡。", **hazard),
        deed("可能渗漏", 12, sentence="间堤可能渗漏。", status="forecast", **hazard),
        deed("加固间堤", theme="second_line"),
    )
    line = breach.line
    assert (value(line.length), value(line.distance)) == (14300, 2000)
    assert [row.quote for row in line.hazards] == ["出现管涌", "渗漏陆续出现"]
    assert line.works is not None
    assert not breach.has_gap


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [{"kind": "water_level", "aspect": "level", "value_min": 33.0, "value_max": 33.0}],
        [figure(9000, "大堤长9000米。", "dike_length", theme="dike_inspection")],
        [figure(90, "口门宽90米。", "breach_width", status="forecast")],
    ],
)
def test_without_a_breach_there_is_none(make: Make, facts: list[dict[str, Any]]) -> None:
    assert find(make, *facts) == []
