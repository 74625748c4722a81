"""What one run of the page shows: the view, and the tables it left."""

from dataclasses import dataclass

import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.data import Tables
from dashboard.situation import Situation
from dashboard.state import Choices, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One run of the page.

    Attributes:
        view: What was chosen, everything in it being in the data.
        incident: The incident shown, chosen or not; None where the facts name none.
        choices: What can be chosen.
        tables: The whole store.
        every: The incident's facts before filtering.
        timeline: The facts that passed the filters.
        directives: The directives that passed the filters.
        situation: The state now, from `timeline`.
        palette: The colours of the charts.
    """

    view: View
    incident: str | None
    choices: Choices
    tables: Tables
    every: pd.DataFrame
    timeline: pd.DataFrame
    directives: pd.DataFrame
    situation: Situation
    palette: Palette

    @property
    def lang(self) -> str:
        """The language to speak."""
        return self.view.lang
