"""What the marks of a text mean, how much of it was read, and the ways to its other parts. All HTML."""

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard.links import href
from dashboard.quotes import escape_html
from dashboard.reading import Parts, ReadText
from dashboard.scene import Scene
from dashboard.strings import KINDS, name, say
from dashboard.strings.sources import SIGNS
from dashboard.views.marking import DIRECTIVE, Marked, count_kinds
from extract.explain import Rejection


def show_legend(scene: Scene, read: ReadText, marked: Sequence[Marked], numbers: Sequence[Rejection]) -> str:
    """Say what each mark means and how often it stands in the report; a kind of fact leads to it alone."""
    lang = scene.lang
    kinds = "".join(_kind(scene, kind, *counts) for kind, counts in count_kinds(marked).items())
    counts = say(lang, "clause").join(tell_reading(read, marked, numbers, lang))
    told = escape_html(say(lang, "read_told", counts=counts))
    label = escape_html(say(lang, "legend"))
    how = escape_html(say(lang, "legend_how"))
    return f'<nav class="legend" aria-label="{label}"><ul>{kinds}</ul><p>{told}</p><p>{how}</p></nav>'


def tell_reading(
    read: ReadText, marked: Sequence[Marked], numbers: Sequence[Rejection], lang: str
) -> list[str]:
    """Say how much was read, how much of it gave something, and what else is marked and how."""
    states = Counter(one.state for one in marked)
    gave = _count_giving(read, [one for one in marked if one.state != "rejected"])
    count = len(read.sentences)
    told = [say(lang, "read_sentences", count=count, gave=gave, plain=count - gave)]
    counts = {
        "read_faint": states["faint"],
        "read_elsewhere": states["elsewhere"],
        "read_rejected": states["rejected"],
        "read_numbers": len(numbers),
        "read_unread": read.unread,
    }
    return told + [say(lang, key, count=f"{times:,}") for key, times in counts.items() if times]


def show_parts(scene: Scene, report_id: str, parts: Parts, marked: Sequence[Marked], number: int) -> str:
    """Lead to the other parts of a long text, each with how much is marked in it; "" where there is one."""
    if len(parts.columns) == 1:
        return ""
    lang, held = scene.lang, Counter(parts.at(one.place.start) for one in marked)
    items = []
    for other in range(1, len(parts.columns) + 1):
        words = say(lang, "part_facts" if held[other] else "part", number=other, count=held[other])
        target = replace(scene.view, report=report_id, fact=None, part=other)
        current = ' aria-current="true"' if other == number else ""
        items.append(f'<li><a href="{href(target)}" target="_self"{current}>{escape_html(words)}</a></li>')
    told = escape_html(say(lang, "part_of", count=len(parts.columns)))
    return f'<nav class="parts" aria-label="{told}"><p>{told}</p><ul>{"".join(items)}</ul></nav>'


def _kind(scene: Scene, kind: str, shown: int, total: int) -> str:
    lang, view = scene.lang, scene.view
    if kind == DIRECTIVE:
        sign, called = say(lang, "directive_sign"), say(lang, "directive")
    else:
        sign, called = name(lang, SIGNS, kind), name(lang, KINDS, kind)
    key = "legend_kind" if shown == total else "legend_kind_part"
    words = escape_html(say(lang, key, name=called, shown=shown, count=total))
    sample = f'<span class="fact first shown {kind}" data-sign="{escape_html(sign)}">{words}</span>'
    if kind == DIRECTIVE:
        return f"<li>{sample}</li>"
    alone = view.kinds == (kind,)
    target = replace(view, kinds=() if alone else (kind,))
    current = ' aria-current="true"' if alone else ""
    return f'<li><a href="{href(target)}" target="_self"{current}>{sample}</a></li>'


def _count_giving(read: ReadText, marked: Sequence[Marked]) -> int:
    """Count the sentences that some row's words stand in."""
    giving: set[int] = set()
    for one in marked:
        place = bisect.bisect_right(read.sentences, one.place.start, key=lambda sentence: sentence.end)
        while place < len(read.sentences) and read.sentences[place].start < one.place.end:
            giving.add(place)
            place += 1
    return len(giving)
