"""The packet on the screen before it goes on paper: who gets it, what is in it, what is missing; then it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QProgressBar, QPushButton, QScrollArea, QWidget

from hrd_desktop import paths
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.leave_dialog import LeaveDialog, Leaving
from hrd_desktop.gui.left_out import LeftOut
from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.obstacles import Obstacles
from hrd_desktop.gui.packet_parts import PartsChoice
from hrd_desktop.gui.packet_preview import PacketPreview
from hrd_desktop.gui.packet_words import PacketWords
from hrd_desktop.gui.packet_work import PacketWork, Pages
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon, role
from hrd_desktop.services import checking, packets, volumes
from hrd_desktop.services.packets import Exported, PacketOptions

_NARROW, _WIDE = 30, 44  # letters in a line of the choices, at least and at most
_PAUSE = 60  # milliseconds: the window is drawn, and quick choices are over, before the pages are set
_ONE, _FIT = "one", "fit"


class PacketDialog(QDialog):
    """Choices on the left, with what stands against sending; the pages on the right.

    `asked_for` carries a place of the case when the person follows an obstacle to where it can be mended.
    """

    asked_for = Signal(str)

    choices: QWidget
    options_scroll: QScrollArea
    heading: QLabel
    verdict_sign: Sign
    verdict: QLabel
    obstacles: Obstacles
    recipient: QuietCombo
    language: QuietCombo
    paper: QuietCombo
    split: QuietCombo
    split_hint: QLabel
    parts: PartsChoice
    papers: QLabel
    left_out: LeftOut
    draft: QCheckBox
    draft_hint: QLabel
    internal_button: QPushButton
    message: QLabel
    progress: QProgressBar
    export_button: QPushButton
    cancel_button: QPushButton
    close_button: QPushButton
    preview: PacketPreview

    def __init__(self, context: FieldContext, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[LeftOut, Obstacles, PacketPreview, PartsChoice, QuietCombo, Sign])
        self._context = context
        self._case = context.case
        self._on = context.case.today
        self._words = PacketWords(context, self._on, self)
        self._assessment = checking.assess_case(context.case.case, self._on)
        self._work = PacketWork(context.case, tasks, self)
        self._closing = self._locked = False
        self._pages: Pages | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._typeset)
        self._fill()
        self._connect()
        self._say("")
        self.obstacles.hide()
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
        to = self.recipient.currentData() or ""
        base = packets.default_options(self._case.case, self._on, recipient=to)
        return replace(
            base,
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            draft=self.draft.isChecked(),
            parts=tuple(part for part in base.parts if part in self.parts.chosen()),
        )

    @property
    def fit(self) -> bool:
        """Whether it goes into as many files as a mailbox needs."""
        return bool(self.split.currentData() == _FIT)

    def _fill(self) -> None:
        case, words = self._case.case, self._context.words
        nothing = None if case.partner else self.tr("Not chosen yet")
        self.recipient.fill([(code, self._words.recipient(code)) for code in self._words.recipients()], nothing)
        self.recipient.show_code(case.partner)
        start = packets.default_options(case, self._on, language=words.lang)
        self.language.fill([(code, words.code("official_language", code)) for code in ("en", "fr")], None)
        self.language.show_code(start.language)
        self.paper.fill([("letter", self.tr("Letter")), ("a4", self.tr("A4"))], None)
        self.paper.show_code(start.paper)
        self.split.fill([(_ONE, self.tr("One file")), (_FIT, self.tr("Files that a mailbox takes"))], None)
        self.split.show_code(_ONE)
        self.parts.fill(volumes.parts(start, words))
        self.internal_button.setIcon(icon("shield"))

    def _connect(self) -> None:
        self.recipient.chosen.connect(self._recipient_chosen)
        for box in (self.language, self.paper, self.split):
            box.chosen.connect(lambda _code: self._changed())
        self.draft.toggled.connect(self._changed)
        self.parts.changed.connect(self._changed)
        self.obstacles.asked.connect(self._follow)
        self.export_button.clicked.connect(self._export)
        self.internal_button.clicked.connect(self._cover)
        self.cancel_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)
        self._work.began.connect(self._began)
        self.preview.printing.connect(self._work.printed)
        self._work.progressed.connect(self._advance)
        self._work.shown.connect(self._show)
        self._work.written.connect(self._written)
        self._work.covered.connect(self._covered)
        self._work.failed.connect(self._failed)
        self._work.stopped.connect(self._stopped)

    # What stands against it

    def _recipient_chosen(self, _code: object) -> None:
        """Paper and parts are those that this recipient wants."""
        to = self.recipient.currentData() or ""
        options = packets.default_options(self._case.case, self._on, recipient=to, language=self._context.words.lang)
        self.paper.show_code(options.paper)
        self.language.show_code(options.language)
        self.parts.fill(volumes.parts(options, self._context.words))
        self._changed()

    def _changed(self) -> None:
        options = self.options()
        found = packets.obstacles(self._case.case, self._assessment, options)
        self.obstacles.fill([self._words.obstacle(one) for one in found])
        if found:
            self.verdict_sign.show_icon("stop", "stop")
            self.verdict.setText(self.tr("It cannot be sent yet, for the reasons above: shown as a draft."))
        elif options.draft:
            self.verdict_sign.show_icon("info", "quiet")
            self.verdict.setText(self.tr("This draft may be exported for the desk."))
        else:
            self.verdict_sign.show_icon("done", "clear")
            self.verdict.setText(self.tr("Nothing stands against sending this packet."))
        self.export_button.setEnabled(not found)
        self.left_out.fill(self._words.left_out(packets.withheld(self._case.case, options), self.parts.taken_out()))
        self._soon.start()

    def _follow(self, place: str) -> None:
        self.asked_for.emit(place)
        self.accept()

    # Preview

    def _typeset(self) -> None:
        options = self.options()
        if packets.obstacles(self._case.case, self._assessment, options):
            # What cannot be sent is never shown as if it could.
            options = replace(options, draft=True)
        self._work.look(options, fit=self.fit)

    def _show(self, pages: Pages) -> None:
        self._rest()
        self._pages = pages
        self.preview.show_files([file.data for file in pages.volumes.files])
        fill(self.split_hint, self._words.split(pages.volumes) if self.fit else "")
        self.papers.setText(self._words.count(pages))
        self._say("")
        if missing := pages.volumes.missing:
            said = self.tr("No font has these characters; a box stands in their place: {characters}")
            self._say(said.format(characters=" ".join(missing)), "attention")

    # Export

    def _export(self) -> None:
        options = self.options()
        leaving: Leaving | None = None
        if not options.draft:
            leaving = self.ask_how_it_leaves(options)
            if leaving is None:
                return
        # The name of the file says the case code and the recipient, never a person's name.
        name = packets.file_name(self._case.code, options)
        chosen = self.choose_file(paths.documents() / name)
        if chosen is not None:
            self._locked = leaving is not None and bool(leaving.closing)
            self._work.export(chosen, options, leaving, fit=self.fit)

    def _cover(self) -> None:
        chosen = self.choose_file(paths.documents() / f"{self._case.code}-internal-cover.pdf")
        if chosen is not None:
            self._work.cover(chosen, self.options())

    def ask_how_it_leaves(self, options: PacketOptions) -> Leaving | None:
        """The last look: how it is locked, and the recipient typed once more. None if the person thinks better."""
        what = self._words.what(self._pages, self._case.code, options)
        return LeaveDialog.ask(options, self._words.recipient(options.recipient), what, self._context.words.lang, self)

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write; asks again before it names a file that is there. None if the person thinks better."""
        dialog = QFileDialog(self, self.tr("Export the packet"), str(suggested.parent), self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _written(self, made: Exported) -> None:
        self._rest()
        said = self._words.written(made, draft=self.draft.isChecked(), locked=self._locked)
        self._say(said, "clear")
        self._done()

    def _covered(self, path: Path) -> None:
        self._rest()
        self._say(self._words.covered(path), "attention")
        self._done()

    def _done(self) -> None:
        # Where the wish to stop came after the file was there, the person is told, and closes again.
        self._closing = False
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Work on its way

    def _began(self, what: str) -> None:
        said = {
            "pages": self.tr("Setting the pages..."),
            "papers": self.tr("Making the copies of papers ready. The text can be read meanwhile."),
            "writing": self.tr("Writing the packet..."),
        }
        self._say(said[what])
        self._working(writing=what == "writing")
        self.progress.setRange(0, 0)
        self.progress.show()

    def _advance(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._closing = False
        self._say(sentence(error, self._context.words.lang), "error")

    def _stopped(self) -> None:
        self._rest()
        if self._closing:
            self.reject()
        else:
            self._say(self.tr("Stopped. Nothing was written."))

    def _rest(self) -> None:
        self._working(writing=False)

    def _stop(self) -> None:
        self._work.stop()
        self.cancel_button.setEnabled(False)
        self._say(self.tr("Stopping..."))

    def reject(self) -> None:
        """Close; an export that is under way is stopped first, and leaves no file."""
        if self._work.writing:
            self._closing = True
            self._stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Also when the window is locked: whatever is under way is stopped, the pages are forgotten."""
        self._soon.stop()
        self._work.forget()
        self._pages = None
        self.preview.clear()
        super().done(result)

    # Looks

    def _say(self, text: str, voice: str = "") -> None:
        fill(self.message, text)
        role(self.message, voice)

    def _working(self, *, writing: bool) -> None:
        self.progress.setVisible(writing)
        self.cancel_button.setVisible(writing)
        self.cancel_button.setEnabled(True)
        self.export_button.setVisible(not writing)
        for widget in (
            self.recipient, self.language, self.paper, self.split, self.parts, self.draft, self.obstacles,
            self.internal_button,
        ):  # fmt: skip
            widget.setEnabled(not writing)

    def _fit(self) -> None:
        letter, most = self.fontMetrics().averageCharWidth(), self.width() * 9 // 20
        self.choices.setMinimumWidth(min(letter * _NARROW, most))
        self.choices.setMaximumWidth(max(min(letter * _WIDE, most), 320))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        screen = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(screen.size()))
        self.recipient.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_soon"):
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_soon"):
            self._fit()
