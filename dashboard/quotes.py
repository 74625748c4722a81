"""Report text as safe markup: escaped for HTML, for Markdown and for the hover of a chart.

Report text is a stranger's: it may hold tags, links or pictures, and must never act as any of them.
"""

import html
import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_BREAKS = re.compile(r"[\r\n]+")
_TAG = re.compile(r"<[^>]*>")
# Streamlit makes links, icons and arrows of these after every escape is undone.
_MADE_LATE = re.compile(
    r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)|(?<=:)(?=material|streamlit)|(?<=[<>~-])(?=[=>-])", re.IGNORECASE
)
_MARKS = "".join(chr(code) for code in (*range(0x300, 0x2100), *range(0xFE20, 0xFE30))
                 if unicodedata.category(chr(code)) in {"Mn", "Me"})  # fmt: skip  # one set
_MOST_MARKS = 3
"""So many marks on one character are a way of writing; more reach into other lines."""
_UNRULY = re.compile(
    f"[{_MARKS}]{{{_MOST_MARKS + 1},}}"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_LONGEST_LABEL = 60
"""Characters of a text that a chart shows in one line."""
_HAN = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_CHINESE = re.compile(rf"{_HAN}(?:[^A-Za-z<>&;]*{_HAN})?")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=@])")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """The characters `[start, end)` of a report's text as stored."""

    start: int
    end: int


def tame(text: str) -> str:
    """Show the characters that act on what stands around them: they turn it round, or pile up over it.

    What turns the direction of writing, and other controls, show as their code, such as ⟨U+202E⟩; of a
    pile of marks on one character the first few stay, and the rest is counted, such as ⟨+57⟩.
    """
    return _UNRULY.sub(_name_unruly, text)


def escape_html(text: str) -> str:
    """Make text harmless between tags and inside attributes."""
    return html.escape(tame(text), quote=True)


def mark_chinese(text: str, lang: str) -> str:
    """Make text harmless as HTML; what is Chinese in an English phrase is said to be so."""
    told = escape_html(text)
    return told if lang == "zh" else _CHINESE.sub(r'<span lang="zh">\g<0></span>', told)


def as_reported(text: str) -> str:
    """Return words of a report as harmless HTML that says they are Chinese, whatever the page speaks."""
    return f'<span lang="zh">{escape_html(text)}</span>'


def escape_chart(text: str) -> str:
    """Make text harmless in a chart, which knows some tags, and shows `&quot;` as it stands.

    A chart breaks no line: of longer text the beginning is shown, the whole stands in the evidence.
    """
    shown = tame(_BREAKS.sub(" ", text))
    if len(shown) > _LONGEST_LABEL:
        shown = f"{shown[:_LONGEST_LABEL]}…"
    return html.escape(shown, quote=False)


def escape_markdown(text: str) -> str:
    """Make text harmless where Markdown is read: no link, picture, formula, icon or tag comes of it."""
    # An unseen character parts what an escape does not keep apart.
    broken = _MADE_LATE.sub("\N{WORD JOINER}", _BREAKS.sub(" ", tame(text)))
    return _MARKDOWN.sub(r"\\\1", broken)


def plain_words(words: str) -> str:
    """Return what our own HTML says, as plain text."""
    return html.unescape(_TAG.sub("", words))


def show_article(text: str, paragraphs: Sequence[Stretch], sentence: Stretch, quote: Stretch) -> str:
    """Return an article as HTML, its sentence marked, and in it the quote marked again.

    Args:
        text: The report's text as stored; every stretch counts its characters.
        paragraphs: The article's paragraphs; printed line breaks inside them are taken out.
        sentence: The sentence to mark; it may reach over several paragraphs.
        quote: The words to mark strongly, inside the sentence.
    """
    shown = (_paragraph(text, paragraph, sentence, quote) for paragraph in paragraphs)
    return "".join(f"<p>{words}</p>" for words in shown)


def show_sentence(text: str, sentence: Stretch, quotes: Sequence[tuple[Stretch, str]]) -> str:
    """Return a sentence as HTML, each quote in it marked and followed by its label.

    Args:
        text: The report's text as stored; every stretch counts its characters.
        sentence: The sentence; printed line breaks inside it are taken out.
        quotes: The words to mark, each with its label, plain text; they may overlap.
    """
    edges = {edge for quote, _ in quotes for edge in (quote.start, quote.end)}
    inside = {edge for edge in edges if sentence.start < edge < sentence.end}
    shown = []
    for start, end in itertools.pairwise(sorted({sentence.start, sentence.end} | inside)):
        quoted = any(_inside(start, quote) for quote, _ in quotes)
        shown.append(_piece(text[start:end], in_sentence=False, in_quote=quoted))
        shown += [f"<sup>{escape_html(label)}</sup>" for quote, label in quotes if quote.end == end]
    return "".join(shown)


