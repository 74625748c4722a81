"""Where the subject changes in an article: each name, word that stands for one, or other subject is a turn.

What a turn is credited with is for `agents.py`.
"""

import functools
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.responders import Responder
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span

_JOINTS = ("", "、", "和", "与", "及", "以及", "，和")
_ROLES = (
    ("by_before", "by"),
    ("told_before", "told"),
    ("sent_before", "sent"),
    ("place_after", None),
    ("told_after", "told"),
    ("asks_after", "told"),
    ("owns_before", "owns"),
    ("counted_before", "counted"),
    ("aimed_before", None),
    ("oversees_after", "leads"),
)
"""The rules of a name's role, the first that fits; else it acts."""
_MEMORY = 24
"""How many names back a word such as 该团 may reach."""
_AFTER = 60
"""How many characters after a name may tell its role."""
_Group = tuple[Responder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A place where the subject changes; `agents` is empty where no organisation takes over.

    `role` is acts, by (after 由 or 被), owns (after 来自 or 是), leads (it acts from afar), counted (members,
    by a number), told (it only speaks), rival (somebody else acts) or sent (others send it: the subject
    stays). The span is half-open, in the reading.
    """

    span: Span
    role: str
    agents: tuple[Responder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence's turns in order, and who was acting when it began."""

    turns: tuple[Turn, ...] = ()
    carried: tuple[Responder, ...] = ()


def find_turns(sentences: Sequence[Sentence], named: Sequence[_Group]) -> Mapping[int, Scene]:
    """Follow the subjects of an article through its paragraphs.

    Args:
        sentences: Its sentences, in the order of the text, headings last.
        named: The organisations each of them names.

    Returns:
        The scene of each sentence, by where the sentence starts.
    """
    pairs = tuple(zip(sentences, named, strict=True))
    headings = (responder for sentence, names in pairs if sentence.is_heading for responder in names)
    story = _Story(memory=list(headings))
    scenes: dict[int, Scene] = {}
    for (sentence, names), later in itertools.zip_longest(pairs, pairs[1:]):
        if later and later[0].paragraph == sentence.paragraph and sentence.text.startswith("“"):
            story.listen(sentence, *later)
        scenes[sentence.span.start] = story.read(sentence, names)
    return scenes


def head_of(sentence: Sentence, clause: Span) -> str:
    """Give the words of a clause without the times and joining words it opens with."""
    words = sentence.words(clause)
    lead = _rule("lead").match(words)
    return words[lead.end() :] if lead else words


@dataclass(slots=True)
class _Story:
    """What is known while an article is read: the names so far, and who acted and spoke last."""

    memory: list[Responder]
    acting: _Group = ()
    speaker: _Group = ()
    carried: _Group = ()
    paragraph: int = -1
    acted_in: int = -2
    turns: list[Turn] = field(default_factory=list)

    def listen(self, quoted: Sentence, later: Sentence, names: _Group) -> None:
        """Let the one who is named after a quotation speak in it: “…。”某队队长说."""
        groups = _groups(later, names)
        if groups and _role(groups[0], later, later.span.start) == "told":
            start = quoted.span.start
            self._speak(groups[0], "told", Span(start, start))

    def read(self, sentence: Sentence, names: _Group) -> Scene:
        """Take a sentence's turns, and carry its last subject on to the next one of the paragraph."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.carried = sentence.paragraph, ()
        if not (names or self.memory):
            return Scene()
        before = self.carried
        groups = _groups(sentence, names)[::-1]
        for clause in sentence.clauses:
            inside = []
            while groups and groups[-1][0].span.start < clause.end:
                inside.append(groups.pop())
            self._read_clause(sentence, clause, inside)
        turns, self.turns = tuple(self.turns), []
        return Scene(turns=turns, carried=before)

    def _read_clause(self, sentence: Sentence, clause: Span, groups: list[_Group]) -> None:
        words = head_of(sentence, clause)
        head = clause.end - len(words)
        opening = None
        if not groups or groups[0][0].span.start > head or groups[0][0].generic:
            opening = self._opening(words, head)
        if opening and groups and opening.span.overlaps(groups[0][0].span):
            if opening.role == "rival":
                opening = None  # 石桥县|水利局: the place is part of the name
            else:
                groups = groups[1:]  # 官兵们: the same words
        if opening:
            self._take(opening)
        acts = bool(opening and opening.agents)
        for index, group in enumerate(groups):
            if index and group[0].generic:
                continue
            role = _role(group, sentence, min(head, group[0].span.start))
            if acts and role in {"acts", "counted"} and not _takes_over(group, sentence):
                role = "sent"
            acts = acts or role in {"acts", "counted"}
            self._speak(group, role)

    def _opening(self, words: str, at: int) -> Turn | None:
        """Read a clause's subject that is no name: a word that stands for one, or somebody else."""
        if found := _rule("stands_for").match(words):
            agents = self._meant(found)
            return Turn(span=Span(at, at + found.end()), role="acts", agents=agents) if agents else None
        found = _rule("rival").match(words)
        return Turn(span=Span(at, at + found.end()), role="rival") if found else None

    def _speak(self, group: _Group, role: str | None, at: Span | None = None) -> None:
        """Note the names of a group, and their turn, where they have one, at their own place or another."""
        known = tuple(self._resolve(responder) for responder in group)
        self.memory += [responder for responder in known if not responder.generic]
        if role == "told":
            self.speaker = known
        if role is None:
            return
        agents = tuple(name for name in known if not name.generic) or self._members(known)
        silent = role == "told" and (known[-1].generic or known[-1].kind not in _types("own_voice"))
        span = Span(group[0].span.start, group[-1].span.end) if at is None else at
        self._take(Turn(span=span, role=role, agents=() if silent else agents))

    def _take(self, turn: Turn) -> None:
        self.turns.append(turn)
        if turn.role == "sent":
            return
        self.carried = turn.agents if turn.role != "leads" else ()
        named = tuple(agent for agent in turn.agents if not agent.generic)
        if named:
            self.acting, self.acted_in = named, self.paragraph

    def _meant(self, found: re.Match[str]) -> _Group:
        """Find whom a word such as 该团, 官兵们 or 他们 stands for."""
        if head := found["head"]:
            return self._latest(lambda name: head in name.text[-len(head) - 2 :])
        if found["soldiers"]:
            return self._soldiers()
        if self.speaker and found["pronoun"] == "我们":
            return self.speaker
        if self._is_recent():
            return self.acting
        return self._latest(lambda name: name.kind in _types("own_voice") and not name.short)

    def _members(self, known: _Group) -> _Group:
        """Take 官兵 for the unit that acted last, where there is one; other words are no unit's."""
        soldiers = all(name.kind == "military" for name in known)
        return (self._soldiers() if soldiers and self._is_recent() else ()) or known

    def _soldiers(self) -> _Group:
        if self._is_recent() and self.acting[0].kind in _types("uniformed"):
            return self.acting
        return self._latest(lambda name: name.kind in _types("uniformed"))

    def _latest(self, fits: Callable[[Responder], bool]) -> _Group:
        found = next(filter(fits, reversed(self.memory[-_MEMORY:])), None)
        return (found,) if found else ()

    def _is_recent(self) -> bool:
        return bool(self.acting) and self.paragraph - self.acted_in <= 1

    def _resolve(self, responder: Responder) -> Responder:
        """Give a bare type word (总队) the name it stands for, and a sub-unit the type of its whole."""
        if responder.short:
            for whole in self._latest(lambda name: name.text.endswith(responder.text) and not name.short):
                return replace(responder, name=whole.name, kind=whole.kind)
        if responder.kind == "unspecified" and not responder.generic:
            for whole in self._latest(lambda name: name.kind in _types("uniformed")):
                return replace(responder, kind=whole.kind)
        return responder


def _groups(sentence: Sentence, names: Iterable[Responder]) -> list[_Group]:
    """Put together the names that are listed (甲、乙官兵和丙)."""
    groups: list[_Group] = []
    for name in names:
        gap = sentence.words(Span(groups[-1][-1].span.end, name.span.start)) if groups else "。"
        if gap in _JOINTS or _without_members(gap) in _JOINTS:
            groups[-1] = (*groups[-1], name)
        else:
            groups.append((name,))
    return groups


def _without_members(words: str) -> str:
    """Take off the members of a unit that follow its name: 武警|官兵和."""
    return _rule("members").sub("", words, count=1)


def _role(group: _Group, sentence: Sentence, head: int) -> str | None:
    """Say what names do in the clause that begins at `head`; None where they only stand there."""
    start, end = group[0].span.start, group[-1].span.end
    before = sentence.words(Span(max(head, start - _AFTER), start))
    after = _without_members(sentence.words(Span(end, min(sentence.span.end, end + _AFTER))))
    countable = group[0].generic or group[0].kind in _types("countable")
    counted = _rule("counted_before").search(before)
    if counted and (countable or not counted["person"]) and not _finds("owns_before", before):
        return None
    words = {"before": before, "after": after}
    return next((role for name, role in _ROLES if _finds(name, words[name.rpartition("_")[2]])), "acts")


def _takes_over(group: _Group, sentence: Sentence) -> bool:
    """Say whether a name takes over from the subject of its own clause: 某部的救援队, 甲派5人、乙派8人."""
    start, end = group[0].span.start, group[-1].span.end
    before = sentence.words(Span(max(sentence.span.start, start - 2), start))
    after = sentence.words(Span(end, min(sentence.span.end, end + 2)))
    return before.endswith(("的", "属", "旗下")) or (before.endswith("、") and _finds("sends_after", after))


def _finds(name: str, words: str) -> bool:
    return bool(_rule(name).search(words))


def _rule(name: str) -> re.Pattern[str]:
    return _rules()[name]


@functools.cache
def _rules() -> Mapping[str, re.Pattern[str]]:
    return {rule.name.removeprefix("turn."): rule.pattern for rule in load("turns").rules}


@functools.cache
def _types(name: str) -> Collection[str]:
    return frozenset(load("turns").tables["types"][name])
