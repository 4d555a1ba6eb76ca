"""Keeps what is sealed covered in one case: what was sealed while it stood open closes with everything else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from hrd_desktop.core.sealed import seal_of
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.reveals import Reveals
from hrd_desktop.services import record

_SEALING = frozenset({"sealed", "hidden_from", "seal"})


class Seals(QObject):
    """Knows what has to be shown before a place is shown."""

    def __init__(self, case: OpenCase, reveals: Reveals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._reveals = reveals
        case.place_changed.connect(self._changed)
        reveals.changed.connect(self._opened)
        case.saving.connect(self._used)

    def of(self, place: str) -> str | None:
        """The key to ask `Reveals` for before showing what stands at a place; None for what is not sealed."""
        head = place.partition(".")[0]
        draft = self._case.drafts.get(head)
        if draft is not None:
            return head if any(draft.values.get(name) not in (None, [], False, "none") for name in _SEALING) else None
        key = seal_of(self._case.case, place)
        # An object around a sealed note shows its fields one by one: the note has its own cover.
        return None if key is not None and key.startswith(f"{place}.") else key

    def covers(self, place: str) -> bool:
        """Whether what stands at a place must not be seen now."""
        key = self.of(place)
        return key is not None and not self._reveals.shows(key)

    def _changed(self, place: str) -> None:
        key = self.of(place)
        head, _, name = place.rpartition(".")
        if key is None or (key == head and name not in _SEALING):
            return
        if place in _places_in_use():
            # Whoever seals something has it open and goes on working in it.
            self._reveals.show(key)
        elif not self._reveals.shows(key):
            self._reveals.changed.emit(key)

    def _opened(self, key: str) -> None:
        """What was sealed is shown: the record says so."""
        if self._reveals.shows(key) and (key.endswith(".private") or seal_of(self._case.case, key) == key):
            case = self._case
            noted = partial(record.looked, case.file, "sealed_note", at=case.now(), by=case.by, code=case.code)
            case.ask(partial(noted, place=key), lambda _nothing: None, case.failed.emit, self)

    def _used(self) -> None:
        keys = {self.of(place) for place in _places_in_use() if self._case.knows(place.partition(".")[0])}
        if any(key is not None and self._reveals.shows(key) for key in keys):
            self._reveals.touch()


def _places_in_use() -> list[str]:
    """The places of the fields, one in another, that have the keyboard."""
    found: list[str] = []
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        place = getattr(widget, "place", None)
        if isinstance(place, str) and place:
            found.append(place)
        widget = widget.parentWidget()
    return found
