"""Marks of the timeline: which facts share one, where it stands, what it says.

A mark shows how well its time is known. `form` is

- instant: a known minute or hour;
- span: a known beginning and end;
- window: somewhere inside, as 5日下午 or 6日;
- until: 截至X, the end alone known;
- reported: no time of its own, placed at the report's;
- later: after the chart's end, as a forecast.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.quotes import escape_chart
from dashboard.strings import KINDS, STATUSES, name, say
from dashboard.wording import PARTS, Row, known, rows, time_words, value_words

DIRECTIVES, WATER, INCIDENT = "(directives)", "(water)", "(incident)"
_WATER_KINDS = {"water_level", "flow", "rainfall"}
_EXACT = {"minute", "hour"}
_RANK = {kind: place for place, kind in enumerate(["personnel", "water_level", "distance", "duration"])}
_LABEL_WORDS = 9
_HOVER_FACTS, _HOVER_DIRECTIVES = 4, 6
_MARGIN = 0.03
_HOVER_WIDTH = 26
_MOST_MARKS = 300
_GRAINS = [pd.Timedelta(grain) for grain in ("1min", "1h", "1D", "7D", "365D")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark. `begin` and `finish` bound it, inclusive; an instant has both the same.

    `row` is the responder, `WATER` or `INCIDENT` for facts of none, `DIRECTIVES` for directives.
    `label` and `hover` are escaped. `ids` are the facts it stands for, a click opens the first.
    """

    row: str
    form: str
    begin: pd.Timestamp
    finish: pd.Timestamp
    kind: str
    responder_type: str
    forecast: bool
    label: str
    hover: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """What the time axis spans; what begins at `last` or after it is "later"."""

    begin: pd.Timestamp
    last: pd.Timestamp
    end: pd.Timestamp

    def share(self, moment: pd.Timestamp) -> float:
        """Say how far along the axis a moment lies, 0 to 1."""
        return float((moment - self.begin) / (self.end - self.begin))


def find_domain(timeline: pd.DataFrame, directives: pd.DataFrame) -> Domain | None:
    """Span what was observed and ordered; forecasts beyond it would only press it together."""
    observed = timeline[timeline["status"] == "observed"]
    used = observed if observed["begin"].notna().any() else timeline
    spans = pd.concat([used[["begin", "finish"]], directives[["begin", "finish"]]]).dropna()
    if spans.empty:
        return None
    begin, last = spans["begin"].min(), spans["finish"].max()
    margin = max((last - begin) * _MARGIN, pd.Timedelta(hours=1))
    return Domain(begin=begin - margin, last=last, end=last + margin)


def make_marks(timeline: pd.DataFrame, domain: Domain, lang: str) -> list[Mark]:
    """Make one mark of all facts of the same row and the same time, in time order.

    Where that makes more marks than can be told apart, the same time is the same hour, day, week or year.
    """
    facts = rows(timeline.dropna(subset=["begin"]).sort_values(["begin", "quote_start"], kind="stable"))
    groups: list[list[Row]] = []
    for grain in _GRAINS:
        groups = _group(facts, domain, grain)
        if len(groups) <= _MOST_MARKS:
            break
    return [_mark(group, domain, lang) for group in groups]


def _group(facts: Sequence[Row], domain: Domain, grain: pd.Timedelta) -> list[list[Row]]:
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in facts:
        times = row.begin.floor(grain), row.finish.floor(grain)
        groups.setdefault((row_of(row), _form(row, domain), *times, row.status == "observed"), []).append(row)
    return list(groups.values())


