"""Which incident a page shows: one at a time, whatever a link leaves out, from its first breach on."""

import os
from pathlib import Path
from urllib.parse import urlencode

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.page import set_scene
from dashboard.situation import find_breach
from dashboard.state import View
from extract.selection import Selection
from extract.store import Store
from tests.dashboard.conftest import NOW
from tests.dashboard.test_page import WAIT, link, open_page
from tests.extract.reports import tell


@pytest.fixture
def two(app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Give the page of a store with two incidents, the later one of which has no facts of the earlier."""
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    monkeypatch.setenv("FLOOD_STORE", url)
    with Store(url) as store:
        store.add(tell("a", ("柳林垸决口", "2031-07-01")), NOW)
        store.add(tell("b", ("青湖圩决口", "2031-08-20"), published="2031-08-20"), NOW)
    return AppTest.from_file(str(app), default_timeout=WAIT)


def test_another_incident_keeps_nothing_that_was_opened_of_the_first(two: AppTest) -> None:
    open_page(two, incident="柳林垸决口", report="a", part="1", cell="rescue", fold="militia", q="垸")
    two.selectbox(key="incident").select("青湖圩决口").run()
    assert not two.exception
    assert link(two) == {"incident": ["青湖圩决口"], "q": ["垸"]}


def test_a_link_to_a_fact_alone_stays_in_its_incident(two: AppTest) -> None:
    with Store(os.environ["FLOOD_STORE"]) as store:
        fact = store.timeline(Selection(report="a"))["fact_id"].iloc[0]
    open_page(two, fact=fact)
    assert two.title[0].value == "柳林垸决口"
    ways = next(part.proto.body for part in two.get("html") if 'class="ways"' in part.proto.body)
    assert all(urlencode({"incident": "柳林垸决口"}) in target for target in ways.split('href="')[1:])


@pytest.mark.parametrize("view", [View(), View(kinds=("personnel",))])
def test_a_large_incident_begins_with_its_first_breach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, view: View
) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    made = tell("a", *(("柳林垸决口", f"2031-07-0{day}") for day in range(1, 6)), published="2031-07-06")
    first, *others = made.facts
    breach = replace(first, kind="action", aspect="breach", status="observed", time_precision="day")
    with Store(url) as store:
        store.add(replace(made, facts=(breach, *others)), NOW)
    monkeypatch.setattr(data, "MOST", 2)
    scene, _ = set_scene(url, data.load_incidents(url), view)
    event = find_breach(scene.every)
    assert event is not None
    assert event.fact_id == first.fact_id
