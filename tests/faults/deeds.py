"""Deeds that write, each with what has to hold afterwards, whether it was told as done or failed in the middle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from hrd_desktop.assets import resource
from hrd_desktop.core.edit import SetValue
from hrd_desktop.errors import HrdError, WrongSecret
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import backups, cases, editing, files, keys, packets
from hrd_desktop.store import cases as stored

OWNER = "seven invented bridges under the fog"
OTHER = "eight invented anchors in a garden"
NEW = "nine invented cellos on a staircase"
CODE = "HRD-2026-S1"
AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
ON = date(2026, 9, 15)


@dataclass(frozen=True)
class Deed:
    """`do` is given the folder with `cases.hrd`; `holds` gets it afterwards, and whether the deed was told as done."""

    name: str
    do: Callable[[Path], None]
    holds: Callable[[Path, bool], None]


def seed(folder: Path) -> None:
    """A case file with one case, opened by OWNER and OTHER, with a backup beside it."""
    with files.create(folder / "cases.hrd", OWNER, calibrate=False) as file:
        cases.import_cases(file, [resource("demo", "s1.json")], on=ON)
        keys.add_passphrase(file, OWNER, OTHER, "supervisor", on=ON, calibrate=False)
        backups.make(file, folder / "before.hrdbackup", at=AT)


def _opens(folder: Path, *secrets: str, path: str = "cases.hrd") -> list[str]:
    """Which of these secrets open the case file, which must hold the case and be whole."""
    opening = []
    for secret in secrets:
        try:
            file = files.unlock(folder / path, secret)
        except WrongSecret:
            continue
        opening.append(secret)
        with file, file.session() as session:
            assert stored.codes(session) == [CODE]
        if len(opening) == 1:
            with files.unlock(folder / path, secret) as once_more:
                once_more.verify(True)
    return opening


def _with(folder: Path, act: Callable[[files.CaseFile], object]) -> None:
    with files.unlock(folder / "cases.hrd", OWNER) as file:
        act(file)


def _other_slot(file: files.CaseFile) -> int:
    return next(slot.id for slot in keys.slots(file) if slot.name == "supervisor")


def _change(folder: Path) -> None:
    _with(folder, lambda file: keys.change_passphrase(file, OWNER, NEW, on=ON, calibrate=False))


def _changed(folder: Path, done: bool) -> None:
    opening = _opens(folder, OWNER, NEW, OTHER)
    assert OTHER in opening
    assert NEW in opening if done else opening != [OTHER], opening
    assert not (done and OWNER in opening), opening


def _add(folder: Path) -> None:
    _with(folder, lambda file: keys.add_passphrase(file, OWNER, NEW, "night", on=ON, calibrate=False))


def _added(folder: Path, done: bool) -> None:
    opening = _opens(folder, OWNER, NEW, OTHER)
    assert {OWNER, OTHER} <= set(opening), opening
    assert NEW in opening or not done, opening


def _replace(folder: Path) -> None:
    def act(file: files.CaseFile) -> None:
        keys.add_passphrase(file, OWNER, NEW, "night", on=ON, instead_of=_other_slot(file), calibrate=False)

    _with(folder, act)


def _replaced(folder: Path, done: bool) -> None:
    opening = _opens(folder, OWNER, NEW, OTHER)
    assert OWNER in opening, opening
    assert {NEW, OTHER} & set(opening), opening
    assert not done or (NEW in opening and OTHER not in opening), opening


def _revoke(folder: Path) -> None:
    _with(folder, lambda file: keys.revoke(file, OWNER, _other_slot(file)))


def _revoked(folder: Path, done: bool) -> None:
    opening = _opens(folder, OWNER, OTHER)
    assert OWNER in opening, opening
    assert not (done and OTHER in opening), opening


def _rename(folder: Path) -> None:
    _with(folder, lambda file: keys.rename(file, _other_slot(file), "the lead of the desk"))


def _renamed(folder: Path, _done: bool) -> None:
    assert _opens(folder, OWNER, OTHER) == [OWNER, OTHER]


def _back_up(folder: Path) -> None:
    _with(folder, lambda file: backups.make(file, folder / "new.hrdbackup", at=AT))


def _backed_up(folder: Path, done: bool) -> None:
    assert _opens(folder, OWNER) == [OWNER]
    made = folder / "new.hrdbackup"
    assert made.exists() or not done
    if made.exists():
        assert backups.verify(made, OWNER).cases == 1


def _restore(folder: Path) -> None:
    backups.restore(folder / "before.hrdbackup", OWNER, folder / "again.hrd", at=AT)


def _restored(folder: Path, done: bool) -> None:
    assert backups.verify(folder / "before.hrdbackup", OWNER).cases == 1
    made = folder / "again.hrd"
    assert made.exists() or not done
    if made.exists():
        assert _opens(folder, OWNER, path="again.hrd") == [OWNER]


def _export(folder: Path) -> None:
    _with(folder, lambda file: cases.export_case(file, CODE, folder / "out.json"))


def _exported(folder: Path, done: bool) -> None:
    made = folder / "out.json"
    assert made.exists() or not done
    if made.exists():
        assert read_case(made.read_bytes(), "out.json").code == CODE


def _packet(folder: Path) -> None:
    def act(file: files.CaseFile) -> None:
        with file.session() as session:
            case = stored.load(session, CODE)
        options = packets.default_options(case, ON, recipient="protect_defenders_eu")
        short = replace(options, parts=("transmittal", "contents"))
        packets.export(file, CODE, folder / "out.pdf", short, at=AT, by="A. B.")

    _with(folder, act)


def _printed(folder: Path, done: bool) -> None:
    made = folder / "out.pdf"
    assert made.exists() or not done
    if made.exists():
        assert made.read_bytes().rstrip().endswith(b"%%EOF")
    assert _opens(folder, OWNER) == [OWNER]


def _edit(folder: Path) -> None:
    _with(folder, lambda file: editing.change(file, CODE, [SetValue("case.note", "told at night")], at=AT, by="x"))


def _edited(folder: Path, done: bool) -> None:
    assert _opens(folder, OWNER) == [OWNER]
    with files.unlock(folder / "cases.hrd", OWNER) as file, file.session() as session:
        assert stored.load(session, CODE).note == "told at night" or not done


DEEDS = (
    Deed("change a passphrase", _change, _changed),
    Deed("add a passphrase", _add, _added),
    Deed("replace a passphrase", _replace, _replaced),
    Deed("revoke a passphrase", _revoke, _revoked),
    Deed("rename a slot", _rename, _renamed),
    Deed("back up", _back_up, _backed_up),
    Deed("restore", _restore, _restored),
    Deed("export as JSON", _export, _exported),
    Deed("export a packet", _packet, _printed),
    Deed("save an answer", _edit, _edited),
)

__all__ = ["DEEDS", "Deed", "HrdError", "seed"]
