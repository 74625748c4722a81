"""What can go wrong, each with what, where and what to do next. No match is never an error."""

from pathlib import Path


class ExtractError(Exception):
    """The root of every error this package raises on purpose."""


class DocumentError(ExtractError):
    """An input that cannot be read as a report.

    Attributes:
        source: The name of the input, as the user gave it.
        problem: What is wrong with it, without a full stop.
        remedy: What the user can do, a sentence.
    """

    def __init__(self, source: str | Path, problem: str, remedy: str) -> None:
        """Keep the parts; the message is made of them."""
        super().__init__(source, problem, remedy)
        self.source = str(source)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """Say it in one line: `SOURCE: problem. Remedy.`."""
        return f"{self.source}: {self.problem}. {self.remedy}"


class RuleError(ExtractError):
    """A rule file that contradicts itself: the message names file, rule and remedy."""


class StoreError(ExtractError):
    """A store that cannot be opened, read or written: the message names its URL and the remedy."""
