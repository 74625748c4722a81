"""Whatever is wrong or missing, the page says what happened and what to do, and keeps the link."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import session
from dashboard.__main__ import prepare
from extract.errors import StoreError
from extract.store import Store
from tests.dashboard.conftest import NOW
from tests.dashboard.test_page import WAIT, link, open_page, text
from tests.extract.reports import tell

ASKED = {"unit": "柳林民兵连", "q": "水位", "fact": "f1", "kind": "people"}


@pytest.fixture
def page(app: Path, url: str) -> AppTest:
    """Give the page of an empty store, not yet run."""
    assert url
    return AppTest.from_file(str(app), default_timeout=WAIT)


def break_store(url: str) -> None:
    Path(url.removeprefix("sqlite:///")).write_bytes(b"this is no database " * 100)


def fill_by_newer(url: str) -> None:
    with Store(url) as store, store._database.writing() as connection:  # noqa: SLF001  # no public way makes it
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("damage", "lang", "words"),
    [
        (break_store, "zh", "这个文件不是数据库。请换回"),
        (break_store, "en", "the file is no database. Choose another name"),
        (fill_by_newer, "zh", "更新的版本建立的。请升级本程序"),
        (fill_by_newer, "en", "a newer version of this program made the store. Update"),
    ],
)
def test_a_store_that_cannot_be_read_is_explained_and_the_link_kept(
    page: AppTest, url: str, damage: object, lang: str, words: str
) -> None:
    assert callable(damage)
    damage(url)
    open_page(page, lang=lang, **ASKED)
    assert page.title[0].value == ("无法读取数据" if lang == "zh" else "The data cannot be read")
    assert words in page.code[0].value
    assert "flood.db" in page.code[0].value
    assert link(page) == {name: [value] for name, value in ASKED.items()} | {"lang": [lang]}


def test_a_page_whose_store_comes_back_comes_back(page: AppTest, url: str, tmp_path: Path) -> None:
    prepare(url, NOW)
    open_page(page)
    files = list(tmp_path.glob("flood.db*"))
    for file in files:
        file.rename(file.with_name(f"away-{file.name}"))
    page.run()
    assert "库文件不见了。请放回原处" in page.code[0].value
    for file in files:
        file.with_name(f"away-{file.name}").rename(file)
    page.run()
    assert page.title[0].value == "团洲垸决口"


def test_what_a_click_could_not_do_is_said_in_the_viewers_language(
    page: AppTest, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(url, NOW)
    open_page(page)

    def refuse(*_: object) -> None:
        raise StoreError("flood.db: another program keeps writing to it. Wait for that program to end.")

    monkeypatch.setattr(Store, "correct", refuse)
    page.button(key="judge_confirmed").click().run()
    assert "另一个程序一直在写入。请等它结束后再试" in page.error[0].value.replace("\\", "")


def test_an_empty_store_keeps_what_the_link_asks_for(page: AppTest) -> None:
    open_page(page, **ASKED)
    assert page.title[0].value == "还没有报道"
    assert link(page) == {name: [value] for name, value in ASKED.items()}


def test_reports_without_facts_are_counted_and_lead_to_the_list(page: AppTest, store: Store) -> None:
    store.add(tell("a"), NOW)
    open_page(page)
    assert "库中有 1 篇报道" in page.info[0].value
    assert 'href="?page=reports"' in text(page)


def test_many_values_that_are_gone_take_one_box(page: AppTest, url: str) -> None:
    prepare(url, NOW)
    open_page(page, unit=[f"单位{place}" * 30 for place in range(20)])
    assert len(page.warning) == 1
    assert "另有 12 项" in page.warning[0].value
    assert len(page.warning[0].value) < 2000


def test_in_a_frame_a_page_only_shows(page: AppTest, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(url, NOW)
    monkeypatch.setattr(session, "is_embedded", lambda: True)
    page.query_params["page"] = "reports"
    open_page(page, unit="岳阳军分区")
    said = text(page)
    assert page.title[0].value == "团洲垸决口"
    assert "打开完整页面" in said
    assert "筛选后" in said
    assert 'class="ways"' not in said
    keys = {button.key for button in page.button}
    assert not keys & {"add", "clear", "clear_here", "judge_confirmed", "judge_rejected"}
    assert not page.multiselect


def test_in_a_frame_an_empty_store_offers_nothing(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "is_embedded", lambda: True)
    open_page(page)
    assert page.title[0].value == "还没有报道"
    assert not page.get("file_uploader")
