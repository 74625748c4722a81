"""What an order or a deed is about, so that the two can be set side by side."""

from extract.rulebook import load
from extract.spans import Span


def find_themes(text: str) -> tuple[str, ...]:
    """List the themes of folded text, the most definite first; none is an empty tuple.

    Where words of two themes overlap the longer count: 抢险救援力量 speaks of forces, not of rescue.
    The order is that of the rule file; an exhortation (general) stands only where nothing else does.
    """
    rules = load("themes").rules
    words = [
        (found.start() - found.end(), order, Span(*found.span()))
        for order, rule in enumerate(rules)
        for found in rule.pattern.finditer(text)
    ]
    taken: dict[Span, int] = {}
    for _, order, span in sorted(words):
        if not any(span.overlaps(other) for other in taken):
            taken[span] = order
    themes = tuple(rules[order].builds["theme"] for order in sorted(set(taken.values())))
    return tuple(theme for theme in themes if theme != "general") or themes
