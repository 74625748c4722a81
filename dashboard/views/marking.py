"""What a report's text is marked with: its facts and directives, and the numbers that became neither."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.filters import as_of, filter_directives, filter_facts
from dashboard.links import href
from dashboard.opened import OpenReport
from dashboard.quotes import Mark, Stretch, escape_html
from dashboard.reading import ReadText
from dashboard.scene import Scene
from dashboard.state import View
from dashboard.strings import KINDS, name, say
from dashboard.strings.sources import SIGNS
from dashboard.tellings import leader_of
from dashboard.views.evidence import labels
from dashboard.views.verdict import judged_words
from dashboard.wording import (
    Row,
    basis_words,
    incident_words,
    known,
    rows,
    sources_words,
    time_words,
    value_words,
)
from extract.corrections import CONFIRMED, REJECTED
from extract.explain import Rejection

DIRECTIVE = "directive"
"""Stands among the kinds of facts for what is none."""
_LONGEST = 160
"""So many letters of a line are shown beside a mark."""
_IN_TIME = re.compile(r"inside the time (.*?): ")
_NO_CLASS = re.compile(r"[^a-z_]")
"""What no class of ours holds."""
_NO_RULE = "no rule of "


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A row as it stands in the text.

    Attributes:
        row: A fact or directive.
        state: "shown", "faint" for one outside the filters or the moment, "elsewhere" for one of another
            incident, "rejected".
    """

    row: Row
    state: str

    @property
    def row_id(self) -> str:
        """The id of the fact or directive."""
        return str(self.row.fact_id if self.is_fact else self.row.directive_id)

    @property
    def is_fact(self) -> bool:
        """Whether it is no directive."""
        return hasattr(self.row, "fact_id")

    @property
    def kind(self) -> str:
        """The kind of fact; "directive" for one that is none."""
        return str(self.row.kind) if self.is_fact else DIRECTIVE

    @property
    def place(self) -> Stretch:
        """Where its quote stands."""
        return Stretch(int(self.row.quote_start), int(self.row.quote_end))


def list_marked(scene: Scene, report: OpenReport) -> list[Marked]:
    """List the facts and directives of a report, in the order of the text, each with how it is shown."""
    view, facts, orders = scene.view, report.facts, report.directives
    fitting = {*filter_facts(as_of(facts, view), view)["fact_id"]}
    fitting |= {*filter_directives(as_of(orders, view), view)["directive_id"]}
    listed = [
        Marked(row=row, state=_state(row, key, fitting, scene.incident))
        for table, column in ((facts, "fact_id"), (orders, "directive_id"))
        for row, key in zip(rows(table), table[column].tolist(), strict=True)
    ]
    return sorted(listed, key=lambda one: one.place)


def count_kinds(marked: Iterable[Marked]) -> dict[str, tuple[int, int]]:
    """Count the rows of each kind that are shown, and those of this incident in all; by kind, as named."""
    counted = {kind: [0, 0] for kind in (*KINDS, DIRECTIVE)}
    for one in marked:
        if one.state in {"shown", "faint"}:
            pair = counted.setdefault(one.kind, [0, 0])
            pair[0] += one.state == "shown"
            pair[1] += 1
    return {kind: (shown, total) for kind, (shown, total) in counted.items() if total}


def numbers_left(read: ReadText, marked: Iterable[Marked]) -> list[Rejection]:
    """List the numbers that are in no fact and no directive."""
    taken = sorted(one.place for one in marked)
    left, place, reach = [], 0, 0
    for number in sorted(read.numbers, key=lambda one: one.place):
        while place < len(taken) and taken[place].start < number.place.end:
            reach = max(reach, taken[place].end)
            place += 1
        if reach <= number.place.start:
            left.append(number)
    return left


def find_ringed(scene: Scene, marked: Iterable[Marked], chosen: str | None) -> Collection[str]:
    """Find the chosen row in a report, by its id, or else what in it tells the same."""
    ids = {one.row_id for one in marked}
    if chosen is None or chosen in ids:
        return {chosen} if chosen else set()
    facts = scene.tables.timeline
    lead = leader_of(chosen, facts)
    return ids & {lead, *facts.loc[facts["same_as"] == lead, "fact_id"]}


