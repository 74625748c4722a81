"""Compare the facts read in a passage with the facts labelled in it.

A fact is right when its kind, the place of its words and its range of values agree. Time, responder and
status are judged on the right ones. A labelled moment is met within an hour, a labelled day by anything
within it.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.facts import Fact

CORE = ("personnel", "distance", "water_level")
KINDS = (*CORE, "people", "equipment", "flow", "rainfall", "area", "volume", "duration")

_HOUR, _DAY = dt.timedelta(hours=1), dt.timedelta(days=1)

Label = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """What was found in some passages, counted.

    `right`, `labelled` and `found` count facts by kind, `sub` what was judged on the right ones. `told`
    holds, by passage, what was right (+), missed (-) and false (!), in words, for people and for comparing.
    """

    right: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    sub: Counter[str] = field(default_factory=Counter)
    told: dict[str, list[str]] = field(default_factory=dict)

    def add(self, passage: Label, facts: Iterable[Fact]) -> None:
        """Judge the facts read in one passage."""
        name, free = passage["id"], [fact for fact in facts if fact.kind in KINDS]
        told = self.told.setdefault(name, [])
        self.found.update(fact.kind for fact in free)
        if not passage["relevant"]:
            self.sub["distractors"] += 1
            self.sub["clean"] += not free
        for label in passage["facts"]:
            self.labelled[label["kind"]] += 1
            hit = next((fact for fact in free if is_hit(label, fact)), None)
            told.append(f"{'+' if hit else '-'} {label['kind']} {label['quote']}")
            if hit:
                free.remove(hit)
                self.right[label["kind"]] += 1
                self._judge(label, hit)
        told += [f"! {fact.kind} {fact.quote}" for fact in free]

    def _judge(self, label: Label, fact: Fact) -> None:
        self.sub["right"] += 1
        self.sub["status"] += label["status"] == fact.status
        if label["start"] or label["end"]:
            self.sub["timed"] += 1
            self.sub["time right"] += is_same_time(label, fact)
        if label["responder"]:
            self.sub["acted"] += 1
            self.sub["responder right"] += is_same_responder(label, fact)

    def figures(self) -> dict[str, float]:
        """Give every figure under its name, each from 0 to 1."""
        figures = {f"{kind} {name}": value for kind in KINDS for name, value in self._rates((kind,)).items()}
        figures |= {f"core {name}": value for name, value in self._rates(CORE).items()}
        figures |= {f"wide {name}": value for name, value in self._rates(KINDS).items()}
        for name, part, whole in (
            ("time", "time right", "timed"),
            ("responder", "responder right", "acted"),
            ("status", "status", "right"),
            ("distractors clean", "clean", "distractors"),
        ):
            figures[name] = self.sub[part] / max(1, self.sub[whole])
        return figures

    def _rates(self, kinds: Sequence[str]) -> dict[str, float]:
        right, labelled, found = (
            sum(count[kind] for kind in kinds) for count in (self.right, self.labelled, self.found)
        )
        precision, recall = right / max(1, found), right / max(1, labelled)
        return {
            "precision": precision,
            "recall": recall,
            "F1": 2 * precision * recall / max(precision + recall, 1e-9),
        }


def is_hit(label: Label, fact: Fact) -> bool:
    """Say whether a fact is the labelled one: same kind, one's words within the other's, same values."""
    said, labelled = _squeeze(fact.quote), _squeeze(label["quote"])
    return (
        label["kind"] == fact.kind
        and (said in labelled or labelled in said)
        and _is_near(label["value_min"], fact.value_min)
        and _is_near(label["value_max"], fact.value_max)
    )


def is_same_time(label: Label, fact: Fact) -> bool:
    """Say whether a fact holds when the label says."""
    start, end = _moment(label["start"]), _moment(label["end"])
    if start is None or fact.start is None:
        return start == fact.start and _whole(end) == _whole(fact.end)
    if end is None:
        return start == fact.start and (fact.end is None or fact.end - fact.start <= _DAY)
    return abs(start - fact.start) <= _HOUR and (fact.end is None or abs(fact.end - end) <= _DAY)


def is_same_responder(label: Label, fact: Fact) -> bool:
    """Say whether the responder's name, canonical or as written, holds the labelled one or lies in it."""
    labelled = _squeeze(label["responder"])
    names = [_squeeze(name) for name in (fact.responder, fact.responder_text) if name]
    return any(name in labelled or labelled in name for name in names)


def _is_near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=2e-3, abs_tol=1e-6)


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _moment(text: str | None) -> dt.datetime | None:
    """Read a label's time, local as the facts'; 24:00 is the next day's midnight."""
    if text is None:
        return None
    padded = text + {4: "-01-01", 7: "-01"}.get(len(text), "")
    day = dt.datetime.fromisoformat(padded.replace("T24:00", "T00:00"))
    return day + _DAY if padded.endswith("T24:00") else day


def _whole(moment: dt.datetime | None) -> dt.datetime | None:
    return moment and moment.replace(second=0, microsecond=0)
