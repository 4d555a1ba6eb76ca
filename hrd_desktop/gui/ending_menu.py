"""The menu of what ends: closing a case, erasing one, erasing the whole case file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu


class EndingMenu(QMenu):
    """A menu inside "File"; it speaks the language in use by itself."""

    close_case = Signal()
    erase_case = Signal()
    erase_file = Signal()

    def __init__(self, file_menu: QMenu) -> None:
        super().__init__(file_menu)
        file_menu.addMenu(self)
        self._close = self.addAction("")
        self._erase = self.addAction("")
        self.addSeparator()
        self._erase_file = self.addAction("")
        for entry, signal in (
            (self._close, self.close_case),
            (self._erase, self.erase_case),
            (self._erase_file, self.erase_file),
        ):
            entry.triggered.connect(signal)
        self._retranslate()

    def set_case(self, shown: bool) -> None:
        """Whether the page of a case is in front. The whole file can be erased at any time, also while it is locked."""
        for entry in (self._close, self._erase):
            entry.setEnabled(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Close and &erase"))
        self._close.setText(self.tr("&Close the case…"))
        self._erase.setText(self.tr("&Erase the case…"))
        self._erase_file.setText(self.tr("Erase the &whole case file…"))
