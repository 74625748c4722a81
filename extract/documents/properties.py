"""Which of a file's own properties are worth showing: programs fill in names of files and of people."""

import re

from extract.documents.document import Told

_HAN = re.compile("[\u3400-\u9fff]")
_PROGRAM = re.compile(r"^(?:Microsoft Word|WPS.{0,8}|PowerPoint.{0,16})\s*[-–]\s*", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:docx?|wps|pdf|html?|txt|indd|fit|ofd)$", re.IGNORECASE)
_NO_TITLE = re.compile(r"[/\\]|^(?:文档|无标题|新建|幻灯片|未命名|未标题|演示文稿)")
_OFFICE = re.compile("(?:报社?|网|社|台|局|厅|部|办|站|中心|政府|委员会|委|指挥部|防指|防办|公司|总队|支队)$")
_SHORTEST, _LONGEST, _SHORTEST_OFFICE = 5, 80, 4


def as_title(words: str | None, clue: str) -> Told | None:
    """Take a property for a title if it is one: in Chinese, and no path or placeholder."""
    title = _ENDING.sub("", _PROGRAM.sub("", (words or "").strip()))
    if not _SHORTEST <= len(title) <= _LONGEST or not _HAN.search(title) or _NO_TITLE.search(title):
        return None
    return Told(words=" ".join(title.split()), clue=clue)


def as_publisher(words: str | None, clue: str) -> Told | None:
    """Take an author for a publisher if it is an office: a program names the person who typed."""
    name = (words or "").strip()
    is_office = len(name) >= _SHORTEST_OFFICE and _HAN.search(name) and _OFFICE.search(name)
    return Told(words=name, clue=clue) if is_office else None