def make_directive_marks(directives: pd.DataFrame, lang: str) -> list[Mark]:
    """Make one mark of all directives given by the same person at the same time."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows(directives.dropna(subset=["begin"])):
        groups.setdefault((row.issuer, row.begin, row.finish), []).append(row)
    return [_directive_mark(group, lang) for group in groups.values()]


def row_of(fact: Row) -> str:
    """Say which row of the timeline a fact belongs to."""
    if known(fact.responder):
        return str(fact.responder)
    return WATER if fact.kind in _WATER_KINDS else INCIDENT


def order_facts(facts: Iterable[Row]) -> list[Row]:
    """Put the quantity people look for first: people, water, distances, then the rest."""
    return sorted(facts, key=lambda row: _RANK.get(row.kind, len(_RANK)))


def _form(fact: Row, domain: Domain) -> str:
    if fact.begin >= domain.last and fact.status != "observed":
        return "later"
    if not known(fact.start) and known(fact.end):
        return "until"
    if not known(fact.start) and fact.begin != fact.begin.normalize():
        return "reported"
    if fact.time_precision not in _EXACT:
        return "window"
    return "span" if fact.finish > fact.begin else "instant"


def _mark(facts: Sequence[Row], domain: Domain, lang: str) -> Mark:
    ranked = order_facts(facts)
    first = ranked[0]
    form = _form(first, domain)
    return Mark(
        row=row_of(first),
        form=form,
        begin=domain.end if form == "later" else min(row.begin for row in facts),
        finish=domain.end if form == "later" else max(_finish(row, form) for row in facts),
        kind=str(first.kind),
        responder_type=str(first.responder_type),
        forecast=first.status != "observed",
        label=escape_chart(_label(ranked, form, lang)),
        hover=_hover(ranked, lang),
        ids=tuple(str(row.fact_id) for row in ranked),
    )


def _directive_mark(directives: Sequence[Row], lang: str) -> Mark:
    first = directives[0]
    words = escape_chart(say(lang, "mark_directives", issuer=first.issuer, count=len(directives)))
    quotes = [escape_chart(row.quote) for row in directives[:_HOVER_DIRECTIVES]]
    more = ["…"] if len(directives) > len(quotes) else []
    return Mark(
        row=DIRECTIVES,
        form="span" if first.finish > first.begin else "instant",
        begin=first.begin,
        finish=first.finish,
        kind="directive",
        responder_type="",
        forecast=False,
        label=words,
        hover="<br>".join([f"<b>{words}</b>", escape_chart(time_words(first, lang)), *quotes, *more]),
        ids=tuple(str(row.directive_id) for row in directives),
    )


def _finish(fact: Row, form: str) -> pd.Timestamp:
    begin, finish = pd.Timestamp(fact.begin), pd.Timestamp(fact.finish)
    if form != "window" or finish > begin:
        return finish
    # The report's time is known to the day alone.
    if not known(fact.start):
        return begin + pd.Timedelta(days=1)
    # 从5日下午开始: it began somewhere in that part of the day, whose end the table leaves open.
    hours, *_ = PARTS.get(begin.hour, PARTS[0])
    return begin + pd.Timedelta(hours=hours)


def _label(facts: Sequence[Row], form: str, lang: str) -> str:
    numbered = [row for row in facts if known(row.value_min) or known(row.value_max)]
    told = numbered[:2] or list(facts[:1])
    words = " · ".join(textwrap.shorten(_short(row, lang), 40, placeholder="…") for row in told)
    if form == "later":
        words = say(lang, "later", words=words, time=time_words(facts[0], lang))
    more = len(facts) - len(told)
    return f"{words} +{more}" if more else words


def _short(row: Row, lang: str) -> str:
    words = value_words(row, lang)
    return words if len(words) <= _LABEL_WORDS or words != row.quote else words[: _LABEL_WORDS - 1] + "…"


def _hover(facts: Sequence[Row], lang: str) -> str:
    in_time = sorted(facts, key=lambda row: row.begin)
    ends = dict.fromkeys(time_words(row, lang) for row in (in_time[0], in_time[-1]))
    lines = [f"<b>{escape_chart(' … '.join(ends))}</b>"]
    if known(facts[0].responder):
        lines.append(escape_chart(facts[0].responder))
    for row in facts[:_HOVER_FACTS]:
        status = "" if row.status == "observed" else f"（{name(lang, STATUSES, row.status)}）"
        told = f"{name(lang, KINDS, row.kind)}{status}{say(lang, 'colon')}{value_words(row, lang)}"
        if told.endswith(row.quote):
            lines += _wrap(told)
        else:
            lines += _wrap(f"{told}（{row.quote}）" if lang == "zh" else f"{told} ({row.quote})")
    if len(facts) > 1:
        lines.append(f"<i>{say(lang, 'mark_more', count=len(facts))}</i>")
    return "<br>".join(lines)


def _wrap(text: str) -> list[str]:
    return [escape_chart(text[at : at + _HOVER_WIDTH]) for at in range(0, len(text), _HOVER_WIDTH)]
