"""The database behind a store: its URL, its tables brought up to date, its errors in plain words."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import platformdirs
import pysqlite3
import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from extract.errors import StoreError
from extract.failures import explain
from extract.schema import HEAD

_BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

_WRITERS = 7_305_024
"""The number by which writers of PostgreSQL know one another's lock."""

_PASSWORD = re.compile(r":[^:@/]*@")


class _File(NamedTuple):
    """What tells a file apart, whatever its name: the disk it lies on, and its number there."""

    disk: int
    number: int


class Database:
    """A database that has the tables of `schema`; close it after use."""

    def __init__(
        self, url: str, fill_old: Callable[[sa.Connection], None], *, must_exist: bool = False
    ) -> None:
        """Open the database, and bring its tables up to date.

        Args:
            url: Where it is.
            fill_old: Fills what the new columns of an older program's tables should hold, in the same
                transaction: an old store is seen by others as it was, or as it should be.
            must_exist: Whether to refuse to begin a new store there.

        Raises:
            StoreError: The URL is wrong, its driver is not installed, the database cannot be opened, a newer
                program made it, or there is no store where one must be.
        """
        self._engine = _engine(url)
        self._fill_old = fill_old
        self._file: _File | None = None
        try:
            with self._explained():
                if must_exist:
                    self._check_existence()
                self._bring_up()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection to read by.

        Raises:
            StoreError: The database fails; the message says what to do.
        """
        self._follow_file()
        with self._explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection to write by, in one transaction; writers wait for one another.

        Raises:
            StoreError: The database fails; nothing of the transaction is then kept.
        """
        self._follow_file()
        # A writer takes the lock before it reads, so that what it read is still true when it writes.
        engine = self._engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        with self._explained(), engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITERS)))
            yield connection

    def _check_existence(self) -> None:
        file = self._engine.url.database
        # To ask SQLite would make the file.
        is_absent = self._engine.dialect.name == "sqlite" and file and not Path(_path(file)).exists()
        if is_absent or self._version() is None:
            remedy = "Check the URL, or begin a store: flood-extract PATH -o URL"
            raise StoreError(f"{self._shown()}: there is no store. {remedy}")

    def _bring_up(self) -> None:
        if self._version() != HEAD:
            self._upgrade()
        self._file = self._find_file()

    def _follow_file(self) -> None:
        """Go on with the file that lies there now: SQLite would go on with one that was deleted or replaced.

        What is written to that is lost without a word.
        """
        if self._file is None or (found := self._find_file()) == self._file:
            return
        self._engine.dispose()
        if found is None:
            raise StoreError(f"{self._shown()}: the file is gone. Bring it back, or start this program anew.")
        # Known before it is brought up, which writes to it; one that cannot be is tried again.
        before, self._file = self._file, found
        try:
            with self._explained():
                self._bring_up()
        except BaseException:
            self._file = before
            raise

    def _find_file(self) -> "_File | None":
        """Tell the file apart from all others; None where there is none, or the store is no file."""
        place = self._engine.url.database
        if self._engine.dialect.name != "sqlite" or not place:
            return None
        try:
            status = os.stat(_path(place))  # noqa: PTH116  # asked at every reading; a Path takes ten times as long
        except OSError:
            return None
        return _File(status.st_dev, status.st_ino)

    def _version(self) -> str | None:
        """Name the last migration it has had; "" before it knew of any, None where it has no tables."""
        tables = sa.inspect(self._engine).get_table_names()
        if "alembic_version" in tables:
            with self._engine.connect() as connection:
                said = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            return str(said) if said else None
        return "" if "directives" in tables else None

    def _upgrade(self) -> None:
        # A third of a second to load, and only a new store or an old one needs it.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415
        from alembic.util import CommandError  # noqa: PLC0415

        migrations = Config()
        folder = str(Path(__file__).with_name("migrations"))
        migrations.set_main_option("script_location", folder.replace("%", "%%"))
        with self.writing() as connection:
            version = self._version()  # asked again inside the lock, since two programs may open at once
            migrations.attributes["connection"] = connection
            try:
                if version == "":
                    command.stamp(migrations, _unstamped(connection))
                command.upgrade(migrations, HEAD)
            except CommandError as error:
                problem = "a newer version of this program made the store"
                remedy = "Update the program, or choose another store"
                raise StoreError(f"{self._shown()}: {problem}. {remedy}.") from error
            if version not in {None, HEAD}:
                self._fill_old(connection)

    def _shown(self) -> str:
        return unquote(self._engine.url.render_as_string(hide_password=True))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            said = str(error.orig)
            where = self._shown()
            problem, remedy = explain(said)
            raise StoreError(f"{where}: {problem}. {remedy}") from error


