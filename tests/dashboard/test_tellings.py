"""A fact of several sources stands once, and what is said of it by others is found from any telling."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.data import Tables
from dashboard.tellings import Bearings, find_bearings, find_tellings, gather, gather_orders, leader_of

Make = Callable[..., Tables]

FACTS: list[dict[str, Any]] = [
    {"fact_id": "lead"},
    {"fact_id": "again", "same_as": "lead"},
    {"fact_id": "later", "revises": "lead"},
    {"fact_id": "other", "contradicts": "lead"},
    {"fact_id": "third", "same_as": "lead"},
    {"fact_id": "alone"},
]


def test_what_repeats_a_fact_is_left_out_and_counted_as_its_source(make: Make) -> None:
    gathered = gather(make(FACTS).timeline)
    assert dict(zip(gathered["fact_id"], gathered["sources"], strict=True)) == {
        "lead": ("lead", "again", "third"),
        "later": ("later",),
        "other": ("other",),
        "alone": ("alone",),
    }


def test_both_figures_of_a_contradiction_are_disputed(make: Make) -> None:
    gathered = gather(make(FACTS).timeline)
    assert list(gathered.loc[gathered["disputed"], "fact_id"]) == ["lead", "other"]


def test_a_repeat_whose_leader_is_not_there_stays(make: Make) -> None:
    gathered = gather(make(FACTS[1:3]).timeline)
    assert list(gathered["fact_id"]) == ["again", "later"]
    assert gathered["same_as"].isna().all()
    assert not gathered["disputed"].any()


def test_where_the_leader_is_not_there_the_first_telling_leads(make: Make) -> None:
    gathered = gather(make(FACTS[1:]).timeline)
    assert dict(zip(gathered["fact_id"], gathered["sources"], strict=True)) == {
        "again": ("again", "third"),
        "later": ("later",),
        "other": ("other",),
        "alone": ("alone",),
    }
    leader = gathered[gathered["fact_id"] == "again"]
    assert leader["same_as"].isna().all()
    assert leader["disputed"].all()
    assert list(gathered.loc[gathered["fact_id"] == "later", "revises"]) == ["again"]


def test_no_facts_are_gathered_to_none(make: Make) -> None:
    assert list(gather(make([]).timeline)["sources"]) == []


@pytest.mark.parametrize(("fact", "leader"), [("again", "lead"), ("lead", "lead"), ("nosuch", "nosuch")])
def test_the_leader_of_a_telling(make: Make, fact: str, leader: str) -> None:
    assert leader_of(fact, make(FACTS).timeline) == leader


@pytest.mark.parametrize("fact", ["lead", "again", "third"])
def test_what_bears_on_a_fact_is_found_from_any_telling(make: Make, fact: str) -> None:
    found = find_bearings(make(FACTS).timeline, fact)
    assert names(found) == [["lead", "again", "third"], [], ["later"], ["other"]]


@pytest.mark.parametrize(
    ("fact", "bearings"),
    [
        ("later", [["later"], ["lead"], [], []]),
        ("other", [["other"], [], [], ["lead"]]),
        ("alone", [["alone"], [], [], []]),
        ("nosuch", [[], [], [], []]),
    ],
)
def test_revisions_and_contradictions_are_found_from_both_sides(
    make: Make, fact: str, bearings: list[list[str]]
) -> None:
    assert names(find_bearings(make(FACTS).timeline, fact)) == bearings


def names(found: Bearings) -> list[list[str]]:
    """List the ids of what was found."""
    parts = (found.tellings, found.revises, found.revised_by, found.contradicted)
    return [[row.fact_id for row in part] for part in parts]


def test_an_order_that_two_reports_quote_is_one_with_two_sources(make: Make) -> None:
    again = {"report_id": "s"}
    orders = make([], [{}, again, {"report_id": "s", "quote": "转移群众"}]).directives
    assert list(gather_orders(orders)["directive_id"]) == ["d0", "d2"]
    assert leader_of("d1", make([]).timeline, orders) == "d0"
    assert [row.directive_id for row in find_tellings(orders, "d0")] == ["d0", "d1"]
