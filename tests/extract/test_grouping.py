"""The same place and kind of event within a month is one incident; all else is another."""

import datetime as dt

import pytest

from extract.grouping import (
    Incident,
    are_one,
    begin_incident,
    find_named,
    find_told,
    is_same_place,
    name_incidents,
    split_name,
)


def day(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def incident(name: str, begin: str | None = "2031-07-05", finish: str | None = None) -> Incident:
    place, event = split_name(name.partition("（")[0])
    return Incident(incident_id=name, place=place, event=event, begin=day(begin), finish=day(finish or begin))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("柳林垸决口", ("柳林垸", "决口")),
        ("清水河洪水", ("清水河", "洪水")),
        ("石桥县暴雨", ("石桥县", "暴雨")),
        ("张家渡险情", ("张家渡险情", "")),
        ("决口", ("决口", "")),
    ],
)
def test_a_name_is_a_place_and_an_event(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("柳林垸", "柳林垸", True),
        ("石桥县柳林垸", "柳林垸", True),
        ("东山省石桥县柳林垸", "石桥县柳林垸", True),
        ("柳林镇柳林垸", "柳林垸", True),
        ("清水河", "小清水河", False),
        ("清水河", "清水", False),
        ("石桥县柳林垸", "河西县柳林垸", False),
        ("柳林垸", "柳林垸外垸", False),
        ("柳林垸", "北沙垸", False),
        ("", "石桥县", False),
    ],
)
def test_a_place_may_be_named_with_its_district(one: str, two: str, *, same: bool) -> None:
    assert is_same_place(one, two) is same
    assert is_same_place(two, one) is same


KNOWN = [
    incident("柳林垸决口", "2031-07-05", "2031-07-20"),
    incident("柳林垸决口（2032年7月）", "2032-07-01"),
    incident("清水河洪水", "2031-06-01", "2031-09-15"),
    incident("清水河决口", None),
]


@pytest.mark.parametrize(
    ("name", "when", "expected"),
    [
        ("柳林垸决口", "2031-07-10", "柳林垸决口"),
        ("柳林垸决口", "2031-08-19", "柳林垸决口"),
        ("柳林垸决口", "2031-08-20", None),
        ("柳林垸决口", "2031-06-05", "柳林垸决口"),
        ("柳林垸决口", "2031-06-04", None),
        ("柳林垸决口", "2032-07-20", "柳林垸决口（2032年7月）"),
        ("石桥县柳林垸决口", "2031-07-10", "柳林垸决口"),
        ("柳林垸洪水", "2031-07-10", None),
        ("清水河洪水", "2031-10-10", "清水河洪水"),
        ("清水河决口", "2031-10-10", "清水河决口"),
        ("小清水河洪水", "2031-07-10", None),
        # A report that says no day is about what was told of last.
        ("柳林垸决口", None, "柳林垸决口（2032年7月）"),
    ],
)
def test_a_name_and_a_moment_mean_an_incident(name: str, when: str | None, expected: str | None) -> None:
    for known in (KNOWN, KNOWN[::-1]):
        found = find_named(name, day(when), known)
        assert (found and found.incident_id) == expected


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        ("清水河水位上涨，民兵巡堤。", "2031-07-10", "清水河洪水"),
        ("柳林垸堤上，柳林垸村民装袋；清水河水位上涨。", "2031-07-10", "柳林垸决口"),
        ("柳林垸堤上，民兵巡堤。", "2033-07-10", None),
        ("青湖站水位上涨。", "2031-07-10", None),
        ("", "2031-07-10", None),
    ],
)
def test_a_report_without_a_name_tells_of_the_place_it_names_most(
    text: str, when: str, expected: str | None
) -> None:
    for known in (KNOWN[:3], KNOWN[2::-1]):
        found = find_told(text, day(when), known)
        assert (found and found.incident_id) == expected


@pytest.mark.parametrize(
    ("when", "taken", "expected"),
    [
        ("2031-07-05", set(), "柳林垸决口"),
        ("2031-07-05", {"柳林垸决口"}, "柳林垸决口（2031年7月）"),
        ("2031-07-05", {"柳林垸决口", "柳林垸决口（2031年7月）"}, "柳林垸决口（2031年7月）2"),
        (None, set(), "柳林垸决口"),
        (None, {"柳林垸决口"}, "柳林垸决口2"),
    ],
)
def test_a_second_incident_of_a_name_is_told_apart_by_its_month(
    when: str | None, taken: set[str], expected: str
) -> None:
    assert begin_incident("柳林垸决口", day(when), taken).incident_id == expected


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (incident("柳林垸决口"), incident("柳林垸决口", "2031-08-04"), True),
        (incident("柳林垸决口"), incident("柳林垸决口", "2031-08-05"), False),
        (incident("柳林垸决口"), incident("石桥县柳林垸决口"), True),
        (incident("柳林垸决口"), incident("柳林垸洪水"), False),
        (incident("柳林垸决口"), incident("北沙垸决口"), False),
    ],
)
def test_two_incidents_are_one_where_a_month_does_not_part_them(
    one: Incident, two: Incident, *, same: bool
) -> None:
    assert are_one(one, two) is same
    assert are_one(two, one) is same


def test_a_report_tells_of_an_incident_at_the_middle_of_its_facts() -> None:
    told = [
        {"incident": "柳林垸决口", "begin": day(when)}
        for when in ("1998-08-07", "2031-07-05", "2031-07-06", None)
    ]
    told.append({"incident": "清水河洪水", "begin": None})
    told.append({"incident": None, "begin": day("2030-01-01")})
    published = dt.date(2031, 7, 8)
    assert name_incidents(told, published) == {
        "柳林垸决口": day("2031-07-05"),
        "清水河洪水": day("2031-07-08"),
    }
    assert name_incidents(told[-1:], published) == {"": day("2030-01-01")}
    assert name_incidents([], None) == {"": None}
