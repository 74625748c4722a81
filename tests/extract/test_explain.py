"""Every row can say why it says what it says, and every number why it became none."""

import datetime as dt

import pytest

from extract import extract
from extract.explain import explain, rejections

DAY = dt.date(2025, 8, 6)
TEXT = (
    "河西县柳林垸大堤决口后，抢险正在进行。5日16时许，河西军分区组织300余名民兵上堤，24小时不间断巡查。"
    "18时，决口处水位下降0.3米，堤身长6公里。"
)


def _told(quote: str) -> dict[str, str]:
    fact = next(fact for fact in extract(TEXT, DAY).facts if fact.quote == quote)
    return dict(explain(TEXT, fact.fact_id, DAY))


def test_a_fact_tells_the_words_and_rules_of_its_value_time_and_responder() -> None:
    told = _told("300余名")
    assert told["number"] == "300余名 by quantity.plain: 300 to open person (at_least)"
    assert told["measures"] == "personnel, deployed, by personnel.force_after"
    assert told["time"].startswith("5日16时许 by time.calendar: 2025-08-05 16:00:00 (hour, stated), said in")
    assert told["responder"] == "河西军分区 by responders.military: 河西军分区, named in its sentence"
    assert told["status"] == "observed"


def test_the_signs_show_which_cues_were_seen() -> None:
    assert "level fall ◇" in _told("下降0.3米")["signs"]


def test_a_fact_without_time_or_responder_says_so() -> None:
    told = _told("6公里")
    assert told["responder"].startswith("none: its sentence names nobody")


def test_an_unknown_id_tells_nothing() -> None:
    assert explain(TEXT, "nothing", DAY) == ()


@pytest.mark.parametrize(("quote", "why"), [("24小时", "none.hours"), ("16时", None)])
def test_a_rejected_number_names_the_rule(quote: str, why: str | None) -> None:
    told = {rejection.quote: rejection.why for rejection in rejections(TEXT, DAY)}
    assert (told[quote].split(":")[0] if quote in told else None) == why


def test_an_article_of_other_matters_is_listed() -> None:
    page = f"{TEXT}\n\n本报8月6日讯 主队三球告负，1.2万名球迷到场，教练称赛程过密。\n"
    left_out = [r for r in rejections(page, DAY) if r.why.startswith("topics")]
    assert [r.sentence[:2] for r in left_out] == ["本报"]


def test_what_is_quoted_stands_at_its_place() -> None:
    numbers = rejections(TEXT, DAY)
    assert numbers
    assert all(TEXT[r.place.start : r.place.end] == r.quote for r in numbers)
