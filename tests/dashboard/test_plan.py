"""A plan is to scale only where the width is known, and says what does not add up."""

from typing import Any

import pytest

from dashboard.plan import lay_out, side_words
from tests.dashboard.test_breach import Make, deed, figure, one

WIDTH = figure(100, "口门宽100米。", "breach_width")
LEFT, RIGHT = figure(30, "左岸进占30米。"), figure(20, "右岸进占20米。")
CLOSED = deed("决口合龙", 12)

PLANS: list[tuple[list[dict[str, Any]], list[tuple[float, float]], set[str]]] = [
    ([WIDTH, LEFT, RIGHT], [(0, 0.3), (0.8, 1)], {"plan_scaled", "plan_sides"}),
    ([WIDTH, RIGHT], [(0.8, 1)], {"plan_scaled", "plan_sides"}),
    ([LEFT], [(0, 0.3)], {"plan_schematic", "plan_sides"}),
    ([WIDTH], [], {"plan_schematic"}),
    ([WIDTH, figure(40, "已封堵40米。")], [(0.3, 0.7)], {"plan_scaled"}),
    # a side nobody named is not drawn over those that are
    ([WIDTH, LEFT, figure(40, "已封堵40米。")], [(0, 0.3)], {"plan_scaled", "plan_sides"}),
    # two at one end
    ([WIDTH, LEFT, figure(20, "西侧进占20米。")], [(0, 0.2)], {"plan_scaled", "plan_sides"}),
    # what does not add up
    (
        [WIDTH, figure(70, "左岸进占70米。"), figure(60, "右岸进占60米。")],
        [(0, 0.3), (0.7, 1)],
        {"plan_schematic", "plan_beyond", "plan_sides"},
    ),
    (
        [WIDTH, LEFT, RIGHT, figure(20, "剩余20米。", "remaining")],
        [(0, 0.3), (0.8, 1)],
        {"plan_scaled", "plan_unequal", "plan_sides"},
    ),
    (
        [WIDTH, LEFT, RIGHT, figure(48, "剩余48米。", "remaining", hour=12)],
        [(0, 0.3), (0.8, 1)],
        {"plan_scaled", "plan_moments", "plan_sides"},
    ),
]


@pytest.mark.parametrize(("facts", "shares", "doubts"), PLANS)
def test_parts_are_drawn_as_far_as_they_are_known(
    make: Make, facts: list[dict[str, Any]], shares: list[tuple[float, float]], doubts: set[str]
) -> None:
    plan = lay_out(one(make, *facts))
    assert [(part.begin, part.end) for part in plan.parts] == [pytest.approx(share) for share in shares]
    assert set(plan.doubts) == doubts
    assert plan.is_scaled == ("plan_scaled" in doubts)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("左岸进占9米。", "左岸"), ("双向进占9米。", "两侧合计"), ("已封堵9米。", "未说明哪一侧")],
)
def test_a_side_is_named_or_said_to_be_unknown(make: Make, sentence: str, words: str) -> None:
    (advance,) = one(make, figure(9, sentence)).advances
    assert side_words(advance, "zh") == words


@pytest.mark.parametrize(
    ("facts", "closing"),
    [
        ([WIDTH, LEFT, RIGHT, CLOSED], (0.3, 0.8)),
        ([WIDTH, CLOSED], (0, 1)),
        ([WIDTH, LEFT, RIGHT], None),
        ([WIDTH, figure(50, "左岸进占50米。"), figure(50, "右岸进占50米。"), CLOSED], None),
    ],
)
def test_a_closed_breach_has_no_gap_left(
    make: Make, facts: list[dict[str, Any]], closing: tuple[float, float] | None
) -> None:
    plan = lay_out(one(make, *facts))
    assert plan.closing == (closing and pytest.approx(closing))
    assert ("plan_closed" in plan.doubts) == (closing is not None)
