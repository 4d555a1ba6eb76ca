"""A packet as it was sent, on the screen: the very bytes that are kept, from memory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.packet_preview import PacketPreview


class KeptPacketDialog(QDialog):
    """Its files in a list where there are several; a copy is asked of whoever opened it."""

    copy_asked = Signal()

    heading: QLabel
    file: QuietCombo
    preview: PacketPreview
    copy_button: QPushButton
    close_button: QPushButton

    def __init__(self, title: str, files: Sequence[tuple[str, bytes]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[PacketPreview, QuietCombo])
        self.heading.setText(title)
        self._files = dict(files)
        self.file.fill([(name, name) for name in self._files], None)
        self.file.setVisible(len(self._files) > 1)
        self.file.chosen.connect(self._show)
        self.copy_button.clicked.connect(self.copy_asked)
        self.close_button.clicked.connect(self.accept)
        room = self.screen().availableSize() * 0.9
        self.resize(self.size().boundedTo(room))
        if self._files:
            first = next(iter(self._files))
            self.file.show_code(first)
            self._show(first)

    def done(self, result: int) -> None:
        """Also when the window is locked: the pages are forgotten."""
        self.preview.clear()
        self._files = {}
        super().done(result)

    def _show(self, name: str) -> None:
        self.preview.show_pages(self._files[name])
