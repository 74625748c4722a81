"""Chinese names of organisations, places, incidents and people in English; pinyin where no word is known.

A name is read from left to right, the longest entry of `latin.toml` first. What stands between entries is a
proper name, one capitalised word of pinyin without tone marks, and goes with the head behind it: 柳林|垸 is
Liulin Polder.
"""

import functools
import itertools
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin, load_phrases_dict, load_single_dict

from extract.numerals import read_number

_FIRST = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_LAST = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_SIGNS = str.maketrans(
    {"、": ", ", "，": ", ", "；": "; ", "：": ": ", "（": " (", "）": ") "}
    | {"“": " “", "”": "” ", "《": " “", "》": "” "}
)
_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+(?=[,;.):”])|(?<=[(“])\s+")
_ANY = "某"
_GIVEN = "河江湖溪桥军"
"""Heads that the names of people end with as well."""
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}")
_MANY = 4096
"""As many names are remembered; an incident has some dozens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of a name.

    `kind` is the group of `_pattern` that found it, "other" for what is not Chinese; `words` its English;
    `formal` what it is before an organisation; `end` its last character.
    """

    kind: str
    words: str
    formal: str
    end: str


@functools.lru_cache(_MANY)
def name_unit(unit: str) -> str:
    """Name an organisation, or several of one cell (甲、乙), which commas part."""
    return _join(_in_a_row(_read(part)) for part in unit.split("、"))


@functools.lru_cache(_MANY)
def name_place(place: str) -> str:
    """Name a place, the smaller before the larger: 石桥县柳林垸, Liulin Polder, Shiqiao County."""
    return _join(_smallest_first(_read(part)) for part in place.split("、"))


@functools.lru_cache(_MANY)
def name_incident(incident: str) -> str:
    """Name an incident by its place and its event: 柳林垸决口, Liulin Polder dike breach."""
    events = _lexicon()["events"]
    end = next((end for end in range(len(incident)) if incident[end:] in events), None)
    if end is None:
        return name_unit(incident)
    place, event = name_place(incident[:end]), str(events[incident[end:]])
    if not place:
        return event.capitalize()
    known = place.endswith(("Dike", "Dam", "Reservoir"))
    return f"{place} {event.removeprefix('dike ') if known else event}"


@functools.lru_cache(_MANY)
def name_issuer(issuer: str) -> str:
    """Name who gives an order: a person, surname first, or a body."""
    return _join(_person(part) or _in_a_row(_read(part)) for part in issuer.split("、"))


@functools.lru_cache(_MANY)
def name_role(role: str) -> str:
    """Name an office or an occasion: 国务院副总理, Vice Premier."""
    return _join(_in_a_row(_read(part, roles=True)) for part in role.split("、"))


def spell(name: str, behind: str = "") -> str:
    """Write a Chinese name as one capitalised word of pinyin: 岳阳 Yueyang, 六安 Lu'an.

    Args:
        name: Chinese characters.
        behind: What follows the name; it may tell how the name is read: 单 in 单县.
    """
    _teach()
    read = lazy_pinyin(name + behind, v_to_u=True)
    first, *rest = read[: len(read) - len(behind)]
    told = first + "".join(f"'{one}" if one[:1] in "aoe" else one for one in rest)
    return told[:1].upper() + told[1:]


@functools.cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _join(names: Iterable[str]) -> str:
    return ", ".join(name for name in names if name)


def _in_a_row(pieces: Iterable[_Piece]) -> str:
    """Say pieces in the order they stand; a place before an organisation in the form for it."""
    listed = [*pieces]
    said = [
        piece.formal if after.kind in {"word", "role", "ordinal"} else piece.words
        for piece, after in itertools.pairwise(listed)
    ]
    return _tidy([*said, *(piece.words for piece in listed[-1:])])


def _smallest_first(pieces: Iterable[_Piece]) -> str:
    """Say a chain of places from its end; what follows a place in it stays behind it."""
    chain: list[list[str]] = []
    for piece in pieces:
        if not chain or piece.kind in {"proper", "number", "province"}:
            chain.append([])
        chain[-1].append(piece.words)
    return _join(_tidy(words) for words in reversed(chain))


def _tidy(words: list[str]) -> str:
    """Set words side by side; what 某 stands before is any such, and no proper name."""
    said: list[str] = []
    for word in words:
        if said and said[-1] == _ANY:
            said[-1] = f", {'an' if word[:1] in 'AEIO' else 'a'} {word.lower()}"
        else:
            said.append(word)
    told = _LOOSE.sub("", _SPACE.sub(" ", " ".join(said))).strip(" ,")
    return told[:1].upper() + told[1:] if told.startswith(("a ", "an ")) else told


def _person(name: str) -> str:
    """Name a person, surname first; "" where the words name a body."""
    surnames = _lexicon()["surnames"]
    if "·" in name:
        return " ".join(spell(part) for part in name.split("·") if part)
    pieces = [*_read(name)] if _PERSON.fullmatch(name) else []
    if not pieces or any(
        piece.kind not in {"name", "proper"} or (piece.kind == "proper" and piece.end not in _GIVEN)
        for piece in pieces
    ):
        return ""
    length = 2 if name[:2] in surnames and len(name) > len("欧阳") else 1
    return f"{surnames.get(name[:length]) or spell(name[:length])} {spell(name[length:])}"


