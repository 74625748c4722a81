"""The words beside a figure say what it is; its time says when it may hold."""

import datetime as dt

import pytest

from extract.figures import Figure
from extract.pipeline import extract

LEAD = "柳林垸决口抢险正在进行。"


def _figure(text: str, quote: str) -> Figure:
    facts = extract(LEAD + text, dt.date(2025, 8, 7)).facts
    return Figure(fact=next(fact for fact in facts if fact.quote == quote))


@pytest.mark.parametrize(
    ("text", "quote", "before", "thing"),
    [
        ("石桥县出动民兵，累计转移群众300人。", "300人", "累计转移群众", ""),
        ("石桥县消防救援大队又調集20艘冲锋舟。", "20艘", "石桥县消防救援大队又调集", "艘冲锋"),
    ],
)
def test_the_words_beside_a_figure(text: str, quote: str, before: str, thing: str) -> None:
    figure = _figure(text, quote)
    assert (figure.before, figure.object) == (before, thing)


@pytest.mark.parametrize(
    ("text", "quote", "is_total", "is_part"),
    [
        ("石桥县累计转移群众300人。", "300人", True, False),
        ("石桥县又转移群众300人。", "300人", False, True),
        ("石桥县转移群众300人。", "300人", False, False),
    ],
)
def test_a_total_and_a_part_are_called_so(text: str, quote: str, *, is_total: bool, is_part: bool) -> None:
    figure = _figure(text, quote)
    assert (figure.is_total, figure.is_part) == (is_total, is_part)


def test_a_level_is_told_by_its_gauge_and_is_not_the_one_it_is_measured_against() -> None:
    figure = _figure("6日8时，石桥站水位33.08米。", "33.08米")
    assert (figure.gauges, figure.is_other_level) == (("石桥站",), False)
    assert _figure("6日8时，石桥县青湖站警戒水位33米。", "33米").is_other_level


def test_a_day_lasts_to_its_last_minute_and_a_month_is_no_time_of_a_figure() -> None:
    day = _figure("6日，口门宽30米。", "30米")
    assert (str(day.begin), str(day.finish)) == ("2025-08-06 00:00:00", "2025-08-06 23:59:00")
    assert _figure("6日8时，口门宽30米。", "30米").begin == _figure("6日8时，口门宽30米。", "30米").finish
    assert _figure("口门宽30米。", "30米").begin is None


@pytest.mark.parametrize(
    ("text", "quote", "named"),
    [
        ("6日8时，清水河石桥站水位33.08米。", "33.08米", ("石桥站", None, None, False)),
        ("6日8时，清水河水位33.08米。", "33.08米", (None, None, None, False)),
        ("6日8时，2号口门宽30米。", "30米", (None, "2号", None, False)),
        ("6日8时，左岸进占20米。", "20米", (None, None, "左岸", False)),
        ("6日8时，双向累计进占20米。", "20米", (None, None, None, True)),
    ],
)
def test_what_a_figure_is_of_is_told_by_its_words(
    text: str, quote: str, named: tuple[str | None, str | None, str | None, bool]
) -> None:
    figure = _figure(text, quote)
    assert (figure.station, figure.number, figure.side, figure.is_joint) == named
