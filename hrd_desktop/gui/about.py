"""What the program is, in a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hrd_desktop import __version__


class AboutBox(QMessageBox):
    """Name, edition, and what the program does and does not do; forgets itself when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About HRD Desktop"))
        self.setText(self.tr("HRD Desktop {version}").format(version=__version__))
        self.setInformativeText(
            self.tr(
                "Case files and referral packets for human rights defenders. It works without a network and sends "
                "nothing anywhere. It helps to prepare a case; it decides nothing and gives no legal advice."
            )
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
