"""A table of figures as text: one row a line, so that no cell runs into the next."""

from collections.abc import Sequence

LONGEST_CELL = 60
"""The characters of a cell, at most, in a table of figures; longer ones hold text that is laid out."""
_ENDS = tuple("。！？；")


def row_line(cells: Sequence[str]) -> str:
    """Join the cells of a row, empty ones left out; without a comma 32.6 and 35.1 would be one number."""
    words = "，".join(cell.rstrip("，") for cell in cells if cell)
    return words if words.endswith(_ENDS) else f"{words}。"
