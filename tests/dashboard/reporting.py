"""Reports of our own making, for the tests of how they come in, and what those tests do to a page."""

import datetime as dt
import re

from streamlit.testing.v1 import AppTest

from extract.pipeline import Extraction, extract
from extract.table import ZONE

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=ZONE)

BREACH = (
    "柳林垸堤防发生决口 各方全力封堵\n\n"
    "本报石桥县7月6日电 7月5日16时许，石桥县柳林垸一线堤防发生决口，决口宽约150米。"
    "截至6日11时，武警东山总队800余名官兵到达现场，决口已进占32米。\n\n"
    "东山省水利厅要求各地加强巡堤查险，确保群众安全。\n"
)
CONCERT = (
    "文艺晚会在河西市举行\n\n"
    "本报河西市7月6日电 河西市昨晚举行文艺晚会，300名演员登台演出，观众达2000人。"
    "晚会由市文化馆主办，演出了歌舞、戏曲等二十个节目。\n"
)
LEVEL = "本报石桥县7月8日电 截至8日8时，清水河青湖站水位32.10米，较昨日下降0.98米。柳林垸决口已封堵完成。"


def read(text: str, **known: object) -> Extraction:
    """Read a text as a report of a known name and date."""
    told: dict[str, object] = {"source_name": "breach.txt", "today": NOW.date()}
    return extract(text, **(told | known))  # type: ignore[arg-type]  # the arguments of `extract`


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def open_report(page: AppTest, report_id: str) -> AppTest:
    page.query_params["report"] = report_id
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button whose label holds some words."""
    next(button for button in page.button if label in button.label).click()
    return run(page)


def text(page: AppTest) -> str:
    """Return all words of the page that a test can see."""
    kinds = ("title", "header", "caption", "markdown", "warning", "success", "info", "error")
    said = [str(getattr(element, "value", "")) for kind in kinds for element in page.get(kind)]
    said += [element.proto.body for element in page.get("html")]
    return re.sub(r"\\(?=\W)", "", "\n".join(said))
