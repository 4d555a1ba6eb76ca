"""What is seen of the curtain: a plain surface that says how to lift it, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.theme import GRID, role


class CurtainSurface(QFrame):
    """Lies over the whole of one window and grows with it."""

    lift_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAutoFillBackground(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.told = QLabel(self)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.lift_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        column.addWidget(self.told)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        role(self, "curtain")
        self._retranslate()
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def go(self) -> None:
        """The window is to be seen again."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        # A message is as large as what it shows, which is nothing now: it would shrink, and cut these words off.
        return (
            event.type() == QEvent.Type.LayoutRequest
            and watched is self._window
            and isinstance(self._window, QMessageBox)
        )

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "button"):
            self._retranslate()

    def _retranslate(self) -> None:
        self.told.setText(self.tr("Covered. Press F12 to go on."))
        self.button.setText(self.tr("Uncover"))
        self.button.setAccessibleDescription(self.told.text())  # the button has the keyboard: it is what is read out
