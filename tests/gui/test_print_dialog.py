"""Printing from the preview: chosen parts, both sides, pages from memory; stopping; what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from hrd_desktop.gui.pdf_parts import parts_of
from hrd_desktop.gui.print_dialog import PrintDialog
from hrd_desktop.gui.print_run import prepared
from hrd_desktop.packet.recovery_sheet import write_recovery_sheet
from hrd_desktop.services import packets


class Chosen(PrintDialog):
    """Answers the window of the system: a printer that writes into a file, for the test to look at."""

    out: Path | None = None
    printer: QPrinter | None = None

    def choose_printer(self, printer: QPrinter) -> bool:
        self.printer = printer
        if self.out is None:
            return False
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(150)
        printer.setOutputFileName(str(self.out))
        return True


Chosen.__name__ = "PrintDialog"


def loaded(data: bytes, parent: object) -> QPdfDocument:
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


@pytest.fixture
def dialog(desk, qapp, show) -> Chosen:
    options = packets.default_options(desk.case.case, desk.today)
    made = Chosen(loaded(packets.preview(desk.case.case, options).data, qapp))
    show(made)
    return made


def test_of_one_page_there_is_nothing_to_choose(qapp, show):
    made = Chosen(loaded(write_recovery_sheet("ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567", "letter").data, qapp))
    show(made)
    assert made.scroller.isHidden()
    assert made.both_sides.isHidden()
    assert made.print_button.text() == "Print…"
    assert made.print_button.hasFocus()
    assert made.chosen() == [0]


def tick(dialog: PrintDialog, *titles: str) -> None:
    for box, part in dialog.boxes:
        box.setChecked(any(title in part.title for title in titles))


def ink(image: QImage) -> int:
    """How many dots of a small gray copy are dark."""
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)  # a page has no ground of its own
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    small = sheet.convertToFormat(QImage.Format.Format_Grayscale8).scaled(QSize(170, 220))
    return sum(small.pixelColor(x, y).lightness() < 200 for x in range(170) for y in range(220))


def test_the_parts_are_those_of_the_packet_each_with_its_pages(dialog) -> None:
    said = [box.text() for box, _ in dialog.boxes]
    assert said[0] == "Transmittal (page 1)"
    assert any(text.startswith("2  Persons (pages ") for text in said)
    pages = [page for _, part in dialog.boxes for page in part.pages]
    assert sorted(set(pages)) == list(range(dialog._document.pageCount()))
    assert dialog.print_button.text() == f"Print (pages: {dialog._document.pageCount()})…"


def test_chosen_parts_go_to_the_printer_and_look_as_on_the_screen(dialog, tmp_path, qtbot) -> None:
    tick(dialog, "Transmittal", "Case summary")
    summary = next(part for _, part in dialog.boxes if "Case summary" in part.title)
    assert dialog.chosen() == [0, summary.first]
    dialog.out = tmp_path / "printed.pdf"
    with qtbot.waitSignal(dialog.begun) as begun:
        dialog.print_button.click()
    assert begun.args == [2]
    assert dialog.printer.docName() == "HRD Desktop"
    qtbot.waitUntil(dialog.message.isVisible)
    assert dialog.message.text() == "Sent to the printer: 2 pages. Fetch them at once."
    printed = loaded(dialog.out.read_bytes(), dialog)
    assert printed.pageCount() == 2
    assert printed.pagePointSize(0).width() == pytest.approx(612, abs=1)
    for there, here in ((0, 0), (1, summary.first)):
        size = QSize(850, 1100)
        was, now = ink(dialog._document.render(here, size)), ink(printed.render(there, size))
        assert now == pytest.approx(was, rel=0.3)


class Told(QPrinter):
    """Remembers what it was told: a printer that writes files knows no sides."""

    sides: QPrinter.DuplexMode | None = None

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


@pytest.mark.parametrize(
    ("both", "sides"), [(True, QPrinter.DuplexMode.DuplexLongSide), (False, QPrinter.DuplexMode.DuplexNone)]
)
def test_one_side_or_both_and_the_whole_sheet(qapp, both, sides) -> None:
    printer = Told()
    prepared(printer, QSizeF(595.3, 841.9), both_sides=both)
    assert printer.sides == sides
    assert printer.fullPage()
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.docName() == "HRD Desktop"


def test_nothing_chosen_cannot_be_printed_and_no_printer_means_no_pages(dialog) -> None:
    tick(dialog)
    assert not dialog.print_button.isEnabled()
    tick(dialog, "Persons")
    dialog.print_button.click()
    assert dialog.printer is not None
    assert not dialog.progress.isVisible()
    assert not dialog.message.isVisible()


def test_stopping_says_that_some_pages_may_come_out(dialog, tmp_path) -> None:
    dialog.out = tmp_path / "printed.pdf"
    dialog.print_button.click()
    assert dialog.stop_button.isVisible()
    dialog.stop_button.click()
    assert dialog.message.text().startswith("Stopped.")
    assert dialog.print_button.isVisible()


def test_locking_stops_the_printing(dialog, tmp_path) -> None:
    dialog.out = tmp_path / "printed.pdf"
    dialog.print_button.click()
    dialog.done(0)
    assert not dialog.isVisible()
    assert dialog._run is None


def test_a_warning_stands_above_everything(dialog) -> None:
    assert "keep a copy" in dialog.warning.text()
    assert dialog.warning.isVisible()


def test_a_file_without_bookmarks_is_one_part(qapp, tmp_path) -> None:
    out = tmp_path / "plain.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    painter = QPainter(printer)
    painter.drawText(100, 100, "one")
    printer.newPage()
    painter.drawText(100, 100, "two")
    painter.end()
    document = loaded(out.read_bytes(), qapp)
    assert [(part.title, list(part.pages)) for part in parts_of(document)] == [("", [0, 1])]
