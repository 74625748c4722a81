"""What a command line asks of flood-extract, checked before anything is read."""

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.exports import ENDINGS, FORMATS, format_of
from extract.table import TABLES
from extract.typed_dates import EXAMPLES, read_typed_date

TERMINAL = "table"
"""The format for people, shown on a terminal only."""
_CHANGES = ("reread", "remove", "restore")
_ON_STANDARD_OUTPUT = (TERMINAL, "csv", "hxl", "jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for.

    With `paths`, reports are read: into `store`, or into a table of a `format`. Without, something is done
    with the `store` (None: the user's own): reports are `reread`, one of them removed or restored, by its
    id, or a table is written, of an `incident` or of all.

    `explain` is the id of a fact to explain, `rejected` asks for the numbers that became no fact.

    Without a `file` the table goes to standard output. `now` is local (Asia/Shanghai), without a zone.
    """

    paths: tuple[str, ...]
    published: dt.date | None
    table: str
    format: str | None
    file: Path | None
    store: str | None
    reread: bool
    remove: str | None
    restore: str | None
    incident: str | None
    explain: str | None
    rejected: bool
    now: dt.datetime


def read_request(arguments: Sequence[str] | None, now: dt.datetime) -> Request:
    """Read the command line; a wrong one ends the program with a message and status 2.

    Args:
        arguments: The words behind the program's name; None takes the process's own.
        now: Local (Asia/Shanghai), without a zone.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    problem = _conflict(given)
    if problem:
        parser.error(problem)
    into_store = _is_store(given.output)
    has_table = not into_store and not _first(given, *_CHANGES)
    return Request(
        paths=tuple(given.paths),
        published=_published(parser, given.published, now),
        table=given.table or "timeline",
        format=_format(parser, given.format, given.output) if has_table else None,
        file=None if into_store or given.output is None else Path(given.output),
        store=given.output if into_store else given.store,
        reread=given.reread,
        remove=given.remove,
        restore=given.restore,
        incident=given.incident,
        explain=given.explain,
        rejected=given.rejected,
        now=now,
    )


def _is_store(target: str | None) -> bool:
    return target is not None and "://" in target


def _conflict(given: argparse.Namespace) -> str | None:
    """Say what of a command does not go together, and what to write instead."""
    problems = _amiss_in_reading(given) if given.paths else _amiss_in_store(given)
    return next((problem for is_so, problem in problems if is_so), None)


def _amiss_in_reading(given: argparse.Namespace) -> Iterator[tuple[object, str]]:
    change = _first(given, *_CHANGES)
    yield change, f"{change}: works on what a store holds. Leave PATH out."
    yield given.store, f"--store {given.store}: is read here. To add reports to it: -o {given.store}"
    yield given.incident, "--incident: narrows the table of a store. Leave PATH out and give --store."
    reason = _first(given, "explain", "rejected")
    beside = _first(given, "table", "format") or (given.output and f"-o {given.output}")
    yield reason and beside, f"{beside}: says nothing beside {reason}. Leave it out."
    shaped = _first(given, "table", "format") and _is_store(given.output)
    yield shaped, f"{given.output}: a store takes whole reports. Leave --table and --format out."


def _amiss_in_store(given: argparse.Namespace) -> Iterator[tuple[object, str]]:
    change, read = _first(given, *_CHANGES), _first(given, "published", "explain", "rejected")
    beside = read or _first(given, "table", "format", "incident") or (given.output and f"-o {given.output}")
    yield change and beside, f"{beside}: says nothing beside {change}. Leave it out."
    needed = "the following arguments are required: PATH, or --store URL for a table of what is stored"
    yield not change and not given.store and not given.incident, needed
    yield read, f"{read}: is for reports that are read. Give their PATH."
    yield given.table == "times", "--table times: is not stored. Give the PATH of the reports."
    target = given.output
    yield (
        _is_store(target),
        f"-o {target}: a table goes into a file. To add reports to a store give their PATH.",
    )


def _first(given: argparse.Namespace, *names: str) -> str | None:
    """Name the first option of some that was given."""
    return next((f"--{name}" for name in names if getattr(given, name)), None)


def _published(parser: argparse.ArgumentParser, typed: str | None, now: dt.datetime) -> dt.date | None:
    try:
        return None if typed is None else read_typed_date(typed, now)
    except ValueError as error:
        parser.error(f"--published: {error}")


def _format(parser: argparse.ArgumentParser, asked: str | None, output: str | None) -> str:
    if output is None:
        if asked not in (None, *_ON_STANDARD_OUTPUT):
            parser.error(f"--format {asked}: cannot be shown here. Name a file: -o facts.{asked}.")
        return asked or TERMINAL
    if not Path(output).parent.is_dir():
        parser.error(f"-o {output}: its folder does not exist. Create it first.")
    if asked == TERMINAL:
        parser.error(f"--format {TERMINAL}: is for the terminal. Leave -o out, or choose another format.")
    told = asked or format_of(output)
    if told is None:
        endings = ", ".join(ENDINGS.values())
        parser.error(f"-o {output}: no format has this ending. Use one of {endings}, or give --format.")
    return told


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="flood-extract",
        description="Read Chinese flood reports into a table: every figure with its time, its responder and"
        " its source words.",
        epilog="Exit status: 0 done; 1 some input could not be read (named, the rest done); 2 wrong usage.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a text, a saved web page, a PDF, a .docx or a .jsonl file with one report a line, packed by"
        " gzip or not, a folder of them, or - for standard input",
    )
    parser.add_argument("--published", metavar="DATE", help=f"when it was published, such as {EXAMPLES}")
    parser.add_argument("--table", choices=TABLES, help="which table (default: timeline)")
    parser.add_argument(
        "--format",
        choices=(TERMINAL, *FORMATS),
        help="how to write it (default: by the ending of TARGET, else a table for the terminal)",
    )
    parser.add_argument(
        "-o",
        dest="output",
        metavar="TARGET",
        help="a file, or the URL of a store to add the reports to, such as sqlite:///flood.db",
    )
    _add_store(parser)
    reason = parser.add_mutually_exclusive_group()
    reason.add_argument(
        "--explain", metavar="FACT_ID", help="tell which rules and words gave this row of the timeline"
    )
    reason.add_argument(
        "--rejected", action="store_true", help="list the numbers that became no fact, each with the reason"
    )
    return parser


def _add_store(parser: argparse.ArgumentParser) -> None:
    store = parser.add_argument_group(
        "a store", "Without PATH, --table writes what a store holds, as people corrected it."
    )
    store.add_argument(
        "--store",
        metavar="URL",
        help="which one; the options below need no URL for your own store, or the one FLOOD_STORE names",
    )
    store.add_argument("--incident", metavar="NAME", help="only what is told of one incident")
    change = store.add_mutually_exclusive_group()
    change.add_argument(
        "--reread", action="store_true", help="read again what older rules read; list what changed"
    )
    change.add_argument("--remove", metavar="REPORT_ID", help="take a report out of the tables")
    change.add_argument("--restore", metavar="REPORT_ID", help="bring a removed report back")
