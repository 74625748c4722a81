"""What an order or a deed is about, so that the two can be set side by side."""

from extract.matcher import find_matches
from extract.rulebook import load


def find_themes(text: str) -> tuple[str, ...]:
    """List the themes of folded text in the order of its words; none is an empty tuple.

    An exhortation (general) stands only where nothing more definite is said.
    """
    matches = find_matches(text, load("themes").rules)
    themes = tuple(dict.fromkeys(match.builds["theme"] for match in matches))
    definite = tuple(theme for theme in themes if theme != "general")
    return definite or themes
