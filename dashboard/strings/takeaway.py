"""What is said where tables and the situation report are taken away."""

from typing import Final

TAKEAWAY: Final[dict[str, tuple[str, str]]] = {}
