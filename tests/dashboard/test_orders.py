"""The page of orders and deeds: the matrix, the list of a cell, and the short table of the first page."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.__main__ import prepare
from extract.store import Store
from tests.dashboard.conftest import NOW

UNIT, OTHER = "中国安能", "岳阳军分区"
WAIT = 30
"""Seconds; the first run loads Plotly."""


@pytest.fixture
def page(app: Path, store_url: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Give the page of orders and deeds of the bundled report, not yet run."""
    monkeypatch.setenv("FLOOD_STORE", store_url)
    made = AppTest.from_file(str(app), default_timeout=WAIT)
    made.query_params["page"] = "orders"
    return made


def open_page(shown: AppTest, /, **params: str) -> AppTest:
    for name, value in params.items():
        shown.query_params[name] = value
    shown.run()
    assert not shown.exception
    return shown


def part(page: AppTest, kind: str) -> str:
    """Return the HTML of a part of the page, `matrix` or `cell`."""
    (found,) = (html.proto.body for html in page.get("html") if f'class="{kind}"' in html.proto.body)
    return str(found)


def row(matrix: str, theme: str) -> str:
    """Return the row of a theme."""
    (found,) = (one for one in re.findall("<tr>.*?</tr>", matrix) if theme in one.split("</th>")[0])
    return str(found)


def plain(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def test_the_sentence_and_the_matrix_say_what_is_answered(page: AppTest) -> None:
    open_page(page)
    said = plain("".join(html.proto.body for html in page.get("html")))
    assert "张国清下达指令 21 条，涉及 10 类主题：5 类已见行动，4 类报道未提及，1 类为总体要求。" in said
    matrix = part(page, "matrix")
    assert "<caption>" in matrix
    assert f'<th scope="col">{UNIT}</th>' in matrix
    assert "进占 3 米 等 3 项指令后约 3–9 小时" in plain(row(matrix, "封堵决口"))
    assert "报道未提及" in row(matrix, "转移安置")
    assert "总体要求，不对应单项行动" in row(matrix, "总体要求")
    assert "aria-current" not in matrix


def test_without_a_cell_every_theme_is_listed_in_short(page: AppTest) -> None:
    listed = plain(part(open_page(page), "cell"))
    for words in ("封堵决口", "在具备条件时及时封堵", "报道未提及", "另 9 项", "另 1 条"):
        assert words in listed


def test_a_cell_opens_its_directives_and_its_deeds_and_the_first_is_proved(page: AppTest) -> None:
    open_page(page, cell=f"breach_closure~{UNIT}")
    listed = part(page, "cell")
    assert re.findall("<h[23]>(.*?)</h[23]>", listed) == [
        f"封堵决口 · {UNIT}", "指令 2 条", "见诸报道的行动 3 项",
    ]  # fmt: skip  # one line
    assert "致国家防总 · 7月6日 上午 · 文中写明“6日上午”" in plain(listed)
    assert "这一主题全部 6 项行动" in listed
    assert listed.count("aria-current") == 1
    assert '<mark class="quote">正在进行堵口作业</mark>' in "".join(
        html.proto.body for html in page.get("html")
    )
    assert part(page, "matrix").count("aria-current") == 1


def test_a_fact_of_the_link_stays_chosen_beside_its_cell(page: AppTest, store_url: str) -> None:
    with Store(store_url) as store:
        facts = store.timeline()
    chosen = facts[facts["aspect"] == "advance"].iloc[0]["fact_id"]
    listed = part(open_page(page, cell=f"breach_closure~{UNIT}", fact=chosen), "cell")
    (current,) = re.findall('<li aria-current="true">.*?</li>', listed)
    assert f"fact={chosen}" in current


def test_the_head_of_a_row_opens_the_whole_theme(page: AppTest) -> None:
    listed = part(open_page(page, cell="second_line"), "cell")
    assert "切实筑牢“第二道防线”" in plain(listed)
    assert "见诸报道的行动 3 项" in listed


def test_a_cell_where_nothing_meets_says_that_the_reports_do_not_mention_it(page: AppTest) -> None:
    listed = part(open_page(page, cell=f"second_line~{OTHER}"), "cell")
    assert "报道未提及" in listed
    assert "这一主题全部 3 项行动" in listed


@pytest.mark.parametrize("cell", ["sheltering", "rescue~无此单位", "~中国安能"])
def test_a_cell_that_is_not_in_the_data_is_named_and_passed_over(page: AppTest, cell: str) -> None:
    open_page(page, cell=cell)
    assert any("指令主题" in warning.value for warning in page.warning)
    assert "各主题的指令与行动" in part(page, "cell")
    page.button(key="stale_remove").click().run()
    assert "cell" not in page.query_params


def test_a_filter_narrows_the_columns_and_owns_up_to_the_silence(page: AppTest) -> None:
    open_page(page, unit=OTHER)
    matrix = part(page, "matrix")
    assert re.findall('<th scope="col">(.*?)</th>', matrix) == [OTHER]
    assert "筛选范围内未提及" in row(matrix, "封堵决口")
    assert f"unit={'%E5%B2%B3'}" in matrix


def test_what_a_person_rejected_is_in_no_cell(
    app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    prepare(url, NOW)
    monkeypatch.setenv("FLOOD_STORE", url)
    with Store(url) as store:
        facts = store.timeline()
    page = AppTest.from_file(str(app), default_timeout=WAIT)
    chosen = facts[facts["aspect"] == "advance"].iloc[0]["fact_id"]
    open_page(page, page="orders", cell=f"breach_closure~{UNIT}", fact=chosen)
    assert "进占 3 米" in part(page, "matrix")
    page.button(key="judge_rejected").click().run()
    assert not page.exception
    assert "进占 3 米" not in part(page, "matrix")
    assert "见诸报道的行动 2 项" in part(page, "cell")


def test_english_says_its_own_words_in_english(page: AppTest) -> None:
    matrix = part(open_page(page, lang="en"), "matrix")
    assert "not mentioned in the reports" in row(matrix, "Evacuation")
    own = [*re.findall("<caption>(.*?)</caption>", matrix), *re.findall('<th scope="row">(.*?)</th>', matrix)]
    assert len(own) == 11
    assert not re.search("[\u4e00-\u9fff]", plain("".join(own)))


def test_the_first_page_has_one_line_for_each_theme_and_the_way_to_the_rest(page: AppTest) -> None:
    table = part(open_page(page, page=""), "orders")
    assert "指令（张国清，7月6日 上午）" in plain(table)
    assert table.count('<th scope="row">') == 9
    closure = row(table, "封堵决口")
    assert "防止决口扩大 +1" in plain(closure)
    assert "中国安能：进占 3 米 7月6日 14:40 +5" in plain(closure)
    assert "指令后约 3–9 小时" in closure
    assert "cell=breach_closure" in closure
    onward = part(page, "onward")
    assert "另有总体要求 1 类。" in onward
    assert "page=orders" in onward
