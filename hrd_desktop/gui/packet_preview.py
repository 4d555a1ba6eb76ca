"""The pages of a packet on the screen, from memory: nothing is written to the disk to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hrd_desktop.gui.theme import GRID, icon, role

_LESS, _MORE = 1 / 1.25, 1.25
_SMALLEST, _LARGEST = 0.25, 5.0


class PacketPreview(QWidget):
    """Turns pages and makes them larger; the pages themselves are painted by Qt in a thread of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.pages = QPdfView(self)
        self.pages.setDocument(self.document)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.pageNavigator().currentPageChanged.connect(self._say_page)
        self.previous, self.next = self._button("up"), self._button("down")
        self.smaller, self.larger, self.fit = self._button("remove"), self._button("add"), QToolButton(self)
        self.page_number = QLabel(self)
        bar = QHBoxLayout()
        bar.setSpacing(GRID)
        for widget in (self.previous, self.next, self.page_number):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self.smaller, self.larger, self.fit):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self._zoom(_LESS))
        self.larger.clicked.connect(lambda: self._zoom(_MORE))
        self.fit.clicked.connect(lambda: self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth))
        for keys, by in ((QKeySequence.StandardKey.ZoomIn, _MORE), (QKeySequence.StandardKey.ZoomOut, _LESS)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._zoom(by))
        self._fit_icons()
        self._retranslate()

    def show_pages(self, data: bytes) -> None:
        """Show a PDF at the page that was shown before, as far as it has one."""
        page = self.pages.pageNavigator().currentPage()
        self.clear()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if 0 < page < self.document.pageCount():
            self.pages.pageNavigator().jump(page, QPointF(), 0)
        self._say_page()

    def clear(self) -> None:
        """Forget the pages."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._say_page()

    def turn(self, by: int) -> None:
        """Go forward or back by pages."""
        page = self.pages.pageNavigator().currentPage() + by
        if 0 <= page < self.document.pageCount():
            self.pages.pageNavigator().jump(page, QPointF(), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "page_number"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_icons()

    def _button(self, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(name))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return made

    def _fit_icons(self) -> None:
        side = self.fontMetrics().height()
        for button in (self.previous, self.next, self.smaller, self.larger):
            button.setIconSize(QSize(side, side))

    def _retranslate(self) -> None:
        for button, text in (
            (self.previous, self.tr("Previous page")),
            (self.next, self.tr("Next page")),
            (self.smaller, self.tr("Smaller")),
            (self.larger, self.tr("Larger")),
            (self.fit, self.tr("As wide as the window")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.fit.setText(self.tr("Fit"))
        self.pages.setAccessibleName(self.tr("Preview of the packet"))
        role(self.page_number, "small")
        self._say_page()

    def _zoom(self, by: float) -> None:
        now = self.pages.zoomFactor()
        if self.pages.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            now = self._fitted()
        self.pages.setZoomMode(QPdfView.ZoomMode.Custom)
        self.pages.setZoomFactor(min(max(now * by, _SMALLEST), _LARGEST))

    def _fitted(self) -> float:
        """How large the pages stand when they are as wide as the view; 1 is the size of paper on this screen."""
        margins = self.pages.documentMargins()
        room = self.pages.viewport().width() - margins.left() - margins.right()
        points = self.document.pagePointSize(max(0, self.pages.pageNavigator().currentPage())).width()
        return room / (points * self.logicalDpiX() / 72) if points > 0 and room > 0 else 1.0

    def _say_page(self) -> None:
        count, page = self.document.pageCount(), self.pages.pageNavigator().currentPage()
        text = self.tr("Page {number} of {count}").format(number=page + 1, count=count)
        self.page_number.setText(text if count else "")
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(count > 0)
