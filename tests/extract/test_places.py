"""The place is the chain of names the clause writes."""

import pytest

from extract.places import find_place
from tests.extract.passages import as_sentence


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("官兵进入河西市石桥区柳林镇二号闸", "进入", "河西市石桥区柳林镇二号闸"),
        ("5日，民兵在石桥县柳林垸上堤", "上堤", "石桥县柳林垸"),
        ("河西军分区组织民兵", "组织", None),
        ("随即展开救援", "救援", None),
        ("清水河左岸的石桥县柳林垸发生决口", "决口", "石桥县柳林垸"),
        ("清水河左岸在石桥县青湖河段决口，东山省派出民兵", "决口", "石桥县青湖河段"),
        ("清水河左岸堤防青石桥镇段发生决口", "决口", "堤防青石桥镇"),
    ],
)
def test_the_place(text: str, quote: str, place: str | None) -> None:
    sentence = as_sentence(text)
    assert find_place(sentence.clause_at(sentence.text.index(quote)), sentence) == place
