"""The command does what it is asked, names what it cannot read, and goes on with the rest."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from extract import intake
from extract.__main__ import main
from extract.pipeline import Extraction
from extract.store import Store

Run = Callable[..., tuple[int, str, str]]

REPORT = "河西县消防救援大队80余人赶到柳林闸。"


@pytest.fixture
def run(
    extraction: Extraction,
    renamed: Callable[[Extraction, str], Extraction],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Run:
    """Give a function that runs the command in a folder of its own; the reading is a stand-in.

    A text with 消防 in it gives the extraction made by hand, any other none.
    """

    def read(text: str, published: object, *, source_name: str, **known: object) -> Extraction:
        made = renamed(extraction, str(known["report_id"] or source_name))
        basis = {} if published is None else {"published": published, "published_basis": "given"}
        report = replace(made.report, source_name=source_name, text=text, **basis)
        made = replace(made, report=report)
        return made if "消防" in text else replace(made, facts=(), directives=())

    def run_in_folder(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(str(ended.code))
        out, err = capfdbinary.readouterr()
        return status, out.decode("utf-8-sig"), err.decode()

    monkeypatch.setattr(intake, "extract", read)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(REPORT, encoding="utf-8")
    return run_in_folder


def rows(jsonl: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in jsonl.splitlines()]


def test_shows_a_table_of_at_most_100_columns(run: Run) -> None:
    status, out, err = run("a.txt")
    assert (status, err) == (0, "")
    assert "≥ 80 人" in out
    assert "undated" in out
    assert max(map(cell_len, out.splitlines())) <= 100


@pytest.mark.parametrize("table", ["timeline", "directives", "times", "reports"])
def test_writes_every_table_as_json_lines(run: Run, table: str) -> None:
    status, out, _ = run("a.txt", "--table", table, "--format", "jsonl")
    assert status == 0
    assert len(rows(out)) == {"timeline": 2}.get(table, 1)


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx", "hxl.csv"])
def test_the_ending_of_the_target_says_the_format(run: Run, ending: str) -> None:
    readers: dict[str, Callable[[str], pd.DataFrame]] = {
        "csv": pd.read_csv,
        "jsonl": lambda path: pd.read_json(path, lines=True),
        "parquet": pd.read_parquet,
        "xlsx": pd.read_excel,
        "hxl.csv": lambda path: pd.read_csv(path, skiprows=[1]),
    }
    assert run("a.txt", "-o", f"facts.{ending}") == (0, "", "")
    assert readers[ending](f"facts.{ending}")["quote"].tolist() == ["80余人", "下降0.3米"]


def test_a_given_format_wins_over_the_ending(run: Run) -> None:
    assert run("a.txt", "--format", "csv", "-o", "facts.txt")[0] == 0
    assert Path("facts.txt").read_text(encoding="utf-8-sig").startswith("fact_id,report_id")


def test_names_what_it_cannot_read_and_does_the_rest(run: Run) -> None:
    Path("empty.txt").touch()
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    Path("lines.jsonl").write_text(f'{{"id": "x", "text": "{REPORT}"}}\n{{"text": \n', encoding="utf-8")
    status, out, err = run(
        "missing.txt", "empty.txt", "picture.txt", "lines.jsonl", "a.txt", "--format", "jsonl"
    )
    assert status == 1
    assert [row["fact_id"] for row in rows(out)] == ["x-f1", "x-f2", "a.txt-f1", "a.txt-f2"]
    named = [
        "missing.txt: no such",
        "empty.txt: is empty",
        "picture.txt: is a picture",
        "lines.jsonl, line 2:",
    ]
    assert len(err.splitlines()) == len(named)
    assert all(line.startswith(name) for line, name in zip(err.splitlines(), named, strict=True))


def test_a_page_without_a_flood_report_is_said_and_no_error(run: Run) -> None:
    Path("sports.txt").write_text("主队3比1获胜。", encoding="utf-8")
    status, out, err = run("sports.txt", "--format", "jsonl")
    assert (status, out) == (0, "")
    assert err.startswith("sports.txt: read, but no flood report found in it (1 article).")


def test_an_assumed_year_is_said(run: Run, extraction: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    assumed = replace(extraction, report=replace(extraction.report, published_basis="assumed"))
    monkeypatch.setattr(intake, "extract", lambda *_, **__: assumed)
    status, _, err = run("a.txt")
    assert status == 0
    assert "2025-08-03 is assumed. Give the day with --published." in err


@pytest.mark.parametrize(
    ("given", "expected"),
    [("2024年7月7日", "2024-07-07"), ("7 July 2024", "2024-07-07"), ("2024-07-06T23:00Z", "2024-07-07")],
)
def test_reads_the_date_of_publication_as_people_type_it(run: Run, given: str, expected: str) -> None:
    _, out, _ = run("a.txt", "--published", given, "--table", "reports", "--format", "jsonl")
    assert rows(out)[0]["published"] == expected
    assert rows(out)[0]["published_basis"] == "given"


def test_the_date_in_a_json_line_holds_unless_one_is_given(run: Run) -> None:
    lines = [
        {"id": number, "text": REPORT, "published": day} for number, day in enumerate(("2024-07-06", "5日"))
    ]
    with gzip.open("lines.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(line)}\n" for line in lines)
    status, out, err = run("lines.jsonl.gz", "--table", "reports", "--format", "jsonl")
    assert status == 1
    assert [row["published"] for row in rows(out)] == ["2024-07-06"]
    assert err.startswith('lines.jsonl.gz, line 2: its "published" is no whole date: "5日". Write it as')
    given = run("lines.jsonl.gz", "--published", "2023-08-01", "--table", "reports", "--format", "jsonl")
    assert [row["published"] for row in rows(given[1])] == ["2023-08-01"] * 2


def test_adds_reports_to_a_store_once(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    assert run("a.txt", "-o", url) == (0, "", "Reports added to the store: 1; already there: 0.\n")
    assert run("a.txt", "-o", url)[2] == "Reports added to the store: 0; already there: 1.\n"
    with Store(url) as store:
        assert store.reports()["source_name"].tolist() == ["a.txt"]


@pytest.fixture
def filled(run: Run) -> str:
    """Give the URL of a store with one report in it."""
    assert run("a.txt", "-o", "sqlite:///flood.db")[0] == 0
    return "sqlite:///flood.db"


def test_writes_the_tables_of_a_store(run: Run, filled: str) -> None:
    status, out, err = run("--store", filled)
    assert (status, err) == (0, "")
    assert "≥ 80 人" in out
    assert "undated" in out
    for table, count in (("timeline", 2), ("directives", 1), ("reports", 1)):
        status, out, _ = run("--store", filled, "--table", table, "--format", "jsonl")
        assert (status, len(rows(out))) == (0, count)
    assert run("--store", filled, "-o", "facts.csv") == (0, "", "")
    assert pd.read_csv("facts.csv")["quote"].tolist() == ["80余人", "下降0.3米"]


def test_the_table_of_an_incident_has_what_is_told_of_it(
    run: Run, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(rows(run("--store", filled, "--incident", "unnamed", "--format", "jsonl")[1])) == 2
    monkeypatch.setenv("FLOOD_STORE", filled)
    assert len(rows(run("--incident", "unnamed", "--format", "jsonl")[1])) == 2
    status, out, err = run("--store", filled, "--incident", "北沙垸决口")
    assert (status, out) == (2, "")
    assert err == "--incident 北沙垸决口: no incident has this name. The latest are unnamed.\n"


def test_a_report_is_removed_and_restored(run: Run, filled: str) -> None:
    assert (
        run("--store", filled, "--remove", "a.txt")[2] == "Removed a.txt. To bring it back: --restore a.txt\n"
    )
    assert rows(run("--store", filled, "--format", "jsonl")[1]) == []
    assert "removed by someone, and left so: 1." in run("a.txt", "-o", filled)[2]
    assert run("--store", filled, "--restore", "a.txt") == (0, "", "Restored a.txt.\n")
    assert len(rows(run("--store", filled, "--format", "jsonl")[1])) == 2
    status, _, err = run("--store", filled, "--remove", "b.txt")
    assert (status, err) == (2, "No report has the id b.txt. Take it from the table of reports.\n")


def test_reading_again_lists_what_changed(
    run: Run, filled: str, extraction: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = "Read again: 0 of 1 reports, 0 of them read otherwise: 0 values changed, 0 rows new, 0 gone.\n"
    monkeypatch.setenv("FLOOD_STORE", filled)
    assert run("--reread") == (0, nothing, "")
    with Store(filled) as store:
        stored = store.report("a.txt")

    def read_otherwise(text: str, *_: object, **__: object) -> Extraction:
        report = replace(extraction.report, report_id="a.txt", sha256=stored["sha256"], text=text)
        fact = replace(extraction.facts[0], fact_id="a.txt-f1", value_min=90.0, place=None)
        new = replace(extraction.facts[1], fact_id="a.txt-f3", quote="下降\x1b0.3米")
        return replace(extraction, report=report, facts=(fact, new), directives=())

    monkeypatch.setattr("extract.archive.extract", read_otherwise)
    for module in ("extract.archive", "extract.store"):
        monkeypatch.setattr(f"{module}.rule_version", lambda: "newer")
    status, out, err = run("--reread")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "a.txt a.txt-f2 gone: 下降0.3米",
        "a.txt a.txt-f1 place: 柳林闸 -> nothing",
        "a.txt a.txt-f1 value_min: 80.0 -> 90.0",
        "a.txt a.txt-f3 new: 下降 0.3米",
        "a.txt a.txt-d1 gone: 加密巡堤频次",
        "Read again: 1 of 1 reports, 1 of them read otherwise: 2 values changed, 1 rows new, 2 gone.",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "required: PATH"),
        (["--table", "reports"], "required: PATH, or --store URL"),
        (["a.txt", "--store", "sqlite:///flood.db"], "To add reports to it: -o sqlite:///flood.db"),
        (["a.txt", "--reread"], "works on what a store holds. Leave PATH out"),
        (["a.txt", "--remove", "r1"], "works on what a store holds. Leave PATH out"),
        (["a.txt", "--incident", "柳林垸决口"], "Leave PATH out and give --store"),
        (["a.txt", "--rejected", "-o", "sqlite:///flood.db"], "-o sqlite:///flood.db: says nothing beside"),
        (
            ["a.txt", "--explain", "f1", "--format", "csv"],
            "--format: says nothing beside --explain. Leave it",
        ),
        (["--reread", "--table", "reports"], "--table: says nothing beside --reread. Leave it out"),
        (["--reread", "-o", "facts.csv"], "-o facts.csv: says nothing beside --reread"),
        (["--restore", "r1", "--published", "2024-07-07"], "--published: says nothing beside --restore"),
        (["--remove", "r1", "--restore", "r1"], "not allowed with"),
        (["--store", "sqlite:///flood.db", "--rejected"], "--rejected: is for reports that are read"),
        (["--store", "sqlite:///flood.db", "--table", "times"], "is not stored. Give the PATH"),
        (["--store", "sqlite:///flood.db", "-o", "sqlite:///other.db"], "a table goes into a file"),
        (["--store", "sqlite:///flood.db", "--format", "xlsx"], "Name a file: -o facts.xlsx"),
        (["--store", "sqlite:///absent.db"], "there is no store. Check the URL"),
        (["--store", "sqlite:///absent.db", "--reread"], "there is no store. Check the URL"),
        (["a.txt", "--published", "5日"], "not a whole date. Write it as"),
        (["a.txt", "--published", "6/7/2024"], "could be two dates"),
        (["a.txt", "--table", "people"], "invalid choice"),
        (["a.txt", "--format", "doc"], "invalid choice"),
        (["a.txt", "--format", "xlsx"], "Name a file: -o facts.xlsx"),
        (["a.txt", "--format", "parquet"], "Name a file: -o facts.parquet"),
        (["a.txt", "-o", "facts.doc"], "Use one of .csv, .jsonl, .parquet, .xlsx"),
        (["a.txt", "-o", "facts"], "Use one of .csv"),
        (["a.txt", "-o", "absent/facts.csv"], "its folder does not exist"),
        (["a.txt", "--format", "table", "-o", "facts.csv"], "is for the terminal"),
        (["a.txt", "--table", "times", "-o", "sqlite:///flood.db"], "Leave --table and --format out"),
        (["a.txt", "-o", "sqlite:///absent/flood.db"], "Create its folder"),
        (["a.txt", "-o", "nothing://host"], "no store URL"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_to_do(run: Run, arguments: list[str], words: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_what_a_terminal_would_obey_is_not_printed(run: Run) -> None:
    _, _, err = run("bad\x1b[31mname.txt")
    assert "\x1b" not in err
