"""A store of any older program opens as one of today, with all that was in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

import extract
from extract import schema
from extract.errors import StoreError
from extract.store import Store
from tests.extract.writers import count_incidents, programs

DAY = "2031-07-05 09:00:00"
PLACED = {"quote_start": 0, "quote_end": 2, "sentence_start": 0, "sentence_end": 3}
REPORTS = (("r1", "柳林垸决口抢险。"), ("r2", "柳林垸堤上，民兵巡堤。"), ("r3", "清水河水位上涨。"))
FACTS = (("r1", 0, "柳林垸决口", DAY, "day"), ("r2", 0, None, DAY, None), ("r3", 0, "清水河洪水", None, None))


def migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(extract.__file__).with_name("migrations")))
    return config


def make_old(url: str, version: str, *, stamped: bool) -> None:
    """Make a store as the program of a version left it, with three reports in it."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        for number, (report_id, text) in enumerate(REPORTS, start=1):
            put(connection, "additions", report_id=report_id, rule_version="old", added_at=DAY)
            known = {"addition": number, "rule_version": "old", "source_name": f"{report_id}.txt"}
            known |= {"sha256": report_id, "published": "2031-07-05", "published_basis": "stated"}
            put(connection, "reports", report_id=report_id, text=text, added_at=DAY, **known)
        for report_id, position, incident, start, precision in FACTS:
            known = {"fact_id": f"{report_id}-{position}", "kind": "personnel", "quote": "民兵"}
            known |= {"incident": incident, "start": start, "time_precision": precision, "value_min": 80.5}
            put(connection, "facts", report_id=report_id, position=position, **known, **PLACED)
        known = {"report_id": "r2", "position": 0, "directive_id": "d", "themes": '["general"]'}
        put(connection, "directives", **known, **PLACED)
        if not stamped:
            connection.execute(sa.text("DROP TABLE alembic_version"))
    engine.dispose()


def put(connection: sa.Connection, table: str, **columns: object) -> None:
    casts = {"start": "TIMESTAMP", "added_at": "TIMESTAMP", "published": "DATE", "themes": "JSON"}
    is_sqlite = connection.dialect.name == "sqlite"
    values = [
        f":{name}" if is_sqlite or name not in casts else f"CAST(:{name} AS {casts[name]})"
        for name in columns
    ]
    names = ", ".join(f'"{name}"' for name in columns)
    connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({', '.join(values)})"), columns)  # noqa: S608


def described(url: str) -> dict[str, Any]:
    """Describe the tables of a database: columns with type and nullability, keys and indexes."""
    engine = sa.create_engine(url)
    looked = sa.inspect(engine)
    tables = {
        name: {
            "columns": {column["name"]: plain(column) for column in looked.get_columns(name)},
            "key": looked.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted(
                (key["constrained_columns"], key["referred_table"], key["referred_columns"], key["options"])
                for key in looked.get_foreign_keys(name)
            ),
            "indexes": sorted((index["name"], index["column_names"]) for index in looked.get_indexes(name)),
        }
        for name in looked.get_table_names()
        if name != "alembic_version"
    }
    engine.dispose()
    return tables


def plain(column: Mapping[str, Any]) -> tuple[str, bool]:
    return str(column["type"]), column["nullable"]


def by_metadata(url: str) -> dict[str, Any]:
    engine = sa.create_engine(url)
    schema.metadata.create_all(engine)
    made = described(url)
    schema.metadata.drop_all(engine)
    engine.dispose()
    return made


@pytest.mark.parametrize("version", ["0001", "0002"])
@pytest.mark.parametrize("stamped", [False, True])
def test_an_old_store_opens_as_one_of_today(url: str, version: str, *, stamped: bool) -> None:
    expected = by_metadata(url)
    make_old(url, version, stamped=stamped)
    with Store(url) as store:
        assert described(url) == expected
        told = {row["fact_id"]: row["incident"] for row in store.timeline().to_dict("records")}
        assert told == {"r1-0": "柳林垸决口", "r2-0": "柳林垸决口", "r3-0": "清水河洪水"}
        assert [(one.incident_id, one.reports, one.facts) for one in store.incidents()] == [
            ("柳林垸决口", 2, 2),
            ("清水河洪水", 1, 1),
        ]
        assert store.timeline()["value_min"].tolist() == [80.5] * 3
        assert store.reports()["text"].tolist() == [text for _, text in REPORTS]
        assert store.directives()["themes"].tolist() == [["general"]]
        assert [row["what"] for row in store.changes()] == ["added"] * 3
        assert set(store.rule_versions().values()) == {"old"}


def test_a_new_store_has_the_tables_of_the_schema(url: str) -> None:
    expected = by_metadata(url)
    Store(url).close()
    assert described(url) == expected


def test_the_last_migration_is_the_one_the_schema_names() -> None:
    assert ScriptDirectory.from_config(migrations()).get_heads() == [schema.HEAD]


def test_a_store_of_a_newer_program_is_refused(url: str) -> None:
    Store(url).close()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match=r"a newer version of this program made the store\. Update"):
        Store(url)


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old(url, "0001", stamped=False)
    before = described(url)

    def fail(_connection: sa.Connection) -> None:
        raise RuntimeError("stopped")

    with monkeypatch.context() as patched:
        patched.setattr("extract.store.shelve_old", fail)
        with pytest.raises(RuntimeError, match="stopped"):
            Store(url)
    assert described(url) == before
    with Store(url) as store:
        assert len(store.incidents()) == 2


def test_two_programs_may_open_an_old_store_at_once(url: str) -> None:
    make_old(url, "0001", stamped=False)
    with programs().Pool(2) as pool:
        assert pool.map(count_incidents, [url] * 2, chunksize=1) == [2, 2]
