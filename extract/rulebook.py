"""Rules as data: one TOML file a family, read, checked and compiled once.

A file has `[parts]`, named pieces of patterns that `{name}` puts into place; `[[lexicon.NAME]]` entries,
whose `words` together are the part `{NAME}` (not where `but` follows); and `[[rule]]` entries:
`name`, `pattern`, `source`, `yes` and `no` examples, and whatever the family builds from a match.
A family with `signs = "cues"` has patterns over the signs of that family's lexicons (see `cues.py`).
An example may mark the words that must be matched with square brackets: 记者[6日13时]到场.
"""

import functools
import hashlib
import itertools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from extract.errors import RuleError

_PART = re.compile(r"\{([a-z_]+)\}")
_MARKED = re.compile(r"\[(.+?)\]")
_FIRST_SIGN = 0x100
"""Signs are letters that no report and no pattern uses."""
_OWN_KEYS = ("name", "pattern", "source", "yes", "no")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: its name goes into every row it makes.

    `expression` is its pattern as text, all parts put into place; `builds` holds the keys that only its
    family understands.
    """

    name: str
    expression: str
    source: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    builds: Mapping[str, Any]

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compile the pattern when it is first tried: many a text needs few of the rules.

        Raises:
            RuleError: It is no regular expression.
        """
        return _compile(self.expression, f'rule "{self.name}"')


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """One family: its rules in the order of the file, and the tables beside them."""

    family: str
    rules: tuple[Rule, ...]
    tables: Mapping[str, Any]

    @functools.cached_property
    def signs(self) -> Mapping[str, str]:
        """Give each lexicon of the family one character to stand for its words in patterns over signs."""
        return {name: chr(_FIRST_SIGN + number) for number, name in enumerate(self.tables["lexicon"])}

    def pattern(self, template: str) -> re.Pattern[str]:
        """Compile a pattern that may name the family's parts.

        Raises:
            RuleError: A part is unknown or the pattern is no regular expression.
        """
        return _compile(_fill(template, self.tables.get("parts", {}), self.family), self.family)


@functools.cache
def load(family: str) -> Rulebook:
    """Read `rules/FAMILY.toml`.

    Raises:
        RuleError: The file is missing or contradicts itself.
    """
    where = _folder() / f"{family}.toml"
    if not where.is_file():
        raise RuleError(f"rules/{family}.toml: no such rule file. Reinstall the package.")
    tables = tomllib.loads(where.read_text(encoding="utf-8"))
    parts = {**tables.get("parts", {}), **_alternatives(tables)}
    if "signs" in tables:
        parts |= load(tables["signs"]).signs
    tables["parts"] = parts
    rules = tuple(_read_rule(entry, parts, family) for entry in tables.pop("rule", []))
    return Rulebook(family=family, rules=rules, tables=tables)


@functools.cache
def part(family: str, name: str) -> re.Pattern[str]:
    """Compile a part of a family by itself, when it is first asked for.

    Raises:
        RuleError: The part is unknown or no regular expression.
    """
    return load(family).pattern(f"{{{name}}}")


@functools.cache
def version() -> str:
    """Name the state of rules and code: a report read under another name is to be read again."""
    digest = hashlib.sha256()
    for folder in (resources.files("extract"), _folder()):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith((".py", ".toml")):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def families() -> tuple[str, ...]:
    """List the families there are, by the names of their files."""
    names = (file.name for file in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def marked(example: str) -> tuple[str, str | None]:
    """Part an example into its plain text and the words it marks, None when it marks none."""
    found = _MARKED.search(example)
    return _MARKED.sub(r"\1", example), found[1] if found else None


def _folder() -> Traversable:
    return resources.files("extract") / "rules"


def _alternatives(tables: Mapping[str, Any]) -> dict[str, str]:
    """Make a part of each lexicon: its words, the longer ones first, `but` not before certain characters."""
    parts = {}
    for name, entries in tables.get("lexicon", {}).items():
        words = {word: entry.get("but") for entry in entries for word in entry["words"]}
        ordered = sorted(words.items(), key=lambda pair: -len(pair[0]))
        alike = itertools.groupby(ordered, key=lambda pair: pair[1])
        parts[name] = "|".join(_one_of([word for word, _ in pairs], but) for but, pairs in alike)
    return parts


def _one_of(words: list[str], but: str | None) -> str:
    """Say what must not follow once for words that share it: it compiles and matches twice as fast."""
    either = "|".join(map(re.escape, words))
    return f"(?:{either})(?!{but})" if but else either


def _read_rule(entry: Mapping[str, Any], parts: Mapping[str, str], family: str) -> Rule:
    where = f'rules/{family}.toml, rule "{entry.get("name", "?")}"'
    if missing := [key for key in _OWN_KEYS if key not in entry]:
        raise RuleError(f"{where}: no {', '.join(missing)}. Every rule needs {', '.join(_OWN_KEYS)}.")
    return Rule(
        name=entry["name"],
        expression=_fill(entry["pattern"], parts, where),
        source=entry["source"],
        yes=tuple(entry["yes"]),
        no=tuple(entry["no"]),
        builds={key: value for key, value in entry.items() if key not in _OWN_KEYS},
    )


def _fill(template: str, parts: Mapping[str, str], where: str) -> str:
    """Put the parts a pattern names into place, and those they name."""

    def part(found: re.Match[str]) -> str:
        if found[1] not in parts:
            raise RuleError(f"{where}: no part {{{found[1]}}}. Add it under [parts].")
        return f"(?:{parts[found[1]]})"

    while _PART.search(template):
        template = _PART.sub(part, template)
    return template


def _compile(expression: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(expression)
    except re.error as error:
        raise RuleError(f"{where}: not a regular expression ({error}). Mend the pattern.") from error
