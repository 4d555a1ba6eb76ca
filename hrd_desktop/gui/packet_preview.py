"""The pages of a packet on the screen, from memory: nothing is written to the disk to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.pdf_parts import PdfPart, parts_of
from hrd_desktop.gui.print_dialog import PrintDialog
from hrd_desktop.gui.theme import GRID, icon

_LESS, _MORE = 1 / 1.25, 1.25
_SMALLEST, _LARGEST = 0.25, 5.0
_PART_LETTERS = 10  # letters of the list of parts


class PacketPreview(QWidget):
    """Turns pages and makes them larger; the pages themselves are painted by Qt in a thread of its own."""

    printing = Signal(int)
    """So many of the pages go to a printer now."""

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
        self.page_number, self.page_count = QLineEdit(self), QLabel(self)
        self.page_number.setValidator(QIntValidator(1, 99_999, self))
        self.page_number.returnPressed.connect(self._go_to_number)
        self.part = QuietCombo(self)
        self.part.setMinimumContentsLength(_PART_LETTERS)
        self.part.chosen.connect(lambda first: self.show_page(int(first)))
        self.file = QuietCombo(self)
        self.file.hide()
        self.file.chosen.connect(lambda number: self.show_pages(self._files[int(number)]))
        self._files: list[bytes] = []
        self._parts: list[PdfPart] = []
        bar = FlowBox(self)
        for widget in (
            self.previous, self.next, self.page_number, self.page_count, self.part,
            self.smaller, self.larger, self.fit, self.print,
        ):  # fmt: skip
            bar.flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.file)
        column.addWidget(bar)
        column.addWidget(self.pages, 1)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self._zoom(_LESS))
        self.larger.clicked.connect(lambda: self._zoom(_MORE))
        self.fit.clicked.connect(lambda: self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth))
        self.print.clicked.connect(lambda: PrintDialog.show_for(self.document, self.printing.emit, self))
        for keys, by in ((QKeySequence.StandardKey.ZoomIn, _MORE), (QKeySequence.StandardKey.ZoomOut, _LESS)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._zoom(by))
        self._fit_icons()
        self._retranslate()

    def show_files(self, files: Sequence[bytes]) -> None:
        """Show a packet of several files, one at a time; stays with the number of the file that was shown."""
        number = max(0, self.file.currentIndex()) if len(files) == len(self._files) else 0
        self._files = list(files)
        names = [self.tr("File {number} of {count}").format(number=n + 1, count=len(files)) for n in range(len(files))]
        self.file.fill([(str(n), name) for n, name in enumerate(names)], None)
        self.file.show_code(str(number))
        self.file.setVisible(len(files) > 1)
        self.show_pages(files[number])

    def show_pages(self, data: bytes) -> None:
        """Show a PDF at the page that was shown before, as far as it has one."""
        page = self.pages.pageNavigator().currentPage()
        self._close()
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
        self._files = []
        self.file.hide()
        self._close()

    def _close(self) -> None:
        self.document.close()
        self._parts = []
        self.part.fill([], None)
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._say_page()

    def turn(self, by: int) -> None:
        """Go forward or back by pages."""
        self.show_page(self.pages.pageNavigator().currentPage() + by)

    def _go_to_number(self) -> None:
        page = int(self.page_number.text()) - 1
        self.show_page(min(max(page, 0), self.document.pageCount() - 1))
        self._say_page()

    def show_page(self, page: int) -> None:
        """Go to a page, from 0, if there is such a one."""
        if 0 <= page < self.document.pageCount() and page != self.pages.pageNavigator().currentPage():
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
        for button in (self.previous, self.next, self.smaller, self.larger, self.print):
            button.setIconSize(QSize(side, side))
        self.page_number.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 4 * GRID)
        self.page_count.setFixedHeight(self.page_number.sizeHint().height())

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
        self.file.setAccessibleName(self.tr("File of the packet"))
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
        self.page_number.setText(str(page + 1) if count else "")
        self.page_count.setText(self.tr("of {count}").format(count=count) if count else "")
        here = next((part for part in reversed(self._parts) if part.first <= page), None)
        if here is not None:
            self.part.show_code(str(here.first))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)
        for widget in (self.smaller, self.larger, self.fit, self.print, self.page_number, self.part):
            widget.setEnabled(count > 0)
