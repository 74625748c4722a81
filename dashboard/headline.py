"""The headline: the state now in one sentence made of the facts, and how far these go."""

from collections.abc import Sequence

from dashboard.filters import undated
from dashboard.levels import water_words
from dashboard.links import cite_marked
from dashboard.quotes import escape_html
from dashboard.responses import GENERAL
from dashboard.scene import Scene
from dashboard.situation import Commitment
from dashboard.strings import THEMES, name, say
from dashboard.tellings import find_contradicted
from dashboard.wording import (
    Row,
    amount_words,
    issuer_words,
    known,
    latest_words,
    placed_words,
    published_words,
    rows,
    time_words,
    value_words,
)

_NAMED = 2
"""So many figures of one moment, and so many themes of directives, are named."""
_BARE = {"level", "change"}
"""Figures of the water that do not say themselves that they are of its level."""
_WORDS = {"water_level": water_words, "advance": placed_words}
"""How figures are said that are not just numbers, by kind or aspect."""


def tell_standing(scene: Scene) -> list[str]:
    """Say, in parts, how far the incident is known: by which reports, until when, by how many facts."""
    lang = scene.lang
    reports = scene.reports
    words = [published_words(report, lang) for report in rows(reports)] if len(reports) == 1 else []
    if not words:
        words.append(say(lang, "reports_count", count=len(reports)))
        if len(days := reports["published"].dropna()):
            ends = dict.fromkeys((days.min().isoformat(), days.max().isoformat()))
            words.append(say(lang, "published_between", days=" – ".join(ends)))
    if (doubtful := int((reports["published_basis"] == "assumed").sum())) and len(reports) > 1:
        words.append(say(lang, "reports_assumed", count=doubtful))
    if scene.situation.latest is not None:
        latest = latest_words(scene.situation.latest, lang, assumed=bool(scene.every["assumed"].any()))
        words.append(say(lang, "latest", time=latest))
    words.append(say(lang, "unfiltered", total=scene.total))
    if count := len(undated(scene.every)):
        words.append(say(lang, "undated_count", count=count))
    return words


def make_sentence(scene: Scene, *, linked: bool = True) -> str:
    """Say the state now in one sentence of HTML, the reported words marked; "" if nothing is known.

    What began, the water, the closure, the second line, who is there, what was ordered last.

    Args:
        scene: What is shown.
        linked: Whether each figure leads to its source in the page.
    """
    now, lang = scene.situation, scene.lang
    clauses = [*_flood(scene, linked=linked), *_people(scene, linked=linked), *_orders(scene, linked=linked)]
    if not clauses or now.latest is None:
        return ""
    latest = latest_words(now.latest, lang, assumed=bool(scene.timeline["assumed"].any()))
    as_of = say(lang, "as_of", time=f"<mark>{escape_html(latest)}</mark>")
    told = say(lang, "clause").join(clauses)
    return f"{as_of}{say(lang, 'colon')}{told}{'。' if lang == 'zh' else '.'}"


def _flood(scene: Scene, *, linked: bool) -> list[str]:
    """Say what the flood does and what is done about it, a clause each, as HTML."""
    now, lang = scene.situation, scene.lang
    event = [] if now.event is None else [now.event]
    parts: list[tuple[str, Sequence[Row]]] = [
        ("said_event", event),
        # A bare number does not say what it is of.
        ("said_level" if now.water and now.water[0].aspect in _BARE else "said_water", now.water),
        ("said_width", [now.width] if now.width is not None else []),
        ("said_advance", now.advance),
        *(
            (key, [] if row is None else [row])
            for key, row in (
                ("said_duration", now.duration),
                ("said_closed", now.closed),
                ("said_second", now.second_line),
                ("said_distance", now.distance),
                ("said_evacuated", now.evacuated),
            )
        ),
        *((f"said_{row.aspect}", [row]) for row in now.casualties),
    ]
    clauses = []
    for key, facts in parts:
        if facts:
            when = time_words(facts[0], lang)
            clauses.append(say(lang, key, value=_values(facts[:_NAMED], scene, linked=linked), time=when))
    return clauses


def _values(facts: Sequence[Row], scene: Scene, *, linked: bool) -> str:
    """Name facts, an advance with its place, each as a link; and what other sources say against them."""
    lang = scene.lang
    listed = say(lang, "list")
    words = _WORDS.get(facts[0].kind if facts[0].kind == "water_level" else facts[0].aspect, value_words)
    told = listed.join(_mark(words(row, lang), row, scene, linked) for row in facts)
    disputed = [str(fact.fact_id) for fact in facts if fact.disputed]
    against = [row for fact in disputed for row in find_contradicted(scene.every, fact)]
    if not against:
        return told
    others = listed.join(_mark(value_words(row, lang), row, scene, linked) for row in against)
    return told + say(lang, "said_disputed", value=others)


def _people(scene: Scene, *, linked: bool) -> list[str]:
    people = scene.situation.people
    if people is None:
        return []
    total = _mark(sum_words(people, scene.lang), people.counted[0], scene, linked)
    units = len({unit for row in people.counted if known(row.responder) for unit in [row.responder]})
    return [say(scene.lang, "said_people", value=total, units=units + len(people.silent))]


def _orders(scene: Scene, *, linked: bool) -> list[str]:
    """Say what was ordered last: by whom, when, how much, of which themes."""
    lang, dated = scene.lang, scene.directives.dropna(subset=["begin"])
    if dated.empty:
        return []
    last = rows(dated.sort_values("begin", kind="stable"))[-1]
    same = [row for row in rows(dated) if row.issuer == last.issuer and row.begin == last.begin]
    # A general demand says least of what is to be done.
    told = sorted({theme: None for row in same for theme in row.themes}, key=GENERAL.__contains__)
    themes = [name(lang, THEMES, theme) for theme in told]
    key = "said_ordered_more" if len(themes) > _NAMED else "said_ordered"
    count = _mark(say(lang, "directives_value", count=len(same)), same[0], scene, linked)
    listed = escape_html(say(lang, "list").join(themes[:_NAMED]))
    issuer = escape_html(issuer_words(last.issuer, lang)) if known(last.issuer) else ""
    when = escape_html(time_words(last, lang))
    return [say(lang, key, issuer=issuer, time=when, count=count, themes=listed)]


def sum_words(people: Commitment, lang: str) -> str:
    """Say how many people are committed; a lower bound where not everybody counted exactly."""
    high = people.low if people.exact else float("nan")
    return amount_words(people.low, high, "exact", "person", lang)


def _mark(words: str, row: Row, scene: Scene, linked: bool) -> str:  # noqa: FBT001  # passed on
    if not linked:
        return f"<mark>{escape_html(words)}</mark>"
    return cite_marked(str(row.fact_id if hasattr(row, "fact_id") else row.directive_id), words, scene.view)
