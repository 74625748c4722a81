"""A time expression means a moment, counted from the report's day and the last day spoken of."""

import datetime as dt

import pytest

from extract.dates import Calendar, Meaning
from extract.times import find_times
from tests.extract.passages import as_sentence

REPORT_DAY = dt.date(2025, 8, 6)


def _resolve(text: str, today: dt.date | None = REPORT_DAY) -> Meaning:
    """Resolve every mention in order and give the last."""
    reported = Meaning(start=dt.datetime(2025, 8, 6, 9), precision="hour", basis="report")  # noqa: DTZ001
    context = Calendar(today=today, reported=reported)
    return [context.resolve(mention) for mention in find_times(as_sentence(text))][-1]


def _say(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "basis"),
    [
        ("8月5日14时40分", "2025-08-05T14:40", None, "minute", "stated"),
        ("2019年8月5日", "2019-08-05T00:00", None, "day", "stated"),
        ("5日16时许", "2025-08-05T16:00", None, "hour", "stated"),
        ("5日16时许，18时许", "2025-08-05T18:00", None, "hour", "carried"),
        ("5日，当晚", "2025-08-05T18:00", "2025-08-06T00:00", "part_of_day", "carried"),
        ("5日，次日8时", "2025-08-06T08:00", None, "hour", "carried"),
        ("5日下午", "2025-08-05T12:00", "2025-08-05T18:00", "part_of_day", "stated"),
        ("从5日下午开始", "2025-08-05T12:00", None, "part_of_day", "stated"),
        ("截至5日", None, "2025-08-05T00:00", "day", "stated"),
        ("截至5日中午", None, "2025-08-05T13:00", "part_of_day", "stated"),
        ("明后天", "2025-08-07T00:00", "2025-08-08T00:00", "day", "published"),
        ("昨晚8时", "2025-08-05T20:00", None, "hour", "published"),
        ("今天（8月6日）14时", "2025-08-06T14:00", None, "hour", "stated"),
        ("昨天下午3点半", "2025-08-05T15:30", None, "minute", "published"),
        ("今天中午1时", "2025-08-06T13:00", None, "hour", "published"),
        ("今天晚12时", "2025-08-07T00:00", None, "hour", "published"),
        ("18时许", None, None, None, None),
        ("5日晚9时，10点半左右", "2025-08-05T22:30", None, "minute", "carried"),
        ("5日下午2点，4点半", "2025-08-05T16:30", None, "minute", "carried"),
        ("5日下午2点，11时", "2025-08-05T11:00", None, "hour", "carried"),
        ("5日14时，4时", "2025-08-05T04:00", None, "hour", "carried"),
        ("5日晚10点至6日凌晨2点，10点半", "2025-08-05T22:30", None, "minute", "carried"),
        ("5日晚10时，12时", "2025-08-06T00:00", None, "hour", "carried"),
        ("昨夜今晨", "2025-08-05T18:00", "2025-08-06T08:00", "part_of_day", "published"),
        ("昨晚凌晨2点", "2025-08-06T02:00", None, "hour", "published"),
        ("昨晚零时", "2025-08-06T00:00", None, "hour", "published"),
        ("6日（星期三）上午", "2025-08-06T06:00", "2025-08-06T12:00", "part_of_day", "stated"),
        ("即日起", "2025-08-06T00:00", None, "day", "published"),
        ("昨起", "2025-08-05T00:00", None, "day", "published"),
        ("1998年8月1日，次日，8月5日", "1998-08-05T00:00", None, "day", "stated"),
        ("1998年8月1日，昨天，8月5日", "2025-08-05T00:00", None, "day", "stated"),
        ("2019年8月7日，7月2日", "2019-07-02T00:00", None, "day", "stated"),
        ("去年，7月2日", "2025-07-02T00:00", None, "day", "stated"),
        ("5日2时40分，连夜，凌晨3时", "2025-08-05T03:00", None, "hour", "carried"),
        ("今天（12）早上零时", "2025-08-06T00:00", None, "hour", "published"),
        ("大后天", "2025-08-09T00:00", None, "day", "published"),
        ("廿六日八时", "2025-07-26T08:00", None, "hour", "stated"),
        ("3、4日", "2025-08-03T00:00", "2025-08-04T00:00", "day", "stated"),
        ("截至4号，", None, "2025-08-04T00:00", "day", "stated"),
        ("5日10时56分06秒", "2025-08-05T10:56", None, "minute", "stated"),
        ("迄今", None, "2025-08-06T09:00", "hour", "report"),
        ("前天夜里", "2025-08-04T18:00", "2025-08-05T00:00", "part_of_day", "published"),
        ("今晨5点20分", "2025-08-06T05:20", None, "minute", "published"),
        ("5日晚8时06分", "2025-08-05T20:06", None, "minute", "stated"),
        ("5日深夜2点", "2025-08-05T02:00", None, "hour", "stated"),
        ("5日24时前", None, "2025-08-06T00:00", "hour", "stated"),
        ("截至今早", None, "2025-08-06T08:00", "part_of_day", "published"),
        ("5日，当天连夜", "2025-08-05T18:00", "2025-08-06T00:00", "part_of_day", "carried"),
        ("5日22时，凌晨2时", "2025-08-06T02:00", None, "hour", "carried"),
        ("5日20时至2时", "2025-08-05T20:00", "2025-08-06T02:00", "hour", "stated"),
        ("3日和4日", "2025-08-03T00:00", "2025-08-04T00:00", "day", "stated"),
        ("8月1至5日", "2025-08-01T00:00", "2025-08-05T00:00", "day", "stated"),
        ("7月1日晚至7月2日", "2025-07-01T18:00", "2025-07-02T00:00", "part_of_day", "stated"),
        ("5日夜间到6日白天", "2025-08-05T18:00", "2025-08-06T20:00", "part_of_day", "stated"),
        ("5日14时，四十分钟后", "2025-08-05T14:40", None, "hour", "carried"),
        ("5日14时，一个半小时后", "2025-08-05T15:30", None, "hour", "carried"),
        ("5日14时，三天后", "2025-08-08T00:00", None, "day", "carried"),
        ("5日14时，两三天后", None, None, None, None),
        ("5日，两小时后", None, None, None, None),
        ("截至5日8时，较24小时前", "2025-08-04T08:00", None, "hour", "carried"),
        ("三天前", "2025-08-03T00:00", None, "day", "carried"),
        ("上周", "2025-07-28T00:00", "2025-08-03T00:00", "day", "published"),
        ("8月上旬", "2025-08-01T00:00", "2025-08-10T00:00", "day", "stated"),
        ("2月下旬", "2025-02-21T00:00", "2025-02-28T00:00", "day", "stated"),
        ("今明两天", "2025-08-06T00:00", "2025-08-07T00:00", "day", "published"),
        ("本月2日", "2025-08-02T00:00", None, "day", "stated"),
        ("二零二五年八月五日十七时四十八分许", "2025-08-05T17:48", None, "minute", "stated"),
        ("5日9点一刻", "2025-08-05T09:15", None, "minute", "stated"),
        ("5日，前一天", "2025-08-04T00:00", None, "day", "carried"),
        ("7月30日至8月2日", "2025-07-30T00:00", "2025-08-02T00:00", "day", "stated"),
        ("5日16时至17时", "2025-08-05T16:00", "2025-08-05T17:00", "hour", "stated"),
        ("30日", "2025-07-30T00:00", None, "day", "stated"),
        ("12月30日", "2025-12-30T00:00", None, "day", "stated"),
        ("7月", "2025-07-01T00:00", None, "month", "stated"),
        ("去年6月", "2024-06-01T00:00", None, "month", "stated"),
        ("上周五", "2025-08-01T00:00", None, "day", "published"),
        ("目前", "2025-08-06T09:00", None, "hour", "report"),
        ("截至目前", None, "2025-08-06T09:00", "hour", "report"),
        ("前期", None, None, None, None),
        ("4天左右", None, None, None, None),
    ],
)
def test_a_time_expression_means(
    text: str, start: str | None, end: str | None, precision: str | None, basis: str | None
) -> None:
    meaning = _resolve(text)
    found = (_say(meaning.start), _say(meaning.end), meaning.precision, meaning.basis)
    assert found == (start, end, precision, basis)


