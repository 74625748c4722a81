"""Facts told twice, revised and contradicted are marked; what only looks alike is not."""

import datetime as dt

import pytest

from extract.pipeline import extract
from extract.relations import relate

PUBLISHED = dt.date(2025, 8, 7)

MARKED = [
    # text, the mark, the quote that bears it, the quote it points to
    ("柳林垸6日9时决口，口门宽30米。6日15时，口门宽已达60米。", "revises", "60米", "30米"),
    ("柳林垸6日9时决口，口门宽约十五米。截至7日8时，口门宽一百三十米。", "revises", "一百三十米", "约十五米"),
    ("柳林垸决口，5日20时口门宽80米。6日8时，口门宽缩窄至52米。", "revises", "52米", "80米"),
    ("柳林垸決口，5日20時口門寬80米。6日8時，口門寬擴至95米。", "revises", "95米", "80米"),
    ("柳林垸决口，口门6日2时的30米到6日9时扩宽至64米。", "revises", "64米", "30米"),
    ("柳林垸决口，6日9时口门宽30米。6日12时口门宽45米。6日15时口门宽60米。", "revises", "60米", "45米"),
    (
        "柳林垸洪水抢险。6日8时，清水河石桥县石桥站水位33.08米。6日20时，清水河石桥县石桥站水位33.52米。",
        "revises",
        "33.52米",
        "33.08米",
    ),
    ("柳林垸决口，6日9时口门宽30米。7日，口门宽50米。", "revises", "50米", "30米"),
    ("柳林垸决口，6日9时口门宽118米。6日9时，口门宽150米。", "contradicts", "150米", "118米"),
    ("柳林垸决口，截至6日9时口门宽50米。截至6日9时，口门宽90米。", "contradicts", "90米", "50米"),
    (
        "柳林垸洪水抢险。6日8时，清水河石桥县石桥站水位33.08米。6日8时，清水河石桥县石桥站水位34.61米。",
        "contradicts",
        "34.61米",
        "33.08米",
    ),
    ("柳林垸决口，6日9时口门宽118米。这道118米的决口已被封堵。", "same_as", "118米", "118米"),
    ("柳林垸决口，石桥县转移群众1347人。目前1347名群众已转移到安置点。", "same_as", "1347人", "1347名"),
    ("清水河发生洪水，保证水位36.50米。清水河洪水比保证水位36.5米高0.34米。", "same_as", "36.5米", "36.50米"),
    (
        "柳林垸决口，石桥县消防救援大队派出125名指战员。石桥县消防救援大队的125名指战员奋战在堤上。",
        "same_as",
        "125名",
        "125名",
    ),
]

UNMARKED = [
    # two things in one sentence
    "柳林垸决口，6日9时两处口门宽分别为45米和22米。",
    "柳林垸决口，东岸口门宽60米，西岸口门宽60米。",
    # other places, other sides, other levels
    "柳林垸洪水抢险。6日8时，清水河石桥县石桥站水位33.08米。6日20时，河西市青湖站水位35.52米。",
    "6日8时，垸外水位31.86米。6日9时，垸内水位28.30米。",
    "柳林垸洪水抢险。6日8时，石桥县石桥站水位33.08米。6日8时，石桥县青湖站水位34.61米。",
    "柳林垸洪水抢险。6日8时，清水河石桥县石桥站警戒水位33.00米。6日20时，清水河石桥县石桥站水位33.52米。",
    "柳林垸洪水抢险。6日，石桥县转移群众1300人。7日，河西市转移群众2600人。",
    # parts and increments
    "柳林垸洪水抢险。6日8时，石桥县消防救援大队派出50人抗洪抢险。7日8时，石桥县消防救援大队又派出80人抗洪抢险。",
    "柳林垸洪水抢险。6日8时，石桥县转移群众累计1300人。7日8时，石桥县转移群众，其中老人2600人。",
    # changes, rates, rain, lengths of different things
    "柳林垸洪水抢险。6日8时，清水河石桥县石桥站水位上涨0.3米。6日20时，清水河石桥县石桥站水位上涨0.5米。",
    "柳林垸洪水抢险。6日8时，石桥县降雨量120毫米。7日8时，石桥县降雨量95毫米。",
    "柳林垸间堤长12公里。清水河大堤长12公里，抗洪抢险正在进行。",
    # equal by chance
    "柳林垸决口，20艘冲锋舟赶来。20台挖掘机随后赶到。",
    "柳林垸决口，石桥县民兵派出50人。河西市消防救援支队派出50人。",
    "柳林垸决口，30人赶来抢险。当晚还有30人巡堤。",
    # forecasts, overlapping and "about" figures, a flood of another year
    "柳林垸决口，6日9时口门宽30米。预计7日9时口门宽将达60米。",
    "柳林垸决口，6日9时口门宽约100米。6日9时，口门宽102米。",
    "柳林垸决口，6日9时口门宽超过100米。6日9时，口门宽130米。",
    "柳林垸1998年决口，口门宽30米。2025年8月6日9时再次决口，口门宽80米。",
]


@pytest.mark.parametrize(("text", "mark", "bearer", "target"), MARKED)
def test_a_relation_is_marked(text: str, mark: str, bearer: str, target: str) -> None:
    facts = extract(text, PUBLISHED).facts
    quotes = {fact.fact_id: fact.quote for fact in facts}
    found = [(fact.quote, quotes[getattr(fact, mark)]) for fact in facts if getattr(fact, mark)]
    assert (bearer, target) in found


@pytest.mark.parametrize("text", UNMARKED)
def test_what_only_looks_alike_is_not_marked(text: str) -> None:
    facts = extract(text, PUBLISHED).facts
    assert facts
    marks = [(f.quote, f.same_as, f.revises, f.contradicts) for f in facts]
    assert [mark for mark in marks if any(mark[1:])] == []


def test_no_fact_is_removed_moved_or_marked_with_itself() -> None:
    facts = extract("".join(text for text, *_ in MARKED), PUBLISHED).facts
    again = relate(facts)
    assert [fact.fact_id for fact in again] == [fact.fact_id for fact in facts]
    assert all(fact.fact_id not in (fact.same_as, fact.revises, fact.contradicts) for fact in again)
