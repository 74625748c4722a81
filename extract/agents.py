"""Who did it: the organisation behind a figure or a deed, among those its sentence names."""

import re
from collections.abc import Iterator

from extract.responders import Responder
from extract.sentences import Sentence
from extract.spans import Span

_SOURCE_BEFORE = re.compile(
    r"(?:从|据|向|受|经|在|赴|对|接|与|给|获悉|指导|协助|支援|帮助|会同|配合|来自|距|离|位于)(?:了)?$"
)
_SOURCE_AFTER = re.compile(
    r"(?:获悉|了解|消息|通报|介绍|有关负责人|负责人|发布|统计|表示|说|称|统筹|所在|要求|强调|指出|的?要求|的?指挥下|的?调度下|附近|门口|旁)"
)
_SPEAKER = re.compile(r"^[^，。；：]{0,16}?(?:介绍|表示|说|告诉|称|透露|坦言)")
_OWN_VOICE = (
    "state_enterprise",
    "military",
    "armed_police",
    "fire_rescue",
    "militia",
    "volunteers",
    "medical",
)
_COUNTABLE = ("military", "militia", "volunteers", "villagers_cadres", "unspecified")
"""Types whose words also name the members a number counts: 300余名民兵."""
_JOINTS = ("", "、", "和", "与", "及", "以及")
_COUNTED = re.compile(
    r"(?:\d|[一二三四五六七八九十百千万数几余多])(?:余|多)?[名位人]?(?:专业|一线|各类|各级|应急|抢险|救援|[^，。；：]{0,4})?$"
)


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
    before, after = _around(responder.span, sentence)
    if _COUNTED.search(before) and responder.kind in _COUNTABLE:
        return False
    return not (_SOURCE_BEFORE.search(before) or _SOURCE_AFTER.match(after) or _SPEAKER.match(after))


def _speaks(responder: Responder, sentence: Sentence) -> bool:
    """Say whether somebody of a unit that works itself tells what it does."""
    before, after = _around(responder.span, sentence)
    told = _SPEAKER.match(after) and not _SOURCE_BEFORE.search(before)
    return bool(told) and responder.kind in _OWN_VOICE


def _joined(subjects: list[Responder], sentence: Sentence) -> Iterator[Responder]:
    """Give the last subject and those listed right before it (甲、乙和丙), in their order."""
    chosen = [subjects[-1]]
    for responder in reversed(subjects[:-1]):
        gap = sentence.text[
            responder.span.end - sentence.span.start : chosen[0].span.start - sentence.span.start
        ]
        if gap not in _JOINTS:
            break
        chosen.insert(0, responder)
    named = [responder for responder in chosen if not responder.generic]
    yield from named or chosen


def _around(span: Span, sentence: Sentence) -> tuple[str, str]:
    offset = sentence.span.start
    return sentence.text[: span.start - offset], sentence.text[span.end - offset :]
