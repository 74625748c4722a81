"""The command flood-extract: reports in, one of their tables out. Only here the clock is read."""

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from extract import table
from extract.documents import Document, read_documents
from extract.errors import DocumentError, ExtractError
from extract.exports import FORMATS, write_file
from extract.pipeline import Extraction, extract
from extract.terminal import WIDTH, printable, terminal_table
from extract.typed_dates import EXAMPLES, read_typed_date

_TABLES = {
    "timeline": table.timeline,
    "directives": table.directives,
    "times": table.times,
    "reports": table.reports,
}
_TERMINAL = "table"
_ON_STANDARD_OUTPUT = (_TERMINAL, "csv", "jsonl")
_MANY = 20
"""From so many reports on the progress is shown."""

_DONE, _SOME_UNREADABLE, _WRONG_USAGE, _STOPPED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for; exactly one of `store` and `format` is set.

    Without a `file` the table goes to standard output. `now` is local (Asia/Shanghai), without a zone.
    """

    paths: tuple[str, ...]
    published: dt.date | None
    table: str
    format: str | None
    file: Path | None
    store: str | None
    now: dt.datetime


def main(arguments: Sequence[str] | None = None) -> int:
    """Run flood-extract.

    Returns:
        0: all done. 1: some input could not be read; it is named and the rest is done. 2: wrong usage, or
        a target that cannot be written.
    """
    request = _request(arguments, dt.datetime.now(table.ZONE).replace(tzinfo=None))
    unreadable: list[DocumentError] = []
    extractions = _extractions(request, unreadable)
    try:
        if request.store:
            _add(extractions, request.store, request.now.replace(tzinfo=table.ZONE))
        else:
            _write(_TABLES[request.table](extractions), request)
    except ExtractError as error:
        _say(error)
        return _WRONG_USAGE
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return _STOPPED
    return _SOME_UNREADABLE if unreadable else _DONE


def _extractions(request: Request, unreadable: list[DocumentError]) -> Iterator[Extraction]:
    for document in _watched(read_documents(request.paths)):
        outcome = document if isinstance(document, DocumentError) else _extract(document, request)
        if isinstance(outcome, DocumentError):
            unreadable.append(outcome)
            _say(outcome)
        else:
            _remark(outcome)
            yield outcome


def _extract(document: Document, request: Request) -> Extraction | DocumentError:
    published = request.published
    if published is None and document.published:
        try:
            published = read_typed_date(document.published, request.now)
        except ValueError:
            problem = f'its "published" is no whole date: "{document.published}"'
            return DocumentError(document.source_name, problem, f"Write it as {EXAMPLES}.")
    return extract(
        document.text,
        published,
        source_name=document.source_name,
        report_id=document.report_id,
        title=document.title,
        publisher=document.publisher,
        today=request.now.date(),
    )


def _remark(extraction: Extraction) -> None:
    report = extraction.report
    if not extraction.facts and not extraction.directives:
        articles = "1 article" if extraction.articles == 1 else f"{extraction.articles} articles"
        advice = "Check that its text is whole, in Chinese, and tells of a flood"
        _say(f"{report.source_name}: read, but no flood report found in it ({articles}). {advice}.")
    elif report.published_basis == "assumed":
        advice = "Give the day with --published"
        _say(f"{report.source_name}: nothing in it tells the year; {report.published} is assumed. {advice}.")


def _watched(documents: Iterable[Document | DocumentError]) -> Iterator[Document | DocumentError]:
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.completed} reports read"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None, visible=False)
        for number, document in enumerate(documents):
            progress.update(task, completed=number, visible=number >= _MANY)
            yield document


def _add(extractions: Iterable[Extraction], url: str, now: dt.datetime) -> None:
    # The database layer takes half a second to load, and only this needs it.
    from extract.store import Store  # noqa: PLC0415

    added = known = 0
    with Store(url) as store:
        for extraction in extractions:
            if store.add(extraction, now):
                added += 1
            else:
                known += 1
    _say(f"Reports added to the store: {added}; already there: {known}.")


def _write(frame: pd.DataFrame, request: Request) -> None:
    if request.format == _TERMINAL:
        if isinstance(
            sys.stdout, io.TextIOWrapper
        ):  # where the terminal knows no Chinese, at least the figures
            sys.stdout.reconfigure(errors="replace")
        console = Console()
        console.width = min(console.width, WIDTH) if console.is_terminal else WIDTH
        console.print(terminal_table(request.table, frame))
        return
    content = FORMATS[request.format or ""](frame)
    if request.file:
        write_file(content, request.file)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()


def _say(message: object) -> None:
    print(printable(str(message)), file=sys.stderr)


def _request(arguments: Sequence[str] | None, now: dt.datetime) -> Request:
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
        now=now,
    )


def _format(parser: argparse.ArgumentParser, asked: str | None, output: str | None) -> str:
    if output is None:
        if asked not in (None, *_ON_STANDARD_OUTPUT):
            parser.error(f"--format {asked}: cannot be shown here. Name a file: -o facts.{asked}.")
        return asked or _TERMINAL
    if not Path(output).parent.is_dir():
        parser.error(f"-o {output}: its folder does not exist. Create it first.")
    if asked == _TERMINAL:
        parser.error(f"--format {_TERMINAL}: is for the terminal. Leave -o out, or choose another format.")
    ending = Path(output).suffix.lower().removeprefix(".")
    if asked is None and ending not in FORMATS:
        endings = ", ".join(f".{name}" for name in FORMATS)
        parser.error(f"-o {output}: no format has this ending. Use one of {endings}, or give --format.")
    return asked or ending


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
        help="a text file, a .jsonl(.gz) file with one report a line, a folder of them,"
        " or - for standard input",
    )
    parser.add_argument("--published", metavar="DATE", help=f"when it was published, such as {EXAMPLES}")
    parser.add_argument("--table", choices=_TABLES, help="which table (default: timeline)")
    parser.add_argument(
        "--format",
        choices=(_TERMINAL, *FORMATS),
        help="how to write it (default: by the ending of TARGET, else a table for the terminal)",
    )
    parser.add_argument(
        "-o",
        dest="output",
        metavar="TARGET",
        help="a file, or the URL of a store to add the reports to, such as sqlite:///flood.db",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
