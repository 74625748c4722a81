"""How the title, the publisher and the date of a report are known, in words. Plain text, unescaped."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.strings import name, place_of, say
from dashboard.wording import Row, known

_SOURCES = {"pasted": ("粘贴的文字", "pasted text")}
"""What a source is called that is no file."""

_LINE = re.compile(r", line (\d+)$")
"""How the name of a report in a file of many ends."""

PASTED = "pasted"

Said = Iterable[Mapping[str, Any]]
"""Rows of `Store.corrections`."""


def source_words(source_name: str, lang: str) -> str:
    """Name where a report came from."""
    if source_name in _SOURCES:
        return name(lang, _SOURCES, source_name)
    return _LINE.sub(r"，第 \1 行", source_name) if lang == "zh" else source_name


def day_words(published: object, basis: str, lang: str) -> str:
    """Say a day of publication; `?` where its year is only assumed."""
    if not known(published):
        return say(lang, "unknown")
    doubt = "?" if basis == "assumed" else ""
    return f"{pd.Timestamp(published).date().isoformat()}{doubt}"  # type: ignore[arg-type]  # a date, or like one


def dated_words(basis: str, clue: object, lang: str) -> str:
    """Say how a day of publication is known."""
    if basis == "given":
        return clue_words(clue, lang)
    place = place_of(lang, clue)
    if basis == "inferred" and place:
        return say(lang, "dated_by_place", place=place)
    return say(lang, f"dated_{basis}", clue=clue)


def clue_words(clue: object, lang: str) -> str:
    """Say what told something of a report: a person, a place in the file, or words of the text."""
    if not known(clue):
        return say(lang, "clue_person")
    place = place_of(lang, clue)
    return say(lang, "clue_place", place=place) if place else say(lang, "clue_text", clue=clue)


def origin_words(report: Row, field: str, said: Said, lang: str) -> str:
    """Say how the title, the publisher or the date of a report is known.

    Args:
        report: A row of the reports, as corrected.
        field: "title", "publisher" or "published".
        said: What people said of the report; what they took back does not count.
        lang: The language.
    """
    standing = [row for row in said if row["field"] == field and not row["withdrawn_at"]]
    if standing:
        before = standing[-1]["before"]
        return say(lang, "clue_corrected" if before else "clue_corrected_empty", before=before)
    if not known(getattr(report, field)):
        return ""
    clue = getattr(report, f"{field}_clue")
    if field == "published":
        return dated_words(report.published_basis, clue, lang)
    return clue_words(clue, lang)
