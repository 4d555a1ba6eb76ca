"""The packet on the screen before it goes on paper: choose, look, export. The preview lives in memory alone."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from hrd_desktop import paths
from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.judgement import item_place, sign_of, title_of
from hrd_desktop.gui.line_button import LinkList, Sign
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.packet_preview import PacketPreview
from hrd_desktop.gui.review_lines import Line
from hrd_desktop.gui.tasks import Task, Tasks
from hrd_desktop.gui.theme import role
from hrd_desktop.services import checking, packets
from hrd_desktop.services.packets import Obstacle, PacketFile, PacketOptions

_NARROW, _WIDE = 30, 44  # letters in a line of the choices, at least and at most
_PAUSE = 60  # milliseconds: the window is drawn, and quick choices are over, before the pages are set


class PacketDialog(QDialog):
    """Partner, language, paper and draft on the left, with what stands against sending; the pages on the right.

    `asked_for` carries a place of the case when the person follows an obstacle to where it can be mended.
    """

    asked_for = Signal(str)

    choices: QWidget
    options_scroll: QScrollArea
    heading: QLabel
    verdict_sign: Sign
    verdict: QLabel
    obstacles: LinkList
    partner: QuietCombo
    language: QuietCombo
    paper: QuietCombo
    draft: QCheckBox
    draft_hint: QLabel
    message: QLabel
    progress: QProgressBar
    export_button: QPushButton
    cancel_button: QPushButton
    close_button: QPushButton
    preview: PacketPreview

    def __init__(self, context: FieldContext, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[LinkList, PacketPreview, QuietCombo, Sign])
        self._context = context
        self._tasks = tasks
        self._on = context.case.today
        self._assessment = checking.assess_case(context.case.case, self._on)
        self._task: Task | None = None
        self._exporting = self._closing = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._typeset)
        self._fill()
        for box in (self.partner, self.language, self.paper):
            box.chosen.connect(lambda _code: self._changed())
        self.draft.toggled.connect(self._changed)
        self.obstacles.asked.connect(self._follow)
        self.export_button.clicked.connect(self._export)
        self.cancel_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)
        self._say("")
        self._working(writing=False)
        self._fit()
        self._changed()

    @classmethod
    def ask(cls, context: FieldContext, tasks: Tasks, parent: QWidget | None = None) -> str:
        """Show the dialog until it is closed; the place the person wants to go to, or an empty text."""
        dialog = cls(context, tasks, parent)
        places: list[str] = []
        dialog.asked_for.connect(places.append)
        dialog.exec()
        dialog.deleteLater()
        return places[-1] if places else ""

    def options(self) -> PacketOptions:
        """What is chosen now, for today."""
        base = packets.default_options(self._context.case.case, self._on)
        return replace(
            base,
            recipient=self.partner.currentData() or "",
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            draft=self.draft.isChecked(),
        )

    def _fill(self) -> None:
        words, case = self._context.words, self._context.case.case
        known = list(checking.pack_on(self._on).partners)
        if case.partner and case.partner not in known:
            known.append(case.partner)
        nothing = None if case.partner else self.tr("Not chosen yet")
        self.partner.fill([(code, words.code("partner", code)) for code in known], nothing)
        self.partner.show_code(case.partner)
        self.language.fill([(code, words.code("official_language", code)) for code in ("en", "fr")], None)
        self.language.show_code(case.packet_language or words.lang)
        self.paper.fill([("letter", self.tr("Letter (Canada)")), ("a4", self.tr("A4"))], None)
        self.paper.show_code("letter")

    # What stands against it

    def _changed(self) -> None:
        options = self.options()
        found = packets.obstacles(self._context.case.case, self._assessment, options)
        lines = [self._line(obstacle) for obstacle in found]
        self.obstacles.fill(lines)
        self.obstacles.setVisible(bool(lines))
        if found:
            self.verdict_sign.show_icon("stop", "stop")
            self.verdict.setText(
                self.tr("This packet cannot be sent yet, for the reasons above. It is shown as a draft.")
            )
        elif options.draft:
            self.verdict_sign.show_icon("info", "quiet")
            self.verdict.setText(self.tr("This draft may be exported for the desk."))
        else:
            self.verdict_sign.show_icon("done", "clear")
            self.verdict.setText(self.tr("Nothing stands against sending this packet."))
        self.export_button.setEnabled(not found)
        self._soon.start()

    def _line(self, obstacle: Obstacle) -> Line:
        words, item = self._context.words, obstacle.item
        if item is None:
            (text,) = packets.reasons([obstacle], self._on, words)
            return "case.partner", text, "", ("stop", "stop")
        title = title_of(self._context, item.id)
        if item.person:
            title = f"{title} · {self._context.row_label(item.person)}"
        return item_place(item.id, item.person), title, checking.sentence(item.why, self._on, words), sign_of(item)

    def _follow(self, place: str) -> None:
        self.asked_for.emit(place)
        self.accept()

    # Preview

    def _typeset(self) -> None:
        if self._exporting:
            return
        self._drop()
        options = self.options()
        if packets.obstacles(self._context.case.case, self._assessment, options):
            # What cannot be sent is never shown as if it could.
            options = replace(options, draft=True)
        self._say(self.tr("Setting the pages..."))
        self._run(
            self._tasks.pool, partial(packets.preview, copy.deepcopy(self._context.case.case), options), self._show
        )

    def _show(self, packet: PacketFile) -> None:
        self.preview.show_pages(packet.data)
        self._say("")
        if packet.missing:
            self._say(
                self.tr("No font has these characters; a box stands in their place: {characters}").format(
                    characters=" ".join(packet.missing)
                ),
                "attention",
            )

    # Export

    def _export(self) -> None:
        options = self.options()
        # The name of the file says the case code and the word packet, never a person's name.
        name = f"{self._context.case.code}-packet{'-draft' if options.draft else ''}.pdf"
        chosen = self.choose_file(paths.documents() / name)
        if chosen is None:
            return
        self._drop()
        self._exporting = True
        self._working(writing=True)
        self._say(self.tr("Writing the packet..."))
        work = partial(packets.export, self._context.case.file, self._context.case.code, chosen, options)
        self._run(self._tasks.database, work, partial(self._written, chosen, options.draft))

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write; asks again before it names a file that is there. None if the person thinks better."""
        dialog = QFileDialog(self, self.tr("Export the packet"), str(suggested.parent), self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _written(self, path: Path, draft: bool, packet: PacketFile) -> None:
        folder = path.parent.name or str(path.parent)
        written = self.tr("Written: {name}, {count} pages, in the folder {folder}.").format(
            name=path.name, count=packet.pages, folder=folder
        )
        open_to_all = self.tr("The file is not protected: whoever has it can read it.")
        then = self.tr("Do not send it to a partner.") if draft else self.tr("Send it safely, then delete it.")
        self._say(f"{written} {open_to_all} {then}", "clear")
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Work on its way

    def _run(self, where: Callable[..., Task], work: Callable[..., object], done: Callable[..., object]) -> None:
        def mine(then: Callable[..., object]) -> Callable[..., object]:
            # An older preview, or one that was dropped, has nothing to say any more.
            return lambda *told: then(*told) if task[0] is self._task else None

        task: list[Task | None] = [None]
        task[0] = self._task = where(
            work,
            done=mine(partial(self._ended, done)),
            failed=mine(self._failed),
            progress=mine(self._advance),
            owner=self,
        )
        self.progress.setRange(0, 0)
        self.progress.show()

    def _advance(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _ended(self, then: Callable[..., object], result: object) -> None:
        self._rest()
        then(result)
        if self._closing:
            # The file was there before the wish to stop arrived: the person is told, and closes again.
            self._closing = False

    def _failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, Cancelled):
            self._closing = False
            self._say(sentence(error, self._context.words.lang), "error")
        elif self._closing:
            self.reject()
        else:
            self._say(self.tr("Stopped. Nothing was written."))

    def _rest(self) -> None:
        self._task = None
        self._exporting = False
        self._working(writing=False)

    def _drop(self) -> None:
        """Stop a preview that is under way and forget it."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.cancel_button.setEnabled(False)
            self._say(self.tr("Stopping..."))

    def reject(self) -> None:
        """Close; an export that is under way is stopped first, and leaves no file."""
        if self._exporting:
            self._closing = True
            self._stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Also when the window is locked: whatever is under way is stopped, the pages are forgotten."""
        self._soon.stop()
        self._drop()
        self.preview.clear()
        super().done(result)

    # Looks

    def _say(self, text: str, voice: str = "") -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        role(self.message, voice)

    def _working(self, *, writing: bool) -> None:
        self.progress.setVisible(writing)
        self.cancel_button.setVisible(writing)
        self.cancel_button.setEnabled(True)
        self.export_button.setVisible(not writing)
        for box in (self.partner, self.language, self.paper, self.draft, self.obstacles):
            box.setEnabled(not writing)

    def _fit(self) -> None:
        letter, most = self.fontMetrics().averageCharWidth(), self.width() * 9 // 20
        self.choices.setMinimumWidth(min(letter * _NARROW, most))
        self.choices.setMaximumWidth(max(min(letter * _WIDE, most), 320))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        screen = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(screen.size()))
        self.partner.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_soon"):
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_soon"):
            self._fit()
