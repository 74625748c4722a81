"""Who did it: the organisation behind a figure or a deed.

The last subject before a place acts there (`turns.py`), if what the figure measures was done by anybody.
"""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence

import msgspec

from extract.roles import Names, without_members
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span
from extract.turns import Scene, Turn, find_turns

_BEHIND = ("by", "owns")
"""Roles of an agent that is named behind its figure: 被某队救出, 来自某队."""
_HELPING = ("sent", "counted")
"""Roles of organisations whose people a figure beside them may count."""
_BREAK = re.compile("[，。；：、]")
_NEAR = 12
"""How many characters around a figure tell what befell the people it counts."""
_BARE = 3
"""A longer name is more than the word for a team: 抢险队."""
_REACH = 160
"""How many characters before a figure may hold the verb whose object it is."""
_CLAUSES = 8
"""How many clauses back one may look for a verb that carries on the subject."""


class Actors(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The subjects of an article's sentences, by where a sentence starts."""

    _scenes: Mapping[int, Scene]

    def govern(self, place: Span, sentence: Sentence, kind: str) -> Names:
        """Find who acted at a place of a sentence.

        Args:
            place: The figure or the deed, as a span of the reading.
            sentence: Its sentence.
            kind: The fact's kind; figures are credited to named organisations only.

        Returns:
            The organisations that acted together, in order; empty where the text names none.
        """
        scene = self._scenes.get(sentence.span.start)
        if scene is None or not (scene.turns or scene.carried):
            return ()
        if kind == "action":
            return _doers(place, scene)
        if kind not in _credited():
            return ()
        figure = _Figure(place, kind, sentence, scene, _reach_of(place, kind, sentence, scene))
        agents, since = _credit(figure)
        if not agents:
            return ()
        named = tuple([agent for agent in agents if not agent.generic])
        return named if named and _was_done(figure, since) else ()


class _Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure to be credited; `clause` is as far as the same is spoken of."""

    place: Span
    kind: str
    sentence: Sentence
    scene: Scene
    clause: Span


def find_actors(sentences: Sequence[Sentence], named: Sequence[Names]) -> Actors:
    """Follow the subjects of an article.

    Args:
        sentences: Its sentences, in the order of the text, headings last.
        named: The organisations each of them names.
    """
    return Actors(_scenes=find_turns(sentences, named))


def _doers(place: Span, scene: Scene) -> Names:
    """Give the last subject before a deed, else the one its own words begin with."""
    subject = _subject(scene, place.start + 1)
    if subject is None or subject.span.end > place.start:
        subject = _subject(scene, place.start)
        if subject is None:
            subject = next((turn for turn in scene.turns if place.covers(turn.span)), None)
    return subject.agents if subject else ()


def _subject(scene: Scene, before: int) -> Turn | None:
    """Give the last turn that begins before a place and is a subject."""
    at = bisect_left(scene.starts, before)
    while at:
        at -= 1
        turn = scene.turns[at]
        if turn.role not in {"sent", "listed"}:
            return turn
    return None


def _credit(figure: _Figure) -> tuple[Names, int]:
    """Give the agents of a figure, and where their deed begins."""
    start, scene, clause = figure.place.start, figure.scene, figure.clause
    first = bisect_left(scene.starts, clause.start)
    inside = scene.turns[first : bisect_left(scene.starts, clause.end, first)]
    subject = _subject_of(figure, inside)
    if subject and subject.role == "listed":
        return _counted(figure), start
    if subject and subject.agents:
        return subject.agents, min(subject.span.end, start)
    for turn in inside:
        if _helps(turn, figure):
            return turn.agents, clause.start
    if subject:
        return (), start
    if figure.kind == "duration" and (following := _following(figure)):
        return following.agents, clause.start
    return scene.carried if scene.carried and _goes_on(figure) else (), figure.sentence.span.start


def _subject_of(figure: _Figure, inside: tuple[Turn, ...]) -> Turn | None:
    """Give the list a figure stands in, else the agent named behind it, else the last subject before it."""
    place, before = figure.place, figure.place.start
    for turn in inside:
        if turn.role == "listed" and turn.span.start < place.start:
            return turn
        if turn.role in _BEHIND and turn.span.start >= place.end:
            return turn
        if turn.role == "rival" and turn.span.covers(place):
            before = place.start + 1  # 上百名志愿者: those counted are themselves the subject
    return _subject(figure.scene, before)


def _counted(figure: _Figure) -> Names:
    """Give the force of a list that a number right after it counts; whose other things are, nobody says."""
    start = figure.place.start
    last = figure.scene.turns[bisect_left(figure.scene.starts, start) - 1]
    between = figure.sentence.words(Span(min(last.span.end, start), start))
    return () if _finds("parts", without_members(between)) else last.agents


def _reach_of(place: Span, kind: str, sentence: Sentence, scene: Scene) -> Span:
    """Give a figure's clause, with the next one where it goes on about the same people: …，后被某队救下."""
    clause = sentence.clause_at(place.start)
    if kind != "people":
        return clause
    number = bisect_right(sentence.clauses, clause)
    if number == len(sentence.clauses):
        return clause
    goes_on = sentence.text.startswith("被", scene.heads[number] - sentence.span.start)
    return Span(clause.start, sentence.clauses[number].end) if goes_on else clause


def _following(figure: _Figure) -> Turn | None:
    """Give the first subject after a time that leads the sentence: 整整五个小时，某支队筑堤."""
    scene = figure.scene
    for turn in scene.turns[bisect_left(scene.starts, figure.place.end) :]:
        if turn.role == "acts":
            return turn
    return None


def _helps(turn: Turn, figure: _Figure) -> bool:
    """Say whether those counted are of an organisation that others sent, or that is named after them."""
    end = figure.place.end
    if turn.role not in _HELPING or turn.span.start - end > _NEAR:
        return False
    if turn.span.start < end:
        return True
    sure = turn.agents and (turn.agents[-1].kind != "unspecified" or len(turn.agents[-1].text) > _BARE)
    return bool(sure) and "、" not in figure.sentence.words(Span(end, turn.span.start))


def _goes_on(figure: _Figure) -> bool:
    """Say whether a clause up to the place opens with a deed, so that the subject is the one before."""
    sentence, heads = figure.sentence, figure.scene.heads
    text, origin = sentence.text, sentence.span.start
    last = bisect_right(sentence.clauses, figure.place.start, key=_begin)
    for number in range(max(0, last - _CLAUSES), last):
        if _rule("goes_on").match(text[heads[number] - origin : sentence.clauses[number].end - origin]):
            return True
    return False


def _begin(clause: Span) -> int:
    return clause.start


def _was_done(figure: _Figure, since: int) -> bool:
    """Say whether a figure measures what somebody did, who was named at `since`."""
    kind, place, sentence = figure.kind, figure.place, figure.sentence
    if kind == "personnel":
        return True
    if kind == "duration":
        return not _finds("passes", sentence.words(sentence.clause_at(place.start)))
    text, origin = sentence.text, sentence.span.start
    after = text[place.end - origin : figure.clause.end - origin]
    if kind == "equipment":
        return not _finds("lost_after", after)
    start = place.start - origin
    before = text[max(min(since - origin, start), start - _REACH, 0) : start]
    near = _BREAK.split(before[-_NEAR:])[-1]
    if kind == "people":
        return _were_moved(before, near, after)
    mended = _finds("mended_after", after) and _finds("worked", _BREAK.split(before)[-1])
    by_itself = _finds("stands", near) and not (mended or _finds("worked", near))
    return _finds("worked", after) or (_finds("worked", before) and not by_itself)


def _were_moved(before: str, near: str, after: str) -> bool:
    if _finds("moved_after", after) or (_finds("takes_before", near) and _finds("moved", after)):
        return True
    if _finds("moved", _BREAK.split(before)[-1]):
        after, near = (_rule("attribute").sub("", words) for words in (after, near))
    suffered = _finds("suffered", _BREAK.split(after, maxsplit=1)[0][:_NEAR])
    if suffered or not _finds("moved", before):
        return False
    return _finds("moved", near) or not _finds("suffered", near)


def _finds(name: str, words: str) -> bool:
    return bool(_rule(name).search(words))


@functools.cache
def _rule(name: str) -> re.Pattern[str]:
    return next(rule.pattern for rule in load("agents").rules if rule.name == f"agent.{name}")


@functools.cache
def _credited() -> Collection[str]:
    return frozenset(load("agents").tables["types"]["credited"])
