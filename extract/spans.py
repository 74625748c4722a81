"""A place in a text. Half-open, always: `start` is the first character, `end` the one after the last."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """The characters `[start, end)` of a text, counted from 0; `start` never lies after `end`.

    Nothing checks that here, for dozens are made of each sentence; the quotes of all facts are checked
    against the text they are cut from (`test_pipeline.py`).
    """

    start: int
    end: int

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """Move the span by so many characters."""
        return Span(self.start + by, self.end + by)
