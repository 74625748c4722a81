"""Every word the dashboard says by itself, Chinese and English side by side. No report text here."""

import re
from typing import Final

from dashboard.strings.clues import CLUES
from dashboard.strings.forces import FORCES
from dashboard.strings.frame import FRAME
from dashboard.strings.intake import INTAKE
from dashboard.strings.names import ASPECTS, KINDS, MEASURES, STATUSES, THEMES, TYPES
from dashboard.strings.orders import ORDERS
from dashboard.strings.picture import PICTURE
from dashboard.strings.proof import PROOF
from dashboard.strings.share import SHARE
from dashboard.strings.sources import SOURCES
from dashboard.strings.takeaway import TAKEAWAY
from dashboard.strings.timeline import TIMELINE
from dashboard.strings.water import WATER

__all__ = [
    "ASPECTS",
    "KINDS",
    "LANGUAGES",
    "MEASURES",
    "STATUSES",
    "TEXT",
    "THEMES",
    "TYPES",
    "name",
    "place_of",
    "say",
]

LANGUAGES: Final = {"zh": "中文", "en": "English"}
"""The languages, the first one being the default; each named in itself."""

PARTS: Final = (FRAME, PICTURE, TIMELINE, ORDERS, FORCES, WATER, SOURCES, SHARE, PROOF, INTAKE, TAKEAWAY)
"""The phrases of each part of the dashboard, by their keys."""

TEXT: Final[dict[str, tuple[str, str]]] = {key: said for part in PARTS for key, said in part.items()}

_COUNTED = re.compile(r"(\{(\w+)\}[^{}()]*)\(s\)")


def say(lang: str, key: str, **parts: object) -> str:
    """Return a phrase in the language, its `{parts}` filled in; an `(s)` goes by the count before it.

    Raises:
        KeyError: No phrase of that key, or a part is missing.
    """
    phrase = _COUNTED.sub(
        lambda found: found[1] + ("" if str(parts[found[2]]) == "1" else "s"), TEXT[key][_column(lang)]
    )
    return phrase.format(**parts)


def name(lang: str, names: dict[str, tuple[str, str]], code: str) -> str:
    """Return the name of a code; a code without one, such as a new aspect, is shown as it is."""
    return names[code][_column(lang)] if code in names else code.replace("_", " ")


def place_of(lang: str, clue: object) -> str:
    """Name the part of a file that a clue means (`extract.pipeline.Report`); "" where it holds words."""
    for pattern, names in CLUES:
        if found := pattern.fullmatch(str(clue)):
            parts = found.groupdict()
            day = (parts.pop("day") or "").replace(": ", " ")
            return names[_column(lang)].format(**parts) + day
    return ""


def _column(lang: str) -> int:
    return list(LANGUAGES).index(lang)
