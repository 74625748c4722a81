"""Time expressions are found whole, with their class and their bounds."""

import pytest

from extract.times import find_times
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8月3日14时40分到场", [("8月3日14时40分", "calendar", "at")]),
        ("队伍于5日出发", [("5日", "calendar", "at")]),
        ("，18时许，民兵上堤", [("18时许", "calendar", "at")]),
        ("从5日下午开始抢护", [("从5日下午开始", "calendar", "since")]),
        ("截至8月3日8时已转移", [("截至8月3日8时", "calendar", "until")]),
        ("截至目前已转移", [("截至目前", "now", "until")]),
        ("目前正在抢筑", [("目前", "now", "at")]),
        ("6月16日至27日", [("6月16日至27日", "calendar", "at")]),
        ("今天（7月26日）14时", [("今天（7月26日）14时", "calendar", "at")]),
        ("昨晚8点多漫堤", [("昨晚8点多", "calendar", "at")]),
        ("十月八日十七时四十八分许合龙", [("十月八日十七时四十八分许", "calendar", "at")]),
        ("险情在明后天可能加重", [("明后天", "calendar", "at")]),
        ("工期4天左右", [("4天左右", "duration", "at")]),
        ("并24小时不间断巡查", [("24小时", "duration", "at")]),
        ("前期已经备料", [("前期", "vague", "at")]),
    ],
)
def test_a_time_expression_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    mentions = find_times(as_sentence(text))
    assert [(m.text, m.kind, m.bound) for m in mentions] == found


@pytest.mark.parametrize(
    "text",
    ["1号洪水形成", "3号泵站开机", "水深3.5米", "三点建议", "新时代的要求", "进占3米", "第2道防线", "4500元"],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert not find_times(as_sentence(text))


def test_the_parts_of_a_range_are_read_apart() -> None:
    (mention,) = find_times(as_sentence("20日16时至17时"))
    first, last = mention.stamps
    assert (first.day, first.hour, last.day, last.hour) == ("20日", "16", None, "17")
