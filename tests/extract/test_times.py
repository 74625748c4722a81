"""Time expressions are found whole, with their class and their bounds."""

import pytest

from extract.rulebook import Rule, load, marked
from extract.times import find_times
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8月3日14时40分到场", [("8月3日14时40分", "calendar", "at")]),
        ("队伍于5日出发", [("5日", "calendar", "at")]),
        ("，18时许，民兵上堤", [("18时许", "calendar", "at")]),
        ("从5日下午开始抢护", [("5日下午开始", "calendar", "since")]),
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
        ("7月3日和4日连降大雨", [("7月3日和4日", "calendar", "at")]),
        ("8月3日、8月5日两场雨", [("8月3日", "calendar", "at"), ("8月5日", "calendar", "at")]),
        ("6月16至27日", [("6月16至27日", "calendar", "at")]),
        ("8月5日20:00—22:00开闸", [("8月5日20:00-22:00", "calendar", "at")]),
        ("从昨天8时到今天8时", [("从昨天8时到今天8时", "calendar", "at")]),
        ("昨夜（5日）至今晨普降大雨", [("昨夜（5日）至今晨", "calendar", "at")]),
        ("11日夜间至昨天（12日）12时", [("11日夜间至昨天（12日）12时", "calendar", "at")]),
        ("自8月4日20时起开闸", [("自8月4日20时起", "calendar", "since")]),
        ("上周五以来", [("上周五以来", "calendar", "since")]),
        ("截止到昨日下午", [("截止到昨日下午", "calendar", "until")]),
        ("至上午11点30分左右才堵住", [("至上午11点30分左右", "calendar", "until")]),
        ("到今天中午12时", [("到今天中午12时", "calendar", "until")]),
        ("到了8时，口子更宽", [("到了8时", "calendar", "at")]),
        ("力争11日18时前合龙", [("11日18时前", "calendar", "until")]),
        ("8月10日前后入汛", [("8月10日前后", "calendar", "at")]),
        ("到目前为止没有伤亡", [("到目前为止", "now", "until")]),
        ("当日5点40分堵上", [("当日5点40分", "calendar", "at")]),
        ("晚8时06分", [("晚8时06分", "calendar", "at")]),
        ("当天连夜转移", [("当天连夜", "calendar", "at")]),
        ("二十二日十八时许", [("二十二日十八时许", "calendar", "at")]),
        ("五号上午，1号洪水形成", [("五号上午", "calendar", "at")]),
        ("北京时间８月６日９时４７分", [("北京时间8月6日9时47分", "calendar", "at")]),
        ("下午三点半（北京时间晚七点半）", [("下午三点半（北京时间晚七点半）", "calendar", "at")]),
        ("四十分钟后队伍到了", [("四十分钟后", "offset", "at")]),
        ("两三天后通了电话", [("两三天后", "offset", "at")]),
        ("一刻钟内猛增到40立方米每秒", [("一刻钟内", "offset", "at")]),
        ("一刻钟内转移完毕", [("一刻钟", "duration", "at")]),
        ("花了3小时40分", [("3小时40分", "duration", "at")]),
        ("泡了两天两夜", [("两天两夜", "duration", "at")]),
        ("五六天出不了门", [("五六天", "duration", "at")]),
        ("短短半个钟头", [("半个钟头", "duration", "at")]),
        ("随后护坡下陷", [("随后", "vague", "at")]),
        ("预计26日前后出现洪峰", [("26日前后", "calendar", "at")]),
        ("力争25日前完工", [("25日前", "calendar", "until")]),
        ("到中午12点一共转移30人", [("到中午12点", "calendar", "until")]),
        ("12点一刻开闸", [("12点一刻", "calendar", "at")]),
        ("八月五日晚八时三刻", [("八月五日晚八时三刻", "calendar", "at")]),
        ("第二天一早，水退了", [("第二天一早", "calendar", "at")]),
        ("5日后半夜，堤脚冒水", [("5日后半夜", "calendar", "at")]),
        ("此前一晚全部转出", [("前一晚", "calendar", "at")]),
        ("自五日破圩以来", [("五日", "calendar", "since")]),
        ("今天6时至现在", [("今天6时至现在", "calendar", "since")]),
        ("8月5日下午4：30开闸", [("8月5日下午4：30", "calendar", "at")]),
        ("下午四时半开闸", [("下午四时半", "calendar", "at")]),
        ("降至6日8时的32米", [("6日8时", "calendar", "at")]),
        ("截至发稿，30人上堤", [("截至发稿", "now", "until")]),
        ("过去24小时，面雨量47毫米", [("过去24小时", "duration", "at")]),
        ("自早8时起开闸", [("自早8时起", "calendar", "since")]),
        ("清水河到了晚八时才退", [("到了晚八时", "calendar", "at")]),
        ("不到两个半小时后通车", [("不到两个半小时后", "offset", "at")]),
        ("持续了十几个小时", [("十几个小时", "duration", "at")]),
        ("从昨天8时起开闸", [("从昨天8时起", "calendar", "since")]),
        ("截至昨晚10时记者发稿时", [("截至昨晚10时", "calendar", "until")]),
        ("8日12：00时止", [("8日12：00时", "calendar", "at")]),
        ("7月6日（农历六月初一）", [("7月6日", "calendar", "at"), ("农历六月初一", "vague", "at")]),
        ("民国二十年八月五日溃堤", [("民国二十年八月五日", "calendar", "at")]),
    ],
)
def test_a_time_expression_is_found(text: str, found: list[tuple[str, str, str]]) -> None:
    mentions = find_times(as_sentence(text))
    assert [(m.text, m.kind, m.bound) for m in mentions] == found


