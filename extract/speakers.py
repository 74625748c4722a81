"""Who has the word in a sentence, and from where on. What he asks for is read elsewhere."""

import functools
import re

import msgspec
from msgspec.structs import replace

from extract.anchors import Anchors
from extract.governors import Anchor
from extract.heads import Head, find_head
from extract.occasions import find_occasion
from extract.rulebook import load
from extract.sentences import Sentence
from extract.spans import Span
from extract.triggers import Trigger

_CLAUSE = re.compile(r"[^，。；：！？]+")
_QUOTED = re.compile(r"“[^“”]{0,200}[。！？]”$")
_NONE = frozenset[str]()
_REACH = 200
"""A notice is named at most so many characters before its words."""
_AHEAD = 4
"""So many characters after a word of speaking tell whether it demands."""


class Speaker(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who speaks, and what is known of the occasion.

    `anchor` is the time he was last told to be at work; `rule` the rule that found him.
    """

    issuer: str
    role: str | None
    venue: str | None
    anchor: Anchor | None
    rule: str


class Speech(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A speaker's words in a sentence; `place` is half-open, in the sentence's text.

    `demanded` after 要求; `carried` where he goes on from an earlier sentence or only decided;
    `announced` where that one ended before his words (通告指出：); `addressee` of the notice.
    """

    speaker: Speaker
    place: Span
    demanded: bool = False
    carried: bool = False
    announced: bool = False
    addressee: str | None = None

    def is_over(self, text: str) -> bool:
        """Say whether nothing follows in the sentence: his words stood before it."""
        return not self.carried and _CLAUSE.search(text, self.place.start, self.place.end) is None


class Floor:
    """Who was introduced in an article so far, and who has the word."""

    def __init__(self, anchors: Anchors) -> None:
        """Begin with nobody known; given are the dated times of the article."""
        self._anchors = anchors
        self._known: dict[str, Speaker] = {}
        self._persons: set[str] = set()
        self._person: str | None = None
        self._convener: str | None = None
        self._last: str | None = None
        self._meeting: Speaker | None = None
        self._actor: Speaker | None = None
        self._voice: Speaker | None = None
        self._asleep: Speaker | None = None
        self._announced = False
        self._is_awaited = False
        self._here = False
        self._unheard: list[tuple[Sentence, list[Trigger]]] = []

    def end_paragraph(self, *, after_orders: bool) -> None:
        """Take the word away; it may be given back after orders, or where they are still to come."""
        if self._voice or not self._announced:
            self._asleep = self._voice if after_orders or self._is_awaited else None
        self._voice = self._actor = None
        self._unheard = []

    def take_note(self) -> None:
        """Take note that who has the word gave orders."""
        self._is_awaited = False

    def fall_silent(self) -> None:
        """Take the word away in the middle of a paragraph; it may be given back."""
        self._asleep, self._voice = self._voice, None

    @property
    def is_free(self) -> bool:
        """Whether nobody has the word, nor may get it back."""
        return self._voice is None and self._asleep is None

    @property
    def is_silent(self) -> bool:
        """Whether somebody who had the word lost it and may get it back."""
        return self._voice is None and self._asleep is not None

    def resume(self) -> None:
        """Give the word back to the one who had it in the paragraph before."""
        self._voice = self._actor = self._asleep

    def listen(self, sentence: Sentence, words: list[Trigger]) -> tuple[Speech, ...]:
        """Say who speaks in a sentence, and which parts of it are his.

        Sentences without a word of speaking are put by until one of their paragraph has one. Given are
        the words of the sentence that rules need.
        """
        if not (self._voice or _is_cued(words)):
            self._unheard.append((sentence, words))
            return ()
        for earlier in self._unheard:
            self._listen_to(*earlier)
        self._unheard = []
        return self._listen_to(sentence, words)

    def _listen_to(self, sentence: Sentence, words: list[Trigger]) -> tuple[Speech, ...]:
        """Take in the clauses of a sentence; a quotation without a speaker is somebody else's."""
        text, offset, word = sentence.text, sentence.span.start, 0
        speeches: list[Speech] = []
        if self._voice:
            whole = Span(0, len(text))
            speeches.append(Speech(speaker=self._voice, place=whole, carried=True, announced=self._announced))
            self._announced = False
        self._here = False
        for found in _CLAUSE.finditer(text) if words or self._persons else ():
            start, end = found.span()
            may = _NONE
            while word < len(words) and words[word][0] <= offset + end:
                may |= words[word][1]
                word += 1
            known = [name for name in self._persons if name in text[start:end]] if self._persons else []
            if may or known:
                self._hear(sentence, Span(start, end), may, known, speeches)
            if word == len(words) and not self._persons:
                break
        is_quoted = text[-1] == "”" and _QUOTED.search(text)
        if is_quoted and not self._here and all(speech.carried for speech in speeches):
            self._voice = self._person = None
            return ()
        return tuple([speech for speech in speeches if len(speech.place)]) if speeches else ()

    def _hear(
        self, sentence: Sentence, clause: Span, may: frozenset[str], known: list[str], speeches: list[Speech]
    ) -> None:
        """Take in one clause: it may introduce somebody, give the word, or take it away."""
        text = sentence.text
        head = find_head(text, clause, known, may)
        if head and self._voice and _is_addressed(head, text, clause):
            return
        said = _find_say(text, clause, head) if "says" in may else None
        if head:
            self._actor = self._introduce(head, sentence, clause, said.start if said else clause.end)
            self._here = True
        elif not said or not self._may_go_on(text, clause, said):
            return
        if speeches:
            speeches[-1] = _ended(speeches[-1], clause.start)
        self._voice, self._announced = None, False
        if said and self._actor:
            speaker = self._actor if head else self._dated(self._actor, sentence, said.start)
            speeches.append(self._give_word(speaker, sentence.text, said))

    def _may_go_on(self, text: str, clause: Span, said: Span) -> bool:
        """Say whether a speech word without a subject belongs to the subject before it."""
        if self._here and not self._voice:
            return True
        return _part("lead").fullmatch(text, clause.start, said.start) is not None

    def _dated(self, speaker: Speaker, sentence: Sentence, end: int) -> Speaker:
        """Date a speaker by the last time told before a place, if there is one."""
        anchor = find_occasion(self._anchors, sentence, end)
        return replace(speaker, anchor=anchor) if anchor else speaker

    def _give_word(self, speaker: Speaker, text: str, said: Span) -> Speech:
        self._voice = self._actor = self._known[speaker.issuer] = speaker
        self._announced = text[-1] == "："
        self._is_awaited = not _part("remarks").search(text, said.start, said.end)
        notice = _part("notice").search(text, max(0, said.start - _REACH), said.end)
        demand = _part("demands").search(text, said.start, said.end + _AHEAD)
        return Speech(
            speaker=self._voice,
            place=Span(said.end, len(text)),
            carried=_part("decides").match(text, said.start) is not None,
            demanded=demand is not None and demand.start() < said.end,
            addressee=notice["addressee"] if notice else None,
        )

    def _introduce(self, head: Head, sentence: Sentence, clause: Span, end: int) -> Speaker | None:
        """Find or make the speaker a clause begins with; None for a layman.

        Args:
            head: What the clause begins with.
            sentence: The sentence.
            clause: The clause in it.
            end: Where in the sentence the words end that may give the time.
        """
        issuer = self._stands_for(head)
        if issuer is None:
            return None
        others = [self._remember(other, other.issuer or "", sentence, clause, end) for other in head.others]
        speaker = self._remember(head, issuer, sentence, clause, end)
        speaker = _joined(speaker, others[: head.joint])
        self._last = issuer
        if head.is_person:
            self._person = issuer
        if not head.is_proxy and _part("opens").search(sentence.text, clause.start, clause.end):
            self._convener, self._meeting = issuer, speaker
        return speaker

    def _remember(self, head: Head, issuer: str, sentence: Sentence, clause: Span, end: int) -> Speaker:
        """Keep what is told of a speaker, who is called by his head or stood for by it."""
        before = self._known.get(issuer)
        if not before and self._meeting and _shares(head, sentence.text, clause):
            before = replace(self._meeting, issuer=issuer, role=None)
        venue = _find_venue(sentence.text, clause) or (head.issuer if head.rule == "held" else None)
        speaker = Speaker(
            issuer=issuer,
            role=head.role or (before.role if before else None),
            venue=venue or (before.venue if before else None),
            anchor=find_occasion(self._anchors, sentence, end) or (before.anchor if before else None),
            rule=before.rule if before and head.rule != "person" else f"speaker.{head.rule}",
        )
        self._known[issuer] = speaker
        if head.is_person:
            self._persons.add(issuer)
        return speaker

    def _stands_for(self, head: Head) -> str | None:
        if head.rule == "pronoun":
            return self._person
        if head.rule == "meeting":
            gathers = _part("gathering").search(head.issuer or "") is not None
            caller = self._convener or self._last
            if gathers and caller in self._persons:
                return (self._meeting and self._meeting.venue) or head.issuer
            return caller or head.issuer
        return head.issuer


def _joined(first: Speaker, others: list[Speaker]) -> Speaker:
    """Make one speaker of persons who act together."""
    if not others:
        return first
    together = [first, *others]
    roles = [speaker.role for speaker in together if speaker.role]
    return replace(first, issuer="、".join(one.issuer for one in together), role="、".join(roles) or None)


def _shares(head: Head, text: str, clause: Span) -> bool:
    """Say whether someone shares the name and the time of the meeting told of before: he attends it."""
    if head.is_person:
        return _part("attends").search(text, clause.start, clause.end) is not None
    return head.rule == "meeting"


def _is_cued(words: list[Trigger]) -> bool:
    return bool(words) and any("cue" in rules for _, rules in words)


def _find_say(text: str, clause: Span, head: Head | None) -> Span | None:
    """Find the words of speaking: 作出批示, 要求; those that follow one another are one."""
    if head.is_lay if head else _part("referred").match(text, clause.start):
        return None
    first = last = _part("says").search(text, head.end if head else clause.start, clause.end)
    if not first or not last:
        return None
    while following := _part("saying").match(text, last.end(), clause.end):
        last = following
    return Span(first.start(), last.end())


def _find_venue(text: str, clause: Span) -> str | None:
    found = _part("place").search(text, clause.start, clause.end)
    return (found["venue"] or found["spot"]) if found else None


def _is_addressed(head: Head, text: str, clause: Span) -> bool:
    """Say whether the body a clause begins with is told to do something rather than acting."""
    return head.rule == "body" and _part("told").match(text, head.end, clause.end) is not None


def _ended(speech: Speech, end: int) -> Speech:
    place = speech.place
    return replace(speech, place=Span(place.start, min(place.end, max(place.start, end))))


@functools.cache
def _part(name: str) -> re.Pattern[str]:
    """Compile a part of the rules, or give the pattern of the rule of that name."""
    book = load("speakers")
    ruled = {"notice": "speaker.addressed", "place": "speaker.venue"}.get(name)
    return next((r.pattern for r in book.rules if r.name == ruled), None) or book.pattern(f"{{{name}}}")
