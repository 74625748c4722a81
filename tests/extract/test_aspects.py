"""What a number measures is told by the words around it."""

import pytest

from extract.aspects import Aspect, find_aspects
from extract.rulebook import Rule, load, marked
from extract.sentences import Sentence
from extract.spans import Span
from tests.extract.passages import as_signs

CASES = [
    ("左岸已经进占3米", "distance", "advance"),
    ("决口宽约220米", "distance", "breach_width"),
    ("是离决口约两公里处的隔堤", "distance", "distance_to_breach"),
    ("长约14.3公里的间堤", "distance", "dike_length"),
    ("在闸南铺设数公里彩条布", "distance", "sheeting_length"),
    ("水位较昨日下降0.06米", "water_level", "change"),
    ("南站水位达到33.08米", "water_level", "level"),
    ("超警戒水位1.2米", "water_level", "above_warning"),
    ("水深约5米", "water_level", "depth"),
    ("内外水位差1.7米", "water_level", "level_difference"),
    ("派出120名消防员", "personnel", "deployed"),
    ("队伍400余人参与抢险救援", "personnel", "deployed"),
    ("转移群众5000余人", "people", "evacuated"),
    ("120名群众被转移", "people", "evacuated"),
    ("救出被困村民12人", "people", "rescued"),
    ("造成2人失联", "people", "missing"),
    ("流量每秒985立方米", "flow", "discharge"),
    ("流速每秒3米", "flow", "velocity"),
    ("累计降雨395.6毫米", "rainfall", "accumulated"),
    ("受淹农田3万亩", "area", "flooded_area"),
    ("抽排积水4.8万立方米", "volume", "water_volume"),
    ("出动冲锋舟20艘", "equipment", "equipment"),
    ("预计工程周期4天左右", "duration", "closure"),
]


def _read(text: str) -> tuple[Sentence, list[tuple[str, Aspect | None]]]:
    """Say of each quantity, by the words quoted, what it measures."""
    sentence, quantities, signs = as_signs(text)
    found = find_aspects(sentence, signs, quantities)
    quoted = [
        sentence.words(Span(a.lead.start, q.span.end)) if a and a.lead else q.text
        for q, a in zip(quantities, found, strict=True)
    ]
    return sentence, list(zip(quoted, found, strict=True))


@pytest.mark.parametrize(("text", "kind", "aspect"), CASES)
def test_an_aspect(text: str, kind: str, aspect: str) -> None:
    _, ((_, found), *_rest) = _read(text)
    assert found is not None
    assert (found.kind, found.aspect) == (kind, aspect)


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("三站分别超警戒0.39米、1.06米、0.55米", ["above_warning"] * 3),
        ("比警戒水位27.5米高1.62米", ["warning_level", "above_warning"]),
        ("117米的溃口已封堵90多米，还剩不到20米", ["breach_width", "advance", "remaining"]),
        ("口门由30米拓宽至64米", ["breach_width", "breach_width"]),
        ("转移群众300人，其中老人60名", ["evacuated", "affected"]),
        ("出动官兵60名、冲锋舟8艘、木桩200根", ["deployed", "equipment", "equipment"]),
        ("造成3人死亡、8人失踪、21人受困", ["dead", "missing", "trapped"]),
        ("决口按每天60至80米的进度合龙", ["advance_rate"]),
    ],
)
def test_the_aspects_of_a_sentence(text: str, aspects: list[str]) -> None:
    _, found = _read(text)
    assert [aspect.aspect for _, aspect in found if aspect and aspect.is_fact] == aspects


@pytest.mark.parametrize(
    "text",
    [
        "60名代表出席",
        "并24小时不间断巡查",
        "身高1.8米",
        "能见度不足30米",
        "较24小时前",
        "每8小时换一拨",
        "三个进水的村子",
        "制定一套方案",
        "一名队员说",
        "3条建议",
    ],
)
def test_a_number_that_is_no_flood_fact(text: str) -> None:
    _, found = _read(text)
    assert found
    assert not [aspect for _, aspect in found if aspect and aspect.is_fact]


def test_a_fall_is_negative_and_its_verb_belongs_to_the_quote() -> None:
    _, ((quoted, found),) = _read("水位较昨日下降0.06米")
    assert found is not None
    assert (quoted, found.sign) == ("下降0.06米", -1)


@pytest.mark.parametrize("text", ["外河水位比垸里高0.6米", "水位一天上涨0.16米", "历时近77小时，成功合龙"])
def test_what_stands_far_away_changes_nothing(text: str) -> None:
    _, alone = _read(text)
    _, found = _read(f"{'村里都好；' * 50}{text}；{'村里都好；' * 50}")
    assert [(quoted, aspect and aspect.rule) for quoted, aspect in found] == [
        (quoted, aspect and aspect.rule) for quoted, aspect in alone
    ]


RULES = load("aspects").rules


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.yes], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_fits_its_yes_example(rule: Rule, example: str) -> None:
    text, words = marked(example)
    _, found = _read(text)
    assert (words, rule.name) in {(quoted, aspect and aspect.rule) for quoted, aspect in found}


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.no], ids=lambda v: getattr(v, "name", v)
)
def test_a_rule_leaves_its_no_example_alone(rule: Rule, example: str) -> None:
    _, found = _read(example)
    assert rule.name not in {aspect.rule for _, aspect in found if aspect}
