"""Keys of a case file in words: what kind, whose, since when."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrd_desktop.services.keys import Kind, SlotInfo
from hrd_desktop.wording import Wording

translate = QCoreApplication.translate

_SHOWN = 6  # characters of an office key at its two ends


def kind(of: Kind) -> str:
    """What kind of key."""
    kinds: dict[Kind, str] = {
        "passphrase": translate("KeyWords", "Passphrase"),
        "recovery": translate("KeyWords", "Recovery code"),
        "office": translate("KeyWords", "Office key"),
    }
    return kinds[of]


def called(slot: SlotInfo) -> str:
    """A key in words: its kind, and its name if it has one."""
    return f"{kind(slot.kind)} · {slot.name}" if slot.name else kind(slot.kind)


def facts(slot: SlotInfo, words: Wording) -> str:
    """When it was made and tried, and which office key it is."""
    if slot.made_on is None:
        said = [translate("KeyWords", "The day it was made is not known.")]
    else:
        said = [translate("KeyWords", "Made on {day}.").format(day=words.day(slot.made_on))]
    if slot.kind == "recovery":
        if slot.rehearsed_on is None:
            said.append(translate("KeyWords", "Not tried since."))
        else:
            said.append(translate("KeyWords", "Last tried on {day}.").format(day=words.day(slot.rehearsed_on)))
    if slot.office:
        head, _, rest = slot.office.partition("1")
        short = f"{head}1{rest[:_SHOWN]}…{rest[-_SHOWN:]}"
        said.append(translate("KeyWords", "Key: {key}").format(key=short))
    return " ".join(said)
