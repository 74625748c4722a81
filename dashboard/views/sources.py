"""Sources: the reports as they read."""

import streamlit as st

from dashboard.scene import Scene
from dashboard.strings import say


def show_sources(scene: Scene) -> None:
    """Draw the page."""
    st.caption(say(scene.lang, "nothing_here"))