def _name_unruly(found: re.Match[str]) -> str:
    piled = found[0]
    if len(piled) > 1:
        return f"{piled[:_MOST_MARKS]}⟨+{len(piled) - _MOST_MARKS}⟩"
    return f"⟨U+{ord(piled):04X}⟩"


def _paragraph(text: str, paragraph: Stretch, sentence: Stretch, quote: Stretch) -> str:
    edges = sorted(
        {paragraph.start, paragraph.end}
        | {
            edge
            for stretch in (sentence, quote)
            for edge in (stretch.start, stretch.end)
            if paragraph.start < edge < paragraph.end
        }
    )
    return "".join(
        _piece(text[start:end], _inside(start, sentence), _inside(start, quote))
        for start, end in itertools.pairwise(edges)
    )


def _inside(place: int, stretch: Stretch) -> bool:
    return stretch.start <= place < stretch.end


def _piece(words: str, in_sentence: bool, in_quote: bool) -> str:  # noqa: FBT001  # both are facts of the piece
    shown = escape_html(_BREAKS.sub("", words))
    if in_quote:
        return f'<mark class="quote">{shown}</mark>'
    return f'<mark class="sentence">{shown}</mark>' if in_sentence else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a stretch of text is marked with.

    Attributes:
        place: The stretch.
        level: Of several at one place the one of the lowest level shows, and of these the shortest.
        tag: The element it becomes, such as `a`; one that leads somewhere has a `label` too.
        classes: Its classes, words of ours alone.
        attributes: The other attributes, as HTML, each after a blank.
        label: Plain words that name it where others at its place hide all its words.
        is_chosen: Whether it is ringed, whatever else lies on it.
    """

    place: Stretch
    level: int
    tag: str
    classes: str
    attributes: str = ""
    label: str = ""
    is_chosen: bool = False


def show_marks(text: str, stretch: Stretch, marks: Sequence[Mark]) -> str:
    """Return a stretch of text as HTML, its words marked in place.

    Printed line breaks are taken out; without its tags the HTML is the escaped text. Elements do not nest:
    marks that overlap share the words out, and one that gets none of them follows as an empty element.

    Args:
        text: The report's text as stored; every place counts its characters.
        stretch: What is shown of it.
        marks: Those that reach into it.
    """
    edges = {edge for mark in marks for edge in (mark.place.start, mark.place.end)}
    inside = {edge for edge in edges if stretch.start < edge < stretch.end}
    coming = sorted(marks, key=lambda mark: mark.place.start)[::-1]
    open_marks: list[Mark] = []
    begun: set[int] = set()
    shown = []
    for start, end in itertools.pairwise(sorted({stretch.start, stretch.end} | inside)):
        while coming and coming[-1].place.start <= start:
            open_marks.append(coming.pop())
        open_marks = [mark for mark in open_marks if mark.place.end > start]
        shown.append(_marked(text[start:end], open_marks, begun))
        ended = [mark for mark in open_marks if mark.place.end == end and mark.label]
        shown += [
            _element(mark, "", first=True, ringed=mark.is_chosen) for mark in ended if id(mark) not in begun
        ]
    return "".join(shown)


def _marked(words: str, marks: Sequence[Mark], begun: set[int]) -> str:
    shown = escape_html(_BREAKS.sub("", words))
    if not marks or not shown:
        return shown
    top = min(marks, key=lambda mark: (mark.level, mark.place.end - mark.place.start, not mark.is_chosen))
    first = id(top) not in begun
    begun.add(id(top))
    return _element(top, shown, first=first, ringed=any(mark.is_chosen for mark in marks))


def _element(mark: Mark, shown: str, *, first: bool, ringed: bool) -> str:
    states = f"{' first' if first else ''}{' ringed' if ringed else ''}{'' if shown else ' hidden-words'}"
    named = "" if shown else f' aria-label="{escape_html(mark.label)}"'
    # One step of the keyboard for each, however many pieces it has.
    step = ' tabindex="-1"' if mark.label and not first else ""
    current = ' aria-current="true"' if mark.is_chosen and first else ""
    attributes = f'class="{mark.classes}{states}"{mark.attributes}{named}{step}{current}'
    return f"<{mark.tag} {attributes}>{shown}</{mark.tag}>"
