"""A real case file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_desktop.store.casefile import CaseFile

PASSPHRASE = "seven grey herons waiting"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """An empty case file, unlocked."""
    with CaseFile.create(tmp_path / "office.hrd", PASSPHRASE, calibrate=False) as made:
        yield made
