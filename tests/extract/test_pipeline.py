"""The bundled page, whole: all its facts, nothing from its neighbours, however its lines are cut."""

import datetime as dt
import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract
from extract.documents.plain import decode
from extract.page import unwrap
from extract.pipeline import Extraction
from extract.spans import Span

if TYPE_CHECKING:
    from extract.directives import Directive
    from extract.facts import Fact

(BUNDLED,) = (resources.files("extract") / "reports").iterdir()
PAGE = BUNDLED.read_text(encoding="utf-8")
PAGE_READ = unwrap(PAGE)

FIGURES = {
    # kind, quote, value_min, value_max, start, responder, status
    ("water_level", "内外水位已经齐平", None, None, "07-06 14:40", None, "observed"),
    ("water_level", "水流流速趋于平缓", None, None, "07-06 14:40", None, "observed"),
    ("distance", "3米", 3, 3, "07-06 14:40", "中国安能", "observed"),
    ("duration", "4天左右", 96, 96, "07-06 14:40", "中国安能", "forecast"),
    ("distance", "约两公里", 2000, 2000, None, None, "observed"),
    ("distance", "约14.3公里", 14_300, 14_300, None, None, "observed"),
    ("personnel", "1400余人", 1400, None, "07-06 00:00", "国家综合性消防救援队伍", "observed"),
    ("personnel", "350名", 350, 350, "07-06 00:00", "中国安能", "observed"),
    ("personnel", "300余名", 300, None, "07-05 16:00", "岳阳军分区", "observed"),
    ("personnel", "100余名", 100, None, "07-05 20:00", "武警湖南总队", "observed"),
    ("distance", "数公里", 2000, None, "07-05 20:00", "武警湖南总队", "observed"),
}
ACTIONS = [
    ("紧急启动", "07-05 00:00", None),
    ("清基扫障、铺设彩条布", "07-05 12:00", None),
    ("发生决口险情", "07-05 12:00", "07-05 18:00"),
    ("接到出动命令", "07-05 16:00", None),
    ("抵达决口现场", "07-05 18:00", None),
    ("进入岳阳市君山区钱粮湖镇二门闸等地", "07-05 20:00", None),
    ("持续强化资源调派", "07-06 00:00", None),
    ("抵达现场", "07-06 00:00", None),
    ("卸载砂石尝试封堵决口", "07-06 00:00", None),
    ("渗漏等险情已经陆续出现", "07-06 11:00", "07-06 13:00"),
    ("工作正在紧张进行", "07-06 13:00", None),
    ("正在进行堵口作业", "07-06 14:40", None),
    ("右岸还在抢筑裹头", "07-06 14:40", None),
    ("可能出现得更密集", "07-07 00:00", "07-08 00:00"),
]


def _short(moment: dt.datetime | None) -> str | None:
    return f"{moment:%m-%d %H:%M}" if moment else None


def _told(found: Extraction) -> set[tuple[object, ...]]:
    return {(f.kind, f.quote, f.start, f.end, f.responder, f.status) for f in found.facts}


def _asked(found: Extraction) -> set[tuple[object, ...]]:
    return {(d.quote, d.addressee, d.start) for d in found.directives}


def _cuts(found: Extraction) -> list[tuple[str, Span]]:
    """List every quote and sentence with its place."""
    rows: list[Fact | Directive] = [*found.facts, *found.directives]
    cuts = [(row.quote, row.quote_span) for row in rows]
    cuts += [(row.sentence, row.sentence_span) for row in rows]
    return cuts + [(time.quote, time.quote_span) for time in found.times]


@pytest.fixture(scope="module")
def page() -> Extraction:
    """Read the bundled page once."""
    return extract(PAGE)


def test_the_figures_of_the_page_are_these_and_no_others(page: Extraction) -> None:
    figures = {
        (f.kind, f.quote, f.value_min, f.value_max, _short(f.start), f.responder, f.status)
        for f in page.facts
        if f.kind != "action"
    }
    assert figures == FIGURES


@pytest.mark.parametrize(("words", "start", "end"), ACTIONS)
def test_an_action_of_the_page(page: Extraction, words: str, start: str, end: str | None) -> None:
    found = [(_short(f.start), _short(f.end)) for f in page.facts if f.kind == "action" and words in f.quote]
    assert (start, end) in found


