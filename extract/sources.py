"""Several reports of one incident: what they tell twice, what a later one revises, where two disagree.

It reads no text but the words of the facts, and knows nothing of how reports are grouped.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from extract.characters import fold
from extract.facts import Fact
from extract.figures import Figure, Order
from extract.relations import compare, is_figure
from extract.repeats import BOUND, Pair, by_fullness, find_repeated, groups, may_be, may_coincide
from extract.spans import Span

if TYPE_CHECKING:
    import pandas as pd

_TIMES = ("start", "end", "reported_at")
_SPANS = ("quote", "sentence")

_SENTENCE = 12
"""So many characters make a sentence that two reports hardly write by chance."""
_REPRINTED = dt.timedelta(days=7)
"""How much later an undated sentence is still a reprint, and not said of another day."""
_NARROW = frozenset(("arrival", "breach", "evacuation", "rescue", "drainage", "inspection"))
"""Aspects of one deed each; of the others a unit does several at once, which the words tell apart."""


def relate_reports(timeline: "pd.DataFrame", reports: "pd.DataFrame") -> "pd.DataFrame":
    """Mark what the reports of one incident tell twice, revise, and contradict each other in.

    Args:
        timeline: The facts, a row each with at least the columns of TIMELINE; all of one incident.
        reports: The reports; of equally full tellings the one published first leads.

    Returns:
        The same rows, `same_as`, `revises` and `contradicts` filled in, within a report and across.
        `same_as` names the leading fact, never one that repeats another. A fact that repeats another
        has no other mark, one that a person rejected has none; nothing points at them.
    """
    dates = zip(reports["report_id"], list_values(reports, "published"), strict=True)
    figures = read_figures(timeline, {name: (date or dt.date.max, name) for name, date in dates})
    given = {mark: list(_given(timeline, figures, mark)) for mark in ("same_as", "revises", "contradicts")}
    leaders = _find_leaders(figures, given["same_as"])
    leading = (figure for name, figure in figures.items() if leaders[name] == name)
    revised, contradicted = compare(figure for figure in leading if is_figure(figure.fact))
    marks = {
        "same_as": leaders,
        "revises": {leaders[one]: leaders[other] for one, other in given["revises"]} | revised,
        "contradicts": {leaders[one]: leaders[other] for one, other in given["contradicts"]} | contradicted,
    }
    ids = timeline["fact_id"]
    told = {
        mark: {one: other for one, other in pairs.items() if one != other} for mark, pairs in marks.items()
    }
    return timeline.assign(**{mark: ids.map(pairs).astype("str") for mark, pairs in told.items()})


def relate_incidents(timeline: "pd.DataFrame", reports: "pd.DataFrame") -> "pd.DataFrame":
    """Relate the reports of every incident, each incident apart; what has no incident keeps its marks.

    Args and result are those of `relate_reports`, but that the facts may be of many incidents.
    """
    related = {name: relate_reports(facts, reports) for name, facts in timeline.groupby("incident")}
    marks = ["same_as", "revises", "contradicts"]
    told = timeline.copy()
    for facts in related.values():
        told.loc[facts.index, marks] = facts[marks]
    return told


def join_directives(directives: "pd.DataFrame", reports: "pd.DataFrame") -> "pd.DataFrame":
    """Mark the directives that several reports of one incident quote: the same words of the same issuer.

    Args:
        directives: The directives, a row each with at least the columns of DIRECTIVES.
        reports: The reports; the one published first leads.

    Returns:
        The same rows with the column `same_as`: the directive_id of the leading telling; null where a
        directive leads, or is told once. What only one report says twice stays two.
    """
    dates = dict(zip(reports["report_id"], list_values(reports, "published"), strict=True))
    names = ("directive_id", "report_id", "issuer", "quote", "start", "end")
    told = zip(*(list_values(directives, name) for name in names), strict=True)
    tellings = sorted(told, key=lambda row: (dates.get(row[1]) or dt.date.max, row[1]))
    leading: dict[Hashable, list[tuple[Any, ...]]] = defaultdict(list)
    leaders: dict[str, str] = {}
    for row in tellings:
        name, report, issuer, quote, *_ = row
        alike = leading[issuer, fold(_bare(quote))]
        first = next((one for one in alike if one[1] != report and _may_be_at_once(one, row)), None)
        if first is None:
            alike.append(row)
        else:
            leaders[name] = first[0]
    return directives.assign(same_as=directives["directive_id"].map(leaders).astype("str"))


def _may_be_at_once(one: tuple[Any, ...], two: tuple[Any, ...]) -> bool:
    return may_be(one[4] or one[5], two[4] or two[5])


def read_figures(timeline: "pd.DataFrame", told: Mapping[str, Order]) -> dict[str, Figure]:
    """Read the rows of a timeline, each under the id of its fact; what a person rejected is left out.

    Args:
        timeline: The facts, a row each with at least the columns of TIMELINE.
        told: When each report was told, by its id; an unknown one counts as the last.
    """
    kept = timeline[timeline["verdict"] != "rejected"]
    names = [name for name in Fact.__struct_fields__ if name in kept and name not in _TIMES]
    columns = {name: list_values(kept, name) for name in names} | {
        name: _moments(kept[name]) for name in _TIMES
    }
    for name in _SPANS:
        columns[f"{name}_span"] = list(
            map(Span, kept[f"{name}_start"].tolist(), kept[f"{name}_end"].tolist())
        )
    facts = (
        Fact(**dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)
    )
    unknown = (dt.date.max, "")
    return {
        fact.fact_id: Figure(fact=fact, told=told.get(report, unknown))
        for fact, report in zip(facts, kept["report_id"].tolist(), strict=True)
    }


def list_values(table: "pd.DataFrame", name: str) -> list[Any]:
    """List the values of a column, None where it has none."""
    # Only what is missing differs from itself.
    return [None if value != value else value for value in table[name].tolist()]  # noqa: PLR0124


def _moments(column: "pd.Series[Any]") -> list[dt.datetime | None]:
    """Give local times without a zone; pandas's own timestamps would be ten times as slow."""
    local = column.dt.tz_localize(None) if column.dt.tz is not None else column
    return list(local.to_numpy().astype("datetime64[us]").astype(object))


