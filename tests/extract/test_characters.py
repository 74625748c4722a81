"""Folding makes one form of a character and never moves another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.characters import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２４年７月", "2024年7月"),
        ("告急後,組織", "告急后，组织"),
        ("1,400人", "1,400人"),
        ("21:15,塌出", "21:15，塌出"),
        ("截至今天(19日)", "截至今天（19日）"),
        ("25～30", "25~30"),
        ("㎡…", "㎡…"),
    ],
)
def test_one_form_of_each_character(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
