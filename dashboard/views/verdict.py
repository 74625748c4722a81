"""A person's word on a fact: confirmed, or rejected and left out of every figure; it can be taken back."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.data import open_store
from dashboard.links import cite
from dashboard.quotes import escape_markdown, mark_chinese
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.wording import Row, known, moment_words, pick, time_words, value_words
from extract.archive import take_back
from extract.corrections import CONFIRMED, REJECTED, Correction

_MOST_LETTERS = 200


def show_verdict(scene: Scene, fact: Row) -> None:
    """Say what a person said of a fact, and let the viewer say something.

    Raises:
        StoreError: The store cannot be read.
    """
    lang, said = scene.lang, _find_said(scene.store, fact) if known(fact.verdict) else None
    session.show_done()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="verdict"):
        if said is None:
            if not session.is_embedded():
                with st.popover(say(lang, "judge"), icon=":material/rule:"):
                    _ask(scene, fact)
            return
        st.caption(escape_markdown(judged_words(said, lang)), width="content")
        if session.is_embedded():
            return
        st.button(
            say(lang, "judge_back"), key="judge_back", type="tertiary", icon=":material/undo:",
            on_click=_take_back, args=(scene.store, said),
        )  # fmt: skip  # one widget reads as one line


def show_rejected(scene: Scene) -> None:
    """List the facts of the incident that were rejected, each with a link to its words."""
    facts = scene.tables.timeline
    rejected = pick(facts, facts["verdict"] == REJECTED)
    if not rejected:
        return
    with st.expander(say(scene.lang, "rejected_count", count=len(rejected)), icon=":material/block:"):
        st.html(f'<ul class="facts">{"".join(_item(row, scene) for row in rejected)}</ul>')


def _ask(scene: Scene, fact: Row) -> None:
    lang = scene.lang
    st.caption(say(lang, "judge_how"))
    key = f"judge_reason_{fact.fact_id}"
    st.text_input(say(lang, "judge_reason"), key=key, max_chars=_MOST_LETTERS)
    with st.container(horizontal=True):
        for verdict, icon in ((CONFIRMED, "check"), (REJECTED, "block")):
            st.button(
                say(lang, f"judge_{verdict}"), key=f"judge_{verdict}", icon=f":material/{icon}:",
                on_click=_judge, args=(scene.store, fact.report_id, fact.fact_id, verdict, key),
            )  # fmt: skip  # as above


@session.tells_failure
def _judge(url: str, report_id: str, fact_id: str, verdict: str, key: str) -> None:
    reason = str(st.session_state.get(key) or "").strip()
    said = Correction(report_id=report_id, row_id=fact_id, field="verdict", value=verdict, reason=reason)
    open_store(url).correct(said, session.now())


@session.tells_failure
def _take_back(url: str, said: dict[str, Any]) -> None:
    take_back(open_store(url), said, session.now())


def _find_said(url: str, fact: Row) -> dict[str, Any] | None:
    said = open_store(url).corrections(fact.report_id)
    own = [row for row in said if row["row_id"] == fact.fact_id and row["withdrawn_at"] is None]
    return own[-1] if own else None


def judged_words(said: Mapping[str, Any], lang: str) -> str:
    """Say when a fact was confirmed or rejected, and why; from a row of `Store.corrections`."""
    told = say(lang, f"judged_{said['value']}", time=moment_words(said["made_at"], "minute", lang))
    return say(lang, "judged_why", told=told, reason=said["reason"]) if said["reason"] else told


def _item(row: Row, scene: Scene) -> str:
    told = mark_chinese(say(scene.lang, "sep").join([row.quote, time_words(row, scene.lang)]), scene.lang)
    return f"<li>{cite(row.fact_id, value_words(row, scene.lang), scene.view)}<span>{told}</span></li>"
