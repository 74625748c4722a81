"""What an order or a deed is about, so that the two can be set side by side."""

from extract.matcher import find_matches
from extract.rulebook import load


def find_themes(text: str) -> tuple[str, ...]:
    """List the themes of folded text, the most definite first; none is an empty tuple.

    The order is that of the rule file; an exhortation (general) stands only where nothing else does.
    """
    rules = load("themes").rules
    said = {match.builds["theme"] for match in find_matches(text, rules)}
    themes = tuple(rule.builds["theme"] for rule in rules if rule.builds["theme"] in said)
    return tuple(theme for theme in themes if theme != "general") or themes