def default_url() -> str:
    """Return the URL in the environment variable FLOOD_STORE, else of a file in the user's data folder.

    Raises:
        StoreError: The user's data folder cannot be made.
    """
    if url := os.environ.get("FLOOD_STORE"):
        return url
    try:
        folder = platformdirs.user_data_path("flood-timeline", appauthor=False, ensure_exists=True)
    except OSError as error:
        remedy = "Set FLOOD_STORE, such as FLOOD_STORE=sqlite:///flood.db"
        raise StoreError(
            f"{error.filename}: the folder cannot be made ({error.strerror}). {remedy}."
        ) from error
    return sa.URL.create("sqlite", database=str(folder / "flood.db")).render_as_string()


def journal_mode(sqlite_version: tuple[int, ...]) -> str:
    """Choose how SQLite guards a transaction.

    Write-ahead logging lets viewers read while a report is added. Versions 3.7.0 to 3.51.2 can damage
    the database when the log is reset (https://sqlite.org/wal.html), so they get a rollback journal.
    """
    return "DELETE" if sqlite_version < (3, 51, 3) else "WAL"


def _unstamped(connection: sa.Connection) -> str:
    """Name the migration a store was made after that knew of none yet."""
    columns = {column["name"] for column in sa.inspect(connection).get_columns("facts")}
    return "0002" if "same_as" in columns else "0001"


def _engine(url: str) -> sa.Engine:
    shown = _PASSWORD.sub(":***@", url)
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed)
        # A server may have been started anew since a connection was used last.
        return sa.create_engine(parsed, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        remedy = "Write it as sqlite:///flood.db or postgresql+psycopg://user@host/name"
        raise StoreError(f'"{shown}" is no store URL. {remedy}.') from error
    except ModuleNotFoundError as error:
        remedy = f"Install it beside this program: uv pip install {error.name}"
        raise StoreError(f"{shown}: its driver is missing. {remedy}.") from error


def _sqlite(url: sa.URL) -> sa.Engine:
    if url.database in {None, "", ":memory:"}:  # it would be gone with the program
        raise ArgumentError("it names no file")
    # The interpreter's own sqlite3 is often older than the fix that journal_mode() asks for.
    engine = sa.create_engine(url, module=pysqlite3, connect_args={"timeout": _BUSY_SECONDS})

    @sa.event.listens_for(engine, "do_connect")
    def connect(_dialect: object, record: Any, place: Any, options: Any) -> Any:  # noqa: ANN401 - the driver has no types
        connection = pysqlite3.connect(*place, **options)
        try:
            _set_up(connection)
        except pysqlite3.OperationalError:
            connection.close()
            connection = _frozen(place[0], options)
            if connection is None:
                raise
            record.info["frozen"] = True
        return connection

    @sa.event.listens_for(engine, "checkin")
    def forget(_connection: object, record: Any) -> None:  # noqa: ANN401 - likewise
        if record.info.pop("frozen", False):
            record.invalidate()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))

    return engine


def _path(place: str) -> str:
    """Give the path of a file that SQLite may know by a URI."""
    return place.removeprefix("file:").partition("?")[0] if place.startswith("file:") else place


def _set_up(connection: Any) -> None:  # noqa: ANN401 - the driver has no types
    connection.isolation_level = None  # transactions begin as said above, not where the driver thinks fit
    connection.execute("PRAGMA foreign_keys = ON")
    mode = journal_mode(pysqlite3.sqlite_version_info)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != mode.lower():
        # Whoever may not write, or finds another program at work, goes on with the mode there is.
        with suppress(pysqlite3.OperationalError):
            connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("PRAGMA schema_version")


def _frozen(place: str, options: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the driver has no types
    """Open a file that lies where nothing may be written, not even the index of its log; None: it is no such.

    It is read as if nobody changed it, so each time anew. What a writer left in a log is then not seen:
    such a file is refused.
    """
    path, asked = _path(place), place.partition("?")[2] if place.startswith("file:") else ""
    if not Path(path).is_file() or (os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK)):
        return None
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        raise pysqlite3.OperationalError("its log is not written back")
    address = f"{Path(path).resolve().as_uri()}?{asked}&immutable=1"
    connection = pysqlite3.connect(address, **{**options, "uri": True})
    connection.isolation_level = None
    return connection
