"""Who did it: the organisation behind a figure or a deed, among those its sentence names."""

import functools
from collections.abc import Collection, Iterator, Mapping

from extract.responders import Responder
from extract.rulebook import Rule, load
from extract.sentences import Sentence
from extract.spans import Span

_JOINTS = ("", "、", "和", "与", "及", "以及")


def find_agents(place: Span, sentence: Sentence, responders: tuple[Responder, ...]) -> tuple[Responder, ...]:
    """Find who acted at a place of a sentence.

    Args:
        place: The figure or the deed, as a span of the reading.
        sentence: Its sentence.
        responders: The organisations the sentence names, in order.

    Returns:
        The nearest subject before the place with all it is joined to; else the organisation whose
        spokesman speaks; empty where the sentence names nobody who acts.
    """
    before = [r for r in responders if r.span.end <= place.start]
    subjects = [r for r in before if _is_subject(r, sentence)]
    if subjects:
        return tuple(_joined(subjects, sentence))
    clause = sentence.clause_at(place.start)
    inside = [
        r for r in responders if clause.covers(r.span) and place.covers(r.span) and _is_subject(r, sentence)
    ]
    return tuple(inside[:1]) or tuple(r for r in before[:1] if _speaks(r, sentence))


def _is_subject(responder: Responder, sentence: Sentence) -> bool:
    before, after = _around(responder, sentence)
    if responder.kind in _types("countable") and _fits("counted", before):
        return False
    return not (_fits("source_before", before) or _fits("source_after", after) or _fits("speaker", after))


def _speaks(responder: Responder, sentence: Sentence) -> bool:
    """Say whether somebody of a unit that works itself tells what it does."""
    before, after = _around(responder, sentence)
    told = _fits("speaker", after) and not _fits("source_before", before)
    return told and responder.kind in _types("own_voice")


def _joined(subjects: list[Responder], sentence: Sentence) -> Iterator[Responder]:
    """Give the last subject and those listed right before it (甲、乙和丙), in their order."""
    chosen = [subjects[-1]]
    for responder in reversed(subjects[:-1]):
        if sentence.words(Span(responder.span.end, chosen[0].span.start)) not in _JOINTS:
            break
        chosen.insert(0, responder)
    named = [responder for responder in chosen if not responder.generic]
    yield from named or chosen


def _around(responder: Responder, sentence: Sentence) -> tuple[str, str]:
    whole, name = sentence.span, responder.span
    return sentence.words(Span(whole.start, name.start)), sentence.words(Span(name.end, whole.end))


def _fits(name: str, words: str) -> bool:
    return bool(_rules()[f"agent.{name}"].pattern.search(words))


@functools.cache
def _rules() -> Mapping[str, Rule]:
    return {rule.name: rule for rule in load("agents").rules}


def _types(name: str) -> Collection[str]:
    return tuple(load("agents").tables["types"][name])
