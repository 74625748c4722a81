"""A sentence as signs: its cues, numbers, names and marks in their order."""

import pytest

from extract.cues import read_signs
from extract.quantities import find_quantities
from extract.rulebook import load
from extract.sentences import Sentence
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


@pytest.mark.parametrize(
    ("names", "times", "stay"),
    [
        ([Span(2, 8)], [], "○"),
        ([Span(0, 5)], [Span(0, 2)], "Ｔ○"),
        ([Span(0, 5)], [], "Ｎ○"),
    ],
)
def test_of_two_that_overlap_a_number_stays_or_else_a_time(
    names: list[Span], times: list[Span], stay: str
) -> None:
    sentence = as_sentence("东山抢险队20人到达")
    found = read_signs(sentence, find_quantities(sentence), names, times)
    assert [sign for sign in found.text if sign in "ＮＴ○"] == list(stay)


def test_signs_after_a_number_and_a_name_lead_back_to_their_words() -> None:
    text = "昨晚，东山抢险救援队出动120人，“洪水”退去后返回。"
    sentence = Sentence(span=Span(100, 100 + len(text)), text=text, paragraph=0, is_heading=False)
    found = read_signs(sentence, find_quantities(sentence), [Span(103, 110)], [Span(100, 102)])
    words = [sentence.words(found.span(place, place + 1)) for place in range(len(found.text))]
    assert words == [
        "昨晚",
        "，",
        "东山抢险救援队",
        "出动",
        "120人",
        "，",
        "洪水",
        "退去",
        "后",
        "返回",
        "。",
    ]
