"""How the title, the publisher and the date of a report are known, in words. Plain text, unescaped."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.strings import place_of, say
from dashboard.wording import Row, known

Said = Iterable[Mapping[str, Any]]
"""Rows of `Store.corrections`."""


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
