"""A scene made of tables, without a store and without a page."""

from dataclasses import replace

from dashboard.charts.palette import LIGHT
from dashboard.data import Tables
from dashboard.filters import as_of, filter_directives, filter_facts
from dashboard.responses import match_all
from dashboard.scene import Scene
from dashboard.situation import sum_up
from dashboard.state import View
from dashboard.tellings import gather


def stage(tables: Tables, view: View | None = None, incident: str = "北堤决口") -> Scene:
    """Show tables in a view, all of whose values are in them."""
    view = view or View()
    every = as_of(gather(tables.timeline), view)
    shown = filter_facts(every, view)
    directives = filter_directives(as_of(tables.directives, view), view)
    responses, unasked = match_all(directives, shown)
    return Scene(
        view=view,
        store="sqlite://",
        incident=incident,
        choices=replace(tables.choices, incidents=[incident]),
        tables=tables,
        every=every,
        timeline=shown,
        directives=directives,
        situation=sum_up(shown, view.at),
        responses=responses,
        unasked=unasked,
        palette=LIGHT,
    )
