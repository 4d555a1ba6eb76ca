"""The files that a case names as evidence, beside its JSON file: are they there, and are they the ones listed?"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.consistency import is_file_name
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.values import quoted
from hrd_desktop.errors import BadCaseJson, Cancelled

_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class FileWarning:
    """An evidence entry that is kept as metadata, because its file could not be looked at.

    `evidence` is the id of the entry, `file` the name that stands in it.
    """

    evidence: str
    file: str
    cause: Literal["missing", "unreadable"]


def check_files(
    case: Case,
    folder: Path,
    name: str,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[FileWarning]:
    """Look at every evidence file of the case below `folder`, where its JSON file `name` stands.

    A file that is missing or cannot be read gives a warning. Raises BadCaseJson for a name that leads out of the folder
    and for a file whose SHA-256 is not the one listed. `progress` counts entries.
    """
    warnings = []
    for i, entry in enumerate(case.evidence):
        if progress:
            progress(i, len(case.evidence))
        if entry.file is None:
            continue
        path = f"$.case.evidence[{i}]"
        try:
            found = _inside(folder, entry.file)
            if found is None:
                raise BadCaseJson(file=name, path=f"{path}.file", cause="file_outside", value=quoted(entry.file))
            if not found.is_file():
                warnings.append(FileWarning(entry.id, entry.file, "missing"))
                continue
            digest = _sha256(found, cancelled)
        except (OSError, RuntimeError):  # Python reports a circle of links as a RuntimeError
            warnings.append(FileWarning(entry.id, entry.file, "unreadable"))
            continue
        if entry.sha256 is not None and digest != entry.sha256:
            raise BadCaseJson(file=name, path=f"{path}.sha256", cause="wrong_sha256", value=quoted(entry.file))
    if progress:
        progress(len(case.evidence), len(case.evidence))
    return warnings


def files_of(case: Case, folder: Path) -> Iterator[tuple[Evidence, Path]]:
    """Each entry of the case whose file is there below `folder`, with that file; to be asked after `check_files`."""
    for entry in case.evidence:
        try:
            found = _inside(folder, entry.file) if entry.file is not None else None
            if found is not None and found.is_file() and os.access(found, os.R_OK):
                yield entry, found
        except (OSError, RuntimeError):  # `check_files` has told of it
            continue


def _inside(folder: Path, name: str) -> Path | None:
    """The file of that name, or None if the name or a link on the way leads out of the folder."""
    if not is_file_name(name):
        return None
    found = folder / name
    if not found.exists():
        # Some systems keep file names decomposed, while text in a case is always composed.
        found = folder / unicodedata.normalize("NFD", name)
    return found if found.resolve().is_relative_to(folder.resolve()) else None


def _sha256(path: Path, cancelled: Callable[[], bool] | None) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if cancelled and cancelled():
                raise Cancelled
            digest.update(chunk)
    return digest.hexdigest()
