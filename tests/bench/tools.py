"""The tools the benchmark compares, each as one call that reads a text and counts what it found.

A tool that is not installed is left out, with a word on how to get it.
"""

import contextlib
import datetime as dt
import importlib
import logging
import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extract import extract

PIPELINE, JIONLP = "pipeline", "jionlp"
PUBLISHED = dt.date(2024, 7, 7)
_NUMERALS = re.compile(r"[0-9０-９〇零一二两三四五六七八九十百千万亿]+")
_INSTALL = (
    'uv run --with jionlp==1.5.31 --with recognizers-text-suite==1.0.2a2 --with "emoji<2" --with setuptools'
    " python -m tests.bench.speed"
)
_PART, _SMALL_PART = 100_000, 30_000
"""Characters a slow tool is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool that reads at most `limit` characters of a text, None for all, and counts what it found."""

    name: str
    read: Callable[[str], int]
    limit: int | None = None

    def part(self, text: str) -> str:
        """Give as much of a text as the tool is measured on, in whole lines."""
        if self.limit is None or len(text) <= self.limit:
            return text
        return text[: text.rfind("\n", 0, self.limit) + 1]


def installed_tools() -> tuple[list[Tool], list[str]]:
    """Find the tools; what is missing comes as messages."""
    tools = [
        Tool(name=PIPELINE, read=_pipeline),
        Tool(name="... without times", read=_facts_and_directives),
        Tool(name="floor", read=_floor),
    ]
    missing = []
    for load in (_load_jionlp, _load_recognizers):
        try:
            with silence():
                tool = load()
        except (ImportError, AttributeError) as error:  # the latter where it finds too new a package
            missing.append(f"Left out: {error}.")
        else:
            tools.append(tool)
    return tools, [*missing, f"To compare with every tool run\n  {_INSTALL}"] if missing else []


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Keep banners, warnings and printed tracebacks of other tools off the screen."""
    logging.disable()
    with (
        open(os.devnull, "w", encoding="utf-8") as void,  # noqa: PTH123  # a device is no path
        contextlib.redirect_stdout(void),
        contextlib.redirect_stderr(void),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)


def _pipeline(text: str) -> int:
    found = extract(text, published=PUBLISHED)
    # The times are read when they are first asked for; counting them is part of the work.
    return len(found.facts) + len(found.directives) + len(found.times)


def _facts_and_directives(text: str) -> int:
    found = extract(text, published=PUBLISHED)
    return len(found.facts) + len(found.directives)


def _floor(text: str) -> int:
    return sum(1 for _ in _NUMERALS.finditer(text))


def _load_jionlp() -> Tool:
    jionlp: Any = importlib.import_module("jionlp")
    base = dt.datetime.combine(PUBLISHED, dt.time(), dt.UTC).timestamp()

    def find_times(paragraph: str) -> Iterable[object]:
        times: Iterable[object] = jionlp.ner.extract_time(paragraph, time_base=base, with_parsing=True)
        return times

    return Tool(name=JIONLP, read=_by_paragraph(find_times), limit=_PART)


def _load_recognizers() -> Tool:
    dates: Any = importlib.import_module("recognizers_date_time")
    units: Any = importlib.import_module("recognizers_number_with_unit")
    chinese: str = importlib.import_module("recognizers_text").Culture.Chinese

    def find(paragraph: str) -> Iterable[object]:
        return [*dates.recognize_datetime(paragraph, chinese), *units.recognize_dimension(paragraph, chinese)]

    return Tool(name="recognizers-text", read=_by_paragraph(find), limit=_SMALL_PART)


def _by_paragraph(find: Callable[[str], Iterable[object]]) -> Callable[[str], int]:
    def read(text: str) -> int:
        found = 0
        with silence():
            for paragraph in text.splitlines():
                # What a tool cannot read it finds nothing in.
                with contextlib.suppress(Exception):
                    found += sum(1 for _ in find(paragraph))
        return found

    return read
