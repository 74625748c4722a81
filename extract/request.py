"""What a command line asks of flood-extract, checked before anything is read."""

import argparse
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.exports import ENDINGS, FORMATS, format_of
from extract.table import TABLES
from extract.typed_dates import EXAMPLES, read_typed_date

TERMINAL = "table"
"""The format for people, shown on a terminal only."""
_ON_STANDARD_OUTPUT = (TERMINAL, "csv", "hxl", "jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for; exactly one of `store` and `format` is set.

    `explain` is the id of a fact to explain, `rejected` asks for the numbers that became no fact.

    Without a `file` the table goes to standard output. `now` is local (Asia/Shanghai), without a zone.
    """

    paths: tuple[str, ...]
    published: dt.date | None
    table: str
    format: str | None
    file: Path | None
    store: str | None
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
    published = None
    if given.published is not None:
        try:
            published = read_typed_date(given.published, now)
        except ValueError as error:
            parser.error(f"--published: {error}")
    into_store = given.output is not None and "://" in given.output
    if into_store and (given.table or given.format):
        parser.error(f"{given.output}: a store takes whole reports. Leave --table and --format out.")
    return Request(
        paths=tuple(given.paths),
        published=published,
        table=given.table or "timeline",
        format=None if into_store else _format(parser, given.format, given.output),
        file=None if into_store or given.output is None else Path(given.output),
        store=given.output if into_store else None,
        explain=given.explain,
        rejected=given.rejected,
        now=now,
    )


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
        nargs="+",
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
    reason = parser.add_mutually_exclusive_group()
    reason.add_argument(
        "--explain", metavar="FACT_ID", help="tell which rules and words gave this row of the timeline"
    )
    reason.add_argument(
        "--rejected", action="store_true", help="list the numbers that became no fact, each with the reason"
    )
    return parser
