"""What an order or a deed is about, so that the two can be set side by side."""

import functools

import ahocorasick_rs

from extract.matcher import Place, keep_longest
from extract.rulebook import load


def find_themes(text: str) -> tuple[str, ...]:
    """List the themes of folded text, the most definite first; none is an empty tuple.

    Where words of two themes overlap the longer count: 抢险救援力量 speaks of forces, not of rescue.
    The order is that of the rule file; an exhortation (general) stands only where nothing else does.
    """
    found = _find_words(text)
    orders = {order for *_, order in found}
    if len(orders) > 1:
        orders = {order for *_, order in keep_longest(found, len(text))}
    themes = tuple(load("themes").rules[order].builds["theme"] for order in sorted(orders))
    return tuple(theme for theme in themes if theme != "general") or themes


def _find_words(text: str) -> list[Place]:
    """List all words of themes, those that overlap too."""
    automaton, meanings = _words()
    found: list[Place] = []
    tried: set[int] = set()
    for word, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        order, barred = meanings[word]
        if barred is None:
            tried.add(order)
        elif not text.startswith(barred, end):
            found.append((start, end, order))
    for order in tried:
        pattern = load("themes").rules[order].pattern
        found += [(*match.span(), order) for match in pattern.finditer(text)]
    return found


@functools.cache
def _words() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, tuple[str, ...] | None], ...]]:
    """Build the automaton of all words; beside each the number of its rule and what bars it behind.

    None bars a trigger: it tells that the pattern of its rule is to be tried.
    """
    book = load("themes")
    entries: list[tuple[str, tuple[int, tuple[str, ...] | None]]] = [
        (word, (order, tuple(entry["but"].split("|")) if "but" in entry else ()))
        for order, rule in enumerate(book.rules)
        for entry in book.tables["lexicon"][rule.builds["theme"]]
        for word in entry["words"]
    ]
    entries += [
        (word, (order, None))
        for order, rule in enumerate(book.rules)
        for word in rule.builds.get("triggers", ())
    ]
    return ahocorasick_rs.AhoCorasick([word for word, _ in entries]), tuple(means for _, means in entries)
