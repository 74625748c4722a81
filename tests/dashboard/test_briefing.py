"""The situation report says what the view says, needs nothing from outside, and runs nobody's words."""

import base64
import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from dashboard.briefing import Stamp, tell_filters, write_briefing
from dashboard.data import Tables
from dashboard.state import View
from extract.grouping import UNNAMED
from extract.table import ZONE
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
STAMP = Stamp(
    link="http://flood.invalid/?kind=action",
    version="7-20230604T010203.000000",
    made=dt.datetime(2023, 6, 4, 8, 30, tzinfo=ZONE),
)
FIRST = {"sentence_start": 0, "sentence_end": 23}
CREW = FIRST | {
    "start": NINE, "kind": "personnel", "responder": "东溪消防救援队", "responder_type": "fire_rescue",
    "value_min": 40.0, "modifier": "at_least", "measure": "person",
    "quote": "40余人", "quote_start": 14, "quote_end": 18,
}  # fmt: skip  # a row
LEVEL = {
    "start": NINE, "kind": "water_level", "aspect": "change", "place": "堤外",
    "value_min": -0.2, "value_max": -0.2, "modifier": "exact", "measure": "m",
    "quote": "下降0.2米", "quote_start": 27, "quote_end": 33, "sentence_start": 23, "sentence_end": 34,
}  # fmt: skip  # a row
HOSTILE = '</script><script>x()</script><img src="http://example.invalid/a" onerror=x()> & {{ 7*7 }} "\'<b>'


