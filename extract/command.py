"""Do what flood-extract was asked: reports in, one of their tables out."""

import datetime as dt
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.documents import Document, read_documents
from extract.errors import DocumentError, ExtractError
from extract.explain import explain, rejections
from extract.exports import FORMATS, rows_to_jsonl, write_file
from extract.intake import read_report
from extract.pipeline import Extraction, Report
from extract.request import TERMINAL, Request
from extract.table import TABLES, ZONE
from extract.terminal import WIDTH, printable, terminal_table

if TYPE_CHECKING:
    import pandas as pd

_MANY = 20
"""From so many reports on the progress is shown."""

_DONE, _SOME_UNREADABLE, _WRONG_USAGE, _STOPPED = 0, 1, 2, 130


def run(request: Request) -> int:
    """Do what is asked.

    Returns:
        0: all done. 1: some input could not be read; it is named and the rest is done. 2: an id no fact has,
        or a target that cannot be written.
    """
    unreadable: list[DocumentError] = []
    extractions = _extractions(request, unreadable)
    try:
        if not request.paths:
            _keep(request)
        elif request.explain or request.rejected:
            return _reason(request, unreadable)
        elif request.store:
            _add(extractions, request.store, request.now.replace(tzinfo=ZONE))
        else:
            _write(extractions, request)
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
        outcome = _read(document, request)
        if isinstance(outcome, DocumentError):
            unreadable.append(outcome)
            _say(outcome)
        else:
            _remark(outcome)
            yield outcome


def _read(document: Document | DocumentError, request: Request) -> Extraction | DocumentError:
    if isinstance(document, DocumentError):
        return document
    return read_report(document, request.published, request.now)


def _reason(request: Request, unreadable: list[DocumentError]) -> int:
    """Print what explains one fact, or every number that became none."""
    told = False
    for document in read_documents(request.paths):
        outcome = _read(document, request)
        if isinstance(outcome, DocumentError):
            unreadable.append(outcome)
            _say(outcome)
            continue
        for line in _reasons(outcome.report, request):
            told = True
            print(printable(line))
    if request.explain and not told:
        _say(f"{request.explain}: no fact has this id. Take it from the column fact_id of the same reports.")
        return _WRONG_USAGE
    return _SOME_UNREADABLE if unreadable else _DONE


def _reasons(report: Report, request: Request) -> Iterator[str]:
    if request.explain:
        for told, words in explain(
            report.text, request.explain, report.published, report_id=report.report_id
        ):
            yield f"{told:10} {words}"
        return
    for rejection in rejections(report.text, report.published):
        yield f"{report.source_name}  {rejection.quote}  {rejection.why}  {rejection.sentence}"


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
    if not sys.stderr.isatty():
        yield from documents
        return
    # A quarter of a second to load, and nobody else looks at it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = SpinnerColumn(), TextColumn("{task.completed} reports read"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, visible=False)
        for number, document in enumerate(documents):
            progress.update(task, completed=number, visible=number >= _MANY)
            yield document


def _add(extractions: Iterable[Extraction], url: str, now: dt.datetime) -> None:
    # The database layer takes half a second to load, and only this needs it.
    from extract.archive import take_in  # noqa: PLC0415
    from extract.store import Store  # noqa: PLC0415

    with Store(url) as store:
        done = Counter(take_in(store, extraction, now) for extraction in extractions)
    told = [f"Reports added to the store: {done['added'] + done['replaced']}; already there: {done['known']}"]
    if done["removed"]:
        told.append(f"there, but removed by someone, and left so: {done['removed']}")
    _say(f"{'; '.join(told)}.")


def _keep(request: Request) -> None:
    """Do something with a store: read it again, remove or restore a report, or write one of its tables."""
    from extract import stored  # noqa: PLC0415  # as in _add
    from extract.database import default_url  # noqa: PLC0415
    from extract.store import Store  # noqa: PLC0415

    now = request.now.replace(tzinfo=ZONE)
    with Store(request.store or default_url(), must_exist=True) as store:
        if request.reread:
            for line in stored.reread_all(store, now):
                print(printable(line))
        elif request.remove or request.restore:
            _say(stored.set_removed(store, request.remove, request.restore, now))
        else:
            _give(stored.read_table(store, request.table, request.incident), request)


def _give(frame: "pd.DataFrame", request: Request) -> None:
    if request.format == TERMINAL:
        rows = frame.astype("object").where(frame.notna(), None).to_dict("records")
        _show(request.table, [{str(name): value for name, value in row.items()} for row in rows])
    else:
        _put(FORMATS[request.format or ""](frame), request.file)


def _write(extractions: Iterable[Extraction], request: Request) -> None:
    table, rows_of = TABLES[request.table]
    rows = (row for extraction in extractions for row in rows_of(extraction))
    if request.format == TERMINAL:
        _show(request.table, list(table.zoned(rows)))
        return
    if request.format == "jsonl":
        content = rows_to_jsonl(table.zoned(rows))
    else:
        content = FORMATS[request.format or ""](table.frame(rows))
    _put(content, request.file)


def _put(content: bytes, file: Path | None) -> None:
    if file:
        write_file(content, file)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()


def _show(name: str, rows: list[dict[str, Any]]) -> None:
    from rich.console import Console  # noqa: PLC0415  # as in _watched

    if isinstance(sys.stdout, io.TextIOWrapper):  # where the terminal knows no Chinese, at least the figures
        sys.stdout.reconfigure(errors="replace")
    console = Console()
    console.width = min(console.width, WIDTH) if console.is_terminal else WIDTH
    console.print(terminal_table(name, rows))


def _say(message: object) -> None:
    print(printable(str(message)), file=sys.stderr)
