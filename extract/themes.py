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
    for word, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        order, barred = meanings[word]
        if not text.startswith(barred, end):
            found.append((start, end, order))
    rules = load("themes").rules
    for order, triggers in _open():
        if any(trigger in text for trigger in triggers):
            found += [(*match.span(), order) for match in rules[order].pattern.finditer(text)]
    return found


@functools.cache
def _words() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, tuple[str, ...]], ...]]:
    """Build the automaton of all words; beside each the number of its rule and what bars it behind."""
    book = load("themes")
    entries = [
        (word, (order, tuple(entry["but"].split("|")) if "but" in entry else ()))
        for order, rule in enumerate(book.rules)
        for entry in book.tables["lexicon"][rule.builds["theme"]]
        for word in entry["words"]
    ]
    return ahocorasick_rs.AhoCorasick([word for word, _ in entries]), tuple(means for _, means in entries)


@functools.cache
def _open() -> tuple[tuple[int, tuple[str, ...]], ...]:
    """List the rules that say more than words, with their triggers."""
    listed = enumerate(load("themes").rules)
    return tuple(
        (order, tuple(rule.builds["triggers"])) for order, rule in listed if "triggers" in rule.builds
    )
