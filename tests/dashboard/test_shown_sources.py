"""The page of sources, without a browser: which report it opens, what it says of it, and its long texts."""

import datetime as dt
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data, reading
from extract.corrections import Correction
from extract.pipeline import extract
from extract.store import Store
from tests.dashboard.conftest import NOW
from tests.dashboard.test_page import open_page, text
from tests.dashboard.test_reading import FLOOD, PAGE
from tests.extract.reports import make_report

LATER = "柳林垸决口封堵展开\n新华社河西7月8日电 7月8日9时，清水河柳林垸决口宽45米，石桥县民兵60余人投入封堵。"


@pytest.fixture
def sources(app: Path, store: Store) -> AppTest:
    """Give the page of two reports, not yet run."""
    for words, day, key in ((PAGE, 6, "early"), (LATER, 8, "late")):
        read = extract(words, dt.date(2031, 7, day), report_id=key, source_name=f"{key}.txt")
        store.add(read, NOW)
    page = AppTest.from_file(str(app), default_timeout=30)
    page.query_params["page"] = "sources"
    return page


def find(store: Store, quote: str) -> str:
    facts = store.timeline()
    return str(facts.loc[facts["quote"] == quote, "fact_id"].iloc[0])


def test_the_latest_report_is_open_until_another_is_chosen(sources: AppTest) -> None:
    assert "石桥县民兵" in text(open_page(sources))
    assert 'aria-current="true">柳林垸决口封堵展开</a>' in text(sources)
    shown = text(open_page(sources, report="early"))
    assert "石桥县民兵" not in shown
    assert "现场抢险" in shown


def test_a_fact_opens_its_report_and_is_ringed(sources: AppTest, store: Store) -> None:
    shown = text(open_page(sources, fact=find(store, "30米")))
    (ringed,) = re.findall(r'<a class="[^"]*ringed[^"]*"[^>]*>([^<]*)</a>', shown)
    assert ringed == "30米"
    assert "<strong>30 米</strong>" in shown


def test_every_report_is_listed_with_its_day_and_its_counts(sources: AppTest) -> None:
    shown = text(open_page(sources))
    assert "报道 2 篇" in shown
    assert "2031-07-06 · 事实" in shown
    assert "筛选内" not in shown
    assert "筛选内 1" in text(open_page(sources, kind="personnel"))


def test_a_report_that_is_not_there_is_named_and_the_latest_is_shown(sources: AppTest) -> None:
    open_page(sources, report="<gone>")
    assert [warning.value for warning in sources.warning]
    assert "gone" in sources.warning[0].value
    assert "石桥县民兵" in text(sources)


def test_a_report_alone_opens_the_incident_it_tells_of(sources: AppTest, store: Store) -> None:
    other = make_report(1, "青湖圩决口")
    store.add(other, NOW)
    assert "青湖圩决口抢险第1报" in text(open_page(sources, report="r1"))
    assert not sources.warning


def test_what_was_read_is_counted(sources: AppTest) -> None:
    shown = text(open_page(sources, report="early"))
    counted = re.search(r"读了 (\d+) 句：(\d+) 句有事实或指令，(\d+) 句没有", shown)
    assert counted
    read, gave, plain = map(int, counted.groups())
    assert (read, gave + plain) == (3, 3)
    assert gave == 2
    assert "不涉及汛情、未读的" in shown
    assert "河西队夺冠（" in shown


def test_facts_outside_the_filters_stay_in_sight_and_are_counted(sources: AppTest) -> None:
    shown = text(open_page(sources, report="early", kind="personnel"))
    assert re.search(r"筛选或时点之外 \d+ 条", shown)
    assert re.search(r'<a class="fact distance faint[^>]*>30米</a>', shown)


def test_corrections_are_listed_with_time_and_reason(sources: AppTest, store: Store) -> None:
    fact = find(store, "30米")
    said = Correction(report_id="early", row_id=fact, field="verdict", value="rejected", reason="<误>读")
    store.correct(said, NOW)
    shown = text(open_page(sources, report="early"))
    assert "更正与改动 1 次" in shown
    assert "2026-11-22 12:00" in shown
    assert "理由：&lt;误&gt;读" in shown
    assert re.search(r'<a class="fact distance rejected[^>]*>30米</a>', shown)
    assert "已驳回 1 条（删除线）" in shown


def test_the_ways_lead_to_the_report_in_the_list_and_back(sources: AppTest) -> None:
    assert 'page=reports&amp;report=early"' in text(open_page(sources, report="early"))
    sources.query_params["page"] = "reports"
    assert "page=sources&amp;report=early" in text(open_page(sources))


def test_the_evidence_elsewhere_leads_to_the_whole_text(sources: AppTest, store: Store) -> None:
    fact = find(store, "30米")
    del sources.query_params["page"]
    shown = text(open_page(sources, fact=fact))
    assert f'<a href="?fact={fact}&amp;page=sources" target="_self">看全文</a>' in shown


def test_a_long_text_is_shown_in_parts_the_one_of_the_chosen_fact_first(
    sources: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST", 150)
    words = (
        "\n\n".join(f"第{number}日，{FLOOD}" for number in range(9))
        + "\n\n清水河水位33.08米，柳林垸决口宽99米。"
    )
    store.add(extract(words, dt.date(2031, 7, 9), report_id="long"), NOW)
    shown = text(open_page(sources, report="long"))
    assert "第0日" in shown
    assert "99米" not in shown
    assert "全文较长，分 4 段显示" in shown
    assert "99米" in text(open_page(sources, part="4"))
    sources.query_params.clear()
    sources.query_params["page"] = "sources"
    shown = text(open_page(sources, fact=find(store, "99米")))
    assert '<p lang="zh">第0日' not in shown
    assert "99米</a>" in shown


@pytest.mark.parametrize("part", ["7", "x"])
def test_a_part_that_is_not_there_is_named(sources: AppTest, part: str) -> None:
    open_page(sources, report="early", part=part)
    assert any(part in warning.value for warning in sources.warning)
    assert "现场抢险" in text(sources)


def test_the_page_speaks_english_around_the_report(sources: AppTest) -> None:
    shown = text(open_page(sources, report="early", lang="en"))
    said = re.sub(r'<(p|h3) lang="zh">.*?</\1>', "", shown)
    assert "sentences read" in said
    assert "left out" in said
    assert not re.search("读了|条事实|未采用", said)


def test_all_facts_of_a_report_are_marked_where_the_incident_has_too_many_to_draw(
    sources: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "MOST", 2)
    facts = store.timeline()
    early = facts[facts["report_id"] == "early"]
    assert len(early) > 2
    shown = text(open_page(sources, report="early"))
    assert all(f'fact={fact}&amp;page=sources"' in shown for fact in early["fact_id"])
    chosen = find(store, "30米")
    assert "<strong>30 米</strong>" in text(open_page(sources, report="early", fact=chosen))
