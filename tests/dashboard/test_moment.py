"""A past state is never taken for the latest: the banner says so, and how to get on."""

import datetime as dt
from collections.abc import Callable

import pytest

from dashboard.data import Tables
from dashboard.filters import as_of
from dashboard.state import View
from dashboard.views.moment import tell_moment
from tests.dashboard.staging import stage

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
FACTS = [{"start": NINE}, {"start": NINE.replace(hour=12)}, {"start": NINE.replace(hour=18)}]


@pytest.mark.parametrize(
    ("hour", "said", "unsaid"),
    [
        (
            12,
            ["截至 6月3日 12:00 的态势，不是最新", "1 条", "at=2023-06-03T09%3A00", "at=2023-06-03T18%3A00"],
            [],
        ),
        (9, ["2 条", "at=2023-06-03T12%3A00"], ["前一变化"]),
        (20, ["0 条", "at=2023-06-03T18%3A00"], ["后一变化"]),
    ],
)
def test_the_banner_says_what_is_shown_and_leads_on(
    make: Make, hour: int, said: list[str], unsaid: list[str]
) -> None:
    view = View(at=NINE.replace(hour=hour))
    tables = make(FACTS)
    told = tell_moment(stage(tables, view), NINE.replace(hour=hour))
    assert all(words in told for words in said)
    assert not any(words in told for words in unsaid)
    assert as_of(tables.timeline, view)["begin"].max() <= view.at


def test_what_is_left_out_is_counted_as_it_is_shown(make: Make) -> None:
    told = [
        *FACTS,
        {"start": NINE.replace(hour=18), "same_as": "f2"},
        {"start": NINE.replace(hour=18), "verdict": "rejected"},
        {"start": NINE.replace(day=9), "status": "forecast"},
        {"time_precision": None},
    ]
    scene = stage(make(told), View(at=NINE))
    # Later come two facts, and one has no time; one is told again, one rejected, one was then expected.
    assert len(scene.every) == 2
    assert "3 条未计入" in tell_moment(scene, NINE)


def test_reports_told_since_are_none_of_what_was_known_then(make: Make) -> None:
    tables = make(FACTS)
    for day, then, count in ((2, True, 0), (2, False, 1), (3, True, 1)):
        assert len(stage(tables, View(at=NINE.replace(day=day), then=then)).reports) == count
