"""What a viewer takes away: a table of the view as a file, or the view as a situation report."""

import re
from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.briefing import Stamp, write_briefing
from dashboard.data import open_store, select
from dashboard.scene import Scene
from dashboard.strings import say
from extract.corrections import REJECTED
from extract.exports import ENDINGS, FORMATS
from extract.grouping import UNNAMED
from extract.selection import Selection
from extract.sources import relate_incidents
from extract.store import Store

_NAMES = {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON Lines", "parquet": "Parquet", "hxl": "HXL CSV"}
_TABLES = ("timeline", "directives", "reports")
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 50
"""Characters of a name: four bytes each still leave room for the rest in the 255 that most disks hold."""


def show_takeaway(scene: Scene) -> None:
    """Draw the control. Nothing is read or made before it is asked for."""
    with st.popover(say(scene.lang, "takeaway"), icon=":material/download:", key="takeaway"):
        _offer(scene, open_store(scene.store))


@st.fragment
def _offer(scene: Scene, store: Store) -> None:
    # A fragment: to choose a table draws nothing else anew.
    lang = scene.lang
    selection = select(scene.incident, scene.view)
    offer_briefing(scene, "takeaway_briefing")
    table = st.radio(
        say(lang, "takeaway_table"), _TABLES, key="takeaway_table",
        format_func=lambda table: say(lang, f"takeaway_{table}"),
    )  # fmt: skip  # the same
    format_ = st.radio(
        say(lang, "takeaway_format"), list(_NAMES), key="takeaway_format", horizontal=True,
        format_func=_NAMES.__getitem__,
    )  # fmt: skip  # the same
    _offer_file(
        say(lang, "takeaway_get"), file_name(scene, table, ENDINGS[format_]),
        lambda: FORMATS[format_](read_table(store, table, selection)), key="takeaway_file",
    )  # fmt: skip  # the same


def offer_briefing(scene: Scene, key: str) -> None:
    """Draw the button to the situation report, and say what that is good for."""
    make = partial(_make_briefing, scene, open_store(scene.store), session.link(scene.incident))
    _offer_file(say(scene.lang, "takeaway_briefing"), file_name(scene, "briefing", ".html"), make, key=key)
    st.caption(say(scene.lang, "takeaway_briefing_how"))


def read_table(store: Store, name: str, selection: Selection) -> pd.DataFrame:
    """Read a table whole, however large, as its contract has it; facts a person rejected are left out.

    Raises:
        StoreError: The store cannot be read.
    """
    if name == "reports":
        reports = store.reports(selection)
        published = pd.to_datetime(reports["published"])
        return reports[published <= selection.at] if selection.at and selection.then else reports
    if name == "directives":
        return store.directives(selection)
    facts = relate_incidents(store.timeline(selection), store.reports(selection, texts=False))
    return facts[facts["verdict"] != REJECTED]


def file_name(scene: Scene, content: str, ending: str) -> str:
    """Name a file by incident, content and latest known time, the same in every language.

    What disks, shells and browsers could take for something else is left out of the incident's name.
    """
    incident = _UNSAFE.sub("", "" if scene.incident == UNNAMED else scene.incident).strip(".-")[:_LONGEST]
    latest = scene.situation.latest
    parts = [incident or "flood", content, *([f"{latest:%Y%m%dT%H%M}"] if latest is not None else [])]
    return f"{'_'.join(parts)}{ending}"


def _make_briefing(scene: Scene, store: Store, link: str) -> str:
    stamp = Stamp(link=link, version=scene.tables.version, made=session.now())
    return write_briefing(scene, store.reports(Selection(incident=scene.incident)), stamp)


def _offer_file(label: str, name: str, make: Callable[[], str | bytes], *, key: str) -> None:
    """Draw a button to a file that is made when it is clicked; it is to be kept, not shown in the page."""
    st.download_button(
        label, make, name, "application/octet-stream", key=key, icon=":material/download:", width="stretch",
        on_click="ignore",
    )  # fmt: skip  # the same
