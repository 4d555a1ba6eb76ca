"""What tests of the services use: an invented case that is ready, and a real case file that holds the five of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import files
from hrd_desktop.services.files import CaseFile
from hrd_desktop.vault.cost import Cost
from tests.ready_made import FiveCases, derive

DAY = date(2026, 9, 15)
PASSPHRASE = "four invented lanterns over a marsh"


def sample(name: str) -> Case:
    """An invented case of its own, free to be changed."""
    path = resource("demo", f"{name}.json")
    return read_case(path.read_bytes(), path.name)


@pytest.fixture
def ready() -> Case:
    """A case against which nothing stands: its partner is ProtectDefenders.eu, both adults agree."""
    return sample("s1")


@pytest.fixture(autouse=True)
def _keys_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


@pytest.fixture(scope="session")
def five_cases(tmp_path_factory: pytest.TempPathFactory) -> FiveCases:
    return FiveCases(tmp_path_factory.mktemp("five"), PASSPHRASE, DAY)


@pytest.fixture
def case_file(tmp_path: Path, five_cases: FiveCases) -> Iterator[CaseFile]:
    """An open case file with the five invented cases."""
    file = files.unlock(five_cases.copy(tmp_path / "cases.hrd"), PASSPHRASE)
    yield file
    files.lock(file)


@pytest.fixture
def now() -> datetime:
    """Noon of the day on which the invented cases are looked at."""
    return datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
