"""Who did it: the organisation behind a figure or a deed.

The last subject before a place acts there (`turns.py`), if what the figure measures was done by anybody.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Collection, Mapping, Sequence

import msgspec

from extract.responders import Responder
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span
from extract.turns import Scene, Turn, find_turns, head_of

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

    def govern(self, place: Span, sentence: Sentence, kind: str) -> tuple[Responder, ...]:
        """Find who acted at a place of a sentence.

        Args:
            place: The figure or the deed, as a span of the reading.
            sentence: Its sentence.
            kind: The fact's kind; figures are credited to named organisations only.

        Returns:
            The organisations that acted together, in order; empty where the text names none.
        """
        scene = self._scenes.get(sentence.span.start, Scene())
        if kind == "action":
            return _doers(place, scene.turns)
        if kind not in _credited():
            return ()
        agents, since = _credit(place, sentence, scene, kind)
        named = tuple(agent for agent in agents if not agent.generic)
        return named if named and _was_done(kind, since, place, sentence) else ()


def find_actors(sentences: Sequence[Sentence], named: Sequence[tuple[Responder, ...]]) -> Actors:
    """Follow the subjects of an article.

    Args:
        sentences: Its sentences, in the order of the text, headings last.
        named: The organisations each of them names.
    """
    return Actors(_scenes=find_turns(sentences, named))


def _doers(place: Span, turns: tuple[Turn, ...]) -> tuple[Responder, ...]:
    """Give the last subject before a deed, else the one its own words begin with."""
    subject = _subject(turns, place.start + 1)
    if subject is None or subject.span.end > place.start:
        subject = _subject(turns, place.start) or next((t for t in turns if place.covers(t.span)), None)
    return subject.agents if subject else ()


def _subject(turns: tuple[Turn, ...], before: int) -> Turn | None:
    """Give the last turn that begins before a place and is a subject."""
    index = bisect.bisect_left(turns, before, key=_start)
    before_it = (turns[at] for at in range(index - 1, -1, -1))
    return next((turn for turn in before_it if turn.role not in {"sent", "listed"}), None)


def _credit(place: Span, sentence: Sentence, scene: Scene, kind: str) -> tuple[tuple[Responder, ...], int]:
    """Give the agents of a figure, and where their deed begins."""
    clause = _reach_of(place, sentence, kind)
    inside = _within(scene.turns, clause)
    if any(turn.role == "listed" and turn.span.start < place.start for turn in inside):
        return _counted(inside, place, sentence), place.start
    named_after = next((turn for turn in inside if _follows(turn, place)), None)
    subject = named_after or _subject(scene.turns, place.start + _is_rival(inside, place))
    if subject and subject.agents:
        return subject.agents, min(subject.span.end, place.start)
    helper = next((turn for turn in inside if _helps(turn, place, sentence)), None)
    if helper:
        return helper.agents, clause.start
    if subject:
        return (), place.start
    following = _following(scene.turns, place) if kind == "duration" else None
    if following:
        return following.agents, clause.start
    return scene.carried if scene.carried and _goes_on(sentence, place) else (), sentence.span.start


def _is_rival(inside: tuple[Turn, ...], place: Span) -> bool:
    """Say whether those counted are themselves the subject: 上百名志愿者."""
    return any(turn.role == "rival" and turn.span.covers(place) for turn in inside)


def _counted(inside: tuple[Turn, ...], place: Span, sentence: Sentence) -> tuple[Responder, ...]:
    """Give the force of a list that a number right after it counts; whose other things are, nobody says."""
    last = inside[bisect.bisect_left(inside, place.start, key=_start) - 1]
    between = sentence.words(Span(min(last.span.end, place.start), place.start))
    return () if _finds("parts", between) else last.agents


def _reach_of(place: Span, sentence: Sentence, kind: str) -> Span:
    """Give a figure's clause, with the next one where it goes on about the same people: …，后被某队救下."""
    clause = sentence.clause_at(place.start)
    following = sentence.clause_at(clause.end + 1) if clause.end + 1 < sentence.span.end else clause
    goes_on = kind == "people" and head_of(sentence, following).startswith("被")
    return Span(clause.start, following.end) if goes_on else clause


def _within(turns: tuple[Turn, ...], clause: Span) -> tuple[Turn, ...]:
    first = bisect.bisect_left(turns, clause.start, key=_start)
    return turns[first : bisect.bisect_left(turns, clause.end, key=_start)]


def _following(turns: tuple[Turn, ...], place: Span) -> Turn | None:
    """Give the first subject after a time that leads the sentence: 整整五个小时，某支队筑堤."""
    index = bisect.bisect_left(turns, place.end, key=_start)
    return next((turn for turn in itertools.islice(turns, index, None) if turn.role == "acts"), None)


def _start(turn: Turn) -> int:
    return turn.span.start


def _begin(clause: Span) -> int:
    return clause.start


def _follows(turn: Turn, place: Span) -> bool:
    """Say whether a turn of the figure's clause names its agent after it: 被某队救出, 来自某队."""
    return turn.role in {"by", "owns"} and turn.span.start >= place.end


def _helps(turn: Turn, place: Span, sentence: Sentence) -> bool:
    """Say whether those counted are of an organisation that others sent, or that is named after them."""
    if turn.role not in {"sent", "counted"} or turn.span.start - place.end > _NEAR:
        return False
    if turn.span.start < place.end:
        return True
    sure = turn.agents and (turn.agents[-1].kind != "unspecified" or len(turn.agents[-1].text) > _BARE)
    return bool(sure) and "、" not in sentence.words(Span(place.end, turn.span.start))


def _goes_on(sentence: Sentence, place: Span) -> bool:
    """Say whether a clause up to the place opens with a deed, so that the subject is the one before."""
    last = bisect.bisect_right(sentence.clauses, place.start, key=_begin)
    near = sentence.clauses[max(0, last - _CLAUSES) : last]
    return any(_rule("goes_on").match(head_of(sentence, clause)) for clause in near)


def _was_done(kind: str, since: int, place: Span, sentence: Sentence) -> bool:
    """Say whether a figure measures what somebody did, who was named at `since`."""
    clause = _reach_of(place, sentence, kind)
    before = sentence.words(Span(max(min(since, place.start), place.start - _REACH, 0), place.start))
    near = re.split("[，。；：、]", before[-_NEAR:])[-1]
    after = sentence.words(Span(place.end, max(place.end, clause.end)))
    if kind == "people":
        return _were_moved(before, near, after)
    if kind == "distance":
        by_itself = _finds("stands", near) and not _finds("worked", near)
        return _finds("worked", after) or (_finds("worked", before) and not by_itself)
    if kind == "duration":
        return not _finds("passes", sentence.words(clause))
    return kind == "personnel" or (kind == "equipment" and not _finds("lost_after", after))


def _were_moved(before: str, near: str, after: str) -> bool:
    if _finds("moved_after", after) or (_finds("takes_before", near) and _finds("moved", after)):
        return True
    suffered = _finds("suffered", re.split("[，。；：、]", after)[0][:_NEAR])
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
