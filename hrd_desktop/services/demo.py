"""A case file of invented cases, to try everything without a real person's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hrd_desktop.assets import resource
from hrd_desktop.services import cases, files, packets
from hrd_desktop.services.work import Progress, make_private_folder
from hrd_desktop.store.casefile import CaseFile

PASSPHRASE = "four invented machines on a quiet boat"  # noqa: S105 - shown to everybody who makes a demo
DAY = date(2026, 9, 15)
"""The day on which the invented cases stand as they are told; the packet is dated to it."""

CASE = "HRD-2026-S1"


@dataclass(frozen=True)
class Demo:
    """What was made: the case file (locked again), the packet, and how many pages it has."""

    file: Path
    packet: Path
    cases: tuple[str, ...]
    pages: int


def make_demo(folder: Path, *, progress: Progress | None = None) -> Demo:
    """Make `demo.hrd` with every invented case, and the packet of one of them, in a folder.

    A demo that is there already is used again. Raises WrongSecret if its passphrase was changed.
    """
    make_private_folder(folder)
    path = folder / "demo.hrd"
    file = files.unlock(path, PASSPHRASE) if path.exists() else files.create(path, PASSPHRASE, calibrate=False)
    try:
        codes = _bring_in(file)
        out = folder / f"{CASE}-packet.pdf"
        options = packets.default_options(cases.open_case(file, CASE).case, DAY)
        packet = packets.export(file, CASE, out, options, progress=progress)
    finally:
        files.lock(file)
    return Demo(path, out, codes, packet.pages)


def _bring_in(file: CaseFile) -> tuple[str, ...]:
    known = {row.code for row in cases.list_cases(file, cases.CaseloadQuery())}
    paths = sorted(resource("demo").glob("*.json"))
    missing = [path for path, case in zip(paths, cases.read_cases(paths)[0], strict=True) if case.code not in known]
    if missing:
        cases.import_cases(file, missing, on=DAY)
    return tuple(row.code for row in cases.list_cases(file, cases.CaseloadQuery()))
