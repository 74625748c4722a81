"""What a correction did to the rows of a report, in words: which times moved, what came and what went."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from dashboard.strings import say
from dashboard.wording import stamp_words
from extract.differences import Difference

_TIMES = ("start", "end")
_MOST = 6
"""So many different moves are listed."""


def moved_words(differences: Sequence[Difference], lang: str) -> tuple[str, ...]:
    """Say what moved, a line each: first how many rows, then from when to when, the commonest first."""
    timed = [one for one in differences if one.column in _TIMES]
    moved = {one.row_id for one in timed}
    ways = Counter((_shown(one.before, lang), _shown(one.after, lang)) for one in timed)
    lines = [say(lang, "moved", count=len(moved))] if moved else [say(lang, "moved_none")]
    lines += [
        say(lang, "moved_one", before=before, after=after, count=count)
        for (before, after), count in ways.most_common(_MOST)
    ]
    if len(ways) > _MOST:
        lines.append(say(lang, "moved_more", count=len(ways) - _MOST))
    rows = [one for one in differences if one.column is None]
    for key, count in (
        ("rows_came", sum(one.before is None for one in rows)),
        ("rows_went", sum(one.after is None for one in rows)),
    ):
        if count:
            lines.append(say(lang, key, count=count))
    return tuple(lines)


def _shown(moment: object, lang: str) -> str:
    if not isinstance(moment, str):
        return say(lang, "no_time")
    return stamp_words(dt.datetime.fromisoformat(moment)).removesuffix(" 00:00")
