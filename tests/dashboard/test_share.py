"""What is handed on says what the view shows, and no more."""

import datetime as dt
import re
from collections.abc import Callable
from html import unescape

import pytest
import segno

from dashboard.data import Tables
from dashboard.message import make_title, tell_state, write_message
from dashboard.state import View
from dashboard.views.share import draw_code, frame, tell_ways
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
LEVEL = {
    "kind": "water_level", "aspect": "level", "value_min": 33.0, "value_max": 33.0, "measure": "m",
    "quote": "水位33米", "start": NINE,
}  # fmt: skip  # one fact
LINK = "http://flood.example/?incident=x&lang=zh"


def test_a_message_says_title_state_sources_and_link(make: Make) -> None:
    scene = stage(make([LEVEL], report={"publisher": "河西日报", "title": "北堤抢险"}))
    assert write_message(scene, LINK).split("\n") == [
        "北堤决口 · 汛情态势",
        tell_state(scene)[0],
        "据 1 篇报道，最新：河西日报 · 《北堤抢险》 · 6月3日报道",
        LINK,
    ]
    assert tell_state(scene)[0].startswith("截至 6月3日 09:00：")
    assert "33" in tell_state(scene)[0]


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View(units=("东溪民兵",)), "筛选—响应单位：东溪民兵"),
        (View(query="水位"), "筛选—检索原文：水位"),
        (View(at=NINE), "截至 6月3日 09:00 的态势，不是最新"),
        (View(at=NINE, then=True), "截至 6月3日 09:00 当时已见报的态势，不是最新"),
        (View(lang="en", query="水位"), "Filter – Search the source words: 水位"),
    ],
)
def test_a_message_of_a_narrowed_view_says_so(make: Make, view: View, words: str) -> None:
    assert words in tell_state(stage(make([LEVEL]), view))


def test_a_message_of_nothing_known_says_so(make: Make) -> None:
    told = tell_state(stage(make([], report={"published": None})))
    assert told == ["已收报道没有写到当前水情、封堵和人员。", "据 1 篇报道，日期不明"]


def test_a_message_turns_nothing_round(make: Make) -> None:
    hostile = {"quote": "水位\u202e齐平", "aspect": "condition", "kind": "water_level", "start": NINE}
    scene = stage(make([hostile], report={"title": "\u2066题"}), incident="北\u202e堤")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", write_message(scene, LINK))
    assert make_title(scene) == "北⟨U+202E⟩堤 · 汛情态势"


def test_the_frame_is_that_of_the_link_and_of_nothing_else() -> None:
    written = frame(LINK, '"><script>')
    assert unescape(re.search('src="(.*?)"', written)[1]) == f"{LINK}&embed=true"  # type: ignore[index]  # it is there
    assert "<script>" not in written


def test_the_code_is_of_the_link_with_its_quiet_zone() -> None:
    written = draw_code(LINK, "zh")
    side = int(re.search(r'width="(\d+)"', written)[1])  # type: ignore[index]  # it is there
    modules, _ = segno.make_qr(LINK, error="l").symbol_size(border=4)
    assert side >= 220
    assert side % modules == 0


@pytest.mark.parametrize("length", [2800, 5000])
def test_a_link_too_long_for_a_code_is_said_to_be(length: int) -> None:
    assert "链接太长" in draw_code(LINK + "a" * length, "zh")


@pytest.mark.parametrize(("address", "warned"), [(LINK, False), ("http://localhost:8501/?lang=zh", True)])
def test_an_address_of_this_machine_is_said_to_be_one(make: Make, address: str, warned: bool) -> None:  # noqa: FBT001  # a case
    assert ("只在本机有效" in tell_ways(stage(make([LEVEL])), address)) is warned
