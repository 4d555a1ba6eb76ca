"""A demo case file made once and copied for each test, and the program run in this process."""

from __future__ import annotations

import io
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrd_desktop import cli, logs
from hrd_desktop.assets import resource
from hrd_desktop.services import cases, demo, files

DAY = "2026-09-15"


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file with every invented case; locked, never changed."""
    path = tmp_path_factory.mktemp("made") / "demo.hrd"
    with files.create(path, demo.PASSPHRASE, calibrate=False) as file:
        cases.import_cases(file, sorted(resource("demo").glob("*.json")), on=demo.DAY)
    return path


@pytest.fixture
def case_file(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "demo.hrd"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Iterator[Run]:
    """Runs the program as its entry point does, with the demo passphrase on standard input unless given other lines."""
    monkeypatch.setenv("LANG", "en_CA.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    begin = logs.begin
    monkeypatch.setattr(logs, "begin", lambda: begin(tmp_path / "log.txt"))
    before = list(logging.getLogger().handlers)

    def ran(*args: object, lines: str = f"{demo.PASSPHRASE}\n") -> Ran:
        monkeypatch.setattr(sys, "argv", ["hrd-desktop", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        text = capsys.readouterr()
        return Ran(int(stopped.value.code or 0), text.out, text.err)

    yield ran
    for handler in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(handler)
        handler.close()