@pytest.mark.parametrize("text", ["2月30日", "5日25时", "13月1日"])
def test_numbers_that_are_no_date_give_no_moment(text: str) -> None:
    assert _resolve(text) == Meaning()


def test_a_forecast_counts_from_the_reporters_day_and_yesterday_from_the_papers() -> None:
    mention = find_times(as_sentence("明后天"))[0]
    reported = Meaning(start=dt.datetime(2025, 8, 5, 9), precision="hour", basis="report")  # noqa: DTZ001
    context = Calendar(today=REPORT_DAY, reported=reported)
    assert _say(context.resolve(mention).start) == "2025-08-06T00:00"
    assert _say(context.resolve(find_times(as_sentence("昨天"))[0]).start) == "2025-08-05T00:00"


def test_a_new_years_report_dates_december_in_the_old_year() -> None:
    assert _say(_resolve("12月30日", dt.date(2026, 1, 3)).start) == "2025-12-30T00:00"


def test_without_a_report_day_only_a_date_with_its_year_is_dated() -> None:
    assert _resolve("5日16时许", None) == Meaning()
    assert _resolve("今天下午", None) == Meaning()
    assert _say(_resolve("1996年8月5日，当晚8时", None).start) == "1996-08-05T20:00"


def test_a_clock_alone_is_of_the_datelines_day() -> None:
    context = Calendar(today=REPORT_DAY, reported=Meaning())
    context.open_article(Meaning(start=dt.datetime(2025, 8, 4)))  # noqa: DTZ001
    assert _say(context.resolve(find_times(as_sentence("18时许"))[0]).start) == "2025-08-04T18:00"


def test_a_time_compared_with_does_not_move_the_day() -> None:
    assert _say(_resolve("5日8时水位较3日8时下降，12时").start) == "2025-08-05T12:00"


def test_a_new_paragraph_forgets_history() -> None:
    context = Calendar(today=REPORT_DAY, reported=Meaning())
    for mention in find_times(as_sentence("5日决口。1998年6月22日，也曾漫水。")):
        context.resolve(mention)
    assert context.is_history(dt.date(1998, 6, 22))
    context.open_paragraph()
    assert _say(context.resolve(find_times(as_sentence("18时许"))[0]).start) == "2025-08-05T18:00"
