"""A page that is open learns that the store has changed."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from extract.errors import StoreError
from extract.store import Store
from tests.dashboard.reporting import BREACH, NOW, read


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., AppTest]:
    """Give a way to look at a store for a page drawn from some version of it: `look(version, busy=…)`."""
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    with Store(url) as store:
        store.add(read(BREACH), NOW)
        version = store.version()

    def look(drawn: str = version, *, busy: bool) -> AppTest:
        script = (
            "import streamlit as st",
            "from dashboard.views.news import watch_store",
            'runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1',
            f"watch_store({url!r}, {drawn!r} if runs == 1 else {version!r}, 'zh', busy={busy})",
        )
        return AppTest.from_string("\n".join(script)).run()

    return look


def test_a_page_that_is_up_to_date_is_left_alone(look: Callable[..., AppTest]) -> None:
    page = look(busy=False)
    assert page.session_state["runs"] == 1
    assert not page.markdown


def test_a_page_that_is_not_is_drawn_anew(look: Callable[..., AppTest]) -> None:
    page = look("older", busy=False)
    assert page.session_state["runs"] == 2
    assert not page.markdown


def test_a_page_that_is_being_filled_in_is_only_told(look: Callable[..., AppTest]) -> None:
    page = look("older", busy=True)
    assert page.session_state["runs"] == 1
    assert page.markdown[0].value == "有新数据。"
    page.button(key="news_load").click().run()
    assert page.session_state["runs"] > 1


def test_a_page_whose_store_went_stays_and_says_so(
    look: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Store) -> str:
        raise StoreError("flood.db: the file is gone. Bring it back.")

    monkeypatch.setattr(Store, "version", refuse)
    page = look(busy=False)
    assert page.session_state["runs"] == 1
    assert page.markdown[0].value.startswith("库暂时读不到")


def test_a_page_tells_that_files_are_being_read(
    look: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.views.news.watched", lambda: (SimpleNamespace(reading=3),))
    assert look(busy=False).markdown[0].value == "正在读入 3 个文件"