def _given(timeline: "pd.DataFrame", figures: Mapping[str, Figure], mark: str) -> Iterator[Pair]:
    """Give the marks a report's own reading made; those across reports are found anew."""
    marked = timeline[timeline[mark].notna()]
    for one, other in zip(marked["fact_id"].tolist(), marked[mark].tolist(), strict=True):
        if one in figures and other in figures and figures[one].told == figures[other].told:
            yield one, other


def _find_leaders(figures: Mapping[str, Figure], given: Iterable[Pair]) -> dict[str, str]:
    """Find for every fact, by id, the telling that leads it; one told once leads itself."""
    leaders = _join(figures, {name: name for name in figures}, [*given, *_find_reprints(figures.values())])
    leading = [figure for name, figure in figures.items() if leaders[name] == name]
    retold = find_repeated(figure for figure in leading if is_figure(figure.fact))
    return _join(figures, leaders, [*retold, *_find_deeds(leading)])


def _join(figures: Mapping[str, Figure], leaders: Mapping[str, str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Join groups of tellings by pairs of facts told alike; of each group the fullest telling leads."""
    joined = dict(leaders)

    def lead(name: str) -> str:
        while joined[name] != name:
            joined[name] = name = joined[joined[name]]
        return name

    for pair in pairs:
        first, second = sorted(map(lead, pair), key=lambda name: by_fullness(figures[name]))
        joined[second] = first
    return {name: lead(name) for name in joined}


def _find_reprints(figures: Iterable[Figure]) -> Iterator[Pair]:
    """Pair facts that several reports tell in the same sentence, whatever they are."""
    for alike in groups(figures, _shape):
        for group in groups(alike, _words):
            tellings: list[Figure] = []
            for figure in sorted(group, key=by_fullness):
                told = next((told for told in tellings[-BOUND:] if _is_reprint(told, figure)), None)
                if told is None:
                    tellings.append(figure)
                else:
                    yield figure.fact.fact_id, told.fact.fact_id


def _shape(figure: Figure) -> Hashable:
    """Say what reprints have in common and is quickly known: few facts need their words compared."""
    fact = figure.fact
    return fact.kind, fact.aspect, fact.value_min, fact.value_max, fact.status, len(_bare(fact.sentence))


def _words(figure: Figure) -> Hashable:
    fact = figure.fact
    return fold(_bare(fact.sentence)), len(_bare(fact.sentence[: figure.offset]))


def _bare(text: str) -> str:
    return "".join(text.split())


def _is_reprint(told: Figure, again: Figure) -> bool:
    if told.told == again.told or not may_coincide(told, again):
        return False
    # Whom a sentence speaks of may stand in the one before it.
    if not may_be(told.fact.responder, again.fact.responder):
        return False
    if told.begin or again.begin:
        return True
    days = abs(told.told[0] - again.told[0])
    return days <= _REPRINTED and len(_bare(told.fact.sentence)) >= _SENTENCE


def _find_deeds(figures: Iterable[Figure]) -> Iterator[Pair]:
    """Pair what several reports say one unit did at one time, where each names one such deed only."""
    deeds = (figure for figure in figures if _is_known_deed(figure.fact))
    for group in groups(deeds, _deed):
        told = Counter(figure.told for figure in group)
        single = sorted((figure for figure in group if told[figure.told] == 1), key=by_fullness)
        for figure in single[1:]:
            if _is_one_deed(single[0].fact, figure.fact):
                yield figure.fact.fact_id, single[0].fact.fact_id


def _is_known_deed(fact: Fact) -> bool:
    acted = fact.responder is not None or fact.aspect == "breach"
    return fact.kind == "action" and acted and fact.time_precision in {"minute", "hour"}


def _deed(figure: Figure) -> Hashable:
    fact = figure.fact
    return fact.aspect, fact.responder, fact.start, fact.end, fact.status


def _is_one_deed(one: Fact, two: Fact) -> bool:
    return one.aspect in _NARROW or not _pairs(one.quote).isdisjoint(_pairs(two.quote))


def _pairs(quote: str) -> set[tuple[str, str]]:
    """List the pairs of neighbours in words: 封堵 is one of 开始封堵决口."""
    return set(pairwise(fold(quote)))
