"""Labels cover nothing, are cut off nowhere and cross no line, on every screen."""

import datetime as dt
import itertools
import random
from collections.abc import Callable

import pytest

from dashboard.charts.labels import NARROW, SCREENS, Screen, body_of
from dashboard.charts.lanes import Line, Place, lay_out
from dashboard.charts.marks import make_marks
from dashboard.charts.spans import Domain, find_domain
from dashboard.data import Tables

Make = Callable[..., Tables]

NINE = dt.datetime.fromisoformat("2023-06-03T09:00")
QUOTES = ["决口", "队伍陆续到达北堤", "加固第二道防线的工作正在紧张进行之中", "转移群众"]


def place(make: Make, seed: int, *, wall: float | None, is_dense: bool = False) -> tuple[Domain, list[Place]]:
    chance = random.Random(seed)  # noqa: S311  # a table of cases
    facts = [
        {
            "start": NINE + dt.timedelta(minutes=chance.randrange(3000)),
            "quote": chance.choice(QUOTES),
            "time_precision": chance.choice(["hour", "day", "part_of_day"]),
        }
        for _ in range(25)
    ]
    tables = make(facts)
    domain = find_domain(tables.timeline, tables.directives)
    assert domain is not None
    marks = tuple(make_marks(tables.timeline, domain, "zh"))
    line = Line(row="r", title="险情与进展", html="险情与进展", marks=marks, is_dense=is_dense)
    return domain, lay_out([line], domain, SCREENS, wall)[1]


def rooms(places: list[Place], domain: Domain, screen: Screen) -> dict[float, list[tuple[float, float]]]:
    """List what marks and words cover in each lane."""
    found: dict[float, list[tuple[float, float]]] = {}
    for one in places:
        begin, end = body_of(one.mark, domain, screen)
        covered = found.setdefault(one.height, [])
        covered.append((begin, end))
        if label := one.labels[screen.name]:
            width = screen.measure(label.words)
            covered.append((end + 1, end + width) if label.side == "right" else (begin - width, begin - 1))
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.parametrize("seed", range(5))
def test_no_words_cover_anything_or_leave_the_chart(make: Make, seed: int, screen: Screen) -> None:
    wall = 0.6
    domain, places = place(make, seed, wall=wall)
    for covered in rooms(places, domain, screen).values():
        for one, other in itertools.combinations(covered, 2):
            assert one[1] <= other[0] or other[1] <= one[0]
    for place_ in places:
        if label := place_.labels[screen.name]:
            begin, end = body_of(place_.mark, domain, screen)
            width = screen.measure(label.words)
            room = (end, end + width) if label.side == "right" else (begin - width, begin)
            assert room[0] >= 0
            assert room[1] <= screen.width
            assert not room[0] < wall * screen.width < room[1]


def test_a_wider_screen_shows_more_words(make: Make) -> None:
    _, places = place(make, 1, wall=None)
    told = [
        sum(len(label.words) for one in places if (label := one.labels[screen.name])) for screen in SCREENS
    ]
    assert told == sorted(told)
    assert told[0] < told[-1]


def test_a_dense_row_grows_no_further_and_loses_no_mark(make: Make) -> None:
    _, loose = place(make, 2, wall=None)
    _, dense = place(make, 2, wall=None, is_dense=True)
    assert len({one.height for one in dense}) == 3 < len({one.height for one in loose})
    assert len(dense) == len(loose)


def test_the_name_of_a_row_has_its_room(make: Make) -> None:
    tables = make([{"start": NINE}, {"start": NINE.replace(hour=20)}])
    domain = find_domain(tables.timeline, tables.directives)
    assert domain is not None
    marks = tuple(make_marks(tables.timeline, domain, "zh"))
    bands, places = lay_out([Line(row="r", title="石桥县抢险队伍", html="", marks=marks)], domain, SCREENS)
    first, last = sorted(places, key=lambda one: one.mark.begin)
    assert first.height > last.height
    assert NARROW.measure("石桥县抢险队伍") < body_of(last.mark, domain, NARROW)[0]
    assert bands[0].bottom > first.height
