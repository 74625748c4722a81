"""How right the extraction is on the labelled passages: `python -m tests.bench.accuracy [--land]`.

Prints the figures, those below their floor (`floors.toml`), and example by example what was gained and
lost against the last landed state (`landed.json`), which `--land` rewrites. Exit status 1: below a floor.
"""

import datetime as dt
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract import extract
from tests.bench.scoring import KINDS, Score

_HERE = Path(__file__).parent
_LANDED = _HERE / "landed.json"
_NAMES = ("precision", "recall", "F1")


def passages() -> Iterator[dict[str, Any]]:
    """Read the labelled passages, all written for this project."""
    for file in sorted((_HERE / "passages").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def measure() -> Score:
    """Read every passage and judge what was found in it."""
    score = Score()
    for passage in passages():
        published = passage["published"] and dt.date.fromisoformat(passage["published"])
        score.add(passage, extract(passage["text"], published).facts)
    return score


def below_floor(figures: Mapping[str, float]) -> list[str]:
    """Name the figures that lie below their floor, with both."""
    floors = tomllib.loads((_HERE / "floors.toml").read_text(encoding="utf-8"))
    return [
        f"{name} {figures[name]:.3f} < {floor}" for name, floor in floors.items() if figures[name] < floor
    ]


def changes(told: Mapping[str, Sequence[str]], landed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """List, example by example, what is new against the landed state and what is gone."""
    for name in sorted(told.keys() | landed.keys()):
        now, before = Counter(told.get(name, ())), Counter(landed.get(name, ()))
        gained = [f"gained  {name}  {what}" for what in (now - before).elements() if what.startswith("+")]
        gained += [f"gained  {name}  no more {what}" for what in (before - now).elements() if what[0] == "!"]
        lost = [f"lost    {name}  {what}" for what in (now - before).elements() if what[0] in "-!"]
        yield from (*gained, *lost)


def main(arguments: Sequence[str]) -> int:
    """Print the figures and the changes; return 1 where a figure lies below its floor."""
    score = measure()
    figures = score.figures()
    for kind in (*KINDS, "core", "wide"):
        rates = "  ".join(f"{name} {figures[f'{kind} {name}']:.3f}" for name in _NAMES)
        print(f"{kind:12} {rates}")
    print(
        "  ".join(
            f"{name} {figures[name]:.3f}" for name in ("time", "responder", "status", "distractors clean")
        )
    )
    if _LANDED.exists():
        print(*changes(score.told, json.loads(_LANDED.read_text(encoding="utf-8"))), sep="\n")
    if "--land" in arguments:
        lines = (f"{json.dumps(n)}: {json.dumps(t, ensure_ascii=False)}" for n, t in score.told.items())
        _LANDED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    failing = below_floor(figures)
    print(*(f"below its floor: {name}" for name in failing), sep="\n")
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
