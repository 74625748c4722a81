"""The reports that wait to be saved: what was read in each, what was left out, and where it would go."""

from dataclasses import replace

import streamlit as st

from dashboard import session
from dashboard.candidates import Candidate, Scales
from dashboard.data import open_store
from dashboard.origins import dated_words, day_words
from dashboard.quotes import escape_markdown, mark_chinese
from dashboard.state import View
from dashboard.strings import say
from dashboard.views.found import show_found
from dashboard.waiting import waiting
from dashboard.wording import document_words, incident_words
from extract.archive import take_in
from extract.errors import DocumentError
from extract.explain import OTHER_ARTICLE, OTHER_PARAGRAPHS, Rejection
from extract.grouping import UNNAMED
from extract.typed_dates import read_typed_date

_AT_ONCE = 10
"""So many reports are shown on a page of the preview."""
_MOST_INCIDENTS = 6
_MOST_LETTERS = 35
"""So much is shown of the first sentence of an article without a headline."""


def show_preview(view: View, url: str) -> None:
    """Draw what waits, page by page, and the buttons to save or to discard it."""
    lang, here = view.lang, waiting()
    _show_saved(view)
    if here.twice:
        st.caption(escape_markdown(say(lang, "twice", count=here.twice)))
    if not here.candidates:
        return
    with st.container(border=True, key="preview"):
        st.header(say(lang, "preview", count=len(here.candidates)), anchor=False)
        st.caption(say(lang, "preview_how"))
        _offer_saving(lang, url)
        pages = -(-len(here.candidates) // _AT_ONCE)
        page = st.pagination(pages, key="preview_page") if pages > 1 else 1
        for candidate in here.candidates[(page - 1) * _AT_ONCE : page * _AT_ONCE]:
            with st.container(border=True):
                _show_candidate(candidate, lang, url)


def _offer_saving(lang: str, url: str) -> None:
    here = waiting()
    new = sum(candidate.is_new for candidate in here.candidates)
    if not new:
        st.info(escape_markdown(say(lang, "nothing_new")))
    with st.container(horizontal=True):
        if st.button(say(lang, "save", count=new), key="save", type="primary", disabled=not new):
            _save(lang, url)
            st.rerun()
        st.button(say(lang, "discard"), key="discard", on_click=here.discard)


@session.tells_failure
def _save(lang: str, url: str) -> None:
    """Save what is new, each report in a transaction of its own; what is saved waits no longer."""
    here, store, now = waiting(), open_store(url), session.now()
    here.forget_saved()
    bar, total = st.progress(0.0), len(here.candidates)
    while here.candidates:
        place = total - len(here.candidates)
        bar.progress(place / total, say(lang, "saving", place=place + 1, total=total))
        report_id = here.candidates[0].extraction.report.report_id
        here.outcomes[take_in(store, here.candidates[0].extraction, now)] += 1
        here.incidents += store.incidents_of(report_id)
        del here.candidates[0]
    here.discard()


def _show_saved(view: View) -> None:
    """Say what the last saving did, with the ways to the incidents it added to."""
    lang, here = view.lang, waiting()
    if not here.outcomes:
        return
    counts = {"saved": here.outcomes["added"] + here.outcomes["replaced"]}
    counts |= {f"saved_{outcome}": here.outcomes[outcome] for outcome in ("known", "removed")}
    told = [say(lang, key, count=count) for key, count in counts.items() if count]
    with st.container(key="saved"):
        st.success(escape_markdown(" ".join(told)))
        with st.container(horizontal=True):
            offer_incidents(list(dict.fromkeys(here.incidents))[:_MOST_INCIDENTS], lang, "saved")


def offer_incidents(incidents: list[str], lang: str, where: str) -> None:
    """Draw a button a incident that leads to its situation; `where` tells them from others on the page."""
    for incident in incidents:
        words = say(lang, "see_incident", incident=incident_words(incident, lang))
        target = View(lang=lang, incident=incident)
        st.button(
            escape_markdown(words), key=f"see_{where}_{incident}", icon=":material/monitoring:",
            on_click=session.go, args=(target,),
        )  # fmt: skip  # one widget reads as one line


def _show_candidate(candidate: Candidate, lang: str, url: str) -> None:
    report = candidate.extraction.report
    key = report.report_id
    st.html(_head(candidate, lang))
    if not candidate.extraction.facts and not candidate.extraction.directives:
        st.warning(escape_markdown(say(lang, "no_flood")))
    elif report.published is None or report.published_basis == "assumed":
        st.warning(escape_markdown(say(lang, "check_date" if report.published else "no_date")))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        session.hold(lang, {f"date_{key}": _shown_date(candidate)})
        st.text_input(
            say(lang, "date_label"), key=f"date_{key}", width=220, placeholder=say(lang, "date_hint"),
            on_change=_take_date, args=(candidate, lang, url),
        )  # fmt: skip  # as above
        st.caption(escape_markdown(dated_words(report.published_basis, report.published_clue, lang)))
        if report.published and report.published_basis == "assumed":
            st.button(
                say(lang, "date_right"), key=f"right_{key}", icon=":material/check:",
                on_click=_take_date, args=(candidate, lang, url),
            )  # fmt: skip  # as above
        st.space("stretch")
        st.button(say(lang, "drop"), key=f"drop_{key}", on_click=waiting().swap, args=(candidate, None))
    if wrong := st.session_state.pop(f"wrong_{key}", None):
        st.error(escape_markdown(wrong))
    show_found(candidate, lang)


def _head(candidate: Candidate, lang: str) -> str:
    """Name a report and say what it brings, as HTML."""
    report, extraction = candidate.extraction.report, candidate.extraction
    lines = [
        say(lang, "sep").join(filter(None, (report.publisher, document_words(report.source_name, lang)))),
        articles_words(extraction.articles, candidate.left_out, lang),
        say(lang, "counts", facts=len(extraction.facts), directives=len(extraction.directives)),
    ]
    if candidate.homes and candidate.is_new:
        lines[-1] += say(lang, "sep") + say(lang, "joins", incidents=_homes_words(candidate, lang))
    outcome = f'<span class="badge {candidate.outcome}">{say(lang, f"outcome_{candidate.outcome}")}</span>'
    title = mark_chinese(title_of(candidate, lang), lang)
    told = "".join(f"<p>{mark_chinese(line, lang)}</p>" for line in lines)
    return f'<div class="candidate"><p><strong>{title}</strong> {outcome}</p>{told}</div>'


def title_of(candidate: Candidate, lang: str) -> str:
    """Name a report: by its title, else by the headline of its first fact, else by its source."""
    report, facts = candidate.extraction.report, candidate.extraction.facts
    headline = next((fact.article for fact in facts if fact.article), None)
    return report.title or headline or document_words(report.source_name, lang)


def articles_words(count: int, left_out: tuple[Rejection, ...], lang: str) -> str:
    """Say how many articles a report has, and which of them were left out, by their headlines."""
    whole = [one.quote or one.sentence[:_MOST_LETTERS] for one in left_out if one.why == OTHER_ARTICLE]
    partly = [one.quote or one.sentence[:_MOST_LETTERS] for one in left_out if one.why == OTHER_PARAGRAPHS]
    words = say(lang, "articles", count=count)
    if whole:
        titles = say(lang, "clause").join(whole)
        words = say(lang, "articles_left_out", count=count, left=len(whole), titles=titles)
    if partly:
        titles = say(lang, "clause").join(partly)
        words += say(lang, "clause") + say(lang, "articles_partly", left=len(partly), titles=titles)
    return words


def _homes_words(candidate: Candidate, lang: str) -> str:
    return say(lang, "list").join(
        incident_words(UNNAMED, lang)
        if home.incident_id == UNNAMED
        else say(
            lang,
            "home_known" if home.reports else "home_new",
            incident=incident_words(home.incident_id, lang),
            count=home.reports,
        )
        for home in candidate.homes
    )


def _shown_date(candidate: Candidate) -> str:
    report = candidate.extraction.report
    return day_words(report.published, "given", "zh") if report.published else ""


@session.tells_failure
def _take_date(candidate: Candidate, lang: str, url: str) -> None:
    """Read a waiting report again under the date that was typed; its other data stay."""
    here, now, report = waiting(), session.now(), candidate.extraction.report
    typed = st.session_state[f"date_{report.report_id}"]
    try:
        day = read_typed_date(typed, now.replace(tzinfo=None))
    except ValueError:
        st.session_state[f"wrong_{report.report_id}"] = say(lang, "date_wrong", typed=typed)
        return
    given = replace(candidate.given, published=day)
    dated = Scales(open_store(url)).weigh(candidate.document, now, given)
    if not isinstance(dated, DocumentError):
        here.swap(candidate, dated)