def test_the_directives_of_the_page(page: Extraction) -> None:
    assert len(page.directives) == 21
    assert {(d.issuer, d.issuer_role, d.venue) for d in page.directives} == {
        ("张国清", "中共中央政治局委员、国务院副总理", "国家防汛抗旱总指挥部")
    }
    assert {(_short(d.start), _short(d.end)) for d in page.directives} == {("07-06 06:00", "07-06 12:00")}
    addressees = [d.addressee for d in page.directives]
    assert (addressees.count("国家防总"), addressees.count("各地")) == (5, 4)


def test_the_neighbours_of_the_flood_articles_yield_nothing(page: Extraction) -> None:
    quoted = " ".join(fact.quote for fact in page.facts)
    assert not re.search(r"18位|600余户|3亿|30余场|2000多个|60多岁|40年", quoted)


def test_the_year_is_inferred_from_the_page_itself(page: Extraction) -> None:
    report = page.report
    assert (report.published, report.published_basis) == (dt.date(2024, 7, 6), "inferred")
    assert report.published_clue == "新中国成立75年；和平共处五项原则发表70周年"


def test_every_quote_is_the_stored_slice_without_line_breaks(page: Extraction) -> None:
    assert all(quote == re.sub(r"[\r\n]", "", PAGE[span.start : span.end]) for quote, span in _cuts(page))


@pytest.mark.parametrize("width", range(7, 121))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_cutting_the_lines_elsewhere_changes_no_fact(page: Extraction, width: int, gap: str) -> None:
    paragraphs = [PAGE_READ.quote(PAGE_READ.to_stored(span)) for span in PAGE_READ.paragraphs]
    lines = [text[i : i + width] for text in paragraphs for i in range(0, len(text), width)]
    found = extract(gap.join(lines))
    assert _told(found) >= _told(page)
    assert _asked(found) == _asked(page)
    # A headline that fills its lines exactly cannot be told from the text after it: it is read as text.
    if all(len(text) % width for text in paragraphs if "。" not in text):
        assert _told(found) == _told(page)


@pytest.mark.parametrize(
    "text",
    [PAGE.replace("\n", "\r\n"), PAGE.replace("\n\n", "\n"), decode(PAGE.encode("gb18030"))],
    ids=["crlf", "no blank lines", "gb18030"],
)
def test_the_form_of_the_file_changes_no_fact(page: Extraction, text: str) -> None:
    assert _told(extract(text)) == _told(page)


def test_the_page_as_one_single_line_keeps_every_figure_and_order(page: Extraction) -> None:
    found = extract(re.sub(r"[\r\n]", "", PAGE))
    assert _told(found) >= {fact for fact in _told(page) if fact[0] != "action"}
    assert _asked(found) == _asked(page)


@pytest.mark.parametrize("year", [2019, 2021, 2023, 2025])
def test_another_publication_year_moves_every_time_with_it(page: Extraction, year: int) -> None:
    found = extract(PAGE, dt.date(year, 7, 7))
    assert len(found.facts) == len(page.facts)
    pairs = zip(page.facts, found.facts, strict=True)
    assert all(_moved(a.start, year) == b.start and _moved(a.end, year) == b.end for a, b in pairs)


def _moved(moment: dt.datetime | None, year: int) -> dt.datetime | None:
    return moment.replace(year=year) if moment else None


@given(st.integers(0, 300))
@settings(max_examples=25)
def test_bare_days_follow_the_publication_day(shift: int) -> None:
    day = dt.date(2025, 2, 10) + dt.timedelta(days=shift)
    text = f"柳林垸决口抢险，{day.day}日16时许，河西军分区派出30名官兵抢险，堤防安全。"
    (fact,) = (fact for fact in extract(text, day).facts if fact.quote == "30名")
    assert fact.start == dt.datetime.combine(day, dt.time(16))


WORDS = [
    "柳林垸决口",
    "5日16时许，",
    "河西军分区",
    "派出",
    "30余名",
    "官兵",
    "水位下降0.3米",
    "。",
    "，",
    "\n",
    "\n\n",
    " ",
    "（",
    "抢险",
    "目前",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150)
def test_provenance_holds_for_any_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = extract(text, dt.date(2025, 8, 6))
    for quote, span in _cuts(found):
        assert quote
        assert quote == re.sub(r"[\r\n]", "", text[span.start : span.end])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "改革进入深水区，全市引进企业59家，3000名职工参加培训，投资2亿元。",
        "主队后卫线决口大开，三球告负，4万名球迷到场。",
        "航模赛上30名选手操控快艇，赛道长500米，水深2米。",
        "小区有600余户居民，去年完成改造，惠及1800多人。",
    ],
)
def test_what_is_no_flood_report_yields_nothing(text: str) -> None:
    found = extract(text, dt.date(2025, 8, 6))
    assert not found.facts
    assert not found.directives
