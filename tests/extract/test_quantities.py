"""Numbers with units are read into ranges of base measures, their hedges kept."""

import pytest

from extract.quantities import find_quantities
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "modifier", "measure"),
    [
        ("出动350名队员", "350名", 350, 350, "exact", "person"),
        ("1400余人参战", "1400余人", 1400, None, "at_least", "person"),
        ("10余万人", "10余万人", 100_000, None, "at_least", "person"),
        ("近3万人", "近3万人", None, 30_000, "at_most", "person"),
        ("危及附近7000余户", "7000余户", 7000, None, "at_least", "household"),
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
        ("每小时抽排7200立方米", "每小时抽排7200立方米", 2, 2, "exact", "m3/s"),
        ("1.04亿立方米", "1.04亿立方米", 104_000_000, 104_000_000, "exact", "m3"),
        ("雨量395.6毫米", "395.6毫米", 395.6, 395.6, "exact", "mm"),
        ("30亩稻田", "30亩", 20_000.001, 20_000.001, "exact", "m2"),
        ("冲锋舟20艘", "20艘", 20, 20, "exact", "piece"),
    ],
)
def test_a_quantity(  # the columns of the table above
    text: str, quote: str, low: float | None, high: float | None, modifier: str, measure: str
) -> None:
    (found,) = find_quantities(as_sentence(text))
    assert (found.text, found.low, found.high) == (quote, low, high)
    assert (found.modifier, found.measure) == (modifier, measure)


@pytest.mark.parametrize("text", ["第3米", "一线大堤", "三防工作", "5日16时", "3.5分", "百年一遇"])
def test_what_is_no_quantity_of_a_flood(text: str) -> None:
    assert not find_quantities(as_sentence(text))


def test_a_rate_that_is_no_flow_is_left_out() -> None:
    assert not find_quantities(as_sentence("每天20人"))
