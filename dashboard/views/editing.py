"""What a person can do to a report: correct it, move it to another incident, take it out, bring it back."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

import streamlit as st

from dashboard import session
from dashboard.data import load_incidents, open_store
from dashboard.moves import moved_words
from dashboard.origins import day_words
from dashboard.quotes import escape_markdown
from dashboard.refusals import store_words
from dashboard.state import View
from dashboard.strings import say
from dashboard.wording import Row, incident_words, known, stamp_words
from extract.archive import redate
from extract.corrections import Correction
from extract.differences import Difference
from extract.errors import StoreError
from extract.typed_dates import read_typed_date

_NAMES: tuple[Literal["title", "publisher"], ...] = ("title", "publisher")
_FIELDS = (*_NAMES, "published")
_FILLED = "what the form was filled with"
_NEW = ""
"""Stands among the incidents for one that there is not yet."""
_REMOVING = "removing"


def show_editing(view: View, url: str, report: Row) -> None:
    """Draw the forms; what they did is said on the next run."""
    lang = view.lang
    if report.is_removed:
        _show_restoring(lang, url, report)
        return
    with st.expander(say(lang, "edit"), icon=":material/edit:", key="edit"):
        _show_form(lang, url, report)
    if report.incidents:
        with st.expander(say(lang, "move"), icon=":material/drive_file_move:", key="move"):
            _show_move(lang, url, report)
    _show_removing(lang, url, report)


def _show_form(lang: str, url: str, report: Row) -> None:
    st.caption(say(lang, "edit_how"))
    _fill_form(lang, report)
    with st.form("edit_form", border=False, enter_to_submit=False):
        for field in _FIELDS:
            hint = say(lang, "date_hint") if field == "published" else None
            st.text_input(say(lang, f"field_{field}"), key=f"edit_{field}", placeholder=hint, max_chars=200)
        if known(report.published) and report.published_basis == "assumed":
            st.checkbox(say(lang, "date_right"), key="edit_right")
        st.text_input(say(lang, "reason"), key="edit_reason", placeholder=say(lang, "reason_hint"))
        st.form_submit_button(
            say(lang, "edit_save"), type="primary", on_click=_take_form, args=(lang, url, report)
        )


def _fill_form(lang: str, report: Row) -> None:
    """Fill the form with what holds now; what was typed stays until that changes."""
    values = {f"edit_{field}": _current(report, field) for field in _FIELDS}
    filled = (lang, report.report_id, *values.values())
    if st.session_state.get(_FILLED) != filled or "edit_title" not in st.session_state:
        st.session_state[_FILLED] = filled
        for key, value in {**values, "edit_reason": ""}.items():
            st.session_state[key] = value


def _current(report: Row, field: str) -> str:
    value = getattr(report, field)
    if not known(value):
        return ""
    return day_words(value, "given", "zh") if field == "published" else str(value)


def _take_form(lang: str, url: str, report: Row) -> None:
    """Keep every field that was changed as a correction of its own."""
    now = session.now()
    typed = {field: str(st.session_state[f"edit_{field}"]).strip() for field in _FIELDS}
    changed = {field: value for field, value in typed.items() if value != _current(report, field)}
    if st.session_state.get("edit_right"):
        # The same day, but said by a person: it is assumed no more.
        changed["published"] = typed["published"]
    if not changed:
        session.say_done("info", say(lang, "edit_same"))
        return
    if "published" in changed:
        try:
            changed["published"] = read_typed_date(changed["published"], now.replace(tzinfo=None)).isoformat()
        except ValueError:
            session.say_done("error", say(lang, "date_wrong", typed=changed["published"]))
            return
    reason = str(st.session_state["edit_reason"]).strip()
    told = say(lang, "clause").join(_change_words(report, *one, lang) for one in changed.items())
    do(
        lang,
        lambda: _correct(url, report.report_id, changed, reason),
        say(lang, "corrected", what=told),
        is_dated="published" in changed,
    )


def _change_words(report: Row, field: str, value: str, lang: str) -> str:
    before, after = _current(report, field) or say(lang, "unknown"), value or say(lang, "unknown")
    return say(lang, "corrected_one", field=say(lang, f"field_{field}"), before=before, after=after)


def _correct(url: str, report_id: str, changed: dict[str, str], reason: str) -> list[Difference]:
    store, now = open_store(url), session.now()
    differences: list[Difference] = []
    for field in _NAMES:
        if field in changed:
            said = Correction(report_id=report_id, field=field, value=changed[field] or None, reason=reason)
            differences += store.correct(said, now)
    if "published" in changed:
        day = dt.date.fromisoformat(changed["published"])
        differences += redate(store, report_id, day, reason, now)
    return differences


def do(lang: str, deed: Callable[[], list[Difference]], told: str, *, is_dated: bool = False) -> None:
    """Do something to the store, and keep for the next run what to say of it."""
    try:
        differences = deed()
    except StoreError as error:
        session.say_done("error", store_words(error, lang))
        return
    session.say_done("success", told, moved_words(differences, lang) if is_dated else ())


def _show_move(lang: str, url: str, report: Row) -> None:
    key = report.report_id
    others = [one.incident_id for one in load_incidents(url) if one.incident_id not in report.incidents]

    def label(incident: str) -> str:
        return say(lang, "move_new") if incident == _NEW else incident_words(incident, lang)

    with st.form("move_form", border=False, enter_to_submit=False):
        if len(report.incidents) > 1:
            st.selectbox(
                say(lang, "move_from"),
                report.incidents,
                key=f"from_{key}",
                format_func=label,
                filter_mode=None,
                placeholder=say(lang, "move_from"),
            )
        st.selectbox(
            say(lang, "move_to"), [*others, _NEW], key=f"to_{key}", format_func=label, filter_mode=None,
            placeholder=say(lang, "move_to"),
        )  # fmt: skip  # one widget reads as two lines
        st.text_input(
            say(lang, "move_name"), key=f"name_{key}", max_chars=60, placeholder=say(lang, "move_name_hint")
        )
        st.text_input(say(lang, "reason"), key=f"move_reason_{key}")
        st.form_submit_button(say(lang, "move_do"), on_click=_take_move, args=(lang, url, report))


def _take_move(lang: str, url: str, report: Row) -> None:
    key = report.report_id
    chosen, named = st.session_state[f"to_{key}"], st.session_state[f"name_{key}"].strip()
    target = named if chosen == _NEW else chosen
    if not target or target in report.incidents:
        session.say_done("error", say(lang, "move_unnamed"))
        return
    said = Correction(
        report_id=key,
        field="incident",
        before=st.session_state.get(f"from_{key}", report.incidents[0]),
        value=target,
        reason=st.session_state[f"move_reason_{key}"].strip(),
    )
    done = say(lang, "move_done", incident=incident_words(target, lang))
    do(lang, lambda: open_store(url).correct(said, session.now()), done)


def _show_removing(lang: str, url: str, report: Row) -> None:
    """Draw the way to remove a report: never by one click."""
    key = report.report_id
    with st.container(key="remove_box"):
        if st.session_state.get(_REMOVING) != key:
            st.button(
                say(lang, "remove"), key="remove", icon=":material/delete:",
                on_click=_set_removing, args=(key,),
            )  # fmt: skip  # one widget reads as one line
            return
        st.warning(escape_markdown(say(lang, "remove_sure")))
        with st.container(horizontal=True):
            st.button(
                say(lang, "remove_yes"),
                key="remove_yes",
                type="primary",
                on_click=_remove,
                args=(lang, url, key),
            )
            st.button(say(lang, "remove_no"), key="remove_no", on_click=_set_removing, args=(None,))


def _set_removing(report_id: str | None) -> None:
    st.session_state[_REMOVING] = report_id


def _remove(lang: str, url: str, report_id: str) -> None:
    _set_removing(None)

    def remove() -> list[Difference]:
        open_store(url).remove(report_id, session.now())
        return []

    do(lang, remove, say(lang, "removed"))


def _show_restoring(lang: str, url: str, report: Row) -> None:
    removed = stamp_words(open_store(url).report(report.report_id)["removed_at"])
    st.warning(escape_markdown(say(lang, "is_removed", time=removed)))

    def restore() -> list[Difference]:
        open_store(url).restore(report.report_id, session.now())
        return []

    st.button(
        say(lang, "restore"), key="restore", type="primary", icon=":material/restore_from_trash:",
        on_click=do, args=(lang, restore, say(lang, "restored")),
    )  # fmt: skip  # as above
