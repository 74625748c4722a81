"""A time is the reporter's own where he says from when he speaks."""

import pytest

from extract.reporters import is_reporters
from extract.times import find_times
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("记者6日13时在决口处看到", True),
        ("记者周某某、李某6日从县防指获悉", True),
        ("6日13时，记者在现场了解到", True),
        ("6日下午，本报记者走进柳林垸", True),
        ("6日20:45，河西晚报记者打通了队长的电话", True),
        ("记者看到，6日13时堤身已经稳固", False),
        ("6日召开的记者会上", False),
        ("6日13时，民兵上堤", False),
    ],
)
def test_whose_time_it_is(text: str, *, own: bool) -> None:
    sentence = as_sentence(text)
    assert is_reporters(sentence, find_times(sentence)[0]) is own
