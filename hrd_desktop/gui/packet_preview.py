"""The pages of a packet on the screen, from memory: nothing is written to the disk to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.pdf_parts import PdfPart, parts_of
from hrd_desktop.gui.print_dialog import PrintDialog
from hrd_desktop.gui.theme import GRID, icon

_LESS, _MORE = 1 / 1.25, 1.25
_SMALLEST, _LARGEST = 0.25, 5.0
_ROOMY = 52  # letters from which the bar has room for the list of parts


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
        self.print = self._button("print")
        self.page_number, self.page_count = QSpinBox(self), QLabel(self)
        self.page_number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.page_number.setKeyboardTracking(False)
        self.page_number.valueChanged.connect(lambda number: self.show_page(number - 1))
        self.part = QuietCombo(self)
        self.part.setMinimumContentsLength(6)
        self.part.chosen.connect(lambda first: self.show_page(int(first)))
        self.part.hide()  # until there is room
        self._parts: list[PdfPart] = []
        bar = QHBoxLayout()
        bar.setSpacing(GRID)
        for widget in (self.previous, self.next, self.page_number, self.page_count):
            bar.addWidget(widget)
        bar.addWidget(self.part, 2)
        bar.addStretch(1)
        for widget in (self.smaller, self.larger, self.fit, self.print):
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
        self.print.clicked.connect(lambda: PrintDialog.show_for(self.document, self))
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
        self._parts = parts_of(self.document)
        self.part.fill([(str(part.first), part.title or self.tr("Everything")) for part in self._parts], None)
        if 0 < page < self.document.pageCount():
            self.pages.pageNavigator().jump(page, QPointF(), 0)
        self._say_page()

    def clear(self) -> None:
        """Forget the pages."""
        self.document.close()
        self._parts = []
        self.part.fill([], None)
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._say_page()

    def turn(self, by: int) -> None:
        """Go forward or back by pages."""
        self.show_page(self.pages.pageNavigator().currentPage() + by)

    def show_page(self, page: int) -> None:
        """Go to a page, from 0, if there is such a one."""
        if 0 <= page < self.document.pageCount() and page != self.pages.pageNavigator().currentPage():
            self.pages.pageNavigator().jump(page, QPointF(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "page_number"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_icons()
            self._fit_bar()

    def _button(self, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(name))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return made

    def _fit_icons(self) -> None:
        side = self.fontMetrics().height()
        for button in (self.previous, self.next, self.smaller, self.larger, self.print):
            button.setIconSize(QSize(side, side))

    def _fit_bar(self) -> None:
        self.part.setVisible(self.width() >= self.fontMetrics().averageCharWidth() * _ROOMY)

    def _retranslate(self) -> None:
        for button, text in (
            (self.previous, self.tr("Previous page")),
            (self.next, self.tr("Next page")),
            (self.smaller, self.tr("Smaller")),
            (self.larger, self.tr("Larger")),
            (self.fit, self.tr("As wide as the window")),
            (self.print, self.tr("Print…")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.fit.setText(self.tr("Fit"))
        self.pages.setAccessibleName(self.tr("Preview of the packet"))
        self.page_number.setAccessibleName(self.tr("Page"))
        self.part.setAccessibleName(self.tr("Go to a part"))
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
        with QSignalBlocker(self.page_number):
            self.page_number.setRange(min(1, count), max(1, count))
            self.page_number.setValue(page + 1)
        self.page_count.setText(self.tr("of {count}").format(count=count) if count else "")
        here = next((part for part in reversed(self._parts) if part.first <= page), None)
        if here is not None:
            self.part.show_code(str(here.first))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)
        for widget in (self.smaller, self.larger, self.fit, self.print, self.page_number, self.part):
            widget.setEnabled(count > 0)
