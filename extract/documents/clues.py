"""What a saved web page says of itself: its title, its publisher, and the day it was published."""

import functools
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from extract.documents.document import Told
from extract.documents.outline import Block, tidy
from extract.rulebook import Rule, load

_LINE = 120
"""The line under a headline is no longer than this."""
_SUFFIX = re.compile(r"\s*[_|｜—–]+\s*|\s+-\s+|-(?=[^-]{2,12}$)")
_TELLING = re.compile(r"[，；！？]|\d[万多余]*[^\W\d_a-zA-Z年月日时点分秒次]")
"""A line tells something that has a figure, but of a day, an hour or readers, or parts of a sentence."""
_CLOSING = re.compile(r"[\s|｜]+$")
_SHORTEST = 5
"""A title has so many characters at least."""
_NEWS = re.compile("article|posting|report", re.IGNORECASE)
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?$")


class Clues:
    """The statements of a page, looked up once: those of <meta>, of JSON-LD, and the blocks it shows."""

    def __init__(self, tree: LexborHTMLParser, blocks: Sequence[Block]) -> None:
        """Take the page as parsed, and the blocks of it that a reader sees."""
        self._tree = tree
        self._blocks = blocks
        self._meta = dict(_meta(tree))
        self._linked = dict(_linked_data(tree))

    def title(self) -> Told | None:
        """Find the headline, the name of the site taken off its end."""
        headings = [block.text for block in self._blocks if block.element.tag == "h1"]
        stated = (*self._of_meta("title"), *self._of_linked("headline"), *self._of_title())
        for told in stated:
            heading = next((words for words in headings if told.words.startswith(words)), None)
            words = heading or _without_site(told.words)
            if len(words) >= _SHORTEST:
                return Told(words=words, clue=told.clue)
        return Told(words=headings[0].replace("\n", " "), clue="<h1>") if len(headings) == 1 else None

    def published(self) -> Told | None:
        """Find the day of publication: the surest statement that names a whole day."""
        for told in (*self._of_meta("published"), *self._of_linked("datePublished"), *self._of_time()):
            words = _COMPACT.sub(r"\1-\2-\3", told.words)
            if _rule("web.day").pattern.search(words):
                return Told(words=words, clue=told.clue)
        line = self.dateline()
        day = _rule("web.day").pattern.search(line.text) if line else None
        return (
            Told(words=f"{day['year']}-{day['month']}-{day['day']}", clue=line.text) if line and day else None
        )

    def publisher(self) -> Told | None:
        """Find who published it: the source it names, before the site it was saved from."""
        stated = [*self._of_meta("publisher")]
        sources = [told for told in stated if "site" not in told.clue]
        line = self.dateline()
        named = _rule("web.source").pattern.search(line.text) if line else None
        shown = [Told(words=named["publisher"], clue=named[0])] if named else []
        found = [*sources, *shown, *self._of_linked("publisher"), *stated]
        for told in found:
            words = told.words.removeprefix("来源：").strip("《》 ")
            if words and not words.startswith(("http", "www.")):
                return Told(words=words, clue=told.clue)
        return None

    def dateline(self) -> Block | None:
        """Find the line that says when and by whom the page was published."""
        dated = [block for block in self._blocks if _is_dateline(block.text)]
        return next(
            (block for block in dated if _rule("web.source").pattern.search(block.text)), None
        ) or next(iter(dated), None)

    def imprint(self) -> Block | None:
        """Find the line that is left out of the text: the dateline, unless it tells something itself."""
        line = self.dateline()
        if line and _TELLING.search(line.text) and not _rule("web.source").pattern.search(line.text):
            return None
        return line

    def _of_meta(self, what: str) -> Iterator[Told]:
        for name in load("web").tables["metadata"][what]:
            if name in self._meta:
                key, words = self._meta[name]
                yield Told(words=words, clue=f'<meta {key}="{name}">')

    def _of_linked(self, key: str) -> Iterator[Told]:
        if key in self._linked:
            yield Told(words=self._linked[key], clue=f"JSON-LD {key}")

    def _of_title(self) -> Iterator[Told]:
        title = self._tree.css_first("title")
        if title and (words := tidy(title.text())):
            yield Told(words=words, clue="<title>")

    def _of_time(self) -> Iterator[Told]:
        for time in self._tree.css("article time[datetime], time[pubdate], h1 ~ * time[datetime]")[:1]:
            yield Told(words=(time.attributes.get("datetime") or "").strip(), clue="<time datetime>")


def _meta(tree: LexborHTMLParser) -> Iterator[tuple[str, tuple[str, str]]]:
    # The first of a name counts, so it comes last.
    for node in reversed(tree.css("meta[content]")):
        attributes = node.attributes
        words = tidy(attributes.get("content") or "").replace("\n", " ")
        for key in ("name", "property", "itemprop"):
            if words and attributes.get(key):
                yield (attributes[key] or "").strip().lower(), (key, words)


def _linked_data(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Read the JSON-LD of the article, if the page has one."""
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            told = json.loads(script.text())
        except (ValueError, RecursionError):
            continue
        for entry in _entries(told):
            if _NEWS.search(str(entry.get("@type"))):
                for key in ("headline", "datePublished", "publisher"):
                    words = _name(entry.get(key))
                    if words:
                        yield key, words


def _entries(told: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # JSON holds anything
    for entry in told if isinstance(told, list) else [told]:
        if isinstance(entry, dict):
            graph = entry.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()
            yield entry


def _name(value: Any) -> str | None:  # noqa: ANN401  # JSON holds anything
    if isinstance(value, dict):
        value = value.get("name")
    return tidy(value).replace("\n", " ") if isinstance(value, str) else None


def _without_site(title: str) -> str:
    """Take the names of the site and its sections off the end of a title: what is longest is the headline."""
    parts = [part.strip() for part in _SUFFIX.split(title) if part.strip()]
    return max(parts, key=len) if len(parts) > 1 else _CLOSING.sub("", title)


def _is_dateline(text: str) -> bool:
    if len(text) > _LINE or "。" in text or not _rule("web.day").pattern.search(text):
        return False
    return bool(_rule("web.source").pattern.search(text)) or not _rule("web.clock").pattern.search(text)


@functools.cache
def _rule(name: str) -> Rule:
    return next(rule for rule in load("web").rules if rule.name == name)
