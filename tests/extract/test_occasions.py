"""When a speaker spoke."""

import datetime as dt

import pytest

from extract.occasions import find_occasion
from extract.pipeline import open_report, read_floods

PUBLISHED = dt.date(2025, 8, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5日，省防指要求石桥县堤防加强巡查。", "2025-08-05"),
        ("5日，省防指针对7日至9日的强降雨要求石桥县堤防加强巡查。", "2025-08-05"),
        ("3日强降雨以来，省防指要求石桥县堤防加强巡查。", None),
        ("省防指要求石桥县堤防6日前加强巡查。", None),
    ],
)
def test_the_last_time_before_the_words_that_is_no_forecasts(text: str, day: str | None) -> None:
    report, page, articles = open_report(text + "清水河超警戒水位，防汛形势严峻。", PUBLISHED)
    reading = read_floods(report, page, articles)[0]
    sentence = reading.sentences[0]
    found = find_occasion(reading.anchors, sentence, sentence.text.index("要求"))
    assert (str(found.meaning.start)[:10] if found else None) == day
