"""Cases handed to a colleague in a sealed file, looked at and taken in there, and the receipt that comes back.

The way of it: `seal` at the sender; `look` (nothing is written) and `take` at the other side, which gives a receipt;
`receipt` at the sender. `travel` and `come_home` do the same with a case file of a few cases that goes on the road.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from hrd_desktop.services.handed import (
    AllChoices,
    HandedOver,
    Incoming,
    IncomingCase,
    Received,
    Sealed,
    Taken,
    TakenCase,
)
from hrd_desktop.services.work import IsCancelled, Progress
from hrd_desktop.store.casefile import CaseFile

__all__ = [
    "ENDING",
    "RECEIPT_ENDING",
    "AllChoices",
    "HandedOver",
    "Incoming",
    "IncomingCase",
    "Received",
    "Sealed",
    "Taken",
    "TakenCase",
    "come_home",
    "how_sealed",
    "look",
    "own_key",
    "receipt",
    "register",
    "seal",
    "suggest_name",
    "take",
    "travel",
    "travelling",
]

ENDING = ".hrdcase"
RECEIPT_ENDING = ".hrdreceipt"


def own_key(file: CaseFile) -> str:
    """The public key (`age1...`) that colleagues seal to so that this case file opens it; made once, on first asking.

    Its other half never leaves the case file.
    """
    raise NotImplementedError


def suggest_name(at: datetime) -> str:
    """A file name that names nobody: `hand-over-2026-11-23.hrdcase`."""
    raise NotImplementedError


def seal(
    file: CaseFile,
    codes: Sequence[str],
    out: Path,
    *,
    keys: Sequence[str] = (),
    passphrase: str | None = None,
    at: datetime,
    by: str = "",
    other: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Sealed:
    """Write cases with their evidence and history to a sealed file, opened again and compared before it says so.

    Either `keys` (public keys, any of which opens it alone) or a `passphrase`. `by` is how the receiver shall know the
    sender, `other` for whom it is (kept here only). `out` gets the ending if it has none; a file that is there is not
    written over. Raises UnknownCase, BadKey, WeakPassphrase, BadCaseJson (a case that the format would refuse, with its
    place), AlreadyExists, FileDamaged, SealFailed, NotWritable, DiskFull, Cancelled; then nothing is left.
    """
    raise NotImplementedError


def how_sealed(path: Path) -> Literal["key", "passphrase"]:
    """Whether a hand-over asks for a passphrase or for the own key. Raises BadHandOver, UnreadableFile."""
    raise NotImplementedError


def look(
    file: CaseFile,
    path: Path,
    passphrase: str | None = None,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Incoming:
    """Open a hand-over with the own key or a passphrase, check every byte of it, and say what it would change here.

    Writes nothing. Raises UnreadableFile, BadHandOver (fact: rule, a number of exchange/HANDOVER.md), NotForUs (sealed
    to another key, or the wrong passphrase), NewerHandOver, Cancelled.
    """
    raise NotImplementedError


def take(
    file: CaseFile,
    incoming: Incoming,
    choices: AllChoices | None = None,
    *,
    at: datetime,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Taken:
    """Take in what was looked at: all cases or none, read back and compared. `choices[code][place]` answers questions.

    Raises Undecided (facts: code, place, count) while a question has no answer; ChangedMeanwhile where a case here is
    no longer what was looked at, so that it must be looked at again; CannotStandTogether (facts: code, place, cause)
    for answers of which no valid case comes; and what `look` raises.
    """
    raise NotImplementedError


def receipt(file: CaseFile, path: Path, *, at: datetime, by: str = "") -> Received:
    """Check a receipt that came back and mark the hand-over as received.

    Raises UnreadableFile, BadReceipt (fact: rule), UnknownHandOver (fact: number) for one not sealed from here.
    """
    raise NotImplementedError


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

    `path` gets the ending `.hrd` if it has none. Raises UnknownCase, AlreadyExists, WeakPassphrase, NotWritable,
    DiskFull, Cancelled; then nothing is left.
    """
    raise NotImplementedError


def come_home(
    file: CaseFile,
    path: Path,
    secret: str,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Incoming:
    """Open a travel file and say what it would change here; `take` then takes it in. The travel file stays as it is.

    It is open until `Incoming.close`. Raises what `services.files.unlock` raises.
    """
    raise NotImplementedError


def travelling(file: CaseFile) -> list[HandedOver]:
    """The cases that are on the road now: whoever works on one here will be asked when it comes home."""
    raise NotImplementedError


def register(file: CaseFile, code: str | None = None) -> list[HandedOver]:
    """Everything that was handed over, taken in or taken along, newest first; of one case with `code`."""
    raise NotImplementedError
