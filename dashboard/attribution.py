"""Who says it: the short names of the sources that tell a fact, for many facts at once."""

from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.wording import Row, rows, source_name

_NAME, _CLOSING = 12, "》”"
"""So many characters of a name are shown, and what closes a headline."""


class Attribution:
    """Names the sources of a scene's facts."""

    def __init__(self, scene: Scene) -> None:
        """Take down which report tells what, and how each is named."""
        told = scene.tables.timeline
        self._lang = scene.lang
        self._facts = {row.fact_id: row for row in rows(told[["fact_id", "report_id", "article"]])}
        self._reports = {row.report_id: row for row in rows(scene.tables.reports)}

    def name(self, row: Row) -> str:
        """Name the source of a gathered fact, plain words; of several the first, and how many there are."""
        first = self._one(row.fact_id)
        count = len(row.sources)
        return first if count == 1 else say(self._lang, "told_by", source=first, count=count)

    def _one(self, fact_id: str) -> str:
        fact = self._facts[fact_id]
        return short_source(self._reports[fact.report_id], fact, self._lang)


def short_source(report: Row, row: Row, lang: str) -> str:
    """Name the source of a fact or directive, plain words, a long headline cut short."""
    name = source_name(report, row, lang)
    closing = name[-1] if name[-1] in _CLOSING else ""
    return name if len(name) <= _NAME else f"{name[:_NAME]}…{closing}"
