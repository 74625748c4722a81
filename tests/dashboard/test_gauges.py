"""A level is of the station or the side of the dike its words name, or its sentence named before."""

import pytest

from dashboard.gauges import INSIDE, OUTSIDE, find_side
from dashboard.series import group_figures
from dashboard.tellings import gather
from tests.dashboard.watering import read

SIDES = [
    ("决口处内水位", INSIDE),
    ("垸内水位", INSIDE),
    ("内河水位", INSIDE),
    ("堤外水位", OUTSIDE),
    ("外河水位", OUTSIDE),
    ("外江水位", OUTSIDE),
    # both sides, or none
    ("内外水位差", ""),
    ("青湖站水位", ""),
    ("河内水位", ""),
    ("国内", ""),
    ("", ""),
]


@pytest.mark.parametrize(("words", "side"), SIDES)
def test_words_name_the_side_a_level_was_read_on(words: str, side: str) -> None:
    assert find_side(words) == side


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("6日8时，青湖站水位33.25米，超警戒1.75米。", ("above_warning", "青湖站")),
        ("青湖站警戒水位31.50米，保证水位33.00米。", ("guarantee_level", "青湖站")),
        ("6日8时，垸内水位32.1米，外河水位33.2米。", ("inside_level", "")),
        ("6日8时，垸内水位32.1米，外河水位33.2米。", ("outside_level", "")),
        ("6日8时，白茅水库库水位125.36米，入库流量1500立方米每秒。", ("discharge", "白茅水库入库")),
    ],
)
def test_a_clause_that_names_no_gauge_is_of_the_one_named_before(text: str, thing: tuple[str, str]) -> None:
    assert thing in group_figures(gather(read(text).timeline), (thing[0], "level"))


def test_a_gauge_is_not_carried_into_the_next_sentence() -> None:
    found = group_figures(
        gather(read("6日8时，青湖站水位33.25米。超警戒1.75米。").timeline), ("above_warning",)
    )
    assert ("above_warning", "青湖站") not in found
