"""Pages of a PDF that lives in memory go to a printer, one at a time, without a file in between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_MOST_DPI = 400
"""Scans stand in a packet with so many dots to the inch; more would only take memory."""
_POINTS = 72


class PrintRun(QObject):
    """Prints page after page while the window goes on living; can be stopped between two pages."""

    progressed = Signal(int, int)
    finished = Signal(bool)
    """Whether everything went to the printer."""

    def __init__(
        self, document: QPdfDocument, pages: Sequence[int], printer: QPrinter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pages = list(pages)
        self._printer = printer
        self._done = 0
        self._painter = QPainter()
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; `finished` tells the end."""
        if not self._pages or not self._painter.begin(self._printer):
            self.finished.emit(False)
            return
        self.progressed.emit(0, len(self._pages))
        self._step.start()

    def stop(self) -> None:
        """Print no further page; what has left for the printer has left."""
        if self._painter.isActive():
            self._step.stop()
            self._printer.abort()
            self._painter.end()
            self.finished.emit(False)

    def _next(self) -> None:
        if self._done and not self._printer.newPage():
            self.stop()
            return
        self._draw(self._pages[self._done])
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._step.stop()
            self.finished.emit(self._painter.end())

    def _draw(self, page: int) -> None:
        points = self._document.pagePointSize(page)
        paper = self._printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
        # As large as it was made, unless the paper is smaller; in the middle of the sheet.
        scale = min(1.0, paper.width() / points.width(), paper.height() / points.height())
        per_point = self._printer.resolution() / _POINTS
        size = QSizeF(points.width() * scale * per_point, points.height() * scale * per_point)
        left = (paper.width() * per_point - size.width()) / 2
        top = (paper.height() * per_point - size.height()) / 2
        self._painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image(page, points))

    def _image(self, page: int, points: QSizeF) -> QImage:
        dots = min(self._printer.resolution(), _MOST_DPI) / _POINTS
        drawn = self._document.render(page, QSize(round(points.width() * dots), round(points.height() * dots)))
        # A page has no ground of its own: what is not drawn is paper.
        sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
        sheet.fill(0xFFFFFFFF)
        painter = QPainter(sheet)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return sheet


def prepared(printer: QPrinter, points: QSizeF, *, both_sides: bool) -> None:
    """Set a printer to the size of the pages, to their whole sheet, and to one side or both."""
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setFullPage(True)
    duplex = QPrinter.DuplexMode.DuplexLongSide if both_sides else QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(duplex)
    # The name of the task is shown in the queue of the printer, where anybody may see it.
    printer.setDocName("HRD Desktop")
