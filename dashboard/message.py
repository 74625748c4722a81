"""The view in a few plain lines: what a chat, a link's preview and a browser's tab say of it."""

import pandas as pd

from dashboard.briefing import say_moment, tell_filters
from dashboard.headline import make_sentence
from dashboard.quotes import plain_words, tame
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.wording import Row, incident_words, known, rows, source_words


def make_title(scene: Scene) -> str:
    """Name the view: its incident, and what program shows it."""
    lang = scene.lang
    return f"{tame(incident_words(scene.incident, lang))}{say(lang, 'sep')}{say(lang, 'app')}"


def tell_state(scene: Scene) -> list[str]:
    """Say, a line each, the state, of which moment and by which filters it is, and what it rests on."""
    lang = scene.lang
    lines = [plain_words(make_sentence(scene, linked=False)) or say(lang, "message_no_state")]
    lines += filter(None, [say_moment(scene.view)])
    lines += [
        f"{say(lang, 'message_filter', name=name)}{say(lang, 'colon')}{tame(words)}"
        for name, words in tell_filters(scene.view)
    ]
    return [*lines, _tell_reports(scene.reports, lang)]


def write_message(scene: Scene, address: str) -> str:
    """Write what to paste into a chat: the title, the state, what it rests on, and the view's address."""
    return "\n".join((make_title(scene), *tell_state(scene), address))


def _tell_reports(reports: pd.DataFrame, lang: str) -> str:
    dated = [report for report in rows(reports) if known(report.published)]
    if not dated:
        return say(lang, "message_reports", count=len(reports))
    latest: Row = max(dated, key=lambda report: pd.Timestamp(report.published))
    source = tame(source_words(latest, latest, lang))
    return say(lang, "message_reports_latest", count=len(reports), source=source)
