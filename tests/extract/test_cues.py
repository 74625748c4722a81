"""A sentence as signs: its cues, numbers, names and marks in their order."""

import pytest

from extract.cues import read_signs
from extract.quantities import find_quantities
from extract.rulebook import load
from extract.spans import Span
from tests.extract.passages import as_sentence, as_signs

NAMES = {sign: name for name, sign in load("cues").signs.items()}


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("水位较昨日下降0.06米", ["level", "than", ".", "fall", "◇"]),
        ("决口宽20米，120名官兵", ["breach", "wide", "◇", ",", "○", "force"]),
        ("长约6公里的间堤", ["long", "◇", "的", "second"]),
        ("“洪水”退去", ["water", "fall"]),
        ("超市人很多", [".", "."]),
    ],
)
def test_a_sentence_as_signs(text: str, signs: list[str]) -> None:
    _, _, found = as_signs(text)
    assert [NAMES.get(sign, sign) for sign in found.text] == signs


def test_no_cue_is_read_inside_a_name_or_a_time() -> None:
    sentence = as_sentence("昨晚，东山抢险救援队出动20人")
    names, times = [Span(3, 10)], [Span(0, 2)]
    found = read_signs(sentence, find_quantities(sentence), names, times)
    assert [NAMES.get(sign, sign) for sign in found.text] == ["Ｔ", ",", "Ｎ", "send", "○"]


def test_a_stretch_of_signs_leads_back_to_its_words() -> None:
    sentence, _, found = as_signs("5日，青湖站水位持续上涨。")
    start = found.text.index(load("cues").signs["level"])
    assert sentence.words(found.span(start, start + 1)) == "水位"
