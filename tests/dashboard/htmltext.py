"""What of a piece of HTML is report text, character by character, with the marks it stands in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Sign:
    """A character, and the tags and classes around it."""

    sign: str
    tags: tuple[str, ...]
    classes: frozenset[str]


@dataclass
class Written(HTMLParser):
    """Reads HTML; `signs` are the characters inside elements that hold report text (`lang="zh"`)."""

    signs: list[Sign] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    opened: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        self.tags.append(tag)
        self.opened.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note that the element opened last closes."""
        assert self.opened.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Note characters, where they are a report's."""
        around = tuple(tag for tag, _ in self.opened)
        if "summary" not in around and any(words.get("lang") == "zh" for _, words in self.opened):
            classes = " ".join(str(attributes.get("class", "")) for _, attributes in self.opened)
            self.signs += [Sign(sign, around, frozenset(classes.split())) for sign in data]

    @property
    def text(self) -> str:
        """The report text, in a row."""
        return "".join(one.sign for one in self.signs)


def read_html(html: str) -> Written:
    """Read a piece of HTML; every element must be closed where it was opened."""
    written = Written()
    written.feed(html)
    written.close()
    assert not written.opened
    return written