def mark_rows(
    scene: Scene, marked: Iterable[Marked], said: Iterable[Mapping[str, Any]], ringed: Collection[str]
) -> list[Mark]:
    """Mark rows: each a link that chooses it, and tells on a look what it states.

    Args:
        scene: What is shown.
        marked: The rows.
        said: What people said of their report.
        ringed: The ids of those that are proved.
    """
    told = {telling: row for row in rows(scene.every[["sources", "disputed"]]) for telling in row.sources}
    judged = {one["row_id"]: one for one in said if one["field"] == "verdict" and not one["withdrawn_at"]}
    return [
        replace(
            _mark(scene, one, told.get(one.row_id), judged.get(one.row_id)),
            is_chosen=one.row_id in ringed,
        )
        for one in marked
    ]


def mark_number(number: Rejection, lang: str) -> Mark:
    """Mark a number that became no fact, with the reason."""
    told = escape_html(say(lang, "mark_number", why=why_words(number.why, lang))[:_LONGEST])
    return Mark(
        place=Stretch(number.place.start, number.place.end),
        level=1,
        tag="span",
        classes="number",
        attributes=f' tabindex="0" aria-description="{told}"',
    )


def why_words(why: str, lang: str) -> str:
    """Say why a number became no fact, as `extract.explain` tells it."""
    if found := _IN_TIME.match(why):
        return say(lang, "why_time", words=found[1])
    rule = why.split(":", 1)[0]
    return say(lang, "why_nothing") if rule.startswith(_NO_RULE) else say(lang, "why_rule", rule=rule)


def _state(row: Row, key: str, fitting: Collection[str], incident: str) -> str:
    if getattr(row, "verdict", None) == REJECTED:
        return "rejected"
    home = getattr(row, "incident", None)
    if known(home) and home != incident:
        return "elsewhere"
    return "shown" if key in fitting else "faint"


def _mark(scene: Scene, one: Marked, told: Row | None, judged: Mapping[str, Any] | None) -> Mark:
    lang = scene.lang
    tells = "\n".join(line[:_LONGEST] for line in _tell(one, told, judged, lang))
    attributes = {
        "href": href(_choosing(scene.view, one)),
        "target": "_self",
        "data-sign": escape_html(_sign(one, told, lang)),
        "aria-description": escape_html(tells),
    }
    return Mark(
        place=one.place,
        level=0,
        tag="a",
        classes=f"fact {_NO_CLASS.sub('', one.kind)} {one.state}",
        attributes="".join(f' {attribute}="{value}"' for attribute, value in attributes.items()),
        label=_value(one, lang),
    )


def _sign(one: Marked, told: Row | None, lang: str) -> str:
    sign = say(lang, "directive_sign") if one.kind == DIRECTIVE else name(lang, SIGNS, one.kind)
    sign += "✓" if getattr(one.row, "verdict", None) == CONFIRMED else ""
    return f"{sign}⚠" if told is not None and told.disputed else sign


def _value(one: Marked, lang: str) -> str:
    return value_words(one.row, lang) if one.is_fact else str(one.row.quote)


def _choosing(view: View, one: Marked) -> View:
    if one.state == "elsewhere":
        view = replace(view.unfiltered(), incident=one.row.incident, at=None, then=False)
    return view.choosing(one.row_id)


def _tell(one: Marked, told: Row | None, judged: Mapping[str, Any] | None, lang: str) -> list[str]:
    """Say what a row states, a line each: value, labels, time, and what there is against it."""
    row = one.row
    notes = [sources_words(told, lang)] if told is not None else []
    notes += [judged_words(judged, lang)] if judged else []
    notes += [say(lang, "mark_faint")] if one.state == "faint" else []
    if one.state == "elsewhere":
        notes.append(say(lang, "mark_elsewhere", incident=incident_words(row.incident, lang)))
    kind = name(lang, KINDS, one.kind) if one.is_fact else say(lang, "directive")
    lines = [
        say(lang, "mark_of", kind=kind, value=_value(one, lang)),
        say(lang, "sep").join(labels(row, lang)),
        say(lang, "sep").join((time_words(row, lang), basis_words(row, lang))),
        *notes,
    ]
    return [line for line in lines if line]
