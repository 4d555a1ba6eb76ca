"""Printing what is on the screen: which parts, one side or both; then the printing window of the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.gui.forms import fit, load_form
from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.pdf_parts import PdfPart, parts_of
from hrd_desktop.gui.print_run import PrintRun, prepared
from hrd_desktop.gui.theme import LEAST, icon, role

_WIDTH_IN_LETTERS = 60


class PrintDialog(QDialog):
    """Pages go from memory to the printer; there is no file in between."""

    begun = Signal(int)
    """So many pages go to the printer now."""

    sign: Sign
    warning: QLabel
    scroller: QScrollArea
    parts: QWidget
    both_sides: QCheckBox
    message: QLabel
    progress: QProgressBar
    close_button: QPushButton
    stop_button: QPushButton
    print_button: QPushButton

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[Sign])
        self._document = document
        self._run: PrintRun | None = None
        self.sign.show_icon("attention", "attention")
        self.print_button.setIcon(icon("print", "on_accent"))
        lines = self.parts.layout()
        assert isinstance(lines, QVBoxLayout)
        self.boxes: list[tuple[QCheckBox, PdfPart]] = []
        for part in parts_of(document):
            box = QCheckBox(self._name(part), self.parts)
            box.setChecked(True)
            box.setMinimumSize(QSize(0, LEAST))
            box.toggled.connect(lambda _: self._count())
            lines.addWidget(box)
            self.boxes.append((box, part))
        lines.addStretch(1)
        # Of one part or of one page there is nothing to choose.
        self.scroller.setVisible(len(self.boxes) > 1)
        self.both_sides.setVisible(document.pageCount() > 1)
        self.print_button.clicked.connect(self.print_pages)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)
        self.message.hide()
        self._working(on=False)
        self._count()
        fit(self, _WIDTH_IN_LETTERS)
        # The list has what is left, so that in a low window it gives way and not the warning.
        room = self.screen().availableSize().height() * 95 // 100
        more = self.parts.sizeHint().height() if len(self.boxes) > 1 else 0
        self.resize(self.width(), min(self.height() + more, room))
        if self.both_sides.isHidden():
            self.print_button.setFocus()  # there is nothing else to be done here

    @classmethod
    def show_for(cls, document: QPdfDocument, begun: Callable[[int], object], parent: QWidget | None = None) -> None:
        """Opens over its window and goes when it is closed; `begun` hears of the pages that are printed."""
        dialog = cls(document, parent)
        dialog.begun.connect(begun)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def chosen(self) -> list[int]:
        """The pages to be printed, each once, in order."""
        return sorted({page for box, part in self.boxes if box.isChecked() for page in part.pages})

    def print_pages(self) -> None:
        """Ask the system for a printer, then print what is chosen."""
        pages = self.chosen()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepared(printer, self._document.pagePointSize(pages[0]), both_sides=self.both_sides.isChecked())
        if self.choose_printer(printer):
            self._run = PrintRun(self._document, pages, printer, self)
            self._run.progressed.connect(self._advance)
            self._run.finished.connect(self._ended)
            self._working(on=True)
            self.begun.emit(len(pages))
            self._run.start()

    def choose_printer(self, printer: QPrinter) -> bool:
        """Show the printing window of the system. Whether the person went on."""
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        went_on = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return went_on

    def done(self, result: int) -> None:
        """Also when the window is locked: nothing more goes to the printer."""
        self._stop()
        super().done(result)

    def _name(self, part: PdfPart) -> str:
        if part.first == part.last:
            pages = self.tr("page {number}").format(number=part.first + 1)
        else:
            pages = self.tr("pages {first} to {last}").format(first=part.first + 1, last=part.last + 1)
        return f"{part.title or self.tr('Everything')} ({pages})"

    def _count(self) -> None:
        count = len(self.chosen())
        whole = self.tr("Print…") if len(self.boxes) == 1 else self.tr("Print (pages: {count})…")
        self.print_button.setText(whole.format(count=count))
        self.print_button.setEnabled(count > 0)

    def _advance(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _ended(self, whole: bool) -> None:
        count = self.progress.value()
        self._run = None
        self._working(on=False)
        if whole:
            said = self.tr("Sent to the printer: {count} pages. Fetch them at once.").format(count=count)
        else:
            said = self.tr("Stopped. Pages that the printer already had may still come out.")
        role(self.message, "clear" if whole else "attention")
        self.message.setText(said)
        self.message.show()

    def _working(self, *, on: bool) -> None:
        self.progress.setVisible(on)
        self.stop_button.setVisible(on)
        self.print_button.setVisible(not on)
        for widget in (self.parts, self.both_sides):
            widget.setEnabled(not on)