@pytest.mark.parametrize(
    "text",
    [
        "1号洪水形成",
        "3号泵站开机",
        "水深3.5米",
        "三点建议",
        "新时代的要求",
        "进占3米",
        "第2道防线",
        "4500元",
        "水涌出现在上游",
        "连续5日降雨",
        "预计2-3日修好",
        "10日内修复",
        "每日巡查3次",
        "一时间人声鼎沸",
        "说明天气很差",
        "夜间巡查要加密",
        "比分3:15",
        "有三点：一是",
        "桩号12+300",
        "四时八节",
        "3日前已经完工",
        "二点五米每秒",
        "三十四点六二米",
        "零点八米",
        "从三日缩短到两日",
        "村民国庆上堤",
        "截至发稿件数",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert not find_times(as_sentence(text))


def test_the_parts_of_a_range_are_read_apart() -> None:
    (mention,) = find_times(as_sentence("20日16时至17时"))
    first, last = mention.stamps
    assert (first.day, first.hour, last.day, last.hour) == ("20日", "16", None, "17")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("5日16时水位33米", "frame"),
        ("口门由22日20时的30米拓宽", "attribute"),
        ("今天2时至4时的雨量", "frame"),
        ("较24小时前下降", "reference"),
        ("比昨日8时低0.2米", "reference"),
        ("比堵口那天低0.2米", "reference"),
        ("因连日强降雨受困", "reference"),
        ("近期雨势不减", "block"),
        ("继7月3日后再次超警", "reference"),
        ("与昨天相比，水位回落", "reference"),
        ("较去年同期偏多", "reference"),
        ("打破1969年创下的最高值", "reference"),
        ("为1998年以来最高水位", "reference"),
        ("7月以来最大的洪水", "reference"),
        ("这里2011年筑起高台", "reference"),
        ("1996年8月，堤外翻沙", "frame"),
        ("前期备足了料", "block"),
        ("缺口由最初的35米冲宽", "attribute"),
        ("随后赶到", "sequel"),
        ("过去24小时，面雨量47毫米", "window"),
        ("1969年也曾决口", "frame"),
    ],
)
def test_a_time_dates_its_clause_or_is_only_compared_with(text: str, role: str) -> None:
    assert [mention.role for mention in find_times(as_sentence(text))] == [role]


RULES = load("times").rules


@pytest.mark.parametrize(("rule", "example"), [(rule, example) for rule in RULES for example in rule.yes])
def test_the_scan_finds_what_the_rules_find(rule: Rule, example: str) -> None:
    """The lead characters leave out no place where an expression begins."""
    text, words = marked(example)
    assert (words, rule.builds["class"]) in [(m.text, m.kind) for m in find_times(as_sentence(text))]
