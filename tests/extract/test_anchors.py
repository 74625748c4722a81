"""Which time governs a statement."""

import datetime as dt

import pytest

from extract.anchors import find_anchors
from extract.spans import Span
from extract.times import find_times
from tests.extract.passages import as_article

PUBLISHED = dt.date(2025, 8, 6)


def _governing(text: str, quote: str) -> tuple[str, str] | None:
    page, article, sentences = as_article(text)
    anchors = find_anchors(article, tuple((s, find_times(s)) for s in sentences), PUBLISHED)
    start = page.reading.index(quote)
    place = Span(start, start + len(quote))
    sentence = next(s for s in sentences if s.span.covers(place))
    found = anchors.govern(place, place, sentence)
    moment = found and (found.meaning.start or found.meaning.end)
    return (found.mention.text, moment.isoformat(timespec="minutes")) if found and moment else None


@pytest.mark.parametrize(
    ("text", "quote", "time"),
    [
        ("5日16时许，民兵上堤。", "上堤", ("5日16时许", "2025-08-05T16:00")),
        ("5日16时许，民兵出动。18时许，官兵抵达。", "抵达", ("18时许", "2025-08-05T18:00")),
        ("工作已于5日启动。", "工作", ("5日", "2025-08-05T00:00")),
        ("5日，民兵上堤。险情得到控制。", "控制", ("5日", "2025-08-05T00:00")),
        ("5日，民兵上堤。\n险情得到控制，巡堤还在继续，水位已经回落。", "控制", None),
        ("记者5日9时在现场了解到，目前水位齐平。", "齐平", ("目前", "2025-08-05T09:00")),
        ("5日13时，记者在现场了解到，加固正在进行。", "加固", ("5日13时", "2025-08-05T13:00")),
        ("6日，前期已经备料。", "备料", None),
        ("本报8月5日讯 民兵上堤抢险。", "上堤", None),
        ("5日，工期4天左右。", "4天", ("5日", "2025-08-05T00:00")),
    ],
)
def test_the_governing_time(text: str, quote: str, time: tuple[str, str] | None) -> None:
    assert _governing(text, quote) == time


def test_the_report_speaks_from_the_reporters_time_else_the_dateline_else_publication() -> None:
    text = "新华社河西8月4日电 民兵上堤。记者5日9时在现场了解到，水位回落。"
    page, article, sentences = as_article(text)
    anchors = find_anchors(article, tuple((s, find_times(s)) for s in sentences), PUBLISHED)
    places = [Span(page.reading.index(w), page.reading.index(w) + 2) for w in ("民兵", "水位")]
    said = [str(anchors.reported_at(place)) for place in places]
    assert said == ["2025-08-04 00:00:00", "2025-08-05 09:00:00"]
    page, article, sentences = as_article("民兵上堤。")
    unsaid = find_anchors(article, tuple((s, find_times(s)) for s in sentences), PUBLISHED)
    assert str(unsaid.reported_at(sentences[0].span)) == "2025-08-06 00:00:00"
