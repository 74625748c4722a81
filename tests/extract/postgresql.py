"""Debian's PostgreSQL server, started on loopback in a folder of its own, for tests and benchmarks."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

MISSING = "There is no PostgreSQL server. Install one: apt-get install postgresql"
_USER = "postgres"
_START = 30
"""Seconds a server may take to start."""
# fsync stays on: what a benchmark measures is what a user waits for.
_OPTIONS = ("-c", "listen_addresses=127.0.0.1", "-c", "shared_buffers=128MB")


def find_programs() -> Path | None:
    """Find the folder of initdb and postgres; Debian keeps them out of the search path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = str(found[-1]) if found else shutil.which("initdb")
    return Path(program).resolve().parent if program else None


@contextmanager
def serve(programs: Path) -> Iterator[str]:
    """Start a server on a free port of loopback; give the URL of its databases, without a name."""
    with tempfile.TemporaryDirectory(prefix="flood-postgresql-") as folder:
        server = _run_as() | {"cwd": folder, "stdout": subprocess.DEVNULL}
        if server.get("user"):
            shutil.chown(folder, _USER)
        data, log = Path(folder) / "data", Path(folder) / "log"
        initdb = [programs / "initdb", "-D", data, "-U", _USER, "--auth=trust", "-E", "UTF8", "--locale=C"]
        subprocess.run([str(word) for word in initdb], check=True, stderr=subprocess.STDOUT, **server)
        port = _free_port()
        command = [programs / "postgres", "-D", data, "-k", folder, "-p", port, *_OPTIONS]
        with (
            log.open("wb") as said,
            subprocess.Popen([str(word) for word in command], stderr=said, **server) as process,
        ):
            try:
                _await(port, process, log)
                yield f"postgresql+psycopg://{_USER}@127.0.0.1:{port}"
            finally:
                process.send_signal(signal.SIGINT)  # ends the sessions that are left, too


@contextmanager
def new_database(address: str) -> Iterator[str]:
    """Make an empty database on a server; give its URL."""
    name = f"flood_{uuid.uuid4().hex}"
    where = address.replace("+psycopg", "")
    with psycopg.connect(f"{where}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield f"{address}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _run_as() -> dict[str, Any]:
    """Say as whom the server runs: it refuses root."""
    if os.geteuid() != 0:
        return {}
    return {"user": _USER, "group": _USER, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _START
    while True:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user=_USER, dbname="postgres").close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"The server did not start: {log.read_text(errors='replace')}") from None
            time.sleep(0.05)
        else:
            return