class Page(HTMLParser):
    """A page as its tags, its attributes, its words, and the content of its scripts."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.scripts: dict[str, list[str]] = {}
        self._inside = ("", "")
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._inside = (tag, dict(attrs).get("type") or "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the parser's way to call
        """Leave a tag."""
        self._inside = ("", "")

    def handle_data(self, data: str) -> None:
        """Take what stands between tags."""
        tag, kind = self._inside
        if tag == "script":
            self.scripts.setdefault(kind, []).append(data)
        elif tag != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        """Give all words, blanks of any kind as single spaces."""
        return re.sub(r"\s+", " ", "".join(self.words))

    def values(self, tag: str, name: str) -> list[str]:
        """Give the values of an attribute, of all tags of a name."""
        return [value for at, key, value in self.attributes if (at, key) == (tag, name)]


def brief(tables: Tables, view: View | None = None, stamp: Stamp = STAMP, incident: str = "北堤决口") -> str:
    return write_briefing(stage(tables, view, incident), tables.reports, stamp)


def write(tables: Tables, view: View | None = None, stamp: Stamp = STAMP, incident: str = "北堤决口") -> Page:
    return Page(brief(tables, view, stamp, incident))


def test_it_says_state_figures_facts_orders_and_where_it_comes_from(make: Make) -> None:
    text = write(make([CREW, LEVEL, {"start": NINE}], [{}])).text
    for words in (
        "汛情态势报告", "北堤决口", "截至 6月3日 09:00", "1 个单位投入 ≥ 40 人", "≥ 40 人", "−0.2 米",
        "东溪消防救援队", "查险除险", "报道未提及", "共 3 条事实", "报道日期 2023-06-03",
        "2023-06-04 08:30（北京时间）", STAMP.version, STAMP.link,
        "本报告各日期的年份均有依据",
    ):  # fmt: skip  # one list
        assert words in text, words


def test_a_fact_its_quote_and_its_sentence_carry_one_number(make: Make) -> None:
    html = brief(make([LEVEL | {"start": NINE.replace(hour=10)}, CREW], [{}]))
    assert '<th scope="row">1</th><td>6月3日 9时</td><td>东溪消防救援队</td>' in html
    assert '东溪消防救援队<mark class="quote">40余人</mark><sup>1</sup>到达北堤。' in html
    assert '水位<mark class="quote">下降0.2米</mark><sup>2</sup>。' in html
    assert '<mark class="quote">加强巡查</mark><sup>令1</sup>。' in html


def test_facts_without_a_time_end_the_table_and_are_counted(make: Make) -> None:
    tables = make(
        [{"reported_at": NINE, "quote": "无时间者"}, {"start": NINE.replace(hour=10), "quote": "有时间者"}]
    )
    text = write(tables).text
    assert "未定时 1 条，列于事实表末" in text
    assert text.index("有时间者") < text.index("无时间者")


def test_what_is_doubtful_is_marked(make: Make) -> None:
    text = write(make([CREW, LEVEL], [{}], {"published_basis": "assumed"})).text
    assert "6月3日 9时?" in text
    assert "日期后的“?”：报道的年份为假定" in text
    assert "均有依据" not in text


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("revises", "f0", "更新 1"),
        ("contradicts", "f0", "与 1 不一致"),
        ("contradicts", "of another view", None),
        ("verdict", "confirmed", "已经人工确认"),
    ],
)
def test_how_a_fact_stands_to_another_is_told(make: Make, column: str, value: str, words: str | None) -> None:
    html = brief(make([CREW, LEVEL | {column: value}]))
    told = re.findall(r'<span lang="zh">下降0.2米</span><small>(.*?)</small>', html)
    assert told == ([words] if words else [])


def test_what_a_person_rejected_is_left_out(make: Make) -> None:
    assert "下降0.2米" in brief(make([CREW, LEVEL | {"verdict": "confirmed"}]))
    assert ">下降0.2米<" not in brief(make([CREW, LEVEL | {"verdict": "rejected"}]))


def test_a_filtered_view_says_by_what_and_how_much_it_leaves(make: Make) -> None:
    view = View(units=("东溪消防救援队",), since=NINE, query="北堤")
    text = write(make([CREW, LEVEL]), view).text
    assert "响应单位：东溪消防救援队；时段：2023-06-03 09:00 起；检索原文：北堤；筛选后 1 / 2 条" in text
    assert "下降0.2米" not in text


def test_a_view_too_large_to_show_whole_says_so(make: Make) -> None:
    tables = replace(make([CREW, LEVEL]), fitting=1700, total=1800)
    assert "筛选无；共 1700 条，本报告只含最近的 2 条" in write(tables).text
    text = write(tables, View(kinds=("personnel", "water_level"))).text
    assert "筛选后 1700 / 1800 条；共 1700 条，本报告只含最近的 2 条" in text


def test_facts_of_no_incident_have_a_report_too(make: Make) -> None:
    assert "未具名事件" in write(make([CREW]), incident=UNNAMED).text


def test_filters_in_words() -> None:
    view = View(lang="en", types=("military",), kinds=("action", "flow"), until=NINE)
    assert tell_filters(view) == [
        ("Type of unit", "military"), ("Kind of fact", "action, flow"), ("Period", "until 2023-06-03 09:00"),
    ]  # fmt: skip  # one line
    assert tell_filters(View()) == []


@pytest.mark.parametrize(
    ("facts", "orders"), [([], [{}]), ([{"time_precision": None}], []), ([{"start": NINE}], [])]
)
def test_a_view_with_little_in_it_is_a_report_too(
    make: Make, facts: list[dict[str, Any]], orders: list[dict[str, Any]]
) -> None:
    page = write(make(facts, orders))
    assert "汛情态势报告" in page.text
    assert len(page.values("img", "id")) == len(json.loads(page.scripts["application/json"][0]))


def test_each_language_speaks_for_itself(make: Make) -> None:
    tables = make([CREW, LEVEL], [{}], {"title": "北堤险情", "publisher": "青湖站", "source_name": "北.文"})
    chinese, english = (write(tables, View(lang=lang)) for lang in ("zh", "en"))
    assert chinese.values("html", "lang") == ["zh"]
    assert english.values("html", "lang") == ["en"]
    own = chinese.text.replace(STAMP.link, "").replace(STAMP.version, "")
    assert re.findall(r"[A-Za-z]{2,}", own) == []
    assert "Flood situation report" in english.text
    assert "Report of 2023-06-03" in english.text


def test_nothing_is_asked_of_any_network_and_no_script_but_its_own_may_run(make: Make) -> None:
    page = write(make([CREW, LEVEL], [{}]))
    assert page.values("a", "href") == [STAMP.link]
    assert not page.tags & {"link", "iframe", "object", "base", "form"}
    assert [
        name for _, name, _ in page.attributes if name in {"src", "srcset"} or name.startswith("on")
    ] == []
    (policy,) = (value for value in page.values("meta", "content") if "default-src" in value)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == "'none'"
    digests = [hashlib.sha256(script.encode()).digest() for script in page.scripts[""]]
    assert rules.pop("script-src").split() == [
        f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests
    ]
    assert rules == {
        "style-src": "'unsafe-inline'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip  # one line


def test_hostile_words_are_shown_and_never_act(make: Make) -> None:
    columns = dict.fromkeys(
        ("incident", "article", "responder", "place", "quote", "sentence", "time_text"), HOSTILE
    )
    orders = dict.fromkeys(("issuer", "addressee", "quote", "sentence", "venue"), HOSTILE)
    whole = {"quote_start": 0, "quote_end": len(HOSTILE), "sentence_start": 0, "sentence_end": len(HOSTILE)}
    report = dict.fromkeys(("title", "publisher", "source_name", "published_clue", "text"), HOSTILE)
    tables = make(
        [CREW | columns | whole | {"aspect": HOSTILE, "kind": HOSTILE}],
        [orders | whole | {"themes": (HOSTILE,)}],
        report | {"published_basis": "inferred"},
    )
    stamp = Stamp(link=f"javascript:{HOSTILE}", version=HOSTILE, made=STAMP.made)
    plain = write(make([CREW], [{}], {"title": "北堤", "publisher": "青湖站", "published_basis": "stated"}))
    for view in (View(), View(query="<img", lang="en")):
        page = write(tables, view, stamp, HOSTILE)
        assert page.tags <= plain.tags | {"h4"}
        assert page.values("a", "href") == []
        assert len(page.scripts[""]) == 2
        assert page.text.count(re.sub(r"\s+", " ", HOSTILE)) > 8
        charts = json.loads(page.scripts["application/json"][0])
        assert all("<img" not in json.dumps(chart) for chart in charts)
        assert "<" not in page.scripts["application/json"][0]


def test_a_past_state_is_said_to_be_one(make: Make) -> None:
    words = "截至 6月3日 09:00 的态势，不是最新"
    for view, said in ((View(at=NINE), True), (View(), False)):
        page = write_briefing(stage(make([CREW]), view), make([CREW]).reports, STAMP)
        assert (words in page) == said
