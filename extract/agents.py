"""Who did it: the organisation behind a figure or a deed.

Subjects are followed through the paragraphs of an article. Each name, word that stands for one (该团, 官兵们)
or other subject (当地, 村民) is a turn; the last turn before a place acts there.
"""

import functools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.responders import Responder
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_JOINTS = ("", "、", "和", "与", "及", "以及", "，和")
_ROLES = (
    ("by_before", "acts"),
    ("told_before", "told"),
    ("sent_before", "sent"),
    ("place_after", None),
    ("told_after", "told"),
    ("asks_after", "told"),
    ("owns_before", "sent"),
    ("aimed_before", None),
    ("oversees_after", "leads"),
)
"""The rules of a name's role, the first that fits; else it acts."""
_MEMORY = 24
"""How many names back a word such as 该团 may reach."""
_NEAR = 12
"""How many characters around a figure tell what befell the people it counts."""
_Test = Callable[[Responder], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A place where the subject changes; `agents` is empty where no organisation takes over.

    `role` is acts, leads (it acts from afar), told (it only speaks), rival (somebody else acts) or sent
    (others send it). The span is half-open, in the reading.
    """

    span: Span
    role: str
    agents: tuple[Responder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The turns of an article's sentences, and who acts on when a sentence begins, by its start."""

    _turns: Mapping[int, tuple[Turn, ...]]
    _carried: Mapping[int, tuple[Responder, ...]]

    def govern(self, place: Span, sentence: Sentence, kind: str) -> tuple[Responder, ...]:
        """Find who acted at a place of a sentence.

        Args:
            place: The figure or the deed, as a span of the reading.
            sentence: Its sentence.
            kind: The fact's kind; figures are credited to named organisations only.

        Returns:
            The organisations that acted together, in order; empty where the text names none.
        """
        turns = self._turns.get(sentence.span.start, ())
        if kind == "action":
            return _doers(place, turns)
        if kind not in _types("credited"):
            return ()
        agents, since = self._credit(place, sentence, turns, kind)
        named = tuple(agent for agent in agents if not agent.generic)
        return named if named and _was_done(kind, Span(since, place.end), place, sentence) else ()

    def _credit(
        self, place: Span, sentence: Sentence, turns: tuple[Turn, ...], kind: str
    ) -> tuple[tuple[Responder, ...], int]:
        """Give the agents of a figure, and where their deed begins."""
        clause = sentence.clause_at(place.start)
        before = [turn for turn in turns if turn.role != "sent" and turn.span.start < place.start]
        if before and before[-1].agents:
            return before[-1].agents, min(before[-1].span.end, place.start)
        inside = [turn for turn in turns if clause.covers(turn.span) and _helps(turn, place, sentence)]
        if inside:
            return inside[0].agents, clause.start
        if before:
            return (), place.start
        if kind == "duration":
            later = (turn for turn in turns if turn.role == "acts" and turn.span.start >= place.end)
            if following := next(later, None):
                return following.agents, clause.start
        goes_on = any(_goes_on(sentence, c) for c in sentence.clauses if c.start <= place.start)
        return self._carried.get(sentence.span.start, ()) if goes_on else (), sentence.span.start


def find_actors(sentences: Sequence[Sentence], named: Sequence[tuple[Responder, ...]]) -> Actors:
    """Follow the subjects of an article.

    Args:
        sentences: Its sentences, in the order of the text, headings last.
        named: The organisations each of them names.
    """
    story = _Story()
    for sentence, responders in zip(sentences, named, strict=True):
        if sentence.is_heading:
            story.memory += responders
    for sentence, responders in zip(sentences, named, strict=True):
        story.read(sentence, responders)
    return Actors(_turns=story.turns, _carried=story.carried)


@dataclass(slots=True)
class _Story:
    """What is known while an article is read: the names so far, and who acted last."""

    memory: list[Responder] = field(default_factory=list)
    acting: tuple[Responder, ...] = ()
    speaker: tuple[Responder, ...] = ()
    paragraph: int = -1
    acted_in: int = -2
    turns: dict[int, tuple[Turn, ...]] = field(default_factory=dict)
    carried: dict[int, tuple[Responder, ...]] = field(default_factory=dict)
    _goes_on: tuple[Responder, ...] = ()

    def read(self, sentence: Sentence, responders: tuple[Responder, ...]) -> None:
        """Take a sentence's turns, and carry its last subject on to the next one of the paragraph."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self._goes_on = sentence.paragraph, ()
        if not (responders or self.memory):
            return
        self.carried[sentence.span.start] = self._goes_on
        turns: list[Turn] = []
        groups = _groups(sentence, responders)
        for clause in sentence.clauses:
            inside = [group for group in groups if clause.start <= group[0].span.start < clause.end]
            for turn in self._read_clause(sentence, clause, inside):
                turns.append(turn)
                self._note(turn)
        self.turns[sentence.span.start] = tuple(turns)

    def _read_clause(
        self, sentence: Sentence, clause: Span, groups: list[tuple[Responder, ...]]
    ) -> Iterator[Turn]:
        head, opening = _head(sentence, clause), None
        if not groups or groups[0][0].span.start > head or groups[0][0].generic:
            opening = self._opening(sentence.words(Span(head, clause.end)), head)
            if opening:
                yield opening
                groups = [group for group in groups if not opening.span.overlaps(group[0].span)]
        acts = bool(opening and opening.agents)
        for group in groups:
            role = _role(group, sentence, clause)
            role = "sent" if role == "acts" and acts and not _follows_on(group, sentence) else role
            acts = acts or role == "acts"
            if group[0].generic and group is not groups[0]:
                continue
            known = tuple(self._resolve(responder) for responder in group)
            self.memory += [responder for responder in known if not responder.generic]
            self.speaker = known if role == "told" else self.speaker
            if role:
                agents = () if role == "told" and not _own_voice(known) else _chosen(known)
                yield Turn(span=Span(group[0].span.start, group[-1].span.end), role=role, agents=agents)

    def _opening(self, words: str, at: int) -> Turn | None:
        """Read a clause's subject that is no name: a word that stands for one, or somebody else."""
        found = _rule("stands_for").match(words)
        if found:
            agents = self._meant(found)
            return Turn(span=Span(at, at + found.end()), role="acts", agents=agents) if agents else None
        found = _rule("rival").match(words)
        return Turn(span=Span(at, at + found.end()), role="rival") if found else None

    def _meant(self, found: re.Match[str]) -> tuple[Responder, ...]:
        """Find whom a word such as 该团, 官兵们 or 他们 stands for."""
        if head := found["head"]:
            return tuple(self._latest(lambda name: head in name.text[-len(head) - 2 :]))
        if found["members"] and found["members"].startswith(("官兵", "战士", "指战员", "将士")):
            if self._is_recent() and self.acting[0].kind in _types("uniformed"):
                return self.acting
            return tuple(self._latest(lambda name: name.kind in _types("uniformed")))
        if self.speaker and found["pronoun"] == "我们":
            return self.speaker
        if self._is_recent():
            return self.acting
        return tuple(self._latest(lambda name: name.kind in _types("own_voice") and not name.short))

    def _latest(self, fits: _Test) -> Iterator[Responder]:
        recent = reversed(self.memory[-_MEMORY:])
        found = next((name for name in recent if fits(name)), None)
        if found:
            yield found

    def _is_recent(self) -> bool:
        return bool(self.acting) and self.paragraph - self.acted_in <= 1

    def _resolve(self, responder: Responder) -> Responder:
        """Give a bare type word (总队) the name it stands for, and a sub-unit the type of its whole."""
        if responder.short:
            whole = next(self._latest(lambda name: _is_whole_of(name, responder)), None)
            return replace(responder, name=whole.name, kind=whole.kind) if whole else responder
        if responder.kind == "unspecified" and not responder.generic:
            whole = next(self._latest(lambda name: name.kind in _types("uniformed")), None)
            return replace(responder, kind=whole.kind) if whole else responder
        return responder

    def _note(self, turn: Turn) -> None:
        if turn.role == "sent":
            return
        self._goes_on = turn.agents if turn.role != "leads" else ()
        named = tuple(agent for agent in turn.agents if not agent.generic)
        if named:
            self.acting, self.acted_in = named, self.paragraph


def _follows_on(group: tuple[Responder, ...], sentence: Sentence) -> bool:
    """Say whether a name may take over from the subject of its own clause: 某部的救援队, 由某队."""
    before = sentence.words(Span(sentence.span.start, group[0].span.start))
    return before.endswith("的") or bool(_rule("by_before").search(before))


def _is_whole_of(name: Responder, short: Responder) -> bool:
    return name.text.endswith(short.text) and not name.short


def _groups(sentence: Sentence, responders: tuple[Responder, ...]) -> list[tuple[Responder, ...]]:
    """Put together the names that are listed (甲、乙和丙)."""
    groups: list[tuple[Responder, ...]] = []
    for responder in responders:
        last = groups[-1][-1] if groups else None
        if last and sentence.words(Span(last.span.end, responder.span.start)) in _JOINTS:
            groups[-1] = (*groups[-1], responder)
        else:
            groups.append((responder,))
    return groups


def _chosen(group: tuple[Responder, ...]) -> tuple[Responder, ...]:
    return tuple(responder for responder in group if not responder.generic) or group


def _own_voice(group: tuple[Responder, ...]) -> bool:
    return group[-1].kind in _types("own_voice") and not group[-1].generic


def _head(sentence: Sentence, clause: Span) -> int:
    """Find where a clause begins when times and joining words are taken off."""
    lead = _rule("lead").match(sentence.words(clause))
    return clause.start + (lead.end() if lead else 0)


def _role(group: tuple[Responder, ...], sentence: Sentence, clause: Span) -> str | None:
    """Say what a group of names does in its clause; None where it only stands there."""
    before = sentence.words(Span(clause.start, group[0].span.start))
    after = sentence.words(Span(group[-1].span.end, sentence.span.end))
    if counted := _rule("counted_before").search(before):
        countable = group[0].generic or group[0].kind in _types("countable")
        return "sent" if counted["person"] and not countable else None
    words = {"before": before, "after": after}
    return next((role for name, role in _ROLES if _finds(name, words[name.rpartition("_")[2]])), "acts")


def _doers(place: Span, turns: tuple[Turn, ...]) -> tuple[Responder, ...]:
    """Give the last subject before a deed, else the one its own words begin with."""
    subjects = [turn for turn in turns if turn.role != "sent"]
    before = [turn for turn in subjects if turn.span.end <= place.start]
    inside = [turn for turn in subjects if place.covers(turn.span)]
    return before[-1].agents if before else inside[0].agents if inside else ()


def _helps(turn: Turn, place: Span, sentence: Sentence) -> bool:
    """Say whether a turn of the figure's clause acts though it is not its subject: sent, or after 被."""
    follows = turn.span.start >= place.end
    if turn.role == "sent":
        return not follows or turn.span.start - place.end <= _NEAR
    words = sentence.words(Span(sentence.span.start, turn.span.start))
    return follows and turn.role == "acts" and bool(_rule("by_before").search(words))


def _goes_on(sentence: Sentence, clause: Span) -> bool:
    head = _head(sentence, clause)
    return bool(_rule("goes_on").match(sentence.words(Span(head, clause.end))))


def _was_done(kind: str, reach: Span, place: Span, sentence: Sentence) -> bool:
    """Say whether a figure measures what somebody did; `reach` begins where the doer was named."""
    clause = sentence.clause_at(place.start)
    before = sentence.words(Span(min(reach.start, place.start), place.start))
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


def _rule(name: str) -> re.Pattern[str]:
    return _rules()[name]


@functools.cache
def _rules() -> Mapping[str, re.Pattern[str]]:
    return {rule.name.removeprefix("agent."): rule.pattern for rule in load("agents").rules}


@functools.cache
def _types(name: str) -> Collection[str]:
    return frozenset(load("agents").tables["types"][name])
