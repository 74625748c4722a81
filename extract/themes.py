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
    orders = {order for _, _, order in found}
    if len(orders) > 1:
        orders = {order for _, _, order in keep_longest(found, len(text))}
    names = _names()
    themes = tuple([names[order] for order in sorted(orders)])
    if len(themes) > 1 and "general" in themes:
        return tuple([theme for theme in themes if theme != "general"])
    return themes


def _find_words(text: str) -> list[Place]:
    """List all words of themes, those that overlap too."""
    automaton, meanings = _words()
    found: list[Place] = []
    opened: set[int] = set()
    for word, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        order, barred = meanings[word]
        if barred is None:
            opened.add(order)
        elif not (barred and text.startswith(barred, end)):
            found.append((start, end, order))
    for order in opened:
        pattern = load("themes").rules[order].pattern
        found += [(*match.span(), order) for match in pattern.finditer(text)]
    return found


@functools.cache
def _words() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, tuple[str, ...] | None], ...]]:
    """Build the automaton of all words and triggers; beside each the number of its rule.

    Beside a word also what bars it behind, None beside a trigger of a rule that says more than words.
    """
    book = load("themes")
    entries: list[tuple[str, tuple[int, tuple[str, ...] | None]]] = []
    for order, rule in enumerate(book.rules):
        for entry in book.tables["lexicon"][rule.builds["theme"]]:
            barred = tuple(entry["but"].split("|")) if "but" in entry else ()
            entries += [(word, (order, barred)) for word in entry["words"]]
        entries += [(trigger, (order, None)) for trigger in rule.builds.get("triggers", ())]
    return ahocorasick_rs.AhoCorasick([word for word, _ in entries]), tuple(means for _, means in entries)


@functools.cache
def _names() -> tuple[str, ...]:
    """List the themes in the order of their rules."""
    return tuple(rule.builds["theme"] for rule in load("themes").rules)
