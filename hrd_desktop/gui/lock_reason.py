"""Why the program is locked, in plain words on the page that unlocks it; nothing of a case is in them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.errors import Damaged, DiskFull, OnlyOnSecondDisk

Reason = Literal["hand", "idle", "sleep", "lid", "screen", "switch", "logoff", "erase"]
Packet = Literal["none", "finishing", "stopped"]
"""What becomes of a packet that is being written."""
NoBackup = Literal["", "full", "damaged", "other", "second", "here"]
"""Why the last backup is missing: no room, the case file is damaged, anything else; only the second disk has none;
only this computer has none."""
AT_ONCE: frozenset[Reason] = frozenset({"sleep", "lid", "logoff", "erase"})
"""After these the computer may be off in a moment: nothing is finished first."""


class LockReason(QLabel):
    """Empty, and not there, before anything was locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason: Reason | None = None
        self._minutes = 0
        self._packet: Packet = "none"
        self._failed = self._backing_up = self._leaving = self._stayed = False
        self._no_backup: NoBackup = ""
        self.setWordWrap(True)
        self._show()

    def tell(self, reason: Reason, minutes: int = 0, *, packet: Packet = "none") -> None:
        """Why it was locked; `minutes` is the time without a touch that was allowed."""
        self._reason, self._minutes, self._packet, self._failed = reason, minutes, packet, False
        self._no_backup, self._stayed = "", False
        self._show()

    def back_up(self, *, leaving: bool = False) -> None:
        """A backup is made before the key goes; `leaving`: before the window closes."""
        self._backing_up = True
        self._leaving = self._leaving or leaving
        self._show()

    def backup_failed(self, error: object, second_only: bool) -> None:
        """The last backup could not be made, and a window that was to close stays to say so.

        Said by the kind of `error` alone: its own sentence names a file.
        """
        self._stayed = self._leaving
        self._no_backup = (
            "second" if second_only
            else "here" if isinstance(error, OnlyOnSecondDisk)
            else "full" if isinstance(error, DiskFull)
            else "damaged" if isinstance(error, Damaged)
            else "other"
        )  # fmt: skip
        self._backing_up = self._leaving = False
        self._show()

    def finished(self) -> None:
        """Nothing is being finished any more: the key is gone."""
        if self._packet == "finishing":
            self._packet = "none"
        self._backing_up = self._leaving = False
        self._show()

    def failed(self) -> None:
        """Something that was still under way did not succeed. What it was, an open case file may tell."""
        self._failed = True
        self._show()

    def forget(self) -> None:
        """The case file is open."""
        self._reason, self._packet, self._no_backup = None, "none", ""
        self._failed = self._backing_up = self._leaving = self._stayed = False
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_failed"):
            self._show()

    def _show(self) -> None:
        parts = [self._why()]
        if self._packet == "finishing":
            parts.append(self.tr("Finishing a packet, then locked."))
        elif self._packet == "stopped":
            parts.append(
                self.tr(
                    "A packet was being written and was stopped. Look whether its file is there "
                    "before you send anything."
                )
            )
        if self._leaving:
            parts.append(self.tr("Making a backup, then the program closes. Close the window once more to leave "
                                 "without it."))  # fmt: skip
        elif self._backing_up:
            parts.append(self.tr("Making a backup, then locked."))
        if self._failed and self._reason != "erase":  # nobody waits for that any more
            parts.append(self.tr("What was under way has not been finished."))
        if self._no_backup:
            parts.append(self._what_of_the_backup())
        if self._stayed:
            parts.append(self.tr("The window stayed open to tell you this. Close it once more to leave."))
        self.setText("\n".join(part for part in parts if part))
        self.setVisible(bool(self.text()))

    def _why(self) -> str:
        match self._reason:
            case "hand":
                return self.tr("Locked: you locked it.")
            case "idle" if self._minutes == 1:
                return self.tr("Locked: nobody touched the program for a minute.")
            case "idle":
                return self.tr("Locked: nobody touched the program for {count} minutes.").format(count=self._minutes)
            case "sleep":
                return self.tr("Locked: the computer went to sleep.")
            case "lid":
                return self.tr("Locked: the lid was closed.")
            case "screen":
                return self.tr("Locked: the screen was locked.")
            case "switch":
                return self.tr("Locked: somebody else took over the computer.")
            case "logoff":
                return self.tr("Locked: the computer was being shut down, or its user signed out.")
        return ""

    def _what_of_the_backup(self) -> str:
        match self._no_backup:
            case "full":
                return self.tr(
                    "The last backup was not made: the disk for backups on this computer is full. What was typed is "
                    "saved. Make room, then open the file: it is backed up soon after."
                )
            case "damaged":
                return self.tr(
                    "The last backup was not made: something in the case file is damaged. Keep the older backups and "
                    "open the file: the program shows what can be had back."
                )
            case "second":
                return self.tr(
                    "The last backup is on this computer, but not on the second disk. Look whether that is full or "
                    "was pulled out too early; then open the file and choose Back up now."
                )
            case "here":
                return self.tr(
                    "The last backup is only on the second disk: this computer has no room for it. Make room."
                )
        return self.tr(
            "The last backup was not made. What was typed is saved. Open the file: the page Backups says what is in "
            "the way."
        )
