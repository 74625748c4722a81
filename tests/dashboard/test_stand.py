"""One sentence of dike and water: every value with its hedge and its source, nothing that nobody told."""

import html
import re

import pytest

from dashboard.breach import find_breaches
from dashboard.levels import find_levels
from dashboard.stand import tell_water
from dashboard.state import View
from dashboard.tellings import gather
from tests.dashboard.staging import stage
from tests.dashboard.test_breach import Make, deed, figure
from tests.dashboard.watering import BOTH, LEVELS, ONLY_ADVANCE, ONLY_LINE, RESERVOIR, read


def tell(tables: object, lang: str = "zh") -> str:
    timeline = gather(tables.timeline)  # type: ignore[attr-defined]  # of any tables
    scene = stage(tables, View(lang=lang, page="water"))  # type: ignore[arg-type]  # the same
    return tell_water(scene, find_breaches(timeline), find_levels(timeline))


def plain(told: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", told))


SENTENCES = [
    (
        BOTH,
        (
            "截至 7月6日 13:00：口门宽 150 米、左岸进占 12 米、右岸进占 ≥ 20 米、剩余口门 118 米"
            "（截至 7月6日 9时）；"
            "第二道防线（柳西间堤）距决口 约 2 公里、长 约 14.3 公里、柳西间堤渗漏等险情陆续出现；"
            "内水位 32.1 米（7月6日 9时）、外水位 33.2 米（7月6日 9时）、青湖站水位 33.25 米（7月6日 8时）。"
        ),
    ),
    (ONLY_ADVANCE, "截至 7月6日 14:40：左岸进占 3 米；内外水位已经齐平。"),
    (ONLY_LINE, "截至 7月6日：第二道防线（柳西间堤）距决口 约 2 公里、长 约 14.3 公里。"),
    (LEVELS, "截至 7月6日 20:00：青湖站水位 31.92 米（7月6日 8时）；水位开始回落、上涨 1.06 米（7月5日）。"),
    (RESERVOIR, "截至 7月6日 14:00：白茅水库水位 125.8 米。"),
]


@pytest.mark.parametrize(("text", "sentence"), SENTENCES)
def test_what_was_seen_last_is_told_with_its_hedges(text: str, sentence: str) -> None:
    assert plain(tell(read(text))) == sentence


def test_every_value_opens_its_fact_in_either_language() -> None:
    tables = read(ONLY_ADVANCE)
    told = tell(tables, "en")
    assert plain(told).startswith("As of 6 Jul 14:40: left bank closed 3 m; ")
    assert not re.search(r"[\u4e00-\u9fff]", plain(told))
    assert set(re.findall(r"fact=(\w+)", told)) == set(tables.timeline["fact_id"])


def test_a_fall_is_told_as_one_and_a_dispute_beside_its_figure(make: Make) -> None:
    facts = [
        figure(100, "口门宽100米。", "breach_width"),
        figure(120, "口门宽120米。", "breach_width", contradicts="f0"),
        figure(9, "水位下降9米。", "change", kind="water_level", value_min=-9.0, value_max=None),
    ]
    assert plain(tell(make(facts))) == (
        "截至 7月6日 09:00：口门宽 120 米（另有来源称 100 米）；下降 ≤ 9 米。"
    )


def test_of_several_breaches_each_has_its_number(make: Make) -> None:
    told = [figure(30, "1号口门宽30米。", "breach_width"), figure(40, "2号口门宽40米。", "breach_width")]
    assert "1号决口：口门宽 30 米；2号决口：口门宽 40 米" in plain(tell(make(told)))


def test_nothing_is_told_of_nothing_and_markup_never_acts(make: Make) -> None:
    assert tell(make([])) == ""
    assert "<img" not in tell(make([deed("<img src=x>合龙")]))
