"""Evidence files beside the JSON of a case: taken in with it, and written out with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from hrd_desktop.core.case import Case
from hrd_desktop.core.consistency import is_file_name
from hrd_desktop.errors import AlreadyExists, UnreadableFile
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.exchange.evidence_files import files_of
from hrd_desktop.services import evidence, record
from hrd_desktop.services.evidence import Found, Reader
from hrd_desktop.services.work import IsCancelled, Progress, make_private_folder, step, write_private, written_together
from hrd_desktop.store import blobs
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile


@dataclass(frozen=True)
class Beside:
    """A file that stands beside the JSON of a case, looked at."""

    case: str
    path: Path
    sha256: str
    found: Found
    texts: tuple[str, ...]


@dataclass(frozen=True)
class HandedOver:
    """What was written: how many evidence files, and the entries whose file is not in the case file."""

    files: int
    without: tuple[str, ...]


def look_beside(
    cases: Sequence[tuple[Case, Path]],
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> list[Beside]:
    """Look at the evidence files of cases below their folders. An entry without a digest is given that of its file.

    Raises UnreadableFile, FileTooLarge, Cancelled.
    """
    named = [(case, entry, path) for case, folder in cases for entry, path in files_of(case, folder)]
    known: dict[tuple[str, str], Beside] = {}
    with Reader() as reader:
        for number, (case, entry, path) in enumerate(named):
            step(number, len(named), progress, cancelled)
            data = evidence.read_file(path)
            digest = hashlib.sha256(data).hexdigest()
            if entry.sha256 is None:
                entry.sha256 = digest
            if (case.code, digest) not in known:
                found, texts = evidence.look(data, path.name, reader, cancelled=cancelled)
                known[case.code, digest] = Beside(case.code, path, digest, found, tuple(texts))
    return list(known.values())


def read_again(
    files: Sequence[Beside], *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> Iterator[tuple[Beside, bytes]]:
    """The bytes of each file, which must be those that were looked at. Raises UnreadableFile, Cancelled."""
    for number, one in enumerate(files):
        step(number, len(files), progress, cancelled)
        data = evidence.read_file(one.path)
        if hashlib.sha256(data).hexdigest() != one.sha256:
            raise UnreadableFile(path=str(one.path))
        yield one, data


def export_with_evidence(
    file: CaseFile,
    code: str,
    out: Path,
    *,
    at: datetime | None = None,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> HandedOver:
    """Write one case as JSON with its evidence files beside it, under the names that stand in it: all or nothing.

    A file that is there already with the same bytes stays; one with other bytes is never written over. Raises
    UnknownCase, AlreadyExists, FileDamaged, NotWritable, DiskFull, Cancelled.
    """
    with file.session() as session:
        case = stored.load(session, code)
        kept = {one.sha256 for one in blobs.of_case(session, code)}
    names = names_for(case, kept)
    without = tuple(
        one.id for one in case.evidence if (one.file or one.sha256) and (one.sha256 is None or one.sha256 not in kept)
    )
    made: list[Path] = []
    try:
        for number, (name, digest) in enumerate(names.items()):
            step(number, len(names), progress, cancelled)
            with file.session() as session:
                data = blobs.get(session, code, digest)
            target = out.parent / name
            if _is_there(target, digest):
                continue
            _folders(out.parent, name)
            made.append(target)
            write_private(target, data)
        with written_together([(out, write_case(case))]):
            record.note(file, "export", at=at, by=by, code=code, evidence=True, files=len(names) + 1)
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise
    return HandedOver(len(names), without)


def names_for(case: Case, kept: set[str]) -> dict[str, str]:
    """The name to write each kept file under, and its digest; an entry whose name will not do is given another."""
    names: dict[str, str] = {}
    for one in case.evidence:
        if one.sha256 is None or one.sha256 not in kept:
            continue
        name = one.file
        if name is None or not is_file_name(name) or names.get(name, one.sha256) != one.sha256:
            ending = PurePosixPath(name or "").suffix
            name = one.file = f"{one.sha256[:12]}{ending or '.bin'}"
        names[name] = one.sha256
    return names


def _is_there(path: Path, digest: str) -> bool:
    """Whether this very file is there already. Raises AlreadyExists where another one is."""
    if not path.exists():
        return False
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        same = False
    if not same:
        raise AlreadyExists(path=str(path))
    return True


def _folders(below: Path, name: str) -> None:
    for part in PurePosixPath(name).parts[:-1]:
        below = below / part
        make_private_folder(below)
