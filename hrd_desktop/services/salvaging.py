"""Everything that can still be read of a damaged case file, written case by case into a new folder."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hrd_desktop.core.case import Case
from hrd_desktop.core.validation import problems
from hrd_desktop.errors import AlreadyExists, DatabaseMissing, HrdError, InsideCaseFile, NothingReadable, NotWritable
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.services import damage, record
from hrd_desktop.services.hand_over import names_for
from hrd_desktop.services.work import IsCancelled, Progress, rising, step
from hrd_desktop.store import folder, lockfile
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.copy_check import Unsound, look
from hrd_desktop.store.migrate import REVISIONS
from hrd_desktop.store.refusals import translated
from hrd_desktop.store.salvage import Salvage, Salvaged
from hrd_desktop.vault import disk
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.secret import Secret
from hrd_desktop.wording import Wording

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True)
class Written:
    """What was written of one case: how many of its parts are lost, and whether the program takes it back in."""

    code: str
    folder: str
    lost: int
    head_lost: bool
    importable: bool
    files: int
    files_lost: tuple[str, ...]
    """The evidence entries whose file cannot be read any more."""

    @property
    def whole(self) -> bool:
        return self.lost == 0 and not self.head_lost and not self.files_lost


@dataclass(frozen=True)
class Report:
    """What became of a damaged case file. `gone` are the codes of cases of which nothing else is left."""

    place: Path
    cases: tuple[Written, ...]
    gone: tuple[str, ...]
    pages: int
    lost_pages: int
    sure: bool
    """Whether everything that is lost was noticed."""
    whole: tuple[Written, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", tuple(one for one in self.cases if one.whole))


def salvage(
    path: Path,
    secret: Secret | str,
    out: Path,
    words: Wording,
    also: Sequence[Path] = (),
    *,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Report:
    """Write every case that can be read as JSON with its files into a new folder, and a list of what is lost.

    A damaged case file is only read; the record of a sound one says that everything was written out. What is written is
    not encrypted: the folder is for this user alone, and has its name only once all of it is written. Raises
    AlreadyExists, InsideCaseFile, DatabaseMissing, NothingReadable, WrongSecret, AlreadyOpen, FolderMissing,
    NotWritable, DiskFull, Cancelled.
    """
    path, out = Path(path).absolute(), Path(out).absolute()
    if out.exists():
        raise AlreadyExists(path=str(out))
    if (holder := folder.holder(out)) is not None:
        raise InsideCaseFile(path=str(out), file=str(holder))
    database = path / folder.DATABASE
    if not database.is_file():
        raise DatabaseMissing(path=str(path))
    key, salt = damage.key_for(path, secret, also)
    building = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        with ExitStack() as held:
            with suppress(NotWritable), translated(path):  # a disk that failed may be read-only: nobody writes there
                held.callback(lockfile.hold(path).release)
            with translated(path), closing(Salvage(database, key, salt)) as found:
                numbers = found.look(_telling(rising(progress, 0, 300), cancelled))
                with translated(out):
                    disk.make_folder(building)
                told = _telling(rising(progress, 300, 1000), cancelled)
                report = _write_all(found, numbers, building, out, path, told)
                with translated(out):
                    disk.write_new(building / words.of_care("salvage_list_name"), said(report, words).encode())
                    disk.sync_folder(building)
        if report.sure and not report.lost_pages:
            _note(path, key, len(report.cases), by)
        with translated(out):
            building.rename(out)
            disk.sync_folder(out.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    finally:
        key.wipe()
    return report


def _note(path: Path, key: DataKey, found: int, by: str) -> None:
    """Of a file whose pages are all sound, such as one that nobody needed to salvage: this door is noted like others.

    Where it cannot be opened all the same, it is damaged, and nothing is written into it.
    """
    with (
        suppress(HrdError, Unsound),
        translated(path),
        CaseFile.with_key(path, DataKey(bytearray(key.buffer()))) as file,
    ):
        with file.beside() as database:
            form = look(database).form
        if form == REVISIONS[-1]:
            record.note(file, "salvage", by=by, cases=found)


def said(report: Report, words: Wording) -> str:
    """The list of what could be read and what is lost, in words; codes and counts, nothing of a case."""
    lines = [words.of_care("salvage_title"), ""]
    lines.append(words.of_care("salvage_pages", lost=report.lost_pages, pages=report.pages))
    lines.append(words.of_care("salvage_open"))
    if not report.sure:
        lines.append(words.of_care("salvage_not_sure"))
    parts = [one for one in report.cases if not one.whole]
    for key, codes in (("salvage_whole", [one.code for one in report.whole]), ("salvage_gone", list(report.gone))):
        lines += ["", words.of_care(key, count=len(codes)), *(f"    {code or '?'}" for code in codes)]
        if key == "salvage_whole":
            lines += ["", words.of_care("salvage_in_part", count=len(parts))]
            lines += [f"    {one.code or '?'}: {'; '.join(_lost(one, words))}" for one in parts]
    return "\n".join(lines) + "\n"


def _lost(one: Written, words: Wording) -> list[str]:
    found = []
    if one.head_lost:
        found.append(words.of_care("lost_head"))
    if one.lost:
        found.append(words.of_care("lost_parts", count=one.lost))
    if one.files_lost:
        found.append(words.of_care("lost_files", entries=", ".join(one.files_lost)))
    if not one.importable:
        found.append(words.of_care("lost_not_importable"))
    return found


def _telling(progress: Progress | None, cancelled: IsCancelled | None) -> Progress:
    return lambda done, total: step(done, total, progress, cancelled)


def _write_all(found: Salvage, numbers: list[int], building: Path, out: Path, path: Path, tell: Progress) -> Report:
    written, gone, taken = [], [], set[str]()
    for done, number in enumerate(numbers):
        tell(done, len(numbers))
        one = found.case(number)
        if one.case is None:
            gone.append(one.code)
            continue
        name = _folder_name(one.code, taken)
        with translated(out):
            written.append(_write(found, one, one.case, building / name, tell))
    if not written:
        raise NothingReadable(path=str(path))
    tell(len(numbers), max(1, len(numbers)))
    return Report(out, tuple(written), tuple(gone), found.pages, found.lost_pages, found.sure)


def _write(found: Salvage, one: Salvaged, case: Case, place: Path, tell: Progress) -> Written:
    disk.make_folder(place)
    files, lost = 0, []
    names = names_for(case, set(one.files))
    for name, digest in names.items():
        tell(0, 1)
        data = found.file(one.files[digest], digest)
        if data is None:
            lost += [entry.id for entry in case.evidence if entry.sha256 == digest]
            continue
        _make_folders(place, name)
        disk.write_new(place / name, data)
        files += 1
    for digest in sorted(set(one.files) - set(names.values())):  # packets as they were sent, and papers set aside
        data = found.file(one.files[digest], digest)
        if data is not None:
            _make_folders(place, "other/x")
            disk.write_new(place / "other" / f"{digest[:12]}{'.pdf' if data.startswith(b'%PDF') else '.bin'}", data)
            files += 1
    disk.write_new(place / f"{place.name}.json", write_case(case))
    importable = next(iter(problems(case)), None) is None
    return Written(one.code, place.name, one.lost, one.head_lost, importable, files, tuple(sorted(set(lost))))


def _make_folders(place: Path, name: str) -> None:
    for part in PurePosixPath(name).parts[:-1]:
        place = place / part
        if not place.is_dir():
            disk.make_folder(place)


def _folder_name(code: str, taken: set[str]) -> str:
    """A name for the folder of a case that every disk takes."""
    plain = _NOT_IN_NAMES.sub("_", code).strip("._")[:80] or "case"
    plain = f"_{plain}" if _WINDOWS.fullmatch(plain) else plain
    name = next(each for n in range(1, len(taken) + 3)
                if (each := plain if n == 1 else f"{plain}-{n}").lower() not in taken)  # fmt: skip
    taken.add(name.lower())
    return name
