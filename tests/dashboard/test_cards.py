"""The figures that matter, whatever kind of flood it is, each with its change and its source."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.cards import make_cards
from dashboard.data import Tables
from dashboard.headline import make_sentence
from dashboard.scene import Scene
from dashboard.state import View
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")


def figure(kind: str, aspect: str, measure: str, value: float, **more: object) -> dict[str, Any]:
    told = {"kind": kind, "aspect": aspect, "measure": measure, "value_min": value, "value_max": value}
    return {"start": NINE} | told | more


BREACH = {"aspect": "breach", "theme": "breach_closure", "start": NINE.replace(hour=6), "quote": "发生决口"}
WIDTH = figure("distance", "breach_width", "m", 150)
ADVANCE = figure("distance", "advance", "m", 32, theme="breach_closure")
CLOSED = BREACH | {"aspect": "works", "start": NINE.replace(hour=20), "quote": "决口合龙"}
LEVEL = figure("water_level", "level", "m", 31.2)
DEAD = figure("people", "dead", "person", 2)
RAIN = figure("rainfall", "rainfall", "mm", 200)
MOVED = figure("people", "evacuated", "person", 1200, place="石桥村")
TEAM = figure(
    "personnel", "deployed", "person", 40, responder="西溪民兵", value_max=None, modifier="at_least",
    responder_type="militia",
)  # fmt: skip  # a row


def cards(scene: Scene) -> dict[str, Any]:
    return {card.key: card for card in make_cards(scene)}


@pytest.mark.parametrize(
    ("facts", "keys"),
    [
        ([], "water"),
        ([RAIN], "rainfall water"),
        ([BREACH], "water advance second"),
        ([BREACH, WIDTH], "width water second"),
        ([BREACH, WIDTH, ADVANCE], "advance water second"),
        ([BREACH, WIDTH, ADVANCE, CLOSED], "closed water second"),
        # Told again to be closing after that, it is not known to be closed.
        ([BREACH, CLOSED, ADVANCE | {"start": NINE.replace(hour=23)}], "advance water second"),
        ([RAIN, LEVEL, MOVED, DEAD], "casualties water evacuated rainfall"),
        # The least asked for gives way.
        ([RAIN, LEVEL, MOVED, DEAD, ADVANCE], "casualties water advance evacuated"),
    ],
)  # fmt: skip  # a table
def test_the_figures_are_those_the_flood_has(make: Make, facts: list[dict[str, Any]], keys: str) -> None:
    assert list(cards(stage(make(facts)))) == ["people", *keys.split(), "directives"]


def test_a_breach_that_is_closed_is_said_to_be_and_no_longer_how_wide_it_was(make: Make) -> None:
    scene = stage(make([BREACH, WIDTH, ADVANCE, CLOSED]))
    said = make_sentence(scene, linked=False)
    assert "6月3日 20时 <mark>决口合龙</mark>" in said
    assert "150 米" not in said
    assert "32 米" not in said
    assert cards(scene)["closed"].value == "决口合龙"


def test_a_figure_says_what_it_was_before_and_who_tells_it(make: Make) -> None:
    before = LEVEL | {"start": NINE.replace(hour=3), "value_min": 31.5, "value_max": 31.5}
    water = cards(stage(make([before, LEVEL | {"revises": "f0"}])))["water"]
    assert water.value == "31.2 米"
    assert water.notes == ("↓ 此前 31.5 米（6月3日 3时）", "6月3日 9时")
    assert water.source == "《北堤险情》"


def test_people_are_compared_with_a_day_before(make: Make) -> None:
    day_after = TEAM | {"start": NINE.replace(day=4), "value_min": 90}
    people = cards(stage(make([TEAM, day_after])))["people"]
    assert people.value == "≥ 90 人"
    assert "24 小时前 ≥ 40 人" in people.notes
    assert not any("24 小时前" in note for note in cards(stage(make([TEAM])))["people"].notes)


def test_casualties_say_what_they_are(make: Make) -> None:
    missing = DEAD | {"aspect": "missing", "value_min": 3, "value_max": 3}
    assert cards(stage(make([DEAD, missing])))["casualties"].value == "遇难 2 人、失联 3 人"


def test_the_sentence_says_what_began_who_is_there_and_what_was_ordered_last(make: Make) -> None:
    order = {"themes": ("general", "evacuation"), "issuer": "某负责人"}
    earlier = order | {"start": NINE.replace(day=2), "end": NINE.replace(day=2), "themes": ("rescue",)}
    silent = {"responder": "东溪消防救援队", "start": NINE}
    scene = stage(make([BREACH, TEAM, silent], [order, earlier]))
    assert make_sentence(scene, linked=False) == (
        "截至 <mark>6月3日 09:00</mark>：6月3日 6时 <mark>发生决口</mark>；"
        "2 个单位投入 <mark>≥ 40 人</mark>；"
        "最近指令 某负责人 6月3日 上午 <mark>1 条</mark>（转移安置、总体要求）。"
    )
    linked = make_sentence(scene)
    assert '<a href="?fact=f0" target="_self"><mark>发生决口</mark></a>' in linked
    assert 'href="?fact=d0"' in linked


def test_a_past_state_is_told_as_of_its_moment(make: Make) -> None:
    window = TEAM | {
        "start": NINE.replace(hour=6),
        "end": NINE.replace(hour=12),
        "time_precision": "part_of_day",
    }
    scene = stage(make([window]), View(at=NINE))
    assert "截至 <mark>6月3日 09:00</mark>" in make_sentence(scene)


@pytest.mark.parametrize(
    ("figures", "lang", "value", "told"),
    [
        ([("level", 28.1), ("above_warning", 0.1)], "zh", "28.1 米", "水位 28.1 米、超警戒 0.1 米"),
        ([("change", -0.2)], "zh", "下降 0.2 米", "水位 下降 0.2 米"),
        ([("change", 0.3)], "en", "up 0.3 m", "water level up 0.3 m"),
        ([("above_warning", 0.1)], "en", "above warning 0.1 m", "above warning 0.1 m"),
    ],
)
def test_no_margin_and_no_change_is_told_as_a_level(
    make: Make, figures: list[tuple[str, float]], lang: str, value: str, told: str
) -> None:
    facts = [figure("water_level", aspect, "m", number) | {"quote": "水"} for aspect, number in figures]
    scene = stage(make(facts), View(lang=lang))
    assert cards(scene)["water"].value == value
    assert told in re.sub("<[^>]+>", "", make_sentence(scene))
