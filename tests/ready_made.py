"""What tests need again and again and nobody has to make twice: derived keys, a case file with the invented cases."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from hrd_desktop.assets import resource
from hrd_desktop.services import cases, files
from hrd_desktop.vault.cost import Cost

_derive = Cost.derive
_derived: dict[tuple[Cost, bytes, bytes], bytes] = {}


def derive(cost: Cost, secret: bytearray, salt: bytes) -> bytearray:
    """What the real derivation gives; asked the same again, as remembered: a third of a second each time."""
    asked = (cost, bytes(secret), salt)
    if asked not in _derived:
        _derived[asked] = bytes(_derive(cost, secret, salt))
    return bytearray(_derived[asked])


class FiveCases:
    """A closed case file with the five invented cases, made when first wanted; each test gets a copy."""

    def __init__(self, folder: Path, passphrase: str, on: date) -> None:
        self._made = folder / "five.hrd"
        self._passphrase = passphrase
        self._on = on

    def copy(self, to: Path) -> Path:
        """Put a copy there; opens with the passphrase."""
        if not self._made.exists():
            file = files.create(self._made, self._passphrase, calibrate=False)
            cases.import_cases(file, sorted(resource("demo").glob("*.json")), on=self._on)
            files.lock(file)
        shutil.copytree(self._made, to)
        return to
