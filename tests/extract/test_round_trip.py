"""Whatever file a report comes in, it says the same: the facts and the directives of its plain text."""

import datetime as dt
import functools
import gzip
import html
import io
import itertools
import json
from collections.abc import Callable
from importlib import resources
from typing import Any

import docx
import opencc
import pytest
from playwright.sync_api import Browser

from extract.characters import fold
from extract.documents import Document, read_bytes
from extract.errors import DocumentError
from extract.intake import read_report
from extract.pipeline import Extraction
from tests.extract.printing import as_column, draw, print_page

DAY, NOW = dt.date(2031, 7, 9), dt.datetime.fromisoformat("2031-07-12T12:00")
REPORTS = {
    "breach": """柳林垸溃口昨日合龙
本报石桥7月9日讯 截至7月8日6时，清水河石桥站水位33.08米，超警戒水位0.58米。
7月8日21时40分许，柳林垸一线堤防决开约30米的口门。
武警东山总队140余名官兵8日23时赶到现场，连夜装填沙袋1.2万条；东山消防救援总队调集指战员460人、舟艇52艘，转移群众3260人。
县防汛抗旱指挥部要求，加密巡堤查险频次，及时转移受威胁群众。中铁十九局双向进占，截至9日18时已进占14米，预计10日上午合龙。
合龙之后仍有渗漏
石桥县水利局抢险队42人用3个半小时铺好土工布260平方米，压上碎石85吨。9日上午，渗水由浑转清，内外水位已经齐平。""",
    "rain": """河西市遭遇暴雨 转移1.6万人
新华社河西7月9日电 8日8时至9日8时，河西市平均降雨量126.5毫米，最大为青湖站311毫米。
青湖水库9日7时入库流量2150立方米每秒。
河西市防汛抗旱指挥部9日10时启动防汛二级应急响应。国家防总要求，强化水库调度，全力做好堤防巡查防守，确保群众生命安全。
截至9日12时，全市转移5200户16300人，倒塌房屋21间，无人员伤亡。蓝天救援队48人带着11条橡皮艇，在青湖镇救出被困群众217人。""",
    "page": next(file for file in (resources.files("extract") / "reports").iterdir()).read_text(
        encoding="utf-8"
    ),
}

Make = Callable[[str], bytes]


def meaning(extraction: Extraction) -> tuple[list[Any], list[Any]]:
    facts = [
        (
            *(fact.kind, fact.aspect, fact.theme, fact.value_min, fact.value_max, fact.modifier),
            *(fact.start, fact.end, fact.responder, fact.status, fold(fact.quote)),
        )
        for fact in extraction.facts
    ]
    orders = [
        (fold(order.issuer or ""), order.start, order.themes, fold(order.quote))
        for order in extraction.directives
    ]
    return facts, orders


def read(data: bytes) -> Extraction:
    (document,) = read_bytes(data, "x")
    assert isinstance(document, Document), document
    extraction = read_report(document, DAY, NOW)
    assert not isinstance(extraction, DocumentError)
    return extraction


@pytest.fixture(scope="module")
def expected() -> dict[str, tuple[list[Any], list[Any]]]:
    """Give what each report says as plain text; there is something to lose."""
    found = {name: meaning(read(text.encode())) for name, text in REPORTS.items()}
    assert all(len(facts) >= 8 and orders for facts, orders in found.values())
    return found


def as_html(text: str) -> bytes:
    headline, _, rest = text.partition("\n")
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in rest.split("\n") if line)
    beside = '<div class="related"><a href="/x">河西市去年洪灾转移900人</a></div>'
    page = f"<html><meta charset=gb18030><body><h1>{headline}</h1>{body}{beside}</body></html>"
    return page.encode("gb18030")


def as_word(text: str) -> bytes:
    file, stream = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        file.add_paragraph(line)
    file.save(stream)
    return stream.getvalue()


def as_json(text: str) -> bytes:
    return json.dumps({"text": text}).encode() + b"\n"


def as_traditional(text: str) -> bytes:
    converted: str = opencc.OpenCC("s2tw").convert(text)
    return converted.encode("big5hkscs")


PLAIN = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")
FILES: dict[str, Make] = {
    **{encoding: functools.partial(str.encode, encoding=encoding) for encoding in PLAIN},
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "txt.gz": lambda text: gzip.compress(text.encode()),
    "html": as_html,
    "docx": as_word,
    "jsonl": as_json,
    "jsonl.gz": lambda text: gzip.compress(as_json(text)),
}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("file", FILES)
def test_a_file_says_what_its_plain_text_says(expected: dict[str, object], file: str, report: str) -> None:
    assert meaning(read(FILES[file](REPORTS[report]))) == expected[report]


@pytest.mark.parametrize("report", ["breach", "rain"])
def test_traditional_characters_in_big5_say_the_same(expected: dict[str, object], report: str) -> None:
    assert meaning(read(as_traditional(REPORTS[report]))) == expected[report]


STYLES = {
    "one column": "p{text-indent:2em;margin:0}",
    "justified": "p{text-align:justify}",
    "two columns": "body{columns:2}h1{column-span:all}p{text-indent:2em;margin:0;text-align:justify}",
    "as typed": "p{white-space:pre;margin:0}",
}


@pytest.mark.parametrize(
    ("style", "report"), [*itertools.product(list(STYLES)[:3], ("breach", "rain")), ("as typed", "page")]
)
def test_a_pdf_that_a_browser_prints_says_the_same(
    browser: Browser, expected: dict[str, object], style: str, report: str
) -> None:
    headline, *lines = REPORTS[report].split("\n")
    top = f"<p>{headline}</p>" if report == "page" else f"<h1>{headline}</h1>"
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    assert (
        meaning(read(print_page(browser, f"<style>{STYLES[style]}</style>{top}{body}"))) == expected[report]
    )


@pytest.mark.parametrize("report", ["breach", "rain"])
def test_a_pdf_that_draws_two_columns_row_by_row_says_the_same(
    expected: dict[str, object], report: str
) -> None:
    headline, *paragraphs = REPORTS[report].split("\n")
    set_lines = [word[3] for text in paragraphs for word in as_column(f"　　{text}", 0, 0, 20)]
    half = (len(set_lines) + 1) // 2
    rows = [
        (60.0 + 260 * (number >= half), 700.0 - 15 * (number % half), 10.0, line)
        for number, line in enumerate(set_lines)
    ]
    drawn = sorted(rows, key=lambda word: -word[1])
    assert meaning(read(draw([[(60.0, 760.0, 18.0, headline), *drawn]]))) == expected[report]
