"""A case file of a few cases that goes on the road, while the rest stays at home; and its coming home."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from hrd_desktop.services import files as case_files
from hrd_desktop.services.handed import HandedOver, Incoming, Sealed
from hrd_desktop.services.handing_look import looked_at
from hrd_desktop.services.handing_parts import Parcel, gather, pack_base, unpacked
from hrd_desktop.services.handing_sources import NUMBER_BYTES, HomeSource
from hrd_desktop.services.work import IsCancelled, Progress, step
from hrd_desktop.store import blob_pieces, handovers, papers, record, sent_travel
from hrd_desktop.store import cases as stored
from hrd_desktop.store import past as pasts
from hrd_desktop.store.casefile import CaseFile


def travel(
    file: CaseFile,
    codes: Sequence[str],
    path: Path,
    passphrase: str,
    *,
    at: datetime,
    by: str = "",
    calibrate: bool = True,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Sealed:
    """Make a new case file with these cases alone, evidence and history included, and remember that they travel.

    `path` gets the ending `.hrd` if it has none. Raises UnknownCase, BadCaseJson, AlreadyExists, WeakPassphrase,
    NotWritable, DiskFull, Cancelled; then nothing is left.
    """
    number = secrets.token_hex(NUMBER_BYTES)
    wanted = list(dict.fromkeys(codes))
    with file.session() as session:
        parcels = [gather(session, code) for code in wanted]  # what cannot travel is told before a key is derived
    away = case_files.create(path, passphrase, calibrate=calibrate)
    try:
        with away, file.session() as home, away.session() as road:
            total = max(sum(part.size for parcel in parcels for part in parcel.files), 1)
            done = 0
            for parcel in parcels:
                code, base = parcel.case.code, pack_base(parcel.case, {}, parcel.known)
                lines, done = _pack(home, road, parcel, done, total, at, progress, cancelled)
                handovers.keep(road, code, number, "in", at=at, by=by, base=base)
                handovers.keep(home, code, number, "travel", at=at, by=by, base=base)
                record.note(home, "hand_over", at=at, by=by, code=code, number=number, way="travel", cases=len(wanted))
                told = {"number": number, "way": "travel", "new": 1}
                record.cover(road, "take_in", lines, at=at, by=by, code=code, **told)
    except BaseException:
        shutil.rmtree(away.path, ignore_errors=True)
        raise
    return Sealed(
        away.path,
        number,
        tuple(wanted),
        sum(len(parcel.files) for parcel in parcels),
        sum(each.stat().st_size for each in away.path.iterdir()),
        sum(parcel.without for parcel in parcels),
    )


def _pack(
    home: Any,
    road: Any,
    parcel: Parcel,
    done: int,
    total: int,
    at: datetime,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> tuple[list[int], int]:
    arrived = unpacked(parcel.entry(), parcel.parts)
    code = arrived.case.code
    stored.add(road, [arrived.case], at=at)
    lines = pasts.bring_in(road, code, arrived.past)
    for part in parcel.files:
        keeper = blob_pieces.Keeping(road, code, part.sha256, part.size, at=at)
        for piece in blob_pieces.pieces(home, code, part.sha256):
            keeper.add(piece)
            done += len(piece)
            step(done, total, progress, cancelled)
        keeper.finish()
        if (known := papers.looked(home, code, part.sha256)) is not None:
            papers.set_look(road, code, part.sha256, *known)
        sheets = papers.sheets(home, code, part.sha256)
        papers.set_boxes(road, code, part.sha256, papers.boxes(home, code, part.sha256), sheets)
    sent_travel.bring_in(road, code, arrived.packets)
    return lines, done


def come_home(
    file: CaseFile,
    path: Path,
    secret: str,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Incoming:
    """Open a travel file and say what it would change here; `take` then takes it in. The travel file stays as it is.

    It is open until `Incoming.close`. Raises what `services.files.unlock` raises, BadCaseJson, Cancelled.
    """
    away = case_files.unlock(path, secret)
    try:
        return looked_at(file, HomeSource(away, progress, cancelled))
    except BaseException:
        away.lock()
        raise


def travelling(file: CaseFile) -> list[HandedOver]:
    """The cases that are on the road now: whoever works on one here will be asked when it comes home."""
    with file.session() as session:
        found = handovers.lines(session, way="travel")
    return [HandedOver(**vars(line)) for line in found if line.receipt is None]


def register(file: CaseFile, code: str | None = None) -> list[HandedOver]:
    """Everything that was handed over, taken in or taken along, newest first; of one case with `code`."""
    with file.session() as session:
        return [HandedOver(**vars(line)) for line in handovers.lines(session, code)]
