"""Where the subject changes in an article: each name, word that stands for one, or other subject is a turn.

What a turn is credited with is for `agents.py`.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from extract.responders import Responder
from extract.roles import (
    Names,
    expression,
    find_role,
    finds,
    group_names,
    is_listed,
    takes_over,
    types,
    words_after,
)
from extract.sentences import Sentence
from extract.spans import Span

_SHORTEST = 2
"""How many characters a unit's name has before its type word at the least."""
_MEMORY = 24
"""How many names back a word such as 该团 may reach."""


class Turn(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place where the subject changes; `agents` is empty where no organisation takes over.

    `role` is acts, by (after 由 or 被), owns (after 来自 or 是), leads (it acts from afar), counted (members,
    by a number), told (it only speaks), asks (others are to act), rival (somebody else acts), listed (an item
    of a list of counts) or sent (others send it: the subject stays). The span is half-open, in the reading.
    """

    span: Span
    role: str
    agents: tuple[Responder, ...] = ()


class Scene(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence's turns in order, and who was acting when it began.

    `starts` says where each turn begins, `heads` where each clause does behind the times and joining words
    it opens with; both in the reading. Where nobody is known yet, there are neither turns nor heads.
    """

    turns: tuple[Turn, ...] = ()
    starts: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    carried: Names = ()


_NOBODY = Scene()


def find_turns(sentences: Sequence[Sentence], named: Sequence[Names]) -> Mapping[int, Scene]:
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
    for number, (sentence, names) in enumerate(pairs, 1):
        if sentence.text.startswith("“") and number < len(pairs):
            story.listen(sentence, *pairs[number])
        scenes[sentence.span.start] = story.read(sentence, names)
    return scenes


@dataclass(slots=True)
class _Story:
    """What is known while an article is read: the names so far, and who acted and spoke last."""

    memory: list[Responder]
    acting: Names = ()
    speaker: Names = ()
    carried: Names = ()
    paragraph: int = -1
    acted_in: int = -2
    listing: bool = False
    turns: list[Turn] = field(default_factory=list)

    def listen(self, quoted: Sentence, later: Sentence, names: Names) -> None:
        """Let the one who is named after a quotation speak in it: “…。”某队队长说."""
        if not names or later.paragraph != quoted.paragraph:
            return
        group, start = group_names(later, names)[0], quoted.span.start
        after, _ = words_after(group, later)
        if find_role(group, later, later.span.start, after) == "told":
            self._speak(group, "told", Span(start, start))

    def read(self, sentence: Sentence, names: Names) -> Scene:
        """Take a sentence's turns, and carry its last subject on to the next one of the paragraph."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.carried = sentence.paragraph, ()
        if not (names or self._may_go_on(sentence.text)):
            return _NOBODY
        carried = self.carried
        heads = self._read_clauses(sentence, group_names(sentence, names)[::-1])
        turns, self.turns = tuple(self.turns), []
        starts = tuple([turn.span.start for turn in turns])
        return Scene(turns=turns, starts=starts, heads=heads, carried=carried)

    def _may_go_on(self, text: str) -> bool:
        """Say whether somebody named before can act in a sentence without a name; else none has rivals."""
        return bool(self.memory and (self.carried or self.turns or _standing_in().search(text)))

    def _read_clauses(self, sentence: Sentence, groups: list[Names]) -> tuple[int, ...]:
        """Take the turns of a sentence, its last name first in the list; give its clauses' heads."""
        text, origin, opening = sentence.text, sentence.span.start, _opening()
        self.listing = False
        heads = []
        for clause in sentence.clauses:
            head, end = clause.start, clause.end
            found = opening.match(text, head - origin, end - origin)
            if found and found["lead"]:
                head = origin + found.end("lead")
            heads.append(head)
            inside = []
            while groups and groups[-1][0].span.start < end:
                inside.append(groups.pop())
            if found and found.lastgroup != "lead":
                self._read_clause(sentence, found, head, inside)
            elif inside:
                self._read_names(sentence, head, inside, acts=False)
        return tuple(heads)

    def _read_clause(self, sentence: Sentence, found: re.Match[str], head: int, groups: list[Names]) -> None:
        """Take the turns of a clause that opens with a subject that is no name, then those of its names."""
        opening = None
        if _may_open(groups, head):
            opening = self._subject(found, Span(head, sentence.span.start + found.end()))
        if opening and groups and opening.span.overlaps(groups[0][0].span):
            if groups[0][0].generic or (
                opening.role != "rival" and opening.span.end >= groups[0][0].span.end
            ):
                groups = groups[1:]  # 官兵们: the same words
            else:
                opening = None  # 石桥县|水利局, 该旅|工兵营: the name says more
        if opening:
            self._take(opening)
        if groups:
            self._read_names(sentence, head, groups, acts=bool(opening and opening.agents))

    def _read_names(self, sentence: Sentence, head: int, groups: list[Names], *, acts: bool) -> None:
        """Take the names of a clause whose lead ends at `head`; `acts` says that it has a subject."""
        listing = self.listing
        for index, group in enumerate(groups):
            if index and group[0].generic:
                continue
            after, members = words_after(group, sentence)
            role = find_role(group, sentence, min(head, group[0].span.start), after)
            counts = finds("counts_after", after)
            is_item = counts and not acts and finds("only_counted_after", after)
            counts = counts and (len(groups) > 1 or role is None)
            if is_item and (self.listing or is_listed(group, sentence)):
                role, self.listing = "listed", True
            elif counts and (listing or role is None) and is_listed(group, sentence):
                role = "listed"
            elif acts and role in {"acts", "counted"} and not takes_over(group, sentence):
                role = "sent"
            listing = listing or (counts and not acts)
            acts = acts or role in {"acts", "counted"}
            self._speak(self._whole(group) if members and role != "counted" else group, role)

    def _subject(self, found: re.Match[str], at: Span) -> Turn | None:
        """Read a clause's subject that is no name: a word that stands for one, or somebody else."""
        if found.lastgroup == "rival":
            return Turn(span=at, role="rival")
        agents = self._meant(found)
        return Turn(span=at, role="acts", agents=agents) if agents else None

    def _speak(self, group: Names, role: str | None, at: Span | None = None) -> None:
        """Note the names of a group, and their turn, where they have one, at their own place or another."""
        known = tuple([self._resolve(responder) for responder in group])
        named = tuple([responder for responder in known if not responder.generic])
        self.memory += named
        mute = False
        if role in {"told", "asks"}:
            self.speaker = known
            mute = role == "asks" or known[-1].generic or known[-1].kind not in types("own_voice")
        if role is None:
            return
        agents = () if mute else named or self._members(known)
        if at is None:
            at = Span(group[0].span.start, group[-1].span.end) if len(group) > 1 else group[0].span
        self._take(Turn(span=at, role=role, agents=agents))

    def _take(self, turn: Turn) -> None:
        self.turns.append(turn)
        if turn.role in {"sent", "listed"}:
            return
        works = turn.role != "leads" or turn.agents[-1].kind in types("own_voice")
        self.carried = turn.agents if works else ()
        if turn.agents and (named := tuple([agent for agent in turn.agents if not agent.generic])):
            self.acting, self.acted_in = named, self.paragraph

    def _meant(self, found: re.Match[str]) -> Names:
        """Find whom a word such as 该团, 官兵们 or 他们 stands for."""
        unit = found["head"] or found["rank"] or found["inside"]
        named = self._unit(unit) if unit else ()
        if named or (found["head"] and unit != "部"):
            return named
        if found["soldiers"] or found["head"]:
            return self._soldiers()
        if self.speaker and (found["pronoun"] or "").startswith("我"):
            return self.speaker
        if self._is_recent():
            return self.acting
        return self._latest(lambda name: name.kind in types("own_voice") and not name.short)

    def _unit(self, word: str) -> Names:
        """Find the unit last named that ends in a type word, else the whole of a part: 某旅|三营."""
        if named := self._latest(lambda name: word in name.text[-len(word) - 2 :]):
            return named
        for part in self._latest(lambda name: word in name.text[_SHORTEST:] and name.text == name.name):
            whole = part.text[: part.text.rindex(word) + len(word)]
            span = Span(part.span.start, part.span.start + len(whole))
            return (replace(part, span=span, text=whole, name=whole),)
        return ()

    def _members(self, known: Names) -> Names:
        """Take 官兵 for the unit that acted last, where there is one; other words are no unit's."""
        soldiers = all(name.kind == "military" for name in known)
        return (self._soldiers() if soldiers and self._is_recent() else ()) or known

    def _whole(self, group: Names) -> Names:
        """Give a service without its unit (消防官兵) the name of the unit of it that acted last."""
        bare, whole = group[0], self.acting[0] if len(self.acting) == 1 and self._is_recent() else None
        if len(group) > 1 or not whole or whole.kind != bare.kind:
            return group
        if finds("bare", bare.text) and finds("unit", whole.name):
            return (replace(bare, name=whole.name),)
        return group

    def _soldiers(self) -> Names:
        """Take the unit that acted last; a 支队 that does not say its service may have soldiers too."""
        if self._is_recent() and self.acting[0].kind in (*types("uniformed"), "unspecified"):
            return self.acting
        return self._latest(lambda name: name.kind in types("uniformed"))

    def _latest(self, fits: Callable[[Responder], bool]) -> Names:
        found = next(filter(fits, reversed(self.memory[-_MEMORY:])), None)
        return (found,) if found else ()

    def _is_recent(self) -> bool:
        return bool(self.acting) and self.paragraph - self.acted_in <= 1

    def _resolve(self, responder: Responder) -> Responder:
        """Give a bare type word (总队) the name it stands for, and a sub-unit the type of its whole."""
        if responder.short and responder.kind == "military":
            for whole in self._soldiers() if self.acted_in == self.paragraph else ():
                return replace(responder, name=whole.name, kind=whole.kind)
            return responder
        if responder.short:
            for whole in self._latest(lambda name: name.text.endswith(responder.text) and not name.short):
                return replace(responder, name=whole.name, kind=whole.kind)
            for whole in self._latest(lambda name: finds("bare", name.text)):
                return replace(responder, name=whole.name, kind=whole.kind)
        if responder.kind == "unspecified" and not responder.generic:
            for whole in self._latest(lambda name: name.kind in types("uniformed")):
                return replace(responder, kind=whole.kind)
        return responder


def _may_open(groups: list[Names], head: int) -> bool:
    """Say whether a clause may open with a subject that is no name."""
    return not groups or groups[0][0].span.start > head or groups[0][0].generic


@functools.cache
def _opening() -> re.Pattern[str]:
    """Join what a clause opens with: its lead, then a word that stands for a name, or else a rival."""
    lead, stands_for, rival = (expression(name).removeprefix("^") for name in ("lead", "stands_for", "rival"))
    # Most clauses open with none of them, and are no match.
    return re.compile(f"(?P<lead>{lead})?(?:{stands_for}|(?P<rival>{rival})|(?(lead)|(?!)))")


@functools.cache
def _standing_in() -> re.Pattern[str]:
    """Give the words that stand for a name, wherever they are."""
    return re.compile(expression("stands_for").removeprefix("^"))
