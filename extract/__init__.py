"""Reads Chinese flood reports into facts and directives: `extract(text, published=None) -> Extraction`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.pipeline import extract as extract

__all__ = ["extract"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # what a module holds
    """Load the extractors when they are first asked for, so that a call for help is answered at once."""
    if name == "extract":
        from extract.pipeline import extract  # noqa: PLC0415

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
