"""What one run of the page shows: the view, and the tables it left."""

from dataclasses import dataclass

import pandas as pd

from dashboard.charts.palette import LIGHT, Palette
from dashboard.data import Tables
from dashboard.filters import as_of, filter_directives, filter_facts
from dashboard.responses import Response, match_all
from dashboard.situation import Situation, sum_up
from dashboard.state import Choices, View
from dashboard.tellings import gather, gather_orders
from extract.corrections import REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One run of the page.

    Attributes:
        view: What was chosen, everything in it being in the data.
        store: The URL of the store.
        incident: The id of the incident shown, chosen or not.
        choices: What can be chosen.
        tables: The incident's tables.
        every: The incident's facts before filtering, without those a person rejected.
        timeline: The facts that passed the filters.
        directives: The directives that passed the filters.
        situation: The state now, from `timeline`.
        responses: The themes with directives, each with the work on it (`match_all`).
        unasked: The themes that work is reported on without a directive.
        palette: The colours of the charts.
    """

    view: View
    store: str
    incident: str
    choices: Choices
    tables: Tables
    every: pd.DataFrame
    timeline: pd.DataFrame
    directives: pd.DataFrame
    situation: Situation
    responses: tuple[Response, ...]
    unasked: tuple[Response, ...]
    palette: Palette

    @property
    def lang(self) -> str:
        """The language to speak."""
        return self.view.lang

    @property
    def reports(self) -> pd.DataFrame:
        """The incident's reports; where only what was known at a moment is shown, those told by then."""
        reports, at = self.tables.reports, self.view.at
        if at is None or not self.view.then:
            return reports
        return reports[pd.to_datetime(reports["published"]) <= at]

    @property
    def total(self) -> int:
        """How many facts the incident has at its moment, one of several sources once.

        Of an incident too large to be read whole all tellings count; filtered, those of all moments.
        """
        tables, view = self.tables, self.view
        if tables.total == len(tables.timeline):
            return len(self.every)
        return tables.total if view.at is None or view.filtered else tables.fitting


def compose(tables: Tables, view: View, store: str, incident: str) -> Scene:
    """Filter the tables of an incident as a view asks for, all of whose values are in them.

    Args:
        tables: All of the incident.
        view: What was chosen.
        store: The URL of the store they are of.
        incident: The incident's id.
    """
    every = gather(as_of(tables.timeline[tables.timeline["verdict"] != REJECTED], view))
    shown = filter_facts(every, view)
    directives = filter_directives(gather_orders(as_of(tables.directives, view)), view)
    responses, unasked = match_all(directives, shown)
    return Scene(
        view=view,
        store=store,
        incident=incident,
        choices=tables.choices,
        tables=tables,
        every=every,
        timeline=shown,
        directives=directives,
        situation=sum_up(shown, view.at),
        responses=responses,
        unasked=unasked,
        palette=LIGHT,
    )
