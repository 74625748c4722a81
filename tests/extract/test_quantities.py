"""Numbers with units are read into ranges of base measures, their hedges kept."""

import pytest

from extract.quantities import find_quantities
from extract.rulebook import Rule, load, marked
from extract.spans import Span
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "modifier", "measure"),
    [
        ("出动350名队员", "350名", 350, 350, "exact", "person"),
        ("1400余人参战", "1400余人", 1400, None, "at_least", "person"),
        ("10余万人", "10余万人", 100_000, None, "at_least", "person"),
        ("近3万人", "近3万人", None, 30_000, "at_most", "person"),
        ("危及下游5000余户", "5000余户", 5000, None, "at_least", "household"),
        ("十五六名", "十五六名", 15, 16, "range", "person"),
        ("不足20名", "不足20名", None, 20, "at_most", "person"),
        ("上千人", "上千人", 1000, None, "at_least", "person"),
        ("两三百人", "两三百人", 200, 300, "range", "person"),
        ("长约14.3公里", "约14.3公里", 14_300, 14_300, "about", "m"),
        ("约两公里", "约两公里", 2000, 2000, "about", "m"),
        ("铺设数公里", "数公里", 2000, None, "at_least", "m"),
        ("宽十几米", "十几米", 11, 19, "range", "m"),
        ("5至6米", "5至6米", 5, 6, "range", "m"),
        ("２５—３０厘米", "25-30厘米", 0.25, 0.3, "range", "m"),
        ("超过80多米", "超过80多米", 80, None, "at_least", "m"),
        ("4天左右", "4天左右", 96, 96, "about", "h"),
        ("每秒985立方米", "每秒985立方米", 985, 985, "exact", "m3/s"),
        ("11360立方米/秒", "11360立方米/秒", 11_360, 11_360, "exact", "m3/s"),
        ("日排水能力43.2万立方米/日", "43.2万立方米/日", 5, 5, "exact", "m3/s"),
        ("1万余人均被转移", "1万余人", 10_000, None, "at_least", "person"),
        ("每小时抽排7200立方米", "每小时抽排7200立方米", 2, 2, "exact", "m3/s"),
        ("1.04亿立方米", "1.04亿立方米", 104_000_000, 104_000_000, "exact", "m3"),
        ("雨量395.6毫米", "395.6毫米", 395.6, 395.6, "exact", "mm"),
        ("30亩稻田", "30亩", 20_000.001, 20_000.001, "exact", "m2"),
        ("冲锋舟20艘", "20艘", 20, 20, "exact", "piece"),
        ("共1万3千人", "1万3千人", 13_000, 13_000, "exact", "person"),
        ("两千四五百人", "两千四五百人", 2400, 2500, "range", "person"),
        ("上万村民", "上万", 10_000, None, "at_least", "person"),
        ("超过8万乡亲", "超过8万", 80_000, None, "at_least", "person"),
        ("不得少于30万条", "不得少于30万条", 300_000, None, "at_least", "item"),
        ("出动民兵120人次", "120人次", 120, 120, "exact", "turns"),
        ("三十多里山路", "三十多里", 15_000, None, "at_least", "m"),
        ("离堤顶1米五", "1米五", 1.5, 1.5, "exact", "m"),
        ("不足一尺", "不足一尺", None, 0.333333, "at_most", "m"),
        ("水深两米半", "两米半", 2.5, 2.5, "exact", "m"),
        ("泡了两天两夜", "两天两夜", 48, 48, "exact", "h"),
        ("守了一整夜", "一整夜", 24, 24, "exact", "h"),
        ("半个多小时", "半个多小时", 0.5, None, "at_least", "h"),
        ("一刻钟内", "一刻钟", 0.25, 0.25, "exact", "h"),
        ("历时3小时40分", "3小时40分", 3.666667, 3.666667, "exact", "h"),
        ("桩号19+800处", "19+800", 19_800, 19_800, "exact", "stake"),
        ("日均外排1150万立方米", "日均外排1150万立方米", 133.101852, 133.101852, "exact", "m3/s"),
        ("漏水0.8升/秒", "0.8升/秒", 0.0008, 0.0008, "exact", "m3/s"),
        ("抽排廿六台次", "廿六台次", 26, 26, "exact", "piece"),
        ("流速二点五米每秒", "二点五米每秒", 2.5, 2.5, "exact", "m/s"),
    ],
)
def test_a_quantity(  # the columns of the table above
    text: str, quote: str, low: float | None, high: float | None, modifier: str, measure: str
) -> None:
    (found,) = find_quantities(as_sentence(text))
    assert (found.text, found.low, found.high) == (quote, low, high)
    assert (found.modifier, found.measure) == (modifier, measure)


NOTHING = [
    "第3米",
    "一线大堤",
    "三防工作",
    "5日16时",
    "3.5分",
    "百年一遇",
    "车一辆接一辆",
    "无一人死亡",
    "没有一人掉队",
    "3万人均收入",
    "一寸寸查看",
    "最后一船石料",
    "一寸也不能松",
    "四面八方的队伍",
    "一车宽的路",
    "这几天雷雨不断",
    "无数人",
    "一方面",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity_of_a_flood(text: str) -> None:
    assert not find_quantities(as_sentence(text))


@pytest.mark.parametrize("text", ["3小时两人", "2天5艘", "4米六条"])
def test_a_number_behind_a_unit_need_not_belong_to_it(text: str) -> None:
    assert [(q.rule, q.text) for q in find_quantities(as_sentence(text))] == [
        ("quantity.plain", text[:-2]),
        ("quantity.plain", text[-2:]),
    ]


def test_a_list_shares_its_unit() -> None:
    found = find_quantities(as_sentence("分别为34.12、35.26米"))
    assert [(q.text, q.low, q.measure) for q in found] == [("34.12", 34.12, "m"), ("35.26米", 35.26, "m")]


RULES = load("quantities").rules


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.yes], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_reads_its_yes_example(rule: Rule, example: str) -> None:
    text, words = marked(example)
    assert (rule.name, words) in {(q.rule, q.text) for q in find_quantities(as_sentence(text))}


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.no], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_leaves_its_no_example_alone(rule: Rule, example: str) -> None:
    assert rule.name not in {q.rule for q in find_quantities(as_sentence(example))}


def test_a_number_that_begins_in_a_time_is_part_of_it() -> None:
    found = find_quantities(as_sentence("6日夜，20人守了两个晚上"), (Span(0, 3), Span(10, 12)))
    assert [q.text for q in found] == ["20人", "两个晚上"]


def test_a_rate_that_is_no_flow_is_left_out() -> None:
    assert not find_quantities(as_sentence("每天20人"))
