"""The viewer's session: the query string is the one place where the view is kept.

Widgets show what it says and write into it when they are used; so a link, a reload and the browser's
back button all restore the same view.
"""

import datetime as dt
import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, ParamSpec
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard.quotes import escape_markdown
from dashboard.refusals import store_words
from dashboard.state import Stale, View, find_language, read_view, write_view
from dashboard.strings import LANGUAGES
from extract.errors import StoreError
from extract.table import ZONE

P = ParamSpec("P")

# A link of the page is a change of the query string, which the browser's own back button makes too, and
# that Streamlit answers by drawing the page anew. Opened in a new tab it is a link like any other.
# And a button copies the words beside it, and the controls' English names are Chinese on a Chinese page.
_SCRIPTS, _SEEK = (
    "\n".join(Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8") for name in names)
    for names in (("links", "copy", "labels", "touch"), ("seek",))
)
_SHOWN = "language shown"
_DONE = "what was done"


def now() -> dt.datetime:
    """Read the clock, for what a viewer does; nothing below reads it."""
    return dt.datetime.now(ZONE)


def asked() -> tuple[View, tuple[Stale, ...]]:
    """Read what the query string asks for, in the browser's language where it names none."""
    params = st.query_params
    native = find_language(st.context.headers.get("Accept-Language", ""))
    return read_view({name: params.get_all(name) for name in params}, native)


def go(view: View) -> None:
    """Write a view into the query string; the browser's back button leads back from it."""
    st.query_params.from_dict(write_view(view))


def take(field: str, key: str) -> None:
    """Take a widget's new value into the view; a widget's callback."""
    value = st.session_state[key]
    if value is not None:
        changed: dict[str, Any] = {field: tuple(value) if isinstance(value, list) else value}
        go(replace(asked()[0], **changed))


def choose(fact: str | None) -> None:
    """Choose a fact or a directive, or none; the filters stay."""
    go(asked()[0].choosing(fact))


def hold(lang: str, values: Mapping[str, Any]) -> None:
    """Make widgets, by their keys, show these values.

    A value that is already there is left alone: setting it anew would undo a click made meanwhile.
    After a change of language all are set, since a widget is known to the browser by its labels.
    """
    renamed = st.session_state.get(_SHOWN) != lang
    st.session_state[_SHOWN] = lang
    for key, value in values.items():
        if renamed or st.session_state.get(key) != value:
            st.session_state[key] = value


def is_new(name: str, value: object) -> bool:
    """Say whether a value is another than in this session's last run."""
    known = name in st.session_state and st.session_state[name] == value
    st.session_state[name] = value
    return not known


def say_done(how: Literal["success", "info", "error"], told: str, more: Sequence[str] = ()) -> None:
    """Keep for the next run what to say of what was done, a line and what follows from it; a callback's."""
    st.session_state[_DONE] = how, (told, *more)


def tells_failure(callback: Callable[P, None]) -> Callable[P, None]:
    """Make a callback keep for the next run why the store could not do what it asked for."""

    @functools.wraps(callback)
    def told(*args: P.args, **named: P.kwargs) -> None:
        try:
            callback(*args, **named)
        except StoreError as error:
            say_done("error", store_words(error, asked()[0].lang))

    return told


def show_done() -> None:
    """Say what was done, once."""
    if done := st.session_state.pop(_DONE, None):
        how, (told, *more) = done
        listed = "".join(f"\n- {escape_markdown(line)}" for line in more)
        {"success": st.success, "info": st.info, "error": st.error}[how](f"{escape_markdown(told)}\n{listed}")


def speak(lang: str) -> None:
    """Tell the browser the language of the page and of its controls, to follow its links, and to copy."""
    st.html(f"<script>{_script(lang)}</script>", unsafe_allow_javascript=True)


def seek(chosen: str | None) -> None:
    """Bring the words of the chosen fact into view, where they are ringed in a text."""
    # The browser runs a script again only where its element has changed; an id may hold anything, its digest
    # nothing.
    digest = hashlib.sha256(str(chosen).encode()).hexdigest()
    st.html(f'<span data-chosen="{digest}"></span><script>{_SEEK}</script>', unsafe_allow_javascript=True)


def scripts() -> list[str]:
    """List all that runs in the browser; the server lets no other script in a page run."""
    return [*(_script(lang) for lang in LANGUAGES), _SEEK]


def is_embedded() -> bool:
    """Say whether the page stands in a frame of another: then it only shows."""
    return bool(st.context.is_embedded)


def _script(lang: str) -> str:
    # `lang` is a key of LANGUAGES, never a word of the link or of a report.
    return "\n".join((f'document.documentElement.lang = "{lang}";', _SCRIPTS))


def link(incident: str) -> str:
    """Return the whole address of the present view.

    It names the incident, for the latest one will change, and the language, for browsers differ.
    """
    pinned = replace(asked()[0], incident=incident, native="")
    page = st.context.url or ""
    # Chats take an address for a link more surely where a path ends the host's name.
    ending = "" if urlsplit(page).path else "/"
    return f"{page}{ending}?{urlencode(write_view(pinned), doseq=True)}"
