"""The headline: the state now in one sentence made of the facts, five figures, and how far they go."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.filters import undated
from dashboard.quotes import escape_html
from dashboard.responses import Response
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.tellings import find_contradicted
from dashboard.wording import (
    Row,
    amount_words,
    latest_words,
    placed_words,
    published_words,
    rows,
    source_name,
    time_words,
    value_words,
)

_NAMED = 2
"""So many figures of one moment are named."""
_NAME, _CLOSING = 10, "》”"
"""So many characters of a source's name a card shows, and what closes a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A figure: plain words, and the id of the fact or directive it opens."""

    key: str
    value: str
    notes: tuple[str, ...]
    opens: str | None
    help: str | None = None


def tell_standing(scene: Scene) -> list[str]:
    """Say, in parts, how far the incident is known: by which reports, until when, by how many facts."""
    lang = scene.lang
    reports = scene.tables.reports
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


def make_sentence(scene: Scene) -> str:
    """Say the state now in one sentence of HTML, the reported words marked; "" if nothing is known."""
    lang, now = scene.lang, scene.situation
    parts: list[tuple[str, str, Sequence[Row]]] = []
    if now.water:
        words = say(lang, "list").join(row.quote for row in now.water[:2])
        # A bare number does not say what it is of.
        key = "said_water" if "水" in words else "said_level"
        parts.append((key, words, now.water[:2]))
    if now.advance:
        parts.append(("said_advance", _words(now.advance, lang), now.advance))
    named = (
        ("said_duration", now.duration),
        ("said_second", now.second_line),
        ("said_distance", now.distance),
    )
    parts += [(key, value_words(row, lang), [row]) for key, row in named if row is not None]
    if now.people:
        parts.append(("said_people", _people(scene), []))
    if not parts or now.latest is None:
        return ""
    told = say(lang, "clause").join(
        say(lang, key, value=_mark(words), words=_mark(words)) + _doubt(facts, scene)
        for key, words, facts in parts
    )
    latest = latest_words(now.latest, lang, assumed=bool(scene.timeline["assumed"].any()))
    as_of = say(lang, "as_of", time=_mark(latest))
    return f"{as_of}{say(lang, 'colon')}{told}{'。' if lang == 'zh' else '.'}"


def _doubt(facts: Sequence[Row], scene: Scene) -> str:
    """Say in the sentence, as HTML, what other sources say against its words; "" where none does."""
    against = [row for fact in facts for row in _against(fact, scene)]
    values = say(scene.lang, "list").join(value_words(row, scene.lang) for row in against)
    return say(scene.lang, "said_disputed", value=_mark(values)) if against else ""


def make_cards(scene: Scene, responses: Sequence[Response]) -> list[Card]:
    """Make the five figures, in the order they are read."""
    now = scene.situation
    water = (*now.water, None, None)
    return [
        _people_card(scene),
        _card("water", now.water[:1], water[1], scene),
        _card("advance", now.advance, now.duration, scene),
        _card("second", [now.second_line] if now.second_line is not None else [], now.distance, scene),
        _directives_card(scene, responses),
    ]


def _card(key: str, figures: Sequence[Row], second: Row | None, scene: Scene) -> Card:
    """Make a card of its figures and a second one in smaller print, whichever of them is known."""
    lang = scene.lang
    value = _words(figures, lang) if figures else _not_reported(scene)
    small = "" if second is None else say(lang, f"note_{key}", value=value_words(second, lang))
    row = next(iter(figures), second)
    disputes = [note for fact in figures[:_NAMED] for note in _disputes(fact, scene)]
    return Card(
        key=key,
        value=value,
        notes=tuple(filter(None, (small, *disputes, "" if row is None else time_words(row, lang)))),
        opens=None if row is None else str(row.fact_id),
    )


def _words(figures: Sequence[Row], lang: str) -> str:
    """Name figures of one moment, an advance with its place."""
    words = placed_words if any(row.aspect == "advance" for row in figures) else value_words
    return say(lang, "list").join(words(row, lang) for row in figures[:_NAMED])


def _disputes(fact: Row, scene: Scene) -> list[str]:
    """Name the sources of a figure and of those that cannot be true with it, one note for each."""
    lang = scene.lang
    return [
        say(
            lang, "disputed", source=_source(fact, scene), other=_source(row, scene),
            value=value_words(row, lang),
        )
        for row in _against(fact, scene)
    ]  # fmt: skip


def _against(fact: Row, scene: Scene) -> tuple[Row, ...]:
    return find_contradicted(scene.every, str(fact.fact_id))


def _source(fact: Row, scene: Scene) -> str:
    reports = scene.tables.reports
    (report,) = rows(reports[reports["report_id"] == fact.report_id])
    name = source_name(report, fact, scene.lang)
    return name if len(name) <= _NAME else f"{name[:_NAME]}…{name[-1] if name[-1] in _CLOSING else ''}"


def _not_reported(scene: Scene) -> str:
    return say(scene.lang, "not_reported_filtered" if scene.view.filtered else "not_reported")


def _people_card(scene: Scene) -> Card:
    lang, people = scene.lang, scene.situation.people
    if people is None:
        return Card(key="people", value=_not_reported(scene), notes=(), opens=None)
    notes = [say(lang, "people_note", counted=len(people.counted))]
    if people.silent:
        notes.append(say(lang, "people_note_silent", silent=len(people.silent)))
    disputed = [
        f"{count.responder}{say(lang, 'colon')}{note}"
        for count in people.counted
        for note in _disputes(count, scene)
    ]
    newest = max(people.counted, key=lambda row: row.begin)
    return Card(
        key="people",
        value=_people(scene),
        notes=(*notes, *disputed[:1], time_words(newest, lang)),
        opens=people.counted[0].fact_id,
        help=say(lang, "figure_people_help"),
    )


def _people(scene: Scene) -> str:
    people = scene.situation.people
    assert people is not None  # noqa: S101  # both callers look first
    high = people.low if people.exact else float("nan")
    return amount_words(people.low, high, "exact", "person", scene.lang)


def _directives_card(scene: Scene, responses: Sequence[Response]) -> Card:
    lang, directives = scene.lang, scene.directives
    if directives.empty:
        return Card(key="directives", value=_not_reported(scene), notes=(), opens=None)
    asked = [response for response in responses if response.answerable]
    answered = sum(bool(response.work) for response in asked)
    counts = {"answered": answered, "silent": len(asked) - answered}
    first = rows(directives)[0]
    key = "directives_note_filtered" if scene.view.filtered else "directives_note"
    return Card(
        key="directives",
        value=say(lang, "directives_value", count=len(directives)),
        notes=(say(lang, key, **counts), time_words(first, lang)),
        opens=first.directive_id,
    )


def _mark(words: str) -> str:
    return f"<mark>{escape_html(words)}</mark>"
