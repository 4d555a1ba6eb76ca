"""The packet window at a desk: it answers the question for a file by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from hrd_desktop.gui.leave_dialog import Leaving
from hrd_desktop.gui.packet_dialog import PacketDialog
from hrd_desktop.services import packets
from hrd_desktop.services.delivery import Closing
from tests.gui.case_desk import Desk

Made = tuple[Desk, PacketDialog]


class Chosen(PacketDialog):
    """Answers the question for a file by itself."""

    path: Path | None = None
    typed = "ProtectDefenders.eu"
    closing = Closing()

    def ask_how_it_leaves(self, options: packets.PacketOptions) -> Leaving | None:
        return Leaving(self.closing, self.typed)

    def choose_file(self, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.path


# The form of a class bears its name; the answering one is drawn from the same form.
Chosen.__name__ = "PacketDialog"


def previewed(desk: Desk, dialog: PacketDialog) -> None:
    """Wait until the pages of what is chosen are on the screen."""
    desk.qtbot.waitUntil(lambda: not dialog.progress.isVisible() and dialog.preview.document.pageCount() > 0)


def choose(dialog: PacketDialog, box: str, code: str) -> None:
    """Choose in a list as a person does."""
    combo = getattr(dialog, box)
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def exported(desk: Desk, dialog: Chosen, path: Path) -> None:
    dialog.path = path
    desk.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: dialog.export_button.isVisible() and not dialog.progress.isVisible())
