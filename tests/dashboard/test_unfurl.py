"""A link tells what it leads to, and fails softly."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard import page, unfurl
from dashboard.scene import Scene
from dashboard.state import Stale, View
from dashboard.unfurl import Card
from extract.catalogue import IncidentSummary
from extract.store import Store
from tests.dashboard.conftest import NOW
from tests.dashboard.reporting import BREACH, read

UNIT = "岳阳军分区"


def test_a_link_tells_the_incident_and_its_state(store_url: str) -> None:
    card = unfurl.unfurl(store_url, {}, "zh")
    assert card.title == "团洲垸决口 · 汛情态势"
    assert card.description.startswith("截至 7月6日 14:40：")
    assert "据 1 篇报道" in card.description
    assert "<" not in card.description


@pytest.mark.parametrize(
    ("params", "lang", "words"),
    [
        ({"unit": [UNIT]}, "zh", f"筛选—响应单位：{UNIT}"),
        ({"at": ["2024-07-05T20:00"]}, "zh", "截至 7月5日 20:00 的态势，不是最新"),
        ({}, "en", "As of 6 Jul 14:40"),
        ({"lang": ["en"]}, "zh", "As of 6 Jul 14:40"),
    ],
)
def test_what_narrows_the_view_is_told(
    store_url: str, params: dict[str, list[str]], lang: str, words: str
) -> None:
    assert words in unfurl.unfurl(store_url, params, lang).description


def test_the_same_link_is_told_without_reading_until_the_store_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    asked: list[str] = []
    kept = page.set_scene

    def counted(
        url: str, incidents: Sequence[IncidentSummary], view: View
    ) -> tuple[Scene, tuple[Stale, ...]]:
        asked.append(url)
        return kept(url, incidents, view)

    monkeypatch.setattr(unfurl, "set_scene", counted)
    with Store(url) as store:
        store.add(read(BREACH), NOW)
        assert unfurl.unfurl(url, {}, "zh") == unfurl.unfurl(url, {}, "zh")
        assert len(asked) == 1
        store.remove(store.reports()["report_id"].iloc[0], NOW)
        assert unfurl.unfurl(url, {}, "zh").title.startswith("还没有")


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all/flood.db", "no url"])
def test_without_a_store_the_program_is_named(url: str) -> None:
    assert unfurl.unfurl(url, {}, "zh") == Card(title="汛情态势", description="")
    assert unfurl.unfurl(url, {}, "en") == Card(title="Flood situation", description="")


def test_a_link_to_the_reports_names_them(store_url: str) -> None:
    assert unfurl.unfurl(store_url, {"page": ["reports"]}, "zh").title == "报道 · 汛情态势"
