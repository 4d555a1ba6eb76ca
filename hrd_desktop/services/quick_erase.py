"""Erasing a whole case file in danger: without its secret, in a moment, and honest about what may remain."""

from __future__ import annotations

import string
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

from hrd_desktop import paths
from hrd_desktop.errors import NotACaseFile, NotConfirmed
from hrd_desktop.services.system_view import this_computer
from hrd_desktop.store import destroying
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.destroying import Destroyed, Kind, Left, Reach

__all__ = [
    "WORDS",
    "Destroyed",
    "Kind",
    "Left",
    "Reach",
    "confirms",
    "destroy_slots",
    "erase_file",
    "near",
    "places",
    "reach",
]

WORDS = {"en": "ERASE", "fr": "EFFACER"}
"""The word that guards it, in each language; either is taken in both."""

_REMOVABLE = 2
"""What Windows calls a stick (`GetDriveTypeW`)."""


def confirms(typed: str) -> bool:
    """Whether the word was typed; in small letters it counts as well."""
    return typed.strip().upper() in WORDS.values()


def places(path: Path, known: Sequence[Path] = ()) -> list[Path]:
    """Where backups of the case file may be: this computer's own place, sticks that are in it, and `known` others."""
    found = destroying.file_id(path)
    own = [paths.backups() / found] if found else []
    return list(dict.fromkeys([*own, *known, *_sticks(path)]))


def near(path: Path, known: Sequence[Path] = ()) -> Reach:
    """What is known at once, without looking into any place that may be slow. Raises NotACaseFile."""
    path = path.absolute()
    _check(path)
    return Reach(destroying.file_id(path), tuple(places(path, known)), (), (), ())


def reach(path: Path, known: Sequence[Path] = ()) -> Reach:
    """What would go with the case file, to be shown before. Raises NotACaseFile."""
    path = path.absolute()
    _check(path)
    return destroying.reach(path, places(path, known))


def destroy_slots(path: Path, typed: str) -> bool:
    """The first step alone, which takes milliseconds: the key slots of the case file itself; whether they are gone.

    For a window that has to go dark in between. Raises NotConfirmed, NotACaseFile; then nothing was touched.
    """
    _guard(path, typed)
    return destroying.destroy_slots(path.absolute()).keys_gone


def erase_file(
    path: Path,
    typed: str,
    *,
    file: CaseFile | None = None,
    known: Sequence[Path] = (),
    within: Reach | None = None,
) -> Destroyed:
    """Destroy the case file with its copies and backups within reach. Nobody can take this back.

    The key slots go first. `file` is the case file where this program has it open; it is locked. `known` are more
    folders with backups; `within` is what `reach` told, of a file whose slots may be destroyed already. Nothing that
    fails stops the rest: what is left is told. Raises NotConfirmed, NotACaseFile; then nothing was touched.
    """
    path = path.absolute()
    if within is None:
        _guard(path, typed)
        within = near(path, known)
    elif not confirms(typed):
        raise _not_confirmed()
    return destroying.destroy(path, within, file.lock if file is not None else None)


def _guard(path: Path, typed: str) -> None:
    if not confirms(typed):
        raise _not_confirmed()
    _check(path)


def _not_confirmed() -> NotConfirmed:
    return NotConfirmed(word=" / ".join(WORDS.values()))


def _check(path: Path) -> None:
    if not destroying.is_one(path):
        raise NotACaseFile(path=str(path))


def _sticks(path: Path) -> list[Path]:
    """The top folders of what can be pulled out of this computer."""
    view = this_computer(path)
    if sys.platform == "win32":
        roots = [f"{letter}:\\" for letter in string.ascii_uppercase]
        return [Path(root) for root in roots if view.drive_type(PurePath(root)) == _REMOVABLE]
    if sys.platform == "darwin":
        volumes = Path("/Volumes")
        return [volumes / name for name in view.names(volumes) if not (volumes / name).is_symlink()]
    return [Path(mount.point) for mount in view.mounts if mount.removable]