def _read(name: str, *, roles: bool = False) -> Iterator[_Piece]:
    """Take a name apart."""
    for found in _pattern(roles).finditer(name):
        kind = found.lastgroup or "other"
        words, formal = _WORDS[kind](found)
        yield _Piece(kind=kind, words=words, formal=formal or words, end=found[0][-1])


def _proper(found: re.Match[str]) -> tuple[str, str]:
    name, head = found["before"], found["proper"]
    before = spell(name, head)
    return f"{before} {_lexicon()['heads'][head]}", f"{before} {_formal(head)}"


def _number(found: re.Match[str]) -> tuple[str, str]:
    lexicon, head = _lexicon(), found["number"]
    return (
        f"No. {read_number(found['count'])[0]:.0f} {lexicon['heads'].get(head) or lexicon['words'][head]}",
        "",
    )


def _ordinal(found: re.Match[str]) -> tuple[str, str]:
    number = int(read_number(found["ordinal"])[0])
    if number < len(_FIRST):
        return _FIRST[number], ""
    return f"{number}{'th' if number % 100 in _TEENS else _LAST.get(number % 10, 'th')}", ""


def _formal(head: str) -> str:
    lexicon = _lexicon()
    return str(lexicon["formal"].get(head) or lexicon["heads"][head])


def _province(found: re.Match[str]) -> tuple[str, str]:
    name, head = str(_lexicon()["provinces"][found["province"]]), found[0].removeprefix(found["province"])
    return (f"{name} {_lexicon()['heads'][head]}", f"{name} {_formal(head)}") if head else (name, "")


def _bare(found: re.Match[str]) -> tuple[str, str]:
    return _lexicon()["heads"][found[0]], _formal(found[0])


_Said = Callable[[re.Match[str]], tuple[str, str]]
_WORDS: dict[str, _Said] = {
    "ordinal": _ordinal,
    "number": _number,
    "role": lambda found: (_lexicon()["roles"][found[0]], ""),
    "word": lambda found: (_lexicon()["words"][found[0]], ""),
    "province": _province,
    "any": lambda _found: (_ANY, ""),
    "bare": _bare,
    "proper": _proper,
    "name": lambda found: (spell(found[0]), ""),
    "other": lambda found: (found[0].translate(_SIGNS), ""),
}
"""How a piece is said, and what it is before an organisation, "" where that is the same."""


@functools.cache
def _pattern(roles: bool) -> re.Pattern[str]:  # noqa: FBT001  # the key of a cache
    """Compile what a name is made of, in the order in which it is tried at each place."""
    lexicon = _lexicon()
    openings, heads, words = lexicon["openings"], lexicon["heads"], _either(lexicon["words"])
    offices = _either(lexicon["roles"]) if roles else r"(?!)"
    known = f"(?:{offices}|{words})"
    # No head where another follows (景德|镇市), unless a name or a word begins with that one (东山省|省长).
    other_head = (
        f"(?!(?!{_either(openings['names'])}|{known})[{openings['heads']}]|{_either(openings['joined'])})"
    )
    short = "".join(head for head in heads if len(head) == 1)
    head = f"(?:{_either(head for head in heads if len(head) > 1)}|(?!{known})[{short}]{other_head})"
    some = f"{_ANY}(?={known}|{head})"
    han = rf"(?:(?!{known}|{some})[\u3400-\u9fff])"
    return re.compile(
        r"第(?P<ordinal>[一二三四五六七八九十百]{1,4}|\d+)"
        rf"|(?P<count>[一二三四五六七八九十]{{1,3}}|\d+)号?(?P<number>{head}|[总支大中分]队)"
        rf"|(?P<role>{offices})|(?P<word>{words})"
        rf"|(?P<province>{_either(lexicon['provinces'])})(?:(?!{known})(?:省|市|自治区))?"
        rf"|(?P<any>{some})"
        rf"|(?P<bare>{head})(?={known}|{some}|[^\u3400-\u9fff]|$)"
        rf"|(?P<before>{han}{{2,12}}?|{han}(?=[县圩垸]))(?P<proper>{head})"
        rf"|(?P<name>{han}+)|(?:[^\u3400-\u9fff第]+|.)"
    )


def _either(words: Iterable[str]) -> str:
    """Write a pattern that matches the longest of some words."""
    listed = sorted(words, key=len, reverse=True)
    # One look at a character spares the words that begin otherwise.
    return f"(?=[{''.join(sorted({word[0] for word in listed}))}])(?:{'|'.join(listed)})"


@functools.cache
def _teach() -> None:
    """Teach pypinyin the readings it has not."""
    readings = _lexicon()["readings"]
    load_single_dict({ord(word): read for word, read in readings.items() if len(word) == 1})
    load_phrases_dict(
        {word: [[one] for one in read.split()] for word, read in readings.items() if len(word) > 1}
    )
