"""The packet on the screen before it goes on paper: choose, look, export. The preview lives in memory alone."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, Qt, QTimer, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.judgement import item_place
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.tasks import Task, Tasks
from hrd_desktop.gui.theme import role
from hrd_desktop.services import checking, packets
from hrd_desktop.services.packets import Obstacle, PacketFile, PacketOptions
from hrd_desktop.wording import wording

_ITEM_ROLE = Qt.ItemDataRole.UserRole


class PacketDialog(QDialog):
    """Partner, language, paper and draft on the left, the pages on the right, export below.

    `asked_for` carries a place of the case when the person follows an obstacle to where it can be mended.
    """

    asked_for = Signal(str)

    options_scroll: QScrollArea
    heading: QLabel
    partner: QComboBox
    language: QComboBox
    paper: QComboBox
    draft: QCheckBox
    draft_hint: QLabel
    verdict: QLabel
    obstacles: QListWidget
    message: QLabel
    progress: QProgressBar
    export_button: QPushButton
    cancel_button: QPushButton
    close_button: QPushButton
    previous_page: QPushButton
    next_page: QPushButton
    page_number: QLabel
    pages: QPdfView

    def __init__(self, open_case: OpenCase, tasks: Tasks, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[QPdfView])
        self._open = open_case
        self._tasks = tasks
        self._lang = lang
        self._task: Task | None = None
        self._exporting = False
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self.pages.setDocument(self._document)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.pageNavigator().currentPageChanged.connect(self._say_page)
        role(self.heading, "heading")
        role(self.draft_hint, "small")
        role(self.verdict, "strong")
        role(self.export_button, "primary")
        self._fill()
        for box in (self.partner, self.language, self.paper):
            box.currentIndexChanged.connect(self._changed)
        self.draft.toggled.connect(self._changed)
        self.export_button.clicked.connect(self._export)
        self.cancel_button.clicked.connect(self._cancel)
        self.close_button.clicked.connect(self.reject)
        self.previous_page.clicked.connect(lambda: self._turn(-1))
        self.next_page.clicked.connect(lambda: self._turn(1))
        self.obstacles.itemActivated.connect(self._follow)
        self.obstacles.itemClicked.connect(self._follow)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._preview)
        self._working(False)
        self._changed()

    @classmethod
    def ask(cls, open_case: OpenCase, tasks: Tasks, lang: str, parent: QWidget | None = None) -> str:
        """Show the dialog until it is closed; the place the person wants to go to, or an empty text."""
        dialog = cls(open_case, tasks, lang, parent)
        places: list[str] = []
        dialog.asked_for.connect(places.append)
        dialog.exec()
        dialog.deleteLater()
        return places[-1] if places else ""

    def options(self) -> PacketOptions:
        """What is chosen now, on the day of the assessment."""
        base = packets.default_options(self._open.case, self._open.today, language=self._lang)
        return replace(
            base,
            recipient=self.partner.currentData() or "",
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            draft=self.draft.isChecked(),
        )

    def _fill(self) -> None:
        words = wording("fr" if self._lang == "fr" else "en")
        case = self._open.case
        known = list(checking.pack_on(self._open.today).partners)
        if case.partner and case.partner not in known:
            known.append(case.partner)
        if not case.partner:
            self.partner.addItem(self.tr("Not chosen yet"), "")
        for code in known:
            self.partner.addItem(words.code("partner", code), code)
        self.partner.setCurrentIndex(max(0, self.partner.findData(case.partner)))
        for code in ("en", "fr"):
            self.language.addItem(words.code("official_language", code), code)
        self.language.setCurrentIndex(max(0, self.language.findData(case.packet_language or self._lang)))
        self.paper.addItem(self.tr("Letter (Canada)"), "letter")
        self.paper.addItem(self.tr("A4"), "a4")

    def _changed(self) -> None:
        options = self.options()
        found = packets.obstacles(self._open.case, self._open.assessment, options)
        self._list(found)
        if found:
            self.verdict.setText(self.tr("This packet cannot be sent yet:"))
        elif options.draft:
            self.verdict.setText(self.tr("A draft can be exported for the desk."))
        else:
            self.verdict.setText(self.tr("Nothing stands against sending this packet."))
        self.export_button.setEnabled(not found)
        self._soon.start()

    def _list(self, found: list[Obstacle]) -> None:
        self.obstacles.clear()
        words = wording("fr" if self._lang == "fr" else "en")
        for obstacle, line in zip(found, packets.reasons(found, self._open.today, words), strict=True):
            entry = QListWidgetItem(line, self.obstacles)
            place = "case.partner"
            if obstacle.item is not None:
                place = item_place(obstacle.item.id, obstacle.item.person)
            entry.setData(_ITEM_ROLE, place)
            entry.setToolTip(self.tr("Go to the place"))
        self.obstacles.setVisible(bool(found))

    def _follow(self, entry: QListWidgetItem) -> None:
        self.asked_for.emit(entry.data(_ITEM_ROLE))
        self.accept()

    # Preview

    def _preview(self) -> None:
        if self._exporting:
            return
        self._cancel()
        options = self.options()
        if packets.obstacles(self._open.case, self._open.assessment, options):
            # What cannot be sent is never shown as if it could.
            options = replace(options, draft=True)
        work = partial(packets.preview, copy.deepcopy(self._open.case), options)
        self.message.setText(self.tr("Setting the pages..."))
        self._task = self._tasks.pool(work, done=self._show, failed=self._failed, progress=self._say_progress)
        self.progress.show()

    def _show(self, packet: PacketFile) -> None:
        self._working(False)
        page = self.pages.pageNavigator().currentPage()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(packet.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.pages.pageNavigator().jump(min(page, max(0, packet.pages - 1)), QPointF(), 0)
        self._say_page()
        self.message.setText(self._about_glyphs(packet))

    def _about_glyphs(self, packet: PacketFile) -> str:
        if not packet.missing:
            return ""
        return self.tr("No font has these characters; a box stands in their place: {characters}").format(
            characters=" ".join(packet.missing)
        )

    def _turn(self, by: int) -> None:
        navigator = self.pages.pageNavigator()
        page = navigator.currentPage() + by
        if 0 <= page < self._document.pageCount():
            navigator.jump(page, QPointF(), 0)

    def _say_page(self) -> None:
        count, page = self._document.pageCount(), self.pages.pageNavigator().currentPage()
        self.page_number.setText(self.tr("Page {number} of {count}").format(number=page + 1, count=count))
        self.previous_page.setEnabled(page > 0)
        self.next_page.setEnabled(page + 1 < count)

    # Export

    def _export(self) -> None:
        options = self.options()
        # The name of the file says the case code and the word packet, never a person's name.
        suggested = str(Path.home() / f"{self._open.code}-packet{'-draft' if options.draft else ''}.pdf")
        chosen = self.choose_file(suggested)
        if not chosen:
            return
        self._cancel()
        self._exporting = True
        self._working(True)
        self.message.setText(self.tr("Writing the packet..."))
        work = partial(packets.export, self._open.file, self._open.code, Path(chosen), options)
        self._task = self._tasks.database(
            work, done=partial(self._written, chosen), failed=self._failed, progress=self._say_progress, owner=self
        )

    def choose_file(self, suggested: str) -> str:
        """Ask where to write; an empty text if the person thinks better of it."""
        return QFileDialog.getSaveFileName(self, self.tr("Export the packet"), suggested, self.tr("PDF (*.pdf)"))[0]

    def _written(self, path: str, packet: PacketFile) -> None:
        self._exporting = False
        self._working(False)
        self.message.setText(
            self.tr(
                "Written: {count} pages, {path}. This file is not encrypted: send it safely, then delete it."
            ).format(count=packet.pages, path=path)
        )

    def _say_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _failed(self, error: Exception) -> None:
        self._exporting = False
        self._working(False)
        if isinstance(error, Cancelled):
            self.message.setText(self.tr("Stopped. Nothing was written."))
        else:
            self.message.setText(sentence(error, self._lang))

    def _cancel(self) -> None:
        if self._task is not None and self._task.running:
            self._task.cancel()
            if not self._exporting:
                # An older preview has nothing to say any more.
                self._task.done.disconnect()
                self._task.failed.disconnect()
        if not self._exporting:
            self._task = None

    def _working(self, writing: bool) -> None:
        self.progress.setVisible(writing)
        self.cancel_button.setVisible(writing)
        self.export_button.setVisible(not writing)
        for box in (self.partner, self.language, self.paper, self.draft):
            box.setEnabled(not writing)

    def done(self, result: int) -> None:
        """Stop what is under way; an export in progress is cancelled and leaves no file."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Say the texts made in code again after a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._changed()
