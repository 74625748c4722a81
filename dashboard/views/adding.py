"""Where reports are added: files, pasted words, and what the watched folder could not read."""

import itertools
from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import session
from dashboard.candidates import Given, Scales, clean_name
from dashboard.data import open_store
from dashboard.inbox import watched
from dashboard.quotes import escape_markdown
from dashboard.refusals import refusal_words
from dashboard.strings import say
from dashboard.waiting import Waiting, waiting
from dashboard.wording import PASTED, document_words
from extract.documents import read_bytes
from extract.errors import DocumentError
from extract.typed_dates import read_typed_date

_TYPED = ("paste_text", "paste_title", "paste_publisher", "paste_date")
_MOST_PROBLEMS = 20


def show_adding(lang: str, url: str) -> None:
    """Draw the uploader and the form for pasted words; what comes in waits for the viewer's word."""
    with st.container(border=True, key="adding"):
        st.header(say(lang, "add"), anchor=False)
        upload, paste = st.tabs([say(lang, "upload"), say(lang, "paste")])
        with upload:
            _show_uploader(lang, url)
        with paste:
            _show_paste(lang, url)
        _show_inboxes(lang)
    session.show_done()
    _show_problems(lang)


def _show_uploader(lang: str, url: str) -> None:
    here = waiting()
    # Files of any name: their content decides, and what is refused is told with its remedy.
    files = st.file_uploader(
        say(lang, "upload_label"), key=f"upload_{here.upload}", accept_multiple_files=True
    )
    st.caption(escape_markdown(say(lang, "upload_kinds")))
    if files:
        _read(files, here, lang, url)
        here.end_upload()
        st.rerun()


@session.tells_failure
def _read(files: Sequence[UploadedFile], here: Waiting, lang: str, url: str) -> None:
    """Read files one by one; a click meanwhile runs the page anew, and then it goes on where it was."""
    here.forget_saved()
    scales, now = Scales(open_store(url)), session.now()
    bar = st.progress(0.0)
    for place, file in enumerate(files):
        name = clean_name(file.name)
        done = here.read.get(file.file_id, 0)
        for document in itertools.islice(read_bytes(file.getvalue(), name), done, None):
            came = scales.weigh(document, now)
            # A run that a click has ended ends here, before the next one could take the same report.
            told = say(lang, "reading", place=place + 1, total=len(files), name=name, count=done + 1)
            bar.progress(place / len(files), escape_markdown(told))
            here.take(came)
            here.read[file.file_id] = done = done + 1


def _show_paste(lang: str, url: str) -> None:
    with st.form("paste", border=False, enter_to_submit=False):
        st.text_area(
            say(lang, "paste_text"), key="paste_text", height=180, placeholder=say(lang, "paste_hint")
        )
        for column, field in zip(st.columns(3), ("title", "publisher", "date"), strict=True):
            hint = say(lang, "date_hint") if field == "date" else None
            column.text_input(say(lang, f"paste_{field}"), key=f"paste_{field}", placeholder=hint)
        if told := waiting().told:
            st.error(escape_markdown(told))
        st.form_submit_button(say(lang, "paste_read"), on_click=_take_paste, args=(lang, url))


@session.tells_failure
def _take_paste(lang: str, url: str) -> None:
    here, now = waiting(), session.now()
    text, title, publisher, date = (st.session_state[key] for key in _TYPED)
    here.told = ""
    here.forget_saved()
    published = None
    if date.strip():
        try:
            published = read_typed_date(date, now.replace(tzinfo=None))
        except ValueError:
            here.told = say(lang, "date_wrong", typed=date)
            return
    if not text.strip():
        here.told = say(lang, "paste_empty")
        return
    scales = Scales(open_store(url))
    given = Given(published=published, title=title.strip(), publisher=publisher.strip())
    for document in read_bytes(text.encode("utf-8", "replace"), PASTED):
        here.take(scales.weigh(document, now, given))
    for key in _TYPED:
        st.session_state[key] = ""


def _show_inboxes(lang: str) -> None:
    for inbox in watched():
        st.caption(escape_markdown(say(lang, "inbox", folder=inbox.folder.absolute())))
        if problems := inbox.problems:
            st.warning(_problem_words(say(lang, "inbox_problems", count=len(problems)), problems, lang))


def _show_problems(lang: str) -> None:
    here = waiting()
    if here.problems:
        heading = say(lang, "unreadable", count=len(here.problems))
        st.warning(_problem_words(heading, here.problems, lang))
        st.button(say(lang, "unreadable_hide"), key="unreadable_hide", on_click=here.problems.clear)


def _problem_words(heading: str, problems: Sequence[DocumentError], lang: str) -> str:
    listed = [
        f"- **{escape_markdown(document_words(problem.source, lang))}** "
        f"{escape_markdown(refusal_words(problem, lang))}"
        for problem in problems[:_MOST_PROBLEMS]
    ]
    more = ["- …"] if len(problems) > _MOST_PROBLEMS else []
    return "\n".join([escape_markdown(heading), "", *listed, *more])
