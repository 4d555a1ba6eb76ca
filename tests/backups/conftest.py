"""A case file with two invented cases and a backup of it, made once; each test gets copies."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrd_desktop import paths
from hrd_desktop.store import backup, cases
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault.cost import Cost
from tests.ready_made import derive
from tests.store.demo_cases import demo_case

PASSPHRASE = "eleven paper boats at low tide"
AT = datetime(2026, 11, 22, 23, 31, 5, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _keys_derived_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Cost, "derive", derive)
        yield


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This computer's own place for backups, for the time of a test."""
    monkeypatch.setattr(paths, "backups", lambda: tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a locked case file and its backup; never changed."""
    folder = tmp_path_factory.mktemp("backups")
    with CaseFile.create(folder / "office.hrd", PASSPHRASE, calibrate=False) as file:
        with file.session() as session:
            cases.add(session, [demo_case("s1"), demo_case("s5")])
        backup.make(file, folder / "office.hrdbackup", at=AT)
    return folder


class Whole(bytes):
    """A million bytes that a failing test does not print."""

    def __repr__(self) -> str:
        return "Whole(...)"


@pytest.fixture(scope="session")
def data(made: Path) -> bytes:
    """The bytes of the backup."""
    return Whole((made / "office.hrdbackup").read_bytes())


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A copy of the backup."""
    return Path(shutil.copy(made / "office.hrdbackup", tmp_path / "office.hrdbackup"))


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Iterator[CaseFile]:
    """A copy of the case file, open."""
    with CaseFile.open(Path(shutil.copytree(made / "office.hrd", tmp_path / "office.hrd")), PASSPHRASE) as opened:
        yield opened
