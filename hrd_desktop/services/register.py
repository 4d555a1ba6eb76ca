"""The register of packets for the window: what was changed since in places alone, the files as kept, copies of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hrd_desktop.errors import AlreadyExists
from hrd_desktop.services import delivery, record, sent, sent_covers
from hrd_desktop.services.delivery import Closing
from hrd_desktop.services.sent import Sent
from hrd_desktop.services.work import written_together
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording


def pages(one: Sent) -> int:
    """Pages over all files of a packet."""
    return sum(file.pages for file in one.files)


def changes(file: CaseFile, code: str, edition: int, words: Wording) -> list[str]:
    """What was changed since, as ways to the places: never a name, never a value. Raises UnknownEdition."""
    found, covers = sent.changes_since(file, code, edition), sent_covers.since(file, code, edition)
    if not found and not covers:
        return []
    with file.session() as session:
        case = stored.load(session, code)
    said: dict[str, None] = {}
    for one in found:
        place = words.place(case, one.place)
        if one.row is not None:
            place = words.phrase("row_added" if one.before is None else "row_removed", place=place)
        said[place] = None
    for other in covers:
        said[words.phrase("covered_changed", place=words.place(case, other.evidence))] = None
    return list(said)


def contents(file: CaseFile, one: Sent, *, at: datetime | None = None, by: str = "") -> list[tuple[str, bytes]]:
    """Name and bytes of each file of a packet, as it was kept, for somebody to look at: the record says so.

    Raises UnknownCase, UnknownEdition, FileDamaged.
    """
    files = _contents(file, one)
    record.looked(file, "view_packet", at=at, by=by, code=one.code, edition=one.edition)
    return files


def _contents(file: CaseFile, one: Sent) -> list[tuple[str, bytes]]:
    return [(each.name, sent.content(file, one.code, one.edition, each.number)) for each in one.files]


def save_copy(file: CaseFile, one: Sent, out: Path, *, at: datetime | None = None, by: str = "") -> list[Path]:
    """Write every file of a packet once more, byte for byte.

    Several get numbers, and replace nothing that is there already. Raises UnknownEdition, FileDamaged, AlreadyExists,
    NotWritable, DiskFull.
    """
    files = _contents(file, one)
    paths = delivery.numbered(out, len(files), Closing())
    if len(paths) > 1 and (there := next((path for path in paths if path.exists()), None)) is not None:
        raise AlreadyExists(path=str(there))
    with written_together([(path, data) for path, (_, data) in zip(paths, files, strict=True)]):
        record.note(file, "copy_packet", at=at, by=by, code=one.code, edition=one.edition, files=len(paths))
    return paths
