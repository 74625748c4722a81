"""From when a report speaks: the time its reporter, or the one he quotes, gives as his own."""

import functools
from collections.abc import Sequence

from msgspec.structs import replace

from extract.dates import Calendar, Meaning
from extract.rulebook import part
from extract.sentences import Sentence
from extract.spans import Span
from extract.times import TimeMention

_part = functools.partial(part, "times")

_REACH = 12
"""How many characters from a time the reporter may stand: 记者周敏、李强6日."""


def is_reporters(sentence: Sentence, mention: TimeMention) -> bool:
    """Say whether the reporter gives this time as his own: 记者6日13时在…, 6日13时，记者在…了解到."""
    text, start = sentence.text, mention.span.start - sentence.span.start
    first, end = max(0, start - _REACH), mention.span.end - sentence.span.start
    if text.find("记者", first, end + _REACH) < 0:
        return False
    return bool(
        _part("reporter_before").search(text, first, start) or _part("reporter_after").match(text, end)
    )


def find_speaking(
    context: Calendar,
    mentions: Sequence[tuple[Sentence, tuple[TimeMention, ...]]],
    index: int,
    speech: Span | None,
) -> Meaning | None:
    """Date the 现在 of a speech by the words after it: “现在……。”23日6时，站长说.

    Args:
        context: The calendar as it stands at the speech; it is left as it is.
        mentions: The sentences of the article with their times.
        index: The sentence the 现在 stands in.
        speech: The speech it stands in.
    """
    sentence = mentions[index][0]
    if speech is None or speech.end != sentence.span.end or index + 1 == len(mentions):
        return None
    after, times = mentions[index + 1]
    if after.paragraph != sentence.paragraph or not times or not _part("saying").search(after.text):
        return None
    if times[0].span.start > after.span.start or times[0].kind != "calendar":
        return None
    meaning = replace(context).resolve(times[0])
    return replace(meaning, basis="report") if meaning.start else None
