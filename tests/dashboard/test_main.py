"""The command: the store it opens, the port it takes, what it says when it cannot."""

import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard import __main__ as command
from dashboard.server import read_settings
from extract.store import Store

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_an_empty_store_gets_the_bundled_report_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    tables = command.prepare(url, NOW)
    assert len(tables.reports) == 1
    assert len(tables.timeline) > 20
    with Store(url) as store:
        version = store.version()
    command.prepare(url, NOW)
    with Store(url) as store:
        assert store.version() == version


def test_a_report_read_by_older_rules_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'flood.db'}"
    with monkeypatch.context() as older:
        older.setattr("extract.store.rule_version", lambda: "older rules")
        command.prepare(url, NOW)
    command.prepare(url, NOW)
    with Store(url) as store:
        assert "older rules" not in store.rule_versions().values()
        assert len(store.reports()) == 1


def test_a_port_that_is_taken_is_named_with_another_to_take(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status = command.main(["--store", f"sqlite:///{tmp_path / 'flood.db'}", "--port", str(port)])
    assert status == 1
    assert f"port {port} is taken" in capsys.readouterr().err


def test_a_store_that_cannot_be_opened_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = command.main(["--store", f"sqlite:///{tmp_path / 'missing' / 'flood.db'}"])
    assert status == 1
    assert "missing" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1"])
def test_a_port_that_is_none_is_wrong_usage(port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([f"--port={port}"])
    assert ended.value.code == 2


def test_the_settings_hold_wherever_it_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read_settings()
    assert settings["server.headless"] is True
    assert settings["browser.gatherUsageStats"] is False
    assert "theme.dark.primaryColor" in settings


@pytest.mark.parametrize(
    ("variable", "said", "name", "value"),
    [
        ("STREAMLIT_SERVER_ADDRESS", "0.0.0.0", "server.address", "0.0.0.0"),  # noqa: S104  # what a user may want
        (
            "STREAMLIT_SERVER_ALLOWED_HOSTS",
            "a.example, b.example",
            "server.allowedHosts",
            ["a.example", "b.example"],
        ),
        ("STREAMLIT_SERVER_MAX_UPLOAD_SIZE", "5", "server.maxUploadSize", 5),
        ("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false", "browser.gatherUsageStats", False),
    ],
)
def test_the_environment_may_set_them_otherwise(
    monkeypatch: pytest.MonkeyPatch, variable: str, said: str, name: str, value: object
) -> None:
    monkeypatch.setenv(variable, said)
    assert read_settings()[name] == value
