"""The page of dike and water: the plan with its list, levels, readings, lists, and what silence means."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.test_page import text
from tests.dashboard.watering import BOTH, LEVELS, ONLY_LINE, RESERVOIR, fill


@pytest.fixture
def water(app: object, url: str) -> AppTest:
    """Give the page of an empty store, not yet run."""
    assert url
    made = AppTest.from_file(str(app), default_timeout=60)
    made.query_params["page"] = "water"
    return made


def show(page: AppTest, **params: str) -> str:
    for name, value in params.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return text(page)


def heads(page: AppTest) -> list[str]:
    return [part.value for part in page.header]


def test_a_breach_is_drawn_and_listed(water: AppTest, url: str) -> None:
    fill(url, BOTH)
    said = show(water)
    assert heads(water) == [
        "决口平面示意", "水位过程", "最新水情数", "距离与长度", "水情陈述", "原文依据",
    ]  # fmt: skip  # one line
    assert len(water.get("plotly_chart")) == 2
    assert "进占按口门宽成比例" in said
    # The evidence proves the page's first figure, and every number stands in the list as a link.
    assert '<mark class="quote">150米</mark>' in said
    for words in ("150 米", "12 米", "≥ 20 米", "118 米", "约 2 公里", "约 14.3 公里", "33.25 米"):
        assert f">{words}</a>" in said


@pytest.mark.parametrize("report", [LEVELS, RESERVOIR])
def test_a_flood_without_a_breach_says_so_and_shows_its_levels(water: AppTest, url: str, report: str) -> None:
    fill(url, report)
    said = show(water)
    assert "已收报道未提及决口" in said
    assert "决口平面示意" not in heads(water)
    assert "水位过程" in heads(water)
    assert "未见报道" in said


def test_silence_within_filters_is_said_to_come_from_them(water: AppTest, url: str) -> None:
    fill(url, BOTH)
    said = show(water, kind="water_level")
    assert "可能被筛选排除" in said
    assert "筛选内未见" in said
    assert "已收报道未提及决口" not in said


def test_a_later_figure_names_the_earlier_one(water: AppTest, url: str) -> None:
    later = "柳林垸决口\n\n东山日报2031年7月7日电 截至7日9时，柳林垸决口口门宽170米。"
    fill(url, BOTH, later)
    assert ">150 米</a>" in show(water).split("此前", 1)[1]


def test_english_names_every_part(water: AppTest, url: str) -> None:
    fill(url, ONLY_LINE)
    said = show(water, lang="en")
    assert heads(water)[0] == "Plan of the breach"
    assert "Schematic, not to scale" in said
    assert "Click a figure for its source" in said
