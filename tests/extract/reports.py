"""Made-up reports, as many as wanted, each as if it had been read: for what must hold of many."""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from typing import Any

from extract.directives import Directive
from extract.facts import Fact
from extract.pipeline import Extraction, Report
from extract.spans import Span

FIRST_DAY = dt.datetime(2031, 7, 1)  # noqa: DTZ001  # local, as the records carry it
PLACES = "柳林垸", "青湖圩", "北沙垸", "东堰圩", "荷塘垸", "石门垸", "梅溪圩", "白茅垸"
UNITS = (
    ("河西市消防救援支队", "fire_rescue"),
    ("石桥县民兵连", "militia"),
    ("武警东山总队", "armed_police"),
    ("东山省水利厅", "government"),
    ("青湖站防汛突击队", "volunteers"),
    ("第七工程集团", "state_enterprise"),
)
# What is counted, how it reads, and in what.
FIGURES = (
    ("personnel", "deployed", "{n}余人", "person"),
    ("people", "evacuated", "转移群众{n}人", "person"),
    ("distance", "breach_width", "决口宽{n}米", "m"),
    ("water_level", "level", "水位{n}米", "m"),
    ("equipment", "deployed", "机械{n}台", "piece"),
    ("action", "dispatched", "第{n}次出动", None),
)


def make_reports(
    count: int, *, places: int = len(PLACES), days: int = 20, facts: int = 28
) -> Iterator[Extraction]:
    """Make reports of breaches, the same ones each time.

    Args:
        count: How many.
        places: Of how many places they tell, in turns.
        days: Over how many days their facts spread.
        facts: How many facts a report tells, eight more or less.
    """
    for number in range(count):
        place = PLACES[number % places] if places <= len(PLACES) else f"{PLACES[number % 8]}{number % places}"
        yield make_report(number, f"{place}决口", days=days, facts=facts)


def make_report(number: int, incident: str | None, *, days: int = 20, facts: int = 28) -> Extraction:
    """Make one report, told apart by its number."""
    dice = random.Random(number)  # noqa: S311  # no secret: every run must draw the same
    told = [_tell(dice, number, days) for _ in range(dice.randint(max(facts - 8, 1), facts + 8))]
    order = f"县防指要求加密第{number}段巡堤频次。"
    sentences = [words for words, _ in told]
    text = "\n".join((f"{incident or '防汛'}抢险第{number}报", *sentences, order))
    report_id = f"r{number}"
    report = Report(
        report_id=report_id,
        source_name=f"{number}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=f"抢险第{number}报",
        title_clue="h1",
        publisher="河西日报",
        publisher_clue="og:site_name",
        published=FIRST_DAY.date() + dt.timedelta(days=dice.randrange(days)),
        published_basis="stated",
        published_clue="2031年7月",
        text=text,
    )
    begins = _begins(text, sentences)
    day = {"reported_at": dt.datetime.combine(report.published or FIRST_DAY, dt.time())}
    made = tuple(
        _fact(report_id, incident, position, begins[position], columns | day)
        for position, (_, columns) in enumerate(told)
    )
    return Extraction(
        report=report, facts=made, directives=(_order(report_id, order, text),), times=(), articles=1
    )


def tell(
    report_id: str, *told: tuple[str | None, str | None], published: str | None = "2031-07-05", text: str = ""
) -> Extraction:
    """Make a report that tells some facts, each of an incident and on a day, or of none or never."""
    report = Report(
        report_id=report_id,
        source_name=f"{report_id}.txt",
        sha256=hashlib.sha256(f"{report_id}{text}".encode()).hexdigest(),
        title=None,
        title_clue=None,
        publisher=None,
        publisher_clue=None,
        published=dt.date.fromisoformat(published) if published else None,
        published_basis="stated" if published else "assumed",
        published_clue=None,
        text=text or "、".join(incident or "" for incident, _ in told),
    )
    columns = _tell(random.Random(0), 0, 1)[1]  # noqa: S311  # no secret
    facts = tuple(
        _fact(
            report_id,
            incident,
            position,
            0,
            columns | {"start": dt.datetime.fromisoformat(day) if day else None},
        )
        for position, (incident, day) in enumerate(told)
    )
    return Extraction(report=report, facts=facts, directives=(), times=(), articles=1)


def _begins(text: str, sentences: list[str]) -> list[int]:
    begins, reached = [], 0
    for sentence in sentences:
        begins.append(text.index(sentence, reached))
        reached = begins[-1] + len(sentence)
    return begins


def _tell(dice: random.Random, number: int, days: int) -> tuple[str, dict[str, Any]]:
    kind, aspect, wording, measure = dice.choice(FIGURES)
    unit, unit_type = dice.choice(UNITS)
    moment = FIRST_DAY + dt.timedelta(minutes=dice.randrange(days * 1440))
    value = dice.randint(2, 9000)
    quote = wording.format(n=value)
    when = f"{moment.month}月{moment.day}日{moment.hour}时"
    place = f"青湖站{number % 97}号堤段"
    sentence = f"{when}许，{unit}向{place}前线指挥部报告：现场{quote}，抢险仍在继续。"
    columns: dict[str, Any] = {
        "kind": kind,
        "aspect": aspect,
        "reported_at": None,
        "start": moment.replace(minute=0) if dice.random() < 0.9 else None,
        "time_text": when,
        "responder": unit,
        "responder_type": unit_type,
        "place": place,
        "value_min": None if measure is None else float(value),
        "measure": measure,
        "quote": quote,
        "sentence": sentence,
    }
    return sentence, columns


def _fact(report_id: str, incident: str | None, position: int, begin: int, columns: dict[str, Any]) -> Fact:
    sentence, quote = columns["sentence"], columns["quote"]
    found = begin + sentence.index(quote)
    return Fact(
        fact_id=f"{report_id}-{position}",
        article="抢险",
        incident=incident,
        theme="breach_closure",
        end=None,
        time_precision="hour" if columns["start"] else None,
        time_basis="stated" if columns["start"] else None,
        responder_text=columns["responder"],
        value_max=columns["value_min"],
        modifier="about",
        status="observed",
        quote_span=Span(found, found + len(quote)),
        sentence_span=Span(begin, begin + len(sentence)),
        rule="made.up",
        **columns,
    )


def _order(report_id: str, sentence: str, text: str) -> Directive:
    begin = text.index(sentence)
    return Directive(
        directive_id=f"{report_id}-d",
        article="抢险",
        issuer="县防指",
        issuer_role=None,
        venue=None,
        addressee=None,
        start=FIRST_DAY,
        end=None,
        time_text=None,
        themes=("dike_inspection",),
        quote=sentence,
        quote_span=Span(begin, begin + len(sentence)),
        sentence=sentence,
        sentence_span=Span(begin, begin + len(sentence)),
        rule="made.order",
    )
