"""The stand of dike and water: what was last seen of them, in one sentence made of the facts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.breach import Breach, SecondLine
from dashboard.levels import Levels
from dashboard.links import cite
from dashboard.plan import side_words
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.situation import latest_known
from dashboard.strings import say
from dashboard.tellings import find_contradicted
from dashboard.wording import Row, known, latest_words, moved_words, place_words, time_words, value_words

_HERE = "\N{NULL}"
"""Stands in a phrase where the value goes."""
_NAMED = 2
"""So many gauges, and so many conditions, are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the sentence: its words, plain, around `value`, which opens the fact."""

    row: Row
    value: str
    before: str = ""
    after: str = ""


def tell_water(scene: Scene, breaches: Sequence[Breach], levels: Levels) -> str:
    """Say in one sentence of HTML what was last seen, each value a link to its source; "" if nothing was."""
    lang = scene.lang
    groups = [list(_gap(breach, lang)) for breach in breaches]
    groups += [list(_line(breach.line, lang)) for breach in breaches[:1]]
    groups += [list(_sides(levels, lang)), list(_states(levels, lang))]
    told = [group for group in groups if group]
    rows = [part.row for group in told for part in group]
    if not rows:
        return ""
    facts = scene.timeline[scene.timeline["fact_id"].isin([row.fact_id for row in rows])]
    latest = latest_known(facts, scene.view.at)
    clauses = say(lang, "clause").join(_clause(group, latest, scene) for group in told)
    as_of = "" if latest is None else _as_of(latest, scene, assumed=bool(facts["assumed"].any()))
    return f"{as_of}{clauses}{'。' if lang == 'zh' else '.'}"


def _gap(breach: Breach, lang: str) -> Iterator[_Part]:
    """Tell the gap, and, where reports number their breaches, which one's it is."""
    parts = list(_gap_parts(breach, lang))
    if parts and breach.number:
        numbered = say(lang, "water_numbered", number=breach.number)
        parts[0] = replace(parts[0], before=f"{numbered}{say(lang, 'colon')}{parts[0].before}")
    yield from parts


def _gap_parts(breach: Breach, lang: str) -> Iterator[_Part]:
    if breach.closed is not None:
        yield _Part(row=breach.closed, value=value_words(breach.closed, lang))
    if breach.width is not None:
        yield _worded("water_width", breach.width, lang)
    for one in breach.advances:
        yield _worded("water_advance", one.row, lang, side=side_words(one, lang))
    for one in breach.works:
        yield _Part(row=one.row, value=value_words(one.row, lang))
    if breach.remaining is not None:
        yield _worded("water_remaining", breach.remaining, lang)


def _line(line: SecondLine, lang: str) -> Iterator[_Part]:
    """Tell the second line: where, how far behind, how long, and what threatens it or is done on it."""
    found = [
        (key, row)
        for key, row in (("water_distance", line.distance), ("water_length", line.length))
        if row is not None
    ]
    parts = [_worded(key, row, lang) for key, row in found]
    state = line.hazards[0] if line.hazards else line.works
    if state is not None:
        parts.append(_Part(row=state, value=value_words(state, lang)))
    place = next((row.place for _, row in found if known(row.place)), None)
    named = say(
        lang, "water_line", place=say(lang, "water_beside", words=place_words(place, lang)) if place else ""
    )
    for at, part in enumerate(parts):
        yield part if at else replace(part, before=f"{named}{part.before}")


def _sides(levels: Levels, lang: str) -> Iterator[_Part]:
    """Tell the levels on both sides of the dike, else those of the gauges told of last."""
    sided = [("water_inside", levels.inside), ("water_outside", levels.outside)]
    if not any(row is not None for _, row in sided):
        sided = [("water_difference", levels.difference)]
    told = [(key, row) for key, row in sided if row is not None]
    for key, row in told:
        yield _worded(key, row, lang)
    for reading in levels.gauges[: _NAMED if not told else 1]:
        yield _worded("water_gauge", reading.row, lang, of=place_words(reading.of, lang))


def _states(levels: Levels, lang: str) -> Iterator[_Part]:
    for row in levels.conditions[:_NAMED]:
        yield _Part(row=row, value=value_words(row, lang))
    if levels.change is not None:
        yield _moved(levels.change, lang)


def _moved(row: Row, lang: str) -> _Part:
    """Tell a rise or a fall."""
    key, value = moved_words(row, lang)
    return replace(_worded(key, row, lang), value=value)


def _worded(key: str, row: Row, lang: str, **parts: str) -> _Part:
    before, after = say(lang, key, value=_HERE, **parts).split(_HERE)
    return _Part(row=row, value=value_words(row, lang), before=before, after=after)


def _clause(parts: Sequence[_Part], latest: pd.Timestamp | None, scene: Scene) -> str:
    """Write a group as HTML: the time it holds at once for all, where it is one."""
    lang = scene.lang
    whens = [_when(part.row, latest, lang) for part in parts]
    shared = len(set(whens)) == 1
    told = [_tell(part, "" if shared else when, scene) for part, when in zip(parts, whens, strict=True)]
    return say(lang, "list").join(told) + (_at(whens[0], lang) if shared else "")


def _tell(part: _Part, when: str, scene: Scene) -> str:
    """Write a part as HTML: its value a link, when it held, what contradicts it."""
    words = f"<mark>{cite(part.row.fact_id, part.value, scene.view)}</mark>"
    told = f"{escape_html(part.before)}{words}{escape_html(part.after)}{_at(when, scene.lang)}"
    return told + "".join(_against(find_contradicted(scene.every, part.row.fact_id), scene))


def _when(row: Row, latest: pd.Timestamp | None, lang: str) -> str:
    """Say when a fact held; "" where that is the time all is known until, or it has none."""
    is_timed = known(row.start) or known(row.end)
    return time_words(row, lang) if is_timed and latest not in {row.begin, row.finish} else ""


def _at(when: str, lang: str) -> str:
    return escape_html(say(lang, "water_beside", words=when)) if when else ""


def _against(rows: Iterable[Row], scene: Scene) -> Iterator[str]:
    for row in rows:
        words = f"<mark>{cite(row.fact_id, value_words(row, scene.lang), scene.view)}</mark>"
        yield say(scene.lang, "said_disputed", value=words)


def _as_of(latest: pd.Timestamp, scene: Scene, *, assumed: bool) -> str:
    """Say until when it is known."""
    time = latest_words(latest, scene.lang, assumed=assumed)
    return say(scene.lang, "as_of", time=f"<mark>{escape_html(time)}</mark>") + say(scene.lang, "colon")
