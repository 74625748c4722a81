"""Where facts are too many to be drawn, all of them are counted, and each count opens its period."""

import datetime as dt

import pytest

from dashboard.charts.overview import draw_overview
from dashboard.charts.palette import LIGHT
from dashboard.rhythm import STEPS, count, find_step
from extract.catalogue import Beginning
from tests.dashboard.drawing import names_of

DAY = dt.datetime(2023, 6, 3)  # noqa: DTZ001  # local, as in the store
HOUR = dt.timedelta(hours=1)


def begin(hours: float | None, times: int = 1, kind: str = "action", type_: str | None = None) -> Beginning:
    moment = None if hours is None else DAY + hours * HOUR
    return Beginning(responder_type=type_, kind=kind, moment=moment, times=times)


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [
        (0, 60),
        (60, 60),
        (61, 360),
        (24 * 15, 360),
        (24 * 60, 1440),
        (24 * 61, 10080),
        (24 * 4000, 525600),
        (24 * 90000, 525600),
    ],
)
def test_stretches_are_as_long_as_keeps_them_few(hours: int, minutes: int) -> None:
    assert find_step((DAY, DAY + hours * HOUR)) == minutes
    assert minutes in STEPS


def test_everything_is_counted_once_where_it_begins() -> None:
    told = [
        begin(1, 5),
        begin(6, 2),
        begin(7, 3),
        begin(-30, 4),
        begin(None, 9),
        begin(99, 1),
        begin(7, 1, "directive"),
    ]
    rhythm = count(told, 360, (DAY + HOUR, DAY + 24 * HOUR))
    cells = sorted(((cell.begin - DAY) / HOUR, cell.kind, cell.times) for cell in rhythm.cells)
    assert cells == [(0, "action", 9), (6, "action", 5), (6, "directive", 1), (24, "action", 1)]
    assert rhythm.undated == 9
    assert {cell.end - cell.begin for cell in rhythm.cells} == {6 * HOUR}


def test_a_cell_says_its_count_and_opens_its_period() -> None:
    told = [
        begin(1, 1500, "personnel", "militia"), begin(1, 7, "action", "militia"), begin(2, 3, "rainfall"),
        begin(3, 2), begin(3, 4, "directive"),
    ]  # fmt: skip  # one table reads as one
    figure = draw_overview(count(told, 60, (DAY, DAY + 4 * HOUR)), LIGHT, "zh")
    assert figure is not None
    names = [name.split("<b>")[1].removesuffix("</b>") for name in names_of(figure)]
    assert names == ["国家指令", "险情与进展", "水情", "民兵"]
    bars, _ = figure.data
    opened = dict(zip(bars.customdata, bars.hovertext, strict=False))
    assert "民兵：1,507 条" in opened["period:2023-06-03T01:00/2023-06-03T01:59"]
    assert "1.5k" in bars.text
    assert draw_overview(count([begin(None)], 60, (DAY, DAY)), LIGHT, "zh") is None
