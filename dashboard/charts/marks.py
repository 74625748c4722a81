"""Marks of the timeline: which facts share one, where it stands, what it says."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.spans import Core, Domain, Span, join_cores, span_fact
from dashboard.quotes import escape_chart
from dashboard.strings import KINDS, STATUSES, name, say
from dashboard.wording import Row, known, rows, time_words, unit_words, value_words

WATER, INCIDENT = "(water)", "(incident)"
CONDITION = "condition"
"""The kind of a mark for what is said of the water without a number; it is an aspect in the table."""
WATER_KINDS = frozenset({"water_level", "flow", "rainfall"})
_RANK = {kind: place for place, kind in enumerate(["personnel", "water_level", "distance", "duration"])}
_LONG, _USUAL = 22, 9
"""So many characters of a quote stand in a label where there is room, and where there is little."""
_HOVER_FACTS = 4
_HOVER_WIDTH = 26
_MOST_MARKS = 300
_MOST_TOLD = 80
"""Of more marks than this each says the least; the browser is slow with words, and there is no room."""
_GRAINS = [pd.Timedelta(grain) for grain in ("1min", "1h", "1D", "7D", "365D")]
_ARROWS_BEFORE, _ARROWS_AFTER = {"until"}, {"onward", "later"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark. `begin` and `finish` bound it, inclusive; an instant has both the same.

    Attributes:
        row: The responder, `WATER` or `INCIDENT` for facts of none, or the code of what is folded into one.
        form: As told in `dashboard.charts.spans`.
        core: From when to when it holds for certain.
        kind: The kind of its first fact, or `CONDITION`.
        is_hollow: Whether its time is not its own, or it is still to come.
        labels: What it says, escaped, the longest first.
        hover: What it says when pointed at, escaped.
        ids: The facts it stands for; a click opens the first.
    """

    row: str
    form: str
    begin: pd.Timestamp
    finish: pd.Timestamp
    core: Core | None = None
    kind: str
    responder_type: str
    is_hollow: bool
    labels: tuple[str, ...]
    hover: str
    ids: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether it is drawn as a bar."""
        return self.form in {"span", "window", "onward", "until"} and self.finish > self.begin

    @property
    def comes_from_before(self) -> bool:
        """Whether an arrow says that its beginning is not known."""
        return self.form in _ARROWS_BEFORE

    @property
    def goes_on(self) -> bool:
        """Whether an arrow says that it reaches on, who knows how far."""
        return self.form in _ARROWS_AFTER


def make_marks(
    timeline: pd.DataFrame, domain: Domain, lang: str, folded: Mapping[str, str] | None = None
) -> list[Mark]:
    """Make one mark of all facts of the same row and the same time, in time order.

    Where that makes more marks than can be told apart, the same time is the same hour, day, week or year.

    Args:
        timeline: The facts; those without any time are left out.
        domain: The time axis.
        lang: The language.
        folded: The row of each responder that has none of its own.
    """
    dated = [row for row in rows(timeline) if known(row.begin)]
    dated.sort(key=lambda row: (row.begin, row.quote_start))
    placed = [(row, row_of(row, folded or {}), span_fact(row, domain)) for row in dated]
    groups: list[list[tuple[Row, str, Span]]] = []
    for grain in _GRAINS:
        groups = _group(placed, grain)
        if len(groups) <= _MOST_MARKS:
            break
    return [_mark(group, lang, is_short=len(groups) > _MOST_TOLD) for group in groups]


def row_of(fact: Row, folded: Mapping[str, str]) -> str:
    """Say which row of the timeline a fact belongs to."""
    if known(fact.responder):
        return folded.get(fact.responder, str(fact.responder))
    return WATER if fact.kind in WATER_KINDS else INCIDENT


def kind_of(fact: Row) -> str:
    """Say which kind of mark a fact gets."""
    bare = not known(fact.value_min) and not known(fact.value_max)
    return CONDITION if bare and fact.aspect == CONDITION else str(fact.kind)


def order_facts(facts: Iterable[Row]) -> list[Row]:
    """Put the quantity people look for first: people, water, distances, then the rest."""
    return sorted(facts, key=lambda row: _RANK.get(row.kind, len(_RANK)))


def wrap(text: str) -> list[str]:
    """Part plain words into the lines of a hover, escaped."""
    return [escape_chart(text[at : at + _HOVER_WIDTH]) for at in range(0, len(text), _HOVER_WIDTH)]


def _group(placed: Sequence[tuple[Row, str, Span]], grain: pd.Timedelta) -> list[list[tuple[Row, str, Span]]]:
    groups: dict[tuple[object, ...], list[tuple[Row, str, Span]]] = {}
    for fact, row, span in placed:
        # Whole grains since the epoch: pandas takes thirty times as long to round a time.
        times = fact.begin.value // grain.value, fact.finish.value // grain.value
        key = (row, span.form, *times, fact.status == "observed")
        groups.setdefault(key, []).append((fact, row, span))
    return list(groups.values())


def _mark(group: Sequence[tuple[Row, str, Span]], lang: str, *, is_short: bool) -> Mark:
    ranked = order_facts(fact for fact, _, _ in group)
    spans = [span for _, _, span in group]
    first, form = ranked[0], spans[0].form
    return Mark(
        row=group[0][1],
        form=form,
        begin=min(span.begin for span in spans),
        finish=max(span.finish for span in spans),
        core=join_cores(span.core for span in spans),
        kind=kind_of(first),
        responder_type=str(first.responder_type),
        is_hollow=form == "reported" or first.status != "observed",
        labels=_labels(ranked, form, lang, is_short=is_short),
        hover=_hover(ranked, lang),
        ids=tuple(str(row.fact_id) for row in ranked),
    )


def _labels(facts: Sequence[Row], form: str, lang: str, *, is_short: bool) -> tuple[str, ...]:
    """Say the figures first; else one fact in its words: in full, as usual, and in short, or only so."""
    numbered = [row for row in facts if known(row.value_min) or known(row.value_max)]
    told = numbered or list(facts[:1])
    short = _label(told[:1], facts, _USUAL, lang)
    if is_short:
        return (escape_chart(short),)
    labels = [_label(told[:3], facts, _LONG, lang), _label(told[:2], facts, _USUAL, lang)]
    if form == "later":
        time = time_words(facts[0], lang)
        labels = [say(lang, "later", words=words, time=time) for words in labels] + labels[1:]
    return tuple(dict.fromkeys(map(escape_chart, [*labels, short])))


def _label(told: Sequence[Row], facts: Sequence[Row], most: int, lang: str) -> str:
    words = " · ".join(textwrap.shorten(_short(row, most, lang), 40, placeholder="…") for row in told)
    more = len(facts) - len(told)
    return f"{words} +{more}" if more else words


def _short(row: Row, most: int, lang: str) -> str:
    words = value_words(row, lang)
    return words if len(words) <= most or words != row.quote else words[: most - 1] + "…"


def _hover(facts: Sequence[Row], lang: str) -> str:
    in_time = sorted(facts, key=lambda row: row.begin)
    ends = dict.fromkeys(time_words(row, lang) for row in (in_time[0], in_time[-1]))
    lines = [f"<b>{escape_chart(' … '.join(ends))}</b>"]
    units = dict.fromkeys(str(row.responder) for row in facts if known(row.responder))
    if len(units) == 1:
        lines.append(escape_chart(unit_words(next(iter(units)), lang)))
    for row in facts[:_HOVER_FACTS]:
        unit = f"{unit_words(row.responder, lang)} " if len(units) > 1 else ""
        status = "" if row.status == "observed" else f"（{name(lang, STATUSES, row.status)}）"
        told = f"{unit}{name(lang, KINDS, row.kind)}{status}{say(lang, 'colon')}{value_words(row, lang)}"
        if told.endswith(row.quote):
            lines += wrap(told)
        else:
            lines += wrap(f"{told}（{row.quote}）" if lang == "zh" else f"{told} ({row.quote})")
    if len(facts) > 1:
        lines.append(f"<i>{say(lang, 'mark_more', count=len(facts))}</i>")
    return "<br>".join(lines)
