"""Measures how fast the pipeline reads, beside other tools on the same text: `python -m tests.bench.speed`.

It prints figures and ratios and judges nothing.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.texts import (
    columns,
    flood_reports,
    labelled_passages,
    one_line,
    one_sentence,
    ordinary_news,
)
from tests.bench.tools import JIONLP, Tool, installed_tools

TOP = Path(__file__).parent.parent.parent
MEGABYTE = 1_000_000
MILLION = 1_000_000
ROUNDS, STARTS = 3, 5
TOO_LONG = 120.0
"""CPU seconds a text may take to be read at all, and, to be read again, a tenth of it."""


def main() -> None:
    """Print characters per CPU-second, how time grows with a text, and what a command costs."""
    dense, news = flood_reports(MEGABYTE), ordinary_news(5 * MEGABYTE)
    tools, missing = installed_tools()
    for message in missing:
        say(message)
    compare("dense flood reports", dense, tools, "at least 3")
    compare("labelled passages, numbers drawn anew", labelled_passages(MEGABYTE), tools, "at least 3")
    compare("ordinary news", news, tools, "at least 15")
    growth(tools[0].read, news)
    commands()


def compare(title: str, text: str, tools: list[Tool], target: str) -> None:
    """Let every tool read the same text, in turns, and print the medians."""
    say(f"\n{title}: {len(text):,} characters, {len(text.encode()):,} bytes")
    say(f"{'':18}{'characters':>12}{'CPU s':>10}{'chars/CPU-s':>14}{'x jionlp':>10}{'found':>10}")
    found = {tool.name: tool.read(tool.part(text)[: MILLION // 50]) for tool in tools}  # loads rules
    taken: dict[str, list[float]] = {tool.name: [] for tool in tools}
    for _ in range(ROUNDS):
        for tool in tools:
            begin = time.process_time()
            found[tool.name] = tool.read(tool.part(text))
            taken[tool.name].append(time.process_time() - begin)
    speeds = {tool.name: len(tool.part(text)) / statistics.median(taken[tool.name]) for tool in tools}
    for tool in tools:
        size, speed = len(tool.part(text)), speeds[tool.name]
        ratio = f"{speed / speeds[JIONLP]:.2f}" if JIONLP in speeds else "-"
        row = f"{tool.name:18}{size:12,}{size / speed:10.3f}{speed:14,.0f}{ratio:>10}{found[tool.name]:10,}"
        say(row if size == len(text) else f"{row}  on the first {size:,} characters")
    say(f"target: pipeline {target} x jionlp")


def growth(read: Callable[[str], int], news: str) -> None:
    """Print how many times as long texts take that are ten times as long."""
    flood = flood_reports(10 * MEGABYTE)
    say("\nTen times the text, times the CPU seconds (mean of the ten tenths); target: 9 to 11")
    texts = {
        "dense flood reports": flood,
        "ordinary news": news,
        "flood, columns of 20": columns(flood[:MILLION]),
        "flood, one line": one_line(flood)[:MILLION],
        "news, one line": one_line(news)[:MILLION],
        "flood, one sentence": one_sentence(flood)[:MILLION],
        "news, one sentence": one_sentence(news)[:MILLION],
        "digits": "1234567890" * (MILLION // 10),
        "numerals": "一二三四五六七八九十" * (MILLION // 10),
        "one character": "水" * MILLION,
    }
    for title, text in texts.items():
        say(f"{title:22}{grow(read, text)}")


def grow(read: Callable[[str], int], text: str) -> str:
    """Compare a text with its ten tenths, read one by one; what would take far too long is not read whole.

    All ten, for where flood reports are few a single tenth holds more or fewer of them than the rest.
    """
    size = len(text) // 10
    tenths = [text[start : start + size] for start in range(0, 10 * size, size)]
    before, first = cpu(read, tenths[0][: size // 10]), cpu(read, tenths[0])
    expected = first * max(10.0, first / before)
    if expected > TOO_LONG:
        line = f"{size:10,} in {first:7.3f} s, {first / before:.1f} x a tenth of it; ten times as much is"
        return f"{line} not read: about {expected:,.0f} s"
    short, long = statistics.mean(cpu(read, tenth, rounds=1) for tenth in tenths), cpu(read, text)
    return f"{size:10,} in {short:7.3f} s  {len(text):10,} in {long:7.3f} s  {long / short:6.2f} x"


def cpu(read: Callable[[str], int], text: str, rounds: int = ROUNDS) -> float:
    """Measure the CPU seconds of reading a text: the median, or one time where that takes long."""
    taken: list[float] = []
    while len(taken) < rounds and sum(taken) < TOO_LONG / 10:
        begin = time.process_time()
        read(text)
        taken.append(time.process_time() - begin)
    return statistics.median(taken)


def commands() -> None:
    """Print the CPU time of whole commands, the start of Python among it.

    Where Python may not keep the bytecode of what it imports (PYTHONDONTWRITEBYTECODE), compiling costs more
    than all else; so both are told: as the environment is, and with bytecode kept, as a user has it.
    """
    command = shutil.which("flood-extract", path=sysconfig.get_path("scripts")) or shutil.which(
        "flood-extract"
    )
    extract = (command,) if command else (sys.executable, "-m", "extract")
    pages = sorted(str(path.relative_to(TOP)) for path in (TOP / "extract" / "reports").glob("*.txt"))
    say(f"\nCPU time of a command, best of {STARTS}{'bytecode kept':>20}{'as is':>12}")
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        for title, arguments, target in (
            ("python -c pass", (sys.executable, "-c", "pass"), ""),
            ("flood-extract --help", (*extract, "--help"), "target: under 150 ms"),
            ("flood-extract the page", (*extract, *pages), "target: under 600 ms"),
            ("... as JSON lines", (*extract, *pages, "--format", "jsonl"), ""),
        ):
            times = [
                1000 * min(command_cpu(arguments, environment) for _ in range(STARTS))
                for environment in (kept, dict(os.environ))
            ]
            say(f"{title:34}{times[0]:14.0f} ms{times[1]:9.0f} ms  {target}")


def command_cpu(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    """Run a command and give the CPU seconds of it and all it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, cwd=TOP, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def say(line: str) -> None:
    """Write a line at once, since the next takes a while."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
