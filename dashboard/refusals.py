"""Why a file or the store cannot be read, and what to do, in the viewer's language."""

import re
from collections.abc import Iterable

from dashboard.strings.refusals import REFUSALS, STORE_REFUSALS
from extract.errors import DocumentError, StoreError


def refusal_words(error: DocumentError, lang: str) -> str:
    """Say what is wrong with a file and what to do about it; plain text, unescaped, without its name.

    What has no Chinese is said in English: better than not at all.
    """
    chinese = _translate(error.problem, REFUSALS) if lang == "zh" else None
    return chinese or f"{error.problem}. {error.remedy}"


def store_words(error: StoreError, lang: str) -> str:
    """Say what is wrong with a store, which, and what to do about it; plain text, unescaped; likewise."""
    chinese = _translate(str(error), STORE_REFUSALS) if lang == "zh" else None
    return chinese or str(error)


def _translate(said: str, known: Iterable[tuple[re.Pattern[str], str]]) -> str | None:
    for pattern, words in known:
        if found := pattern.fullmatch(said):
            return words.format(**found.groupdict())
    return None
