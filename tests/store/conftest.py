"""A real case file for each test; one with a record of seven entries."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault.cost import Cost
from tests.ready_made import derive
from tests.store.record_parts import work

PASSPHRASE = "seven grey herons waiting"


@pytest.fixture(autouse=True)
def _keys_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """An empty case file, unlocked."""
    with CaseFile.create(tmp_path / "office.hrd", PASSPHRASE, calibrate=False) as made:
        yield made


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two cases, in whose record stand seven entries: 1 begin, 2-4 and 6 changes, 5 a view, 7 an export."""
    path = tmp_path_factory.mktemp("record") / "made.hrd"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Cost, "derive", derive)
        with CaseFile.create(path, PASSPHRASE, calibrate=False) as file:
            work(file)
    return path


@pytest.fixture
def worked(recorded: Path, tmp_path: Path) -> Iterator[CaseFile]:
    """A copy of that file, open."""
    path = Path(shutil.copytree(recorded, tmp_path / "worked.hrd"))
    with CaseFile.open(path, PASSPHRASE) as file:
        yield file
