"""A scene made of tables, without a store and without a page."""

from dataclasses import replace

from dashboard.data import Tables
from dashboard.scene import Scene, compose
from dashboard.state import View


def stage(tables: Tables, view: View | None = None, incident: str = "北堤决口") -> Scene:
    """Show tables in a view, all of whose values are in them."""
    scene = compose(tables, view or View(), "sqlite://", incident)
    return replace(scene, choices=replace(tables.choices, incidents=[incident]))
