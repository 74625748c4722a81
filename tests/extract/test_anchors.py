"""Which time governs a statement."""

import datetime as dt

import pytest

from extract.anchors import (
    find_anchors,
    is_earlier,
    is_gradual,
    is_lasting,
    is_struck,
    is_unborn,
    is_worked,
)
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


@pytest.mark.parametrize(
    ("words", "worked", "unborn"),
    [
        ("加高河堤", True, False),
        ("清出来的", True, False),
        ("间堤长", False, False),
        ("总库容", False, True),
        ("担负着下游", False, True),
        ("等落差小于", False, True),
        ("等候转移的", False, False),
    ],
)
def test_a_deed_gives_a_length_its_time_and_a_wish_takes_it(
    words: str, *, worked: bool, unborn: bool
) -> None:
    assert (is_worked(words), is_unborn(words)) == (worked, unborn)


@pytest.mark.parametrize(
    ("words", "struck"), [("的决口合龙", True), ("的缺口被堵上", True), ("的间堤", False)]
)
def test_what_befell_a_work_dates_its_length(words: str, *, struck: bool) -> None:
    assert is_struck(words) is struck


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("8月5日晚9时许，堤坝决口60米。", "60米", "08-05T21:00", "-"),
        ("8月5日21时至22时，降雨60毫米。", "60毫米", "08-05T21:00", "08-05T22:00"),
        ("8月5日21:00至次日6:00，降雨60毫米。", "60毫米", "08-05T21:00", "08-06T06:00"),
        ("8月5日夜间，堤坝决口60米。", "60米", "08-05T18:00", "08-06T00:00"),
        ("5日深夜11点，堤坝决口60米。", "60米", "08-05T23:00", "-"),
        ("5日后半夜，堤坝决口60米。", "60米", "08-06T00:00", "08-06T06:00"),
        ("今晨6时，水位33.2米。", "33.2米", "08-06T06:00", "-"),
        ("今早，水位33.2米。", "33.2米", "08-06T05:00", "08-06T08:00"),
        ("昨天夜里，转移300人。", "300人", "08-05T18:00", "08-06T00:00"),
        ("昨日清早，转移300人。", "300人", "08-05T05:00", "08-05T08:00"),
        ("4日到5日，转移300人。", "300人", "08-04T00:00", "08-05T00:00"),
        ("8月3日、4日，转移300人。", "300人", "08-03T00:00", "08-04T00:00"),
        ("8月3日和5日，两次转移300人。", "300人", "08-03T00:00", "08-05T00:00"),
        ("到5日18时，累计转移300人。", "300人", "-", "08-05T18:00"),
        ("截至昨日18时，已转移300人。", "300人", "-", "08-05T18:00"),
        ("截至8月5日下午，已转移300人。", "300人", "-", "08-05T18:00"),
        ("截至发稿，已转移300人。", "300人", "-", "08-06T00:00"),
        ("截至记者发稿时，已转移300人。", "300人", "-", "08-06T00:00"),
        ("截至8月5日24时，已转移300人。", "300人", "-", "08-06T00:00"),
        ("记者8月5日9时发稿时，堤上有300人。", "300人", "08-05T09:00", "-"),
        ("自8月1日以来，已持续5天超警。", "5天", "08-01T00:00", "08-06T00:00"),
        ("8月1日起，出动300人。", "300人", "08-01T00:00", "-"),
        ("从8月1日起至8月5日，出动300人。", "300人", "08-01T00:00", "08-05T00:00"),
        ("8月5日8时，堤坝决口。6小时后，转移300人。", "300人", "08-05T14:00", "-"),
        ("8月3日8时，堤坝决口。三天后，转移300人。", "300人", "08-06T00:00", "-"),
        ("8月3日8时，堤坝决口。次日，转移300人。", "300人", "08-04T00:00", "-"),
        ("8月3日8时，堤坝决口。第二天凌晨，转移300人。", "300人", "08-04T00:00", "08-04T06:00"),
        ("8月3日8时，堤坝决口。当天下午，转移300人。", "300人", "08-03T12:00", "08-03T18:00"),
        ("8月3日8时，堤坝决口。当晚10时，转移300人。", "300人", "08-03T22:00", "-"),
        ("8月3日8时，堤坝决口。前一天，转移300人。", "300人", "08-02T00:00", "-"),
        ("8月3日8时，堤坝决口。半小时后，转移300人。", "300人", "08-03T08:30", "-"),
        ("8月3日8时，堤坝决口。一个半小时后，转移300人。", "300人", "08-03T09:30", "-"),
        ("8月3日8时，堤坝决口。两天后的傍晚，转移300人。", "300人", "08-05T17:00", "08-05T19:00"),
        ("8月3日8时，堤坝决口。到了晚上，转移300人。", "300人", "08-03T18:00", "08-04T00:00"),
        ("8月5日8时，水位33.2米，较前一日8时上涨0.3米。", "0.3米", "08-04T08:00", "08-05T08:00"),
        ("8月5日8时，水位33.2米，比前天低0.3米。", "0.3米", "08-04T00:00", "08-05T08:00"),
        ("8月5日8时，水位33.2米，与8月1日相比下降0.3米。", "0.3米", "08-05T08:00", "-"),
        ("预计8月7日前后，水位33.2米。", "33.2米", "08-07T00:00", "-"),
        ("预计7日夜间水位33.2米。", "33.2米", "08-07T18:00", "08-08T00:00"),
        ("未来三天，降雨60毫米。", "60毫米", "-", "-"),
        ("过去三天，降雨60毫米。", "60毫米", "-", "-"),
        ("8月上旬，降雨60毫米。", "60毫米", "08-01T00:00", "08-10T00:00"),
        ("入汛以来，降雨60毫米。", "60毫米", "-", "-"),
        ("上周六，转移300人。", "300人", "08-02T00:00", "-"),
        ("本周一上午，转移300人。", "300人", "08-04T06:00", "08-04T12:00"),
        ("2025年8月5日上午9点45分，转移300人。", "300人", "08-05T09:45", "-"),
        ("8月5号上午，转移300人。", "300人", "08-05T06:00", "08-05T12:00"),
        ("五号早上六点半，转移300人。", "300人", "08-05T06:30", "-"),
        ("八月五日晚八时三刻，转移300人。", "300人", "08-05T20:45", "-"),
        ("八月五日下午二时四十分，转移300人。", "300人", "08-05T14:40", "-"),
        ("今天上午10时许，转移300人。", "300人", "08-06T10:00", "-"),
        ("今天凌晨零点30分，转移300人。", "300人", "08-06T00:30", "-"),
        ("昨晚至今晨，转移300人。", "300人", "08-05T18:00", "08-06T08:00"),
        ("昨天18时至今天6时，降雨60毫米。", "60毫米", "08-05T18:00", "08-06T06:00"),
        ("今天6时至现在，降雨60毫米。", "60毫米", "08-06T06:00", "-"),
        ("6日零时，水位33.2米。", "33.2米", "08-06T00:00", "-"),
        ("流速二点五米每秒，口门宽60米。", "60米", "-", "-"),
        ("落差三点六米，口门宽60米。", "60米", "-", "-"),
        ("水深零点八米，口门宽60米。", "60米", "-", "-"),
        ("水位三十四点六二米，口门宽60米。", "60米", "-", "-"),
        ("8月5日，民兵上堤。“我们撤了300人，很快。”村支书说。", "300人", "-", "-"),
        ("8月5日，民兵上堤。“目前我们撤了300人，很快。”村支书说。", "300人", "08-06T00:00", "-"),
        ("8月5日，民兵上堤。\n本村有300人，转移还在继续。", "300人", "-", "-"),
        ("1998年8月5日，这里决口200米。\n昨天，转移300人。", "300人", "08-05T00:00", "-"),
        ("8月4日至5日，东山省连降暴雨。河西市出动300人。", "300人", "08-04T00:00", "08-05T00:00"),
        ("8月5日8时-10时，降雨60毫米。", "60毫米", "08-05T08:00", "08-05T10:00"),
        ("8月5日8时30分—10时，降雨60毫米。", "60毫米", "08-05T08:30", "08-05T10:00"),
        ("8月4日08时到8月5日08时，降雨60毫米。", "60毫米", "08-04T08:00", "08-05T08:00"),
        ("（8月5日8时）水位33.2米。", "33.2米", "08-05T08:00", "-"),
        ("8月5日晚间到6日凌晨，转移300人。", "300人", "08-05T18:00", "08-06T06:00"),
        ("直到8月5日16时，口门才合龙，长60米。", "60米", "-", "08-05T16:00"),
        ("5日午夜12点，水位33.2米。", "33.2米", "08-06T00:00", "-"),
        ("目前，堤上有300人。", "300人", "08-06T00:00", "-"),
        ("眼下，堤上有300人。", "300人", "08-06T00:00", "-"),
        ("此刻，堤上有300人。", "300人", "08-06T00:00", "-"),
        ("当前，堤上有300人。", "300人", "08-06T00:00", "-"),
        ("日前，堤上有300人。", "300人", "-", "-"),
    ],
)
def test_a_statement_takes_its_time(text: str, quote: str, start: str, end: str) -> None:
    """Starts and ends without their year; a dash where the text gives none."""
    page, article, sentences = as_article(text)
    anchors = find_anchors(article, tuple((s, find_times(s)) for s in sentences), PUBLISHED)
    place = Span(page.reading.index(quote), page.reading.index(quote) + len(quote))
    sentence = next(s for s in sentences if s.span.covers(place))
    found = anchors.govern(place, place, sentence, shared=True)
    ends = (found.meaning.start, found.meaning.end) if found else (None, None)
    assert [f"{moment:%m-%dT%H:%M}" if moment else "-" for moment in ends] == [start, end]


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
