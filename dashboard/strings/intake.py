"""What is said where reports are added, listed, corrected and taken out."""

from typing import Final

INTAKE: Final[dict[str, tuple[str, str]]] = {}
