"""What was ordered and what was done, in words: who, when, which deed first, how long after."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from dashboard.lags import lag_words
from dashboard.links import lead
from dashboard.quotes import as_reported, escape_html
from dashboard.responses import Response, Work
from dashboard.scene import Scene
from dashboard.state import View
from dashboard.strings import ASPECTS, name, say
from dashboard.wording import Row, issuer_words, known, rows, time_words, unit_words, value_words

_NAMED = 2
"""So many issuers, and so many addressees, are named."""
_COUNTS = {"evacuated", "rescued", "advance", "built_length", "sheeting_length", "patrolled_length"}


def deed_words(fact: Row, lang: str) -> str:
    """Say a deed as HTML: a figure and what it measures, unless it counts those who came; else its words."""
    words = value_words(fact, lang)
    if not _is_figure(fact):
        return as_reported(words) if words == fact.quote else escape_html(words)
    if fact.kind == "personnel" or fact.aspect not in ASPECTS:
        return escape_html(words)
    return escape_html(f"{name(lang, ASPECTS, fact.aspect)} {words}")


def cite_deed(fact: Row, view: View) -> str:
    """Return a deed as a link to the same view with it chosen."""
    return lead(replace(view, fact=fact.fact_id), deed_words(fact, view.lang))


def cite_order(row: Row, view: View) -> str:
    """Return a directive's words as a link to the same view with it chosen."""
    return lead(replace(view, fact=row.directive_id), as_reported(row.quote))


def _is_figure(fact: Row) -> bool:
    return known(fact.value_min) or known(fact.value_max)


def find_leading(work: Sequence[Work]) -> Work:
    """Choose the deed to name of several: the largest figure, else the first deed.

    Figures of what was done go before those of the people who did it, and these before all others; one
    that another takes the place of is passed over.
    """
    outdated = {one.fact.revises for one in work}
    figures = [one for one in work if _is_figure(one.fact) and one.fact.fact_id not in outdated]
    return min(figures, key=_rank, default=work[0])


def _rank(work: Work) -> tuple[int, float]:
    fact = work.fact
    place = 0 if fact.aspect in _COUNTS else 1 if fact.kind == "personnel" else 2
    return place, -float(fact.value_min if known(fact.value_min) else fact.value_max)


def tell_lags(work: Sequence[Work], lang: str) -> list[str]:
    """Say how long after the directives the deed to name came, and the first one where that differs."""
    leading = find_leading(work).lag
    first = next((one.lag for one in work if one.lag.order != "unknown"), leading)
    told = [lag_words(leading, lang)]
    return told if first == leading else [*told, say(lang, "lag_first", lag=lag_words(first, lang))]


def find_reach(scene: Scene) -> str:
    """Tell how far silence goes, as the end of a phrase's key: all reports, the filters, what is shown.

    Of an incident too large to be shown at once nobody can say that its reports do not mention a thing.
    """
    if scene.tables.is_cut:
        return "_shown"
    return "_filtered" if scene.view.filtered else ""


def tell_issuers(directives: Sequence[Row], lang: str) -> str:
    """Name as HTML who gave directives, the first two of many."""
    issuers = list(dict.fromkeys(issuer_words(str(row.issuer), lang) for row in directives))
    named = say(lang, "list").join(map(escape_html, issuers[:_NAMED]))
    return say(lang, "orders_more", named=named, count=len(issuers)) if len(issuers) > _NAMED else named


def tell_addressees(directives: Sequence[Row], lang: str) -> str:
    """Name as HTML whom directives were given to, the first two of many; "" where nobody is named."""
    named = [unit_words(str(row.addressee), lang) for row in directives if known(row.addressee)]
    named = list(dict.fromkeys(named))
    told = say(lang, "list").join(map(escape_html, named[:_NAMED]))
    if len(named) > _NAMED:
        told = say(lang, "orders_more", named=told, count=len(named))
    key = "to_addressee" if all(known(row.addressee) for row in directives) else "to_addressee_some"
    return say(lang, key, addressee=told) if named else ""


def tell_times(directives: Sequence[Row], lang: str) -> str:
    """Say when directives were given, from the first to the last of several times; "" if nothing tells it."""
    dated = sorted((row for row in directives if known(row.begin)), key=lambda row: (row.begin, row.finish))
    times = list(dict.fromkeys(time_words(row, lang) for row in dated))
    return say(lang, "range", start=times[0], end=times[-1]) if len(times) > 1 else "".join(times)


def tell_answers(directives: pd.DataFrame, responses: Sequence[Response], lang: str, reach: str) -> str:
    """Say in a sentence of HTML who gave how many directives when, and how many themes have reported work.

    Args:
        directives: The directives.
        responses: Their themes.
        lang: The language.
        reach: How far silence goes (`find_reach`).
    """
    orders = rows(directives)
    if not orders:
        return say(lang, f"orders_none{reach}")
    when = tell_times(orders, lang)
    told = say(
        lang, "orders_said", issuers=tell_issuers(orders, lang), count=len(orders), themes=len(responses),
        time=say(lang, "orders_when", time=when) if when else "",
    )  # fmt: skip  # one call reads as two lines
    answered = sum(bool(response.work) for response in responses)
    silent = sum(response.answerable and not response.work for response in responses)
    counts = {
        "orders_answered": answered,
        f"orders_silent{reach}": silent,
        "orders_general": len(responses) - answered - silent,
    }
    parts = [say(lang, key, count=count) for key, count in counts.items() if count]
    return f"{told}{say(lang, 'colon')}{say(lang, 'orders_comma').join(parts)}{say(lang, 'orders_stop')}"
