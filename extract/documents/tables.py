"""A table of figures as text: one row a line, so that no cell runs into the next."""

from collections.abc import Sequence

_ENDS = "。！？；"


def row_line(cells: Sequence[str]) -> str:
    """Join the cells of a row, empty ones left out; without a comma 32.6 and 35.1 would be one number."""
    words = "，".join(cell.rstrip("，") for cell in cells if cell)
    return words if words.endswith(tuple(_ENDS)) else f"{words}。"
