"""Why a file could not be read, and what to do, in the viewer's language."""

from dashboard.strings.refusals import REFUSALS
from extract.errors import DocumentError


def refusal_words(error: DocumentError, lang: str) -> str:
    """Say what is wrong with a file and what to do about it; plain text, unescaped, without its name.

    What has no Chinese is said in English: better than not at all.
    """
    if lang == "zh":
        for pattern, words in REFUSALS:
            if found := pattern.fullmatch(error.problem):
                return words.format(**found.groupdict())
    return f"{error.problem}. {error.remedy}"
