"""Which time governs a statement."""

import datetime as dt

import pytest

from extract.anchors import find_anchors, is_earlier, is_gradual, is_lasting
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
    found = anchors.govern(place, place, sentence, shared=True)
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
        ("5日8时，口门由4日20时的30米扩到64米。", "30米", ("由4日20时", "2025-08-04T20:00")),
        ("5日8时，口门由4日20时的30米扩到64米。", "64米", ("5日8时", "2025-08-05T08:00")),
        ("5日8时，缺口由最初的35米冲到61米。", "35米", None),
        ("5日14时，堤身滑塌。两个小时后，口门宽60米。", "60米", ("两个小时后", "2025-08-05T16:00")),
        ("5日14时出水，两个小时后漫顶。", "两个小时", ("5日14时", "2025-08-05T14:00")),
        ("5日上午通车。两三天后，通了电话。", "两三天", None),
        ("5日14时，堤身滑塌。随后，30人赶到。", "30人", ("5日14时", "2025-08-05T14:00")),
        ("5日14时，堤身滑塌。此前，已转移30人。", "30人", None),
        ("从8月1日开始的暴雨，造成内涝。当地转移30人。", "30人", None),
        ("8月1日起，县里派出技术员。当地转移30人。", "30人", ("8月1日起", "2025-08-01T00:00")),
        ("5日14时，堤身滑塌。“水来得快，我们撤了30人。”支书说。", "30人", None),
        (
            "5日14时，堤身滑塌。“水来得快，都撤了。”支书说。堤上有30人。",
            "30人",
            ("5日14时", "2025-08-05T14:00"),
        ),
        ("5日14时，“铁军连”的30人上堤。", "30人", ("5日14时", "2025-08-05T14:00")),
        ("“口门现在宽60米，还在扩。”5日6时，站长在堤上说。", "60米", ("现在", "2025-08-05T06:00")),
        ("民兵30人加筑堤坝，于5日6时完工。", "30人", ("5日6时", "2025-08-05T06:00")),
        ("民兵30人加筑堤坝，5日6时泵站开机。", "30人", None),
        ("5日8时水位33米，比1998年的纪录高1米。", "1米", ("5日8时", "2025-08-05T08:00")),
        ("截至5日，转移30人。堤上有60人。", "60人", ("截至5日", "2025-08-05T00:00")),
        ("5日决口。1998年6月22日，也曾漫水。堤长6公里。", "6公里", None),
        ("5日下午，记者来到柳林垸，眼下堤上有30人。", "30人", ("眼下", "2025-08-05T12:00")),
        ("18时许，民兵上堤。", "上堤", None),
        ("本报8月5日讯 18时许，民兵上堤抢险。", "上堤", ("18时许", "2025-08-05T18:00")),
    ],
)
def test_the_governing_time(text: str, quote: str, time: tuple[str, str] | None) -> None:
    assert _governing(text, quote) == time


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("截至5日8时，水位33米，较24小时前下降0.1米。", "0.1米", "2025-08-04T08:00", "2025-08-05T08:00"),
        ("截至5日8时，水位33米，比堵口那天低0.1米。", "0.1米", None, "2025-08-05T08:00"),
        ("自8月1日18时决口，至4日18时合龙，历时72小时。", "72小时", "2025-08-01T18:00", "2025-08-04T18:00"),
        ("自8月1日超警以来，已持续5天。", "5天", "2025-08-01T00:00", "2025-08-06T00:00"),
        ("8月1日起，已持续5天。", "5天", "2025-08-01T00:00", None),
    ],
)
def test_a_span_has_its_ends(text: str, quote: str, start: str | None, end: str | None) -> None:
    page, article, sentences = as_article(text)
    anchors = find_anchors(article, tuple((s, find_times(s)) for s in sentences), PUBLISHED)
    at = page.reading.index(quote)
    found = anchors.govern(Span(at, at + len(quote)), Span(at, at + len(quote)), sentences[0])
    assert found
    ends = [
        moment and moment.isoformat(timespec="minutes") for moment in (found.meaning.start, found.meaning.end)
    ]
    assert ends == [start, end]


@pytest.mark.parametrize(
    ("words", "gradual", "earlier", "lasting"),
    [
        ("口门逐渐扩大至", True, False, False),
        ("口门最宽时", True, False, False),
        ("口门宽", False, False, False),
        ("当地提前转移", False, True, False),
        ("间堤全长", False, False, True),
        ("一段长", False, False, False),
        ("在长", False, False, True),
    ],
)
def test_what_leads_up_to_a_size_tells_whether_a_time_is_its_own(
    words: str, *, gradual: bool, earlier: bool, lasting: bool
) -> None:
    assert (is_gradual(words), is_earlier(words), is_lasting(words)) == (gradual, earlier, lasting)


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
