"""The figures that matter: each with its time, its change, what other sources say, and its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.attribution import short_source
from dashboard.headline import sum_words
from dashboard.levels import water_words
from dashboard.scene import Scene
from dashboard.situation import Situation
from dashboard.strings import ASPECTS, name, say
from dashboard.tellings import find_contradicted
from dashboard.wording import (
    Row,
    known,
    pick,
    placed_words,
    rows,
    time_words,
    unit_words,
    value_words,
)

_MOST, _LEAST = 4, 3
"""So many figures stand between people and directives; of those nobody reported, up to the least."""
_OF_A_BREACH = {"width", "advance", "closed", "second"}
_NAMED = 2
"""So many figures of one moment are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A figure in plain words.

    Attributes:
        key: What it is of, a part of its string's key.
        value: The figure.
        notes: Smaller print: figures beside it, disputes, its change, its time.
        opens: The id of the fact or directive it opens.
        source: Who tells it.
        help: How it is made, where that is not plain.
    """

    key: str
    value: str
    notes: tuple[str, ...]
    opens: str | None
    source: str = ""
    help: str | None = None


def make_cards(scene: Scene) -> list[Card]:
    """Make the figures, in the order they are read: people, what the flood and its fight come to, directives.

    Of a breach its water, closure and second line are missed where they are not reported, and said to be.
    """
    now = scene.situation
    told = {key: (figures, second) for key, figures, second in _figures(now) if figures or second is not None}
    is_breach = now.event is not None or not _OF_A_BREACH.isdisjoint(told)
    usual = ("water", "advance", "second") if is_breach else ("water",)
    # A width stands for the closure that is not reported, as does its end.
    instead = {"width", "closed"} & told.keys()
    missed = [key for key in usual if key not in told and not (key == "advance" and instead)]
    cards = [_card(key, *parts, scene) for key, parts in list(told.items())[:_MOST]]
    cards += [_card(key, (), None, scene) for key in missed[: max(_LEAST - len(cards), 0)]]
    return [_people_card(scene), *cards, _directives_card(scene)]


def _figures(now: Situation) -> list[tuple[str, Sequence[Row], Row | None]]:
    """List what can be shown, the most asked for first: a key, the figures, one in smaller print."""
    level, more = (*now.water, None, None)[:2]
    width, area = _one(now.width), _one(now.area)
    return [
        ("casualties", now.casualties, None),
        ("water", _one(level), more),
        ("width", () if now.advance else width, None),
        ("advance", now.advance, now.duration),
        ("closed", _one(now.closed), None),
        ("second", _one(now.second_line), now.distance),
        ("evacuated", _one(now.evacuated), None),
        ("rainfall", _one(now.rainfall), None),
        ("discharge", _one(now.discharge), None),
        ("area", area, None),
    ]


def _one(row: Row | None) -> Sequence[Row]:
    return () if row is None else (row,)


def _card(key: str, figures: Sequence[Row], second: Row | None, scene: Scene) -> Card:
    """Make a card of its figures and a second one in smaller print, whichever of them is known."""
    lang = scene.lang
    value = _words(figures, lang) if figures else _not_reported(scene)
    small = "" if second is None else say(lang, f"note_{key}", value=_figure_words(second, lang))
    row = next(iter(figures), second)
    if row is None:
        return Card(key=key, value=value, notes=(), opens=None)
    remarks = [note for fact in figures[:_NAMED] for note in (*_disputes(fact, scene), *_change(fact, scene))]
    return Card(
        key=key,
        value=value,
        notes=tuple(filter(None, (small, *remarks, time_words(row, lang)))),
        opens=str(row.fact_id),
        source=_source(row, scene),
    )


def _words(figures: Sequence[Row], lang: str) -> str:
    """Name figures of one moment, an advance with its place, casualties with what they are."""

    def words(row: Row) -> str:
        if row.kind == "people":
            told = placed_words(row, lang)
            return told if row.aspect == "evacuated" else f"{name(lang, ASPECTS, row.aspect)} {told}"
        return placed_words(row, lang) if row.aspect == "advance" else _figure_words(row, lang)

    return say(lang, "list").join(words(row) for row in figures[:_NAMED])


def _figure_words(row: Row, lang: str) -> str:
    return water_words(row, lang) if row.kind == "water_level" else value_words(row, lang)


def _change(fact: Row, scene: Scene) -> list[str]:
    """Say which earlier figure this one takes the place of, and which way it went."""
    lang, facts = scene.lang, scene.tables.timeline
    return [
        say(lang, _way(before, fact), value=value_words(before, lang), time=time_words(before, lang))
        for before in pick(facts, facts["fact_id"] == fact.revises)
    ]


def _way(before: Row, after: Row) -> str:
    low, high = (row.value_min if known(row.value_min) else row.value_max for row in (before, after))
    return "changed_up" if high > low else "changed_down" if high < low else "changed_same"


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
    return find_contradicted(scene.every, str(fact.fact_id)) if fact.disputed else ()


def _source(fact: Row, scene: Scene) -> str:
    reports = scene.tables.reports
    (report,) = pick(reports, reports["report_id"] == fact.report_id)
    return short_source(report, fact, scene.lang)


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
        f"{unit_words(count.responder, lang)}{say(lang, 'colon')}{note}"
        for count in people.counted
        for note in _disputes(count, scene)
    ]
    newest = max(people.counted, key=lambda row: row.begin)
    notes += [*disputed[:1], *_people_before(scene), time_words(newest, lang)]
    return Card(
        key="people",
        value=sum_words(people, lang),
        notes=tuple(notes),
        opens=people.counted[0].fact_id,
        source=_source(people.counted[0], scene),
        help=say(lang, "figure_people_help"),
    )


def _people_before(scene: Scene) -> list[str]:
    """Say how many people were committed a day earlier, where that is known and was another number."""
    people, before = scene.situation.people, scene.situation.people_before
    if people is None or before is None or before.low == people.low:
        return []
    return [say(scene.lang, "people_before", value=sum_words(before, scene.lang))]


def _directives_card(scene: Scene) -> Card:
    lang, directives = scene.lang, scene.directives
    if directives.empty:
        return Card(key="directives", value=_not_reported(scene), notes=(), opens=None)
    asked = [response for response in scene.responses if response.answerable]
    answered = sum(bool(response.work) for response in asked)
    counts = {"answered": answered, "silent": len(asked) - answered}
    first = rows(directives)[0]
    key = "directives_note_filtered" if scene.view.filtered else "directives_note"
    return Card(
        key="directives",
        value=say(lang, "directives_value", count=len(directives)),
        notes=(say(lang, key, **counts), time_words(first, lang)),
        opens=first.directive_id,
        source=_source(first, scene),
    )
