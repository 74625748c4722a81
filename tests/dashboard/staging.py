"""A scene made of tables, without a store and without a page."""

from dataclasses import replace

from dashboard.charts.palette import LIGHT
from dashboard.data import Tables
from dashboard.filters import filter_directives, filter_facts
from dashboard.scene import Scene
from dashboard.situation import sum_up
from dashboard.state import View


def stage(tables: Tables, view: View | None = None, incident: str = "北堤决口") -> Scene:
    """Show tables in a view, all of whose values are in them."""
    view = view or View()
    shown = filter_facts(tables.timeline, view)
    return Scene(
        view=view,
        store="sqlite://",
        incident=incident,
        choices=replace(tables.choices, incidents=[incident]),
        tables=tables,
        every=tables.timeline,
        timeline=shown,
        directives=filter_directives(tables.directives, view),
        situation=sum_up(shown),
        palette=LIGHT,
    )
