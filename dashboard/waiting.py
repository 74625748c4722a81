"""What waits in a viewer's session for their word: reports that were read and not yet saved."""

from collections import Counter
from dataclasses import dataclass, field

import streamlit as st

from dashboard.candidates import Candidate
from extract.errors import DocumentError

_KEY = "waiting"


@dataclass(slots=True, kw_only=True)
class Waiting:
    """What a viewer is adding.

    Attributes:
        candidates: The reports, in the order they came.
        problems: What could not be read.
        twice: How many came that wait already.
        read: How many documents of each uploaded file were read, by the file's id.
        upload: Which upload this is; another number empties the uploader.
        outcomes: What the last saving did, counted by outcome.
        incidents: The incidents it added to.
        told: What went wrong with what was typed, to be said once.
    """

    candidates: list[Candidate] = field(default_factory=list)
    problems: list[DocumentError] = field(default_factory=list)
    twice: int = 0
    read: dict[str, int] = field(default_factory=dict)
    upload: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    incidents: list[str] = field(default_factory=list)
    told: str = ""

    def take(self, came: Candidate | DocumentError) -> None:
        """Take in what was read; what waits already is only counted."""
        if isinstance(came, DocumentError):
            self.problems.append(came)
        elif any(_is_same(came, waiting) for waiting in self.candidates):
            self.twice += 1
        else:
            self.candidates.append(came)

    def swap(self, old: Candidate, new: Candidate | None) -> None:
        """Put a new reading of a report in its place, or with None take it out; one that went stays away."""
        for place, one in enumerate(self.candidates):
            if one is old:
                self.candidates[place : place + 1] = [new] if new else []
                break
        if not self.candidates:
            self.twice = 0

    def end_upload(self) -> None:
        """Empty the uploader."""
        self.read.clear()
        self.upload += 1

    def discard(self) -> None:
        """Forget all that waits, and what was said of it."""
        self.candidates.clear()
        self.problems.clear()
        self.twice = 0
        self.told = ""

    def forget_saved(self) -> None:
        """Forget what the last saving did."""
        self.outcomes.clear()
        self.incidents.clear()


def waiting() -> Waiting:
    """Give what waits in this session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Waiting()
    kept: Waiting = st.session_state[_KEY]
    return kept


def _is_same(one: Candidate, two: Candidate) -> bool:
    first, second = one.extraction.report, two.extraction.report
    return (first.report_id, first.sha256) == (second.report_id, second.sha256)
