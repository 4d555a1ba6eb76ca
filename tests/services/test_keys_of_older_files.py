"""Case files of earlier releases open as ever; their key files change form only when their keys change."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.services import files, keys

OLDER = Path(__file__).parent.parent / "data"
DAY = date(2026, 11, 22)


@pytest.mark.parametrize("form", ["form-0001", "form-0002"])
def test_a_file_of_an_earlier_release_changes_its_key_file_only_with_its_keys(form: str, tmp_path: Path) -> None:
    older = Path(shutil.copytree(OLDER / form, tmp_path / "older.hrd"))
    (passphrase,) = re.findall("Passphrase: `(.*)`", (older / "README.md").read_text(encoding="utf-8"))
    before = (older / "keys.json").read_bytes()
    with files.unlock(older, passphrase) as file:
        assert keys.slots(file) == [keys.SlotInfo(1, "passphrase", "", None, None)]
        assert (older / "keys.json").read_bytes() == before
        assert json.loads(before)["version"] == 1
        number, code = 0, ""
        with keys.add_recovery(file, passphrase, on=DAY) as pending:
            code = pending.code
            number = pending.prove(code)
        assert json.loads((older / "keys.json").read_bytes())["version"] == 2
        assert [slot.id for slot in keys.slots(file)] == [1, number]
    for secret in (passphrase, code):
        files.lock(files.unlock(older, secret))
