"""Whom a clause begins with."""

import pytest

from extract.heads import Head, find_head
from extract.spans import Span
from extract.triggers import Triggers

KNOWN = frozenset({"查某", "欧阳某"})


def _find(clause: str) -> Head | None:
    whole = Span(0, len(clause))
    may = frozenset[str]().union(*(rules for _, rules in Triggers("speakers", clause, whole).found))
    return find_head(clause, whole, KNOWN, may)


@pytest.mark.parametrize(
    ("clause", "rule", "issuer", "role"),
    [
        ("新华社河西8月6日电国务院副总理王某6日上午赴现场", "person", "王某", "国务院副总理"),
        ("正在国外访问的国家主席王某作出指示", "person", "王某", "国家主席"),
        ("县防指指挥长、副县长查某督查堤防", "person", "查某", "县防指指挥长、副县长"),
        ("县委书记欧阳某一行到场", "person", "欧阳某", "县委书记"),
        ("随后查某强调", "named", "查某", None),
        ("王某强调", "named", "王某", None),
        ("李某省长要求", "titled", "李某", "省长"),
        ("他还指出", "pronoun", None, None),
        ("6日20时东山省防指要求", "body", "东山省防指", None),
        ("石桥县委、县政府召开会议", "body", "石桥县委、县政府", None),
        ("会商强调", "meeting", "会商", None),
        ("全市防汛会议召开", "held", "全市防汛会议", None),
        ("水文专家赵某说", "lay", None, None),
        ("省水利厅厅长吴某介绍", "lay", None, None),
    ],
)
def test_the_head(clause: str, rule: str, issuer: str | None, role: str | None) -> None:
    head = _find(clause)
    assert head is not None
    assert (head.rule, head.issuer, head.role) == (rule, issuer, role)


@pytest.mark.parametrize(
    "clause",
    [
        "水位超警戒1米",
        "按照部长王某安排",
        "在县长李某带领下",
        "水利部门加强巡查",
        "国家防总工作组抵达",
        "主任医师到场",
    ],
)
def test_other_clauses_have_none(clause: str) -> None:
    assert _find(clause) is None


def test_persons_named_together_are_all_met() -> None:
    clause = "省委书记王某、省长李某到堤上检查"
    head = _find(clause)
    assert head is not None
    assert [(other.issuer, other.role) for other in head.others] == [("李某", "省长")]
