"""Making a recovery sheet: the code is made, put on paper, and typed back from there; only then does it count.

Closed before that, the window leaves no key, says so, and takes away the PDF that it wrote.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop import paths
from hrd_desktop.errors import BadRecoveryCode, CodeNotThisOne, WrongSecret
from hrd_desktop.gui import keys_sheet
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_work import roomy
from hrd_desktop.gui.keys_code import GROUPS, CodeField
from hrd_desktop.gui.keys_sheet import Made
from hrd_desktop.gui.keys_work import KeysWork
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.new_file import ask_new_file
from hrd_desktop.gui.print_dialog import PrintDialog
from hrd_desktop.services.keys import SlotInfo

_LETTERS, _LINES, _SHEET_LINES = 84, 25, 36


class KeysRecovery(KeysWork):
    """Four steps: allow it, put it on paper, type it back, put it away."""

    heading: QLabel
    steps: QStackedWidget
    ask_step: QScrollArea
    harm: QLabel
    paper: QuietCombo
    confirm_label: QLabel
    confirm_hint: QLabel
    confirm: QLineEdit
    sheet: QWidget
    sheet_said: QLabel
    preview: QWidget
    print_button: QPushButton
    save_button: QPushButton
    back_step: QScrollArea
    code: CodeField
    end_step: QScrollArea
    end_text: QLabel
    end_next: QLabel
    delete_button: QPushButton
    back_button: QPushButton
    go: QPushButton

    def __init__(
        self, desk: Desk, instead_of: SlotInfo | None = None, *, known: str = "", parent: QWidget | None = None
    ) -> None:
        """`known` is a secret that was typed a moment ago and is not asked again."""
        super().__init__(desk, parent)
        load_form(self, own=[QuietCombo, CodeField])
        self.begin()
        self._instead_of = instead_of
        self._known = known
        self._made: Made | None = None
        self.saved_at: Path | None = None
        self._counts = False
        self._on_paper = False
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = QPdfView(self.preview)
        self._view.setDocument(self.document)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        inside = QVBoxLayout(self.preview)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._view)
        self.preview.setMinimumHeight(160)
        self.paper.fill([("letter", self.tr("Letter")), ("a4", "A4")], None)
        self.paper.show_code("letter")
        for widget in (self.confirm_label, self.confirm_hint, self.confirm):
            widget.setVisible(not known)
        old = self.tr("The code of the old sheet goes once the new one counts. Destroy the old sheet then. Copies of "
                      "the folder and backups from before still open with it.")  # fmt: skip
        fill(self.harm, old if instead_of is not None else "")
        fill(self.sheet_said, "")
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.delete_button.clicked.connect(self._delete)
        self.back_button.clicked.connect(lambda: self._go_to(self.sheet))
        self.go.clicked.connect(self.submit)
        self.confirm.returnPressed.connect(self.submit)
        self.code.entered.connect(self.submit)
        self._go_to(self.ask_step)
        (self.go if known else self.confirm).setFocus()

    @classmethod
    def show_for(
        cls,
        desk: Desk,
        done: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        instead_of: SlotInfo | None = None,
        known: str = "",
    ) -> KeysRecovery:
        """Opens over its window and goes when it is closed; `done` hears what to say of it."""
        dialog = cls(desk, instead_of, known=known, parent=parent)
        dialog.open_for(done)
        return dialog

    def submit(self) -> None:
        """The next step, whichever it is."""
        if self.working:
            return
        step = self.steps.currentWidget()
        if step is self.ask_step:
            self._make()
        elif step is self.sheet:
            self._on_paper = True
            self._go_to(self.back_step)
            self.code.setFocus()
        elif step is self.back_step:
            self._prove()
        elif self._counts:
            self.accept()
        else:
            self._go_to(self.sheet)

    def tell(self, text: str) -> None:
        """A refusal takes room from the step: the field that it speaks of stays in sight."""
        super().tell(text)
        if text and self.steps.currentWidget() is self.ask_step:
            QTimer.singleShot(0, self, lambda: self.ask_step.ensureWidgetVisible(self.confirm))

    def set_free(self, free: bool) -> None:
        for widget in (self.steps, self.back_button, self.go, self.cancel):
            widget.setEnabled(free)

    # Allowed, and made

    def _make(self) -> None:
        secret = self._known or self.confirm.text()
        if not secret:
            self.tell(self.tr("Type a passphrase or a recovery code that opens this case file now."))
            self.confirm.setFocus()
            return
        paper: Literal["letter", "a4"] = "a4" if self.paper.currentData() == "a4" else "letter"
        work = partial(
            keys_sheet.make, self.desk.file, secret, on=self.desk.now().date(), paper=paper, instead_of=self._instead_of
        )
        self.work(self.tr("Making a code and its sheet…"), work, self._show_sheet)

    def _show_sheet(self, made: Made) -> None:
        self._made = made
        self._known = ""
        self.confirm.clear()
        self._buffer.setData(QByteArray(made.sheet))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._go_to(self.sheet)
        self.print_button.setFocus()

    # On paper

    def _print(self) -> None:
        PrintDialog.show_for(self.document, lambda _: self._printed(), self)

    def _printed(self) -> None:
        fill(self.sheet_said, self.tr("Sent to the printer. Fetch the page at once."))

    def _save(self) -> None:
        if self._made is not None and (out := self.choose_file(paths.documents() / "sheet.pdf")) is not None:
            work = partial(keys_sheet.save, out, self._made.sheet)
            self.work(self.tr("Writing it…"), work, partial(self._wrote, out))

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write, a place where nothing is yet; None if the person thinks better of it."""
        return ask_new_file(self, self.tr("Where to write the recovery sheet"), suggested, self.tr("PDF (*.pdf)"))

    def _wrote(self, out: Path, _answer: object) -> None:
        self.saved_at = out
        text = self.tr("Written: {path}. Print it, then delete the file: whoever finds it has the code.")
        fill(self.sheet_said, text.format(path=str(out)))

    # Typed back

    def _prove(self) -> None:
        assert self._made is not None
        if not self.code.text:
            self.tell(self.tr("Type the code from the paper."))
            self.code.setFocus()
            return
        self.work(
            self.tr("Adding it, and trying whether it opens…"), partial(self._made.prove, self.code.text), self._did
        )

    def _failed(self, error: object) -> None:
        super()._failed(error)
        if isinstance(error, BadRecoveryCode | CodeNotThisOne) and self.steps.currentWidget() is self.back_step:
            self._say_groups(error)
        elif isinstance(error, WrongSecret | BadRecoveryCode):
            self.confirm.setFocus()
            self.confirm.selectAll()

    def _say_groups(self, error: Exception) -> None:
        """What is on the paper is known here, so that every wrong group can be named."""
        assert self._made is not None
        wrong = self.code.differing(self._made.code)
        if len(wrong) == GROUPS and (short := self.code.unfinished()):
            self.tell(self.tr("Group {number} does not have five characters.").format(number=short))
            wrong = [short]
        elif len(wrong) == GROUPS:
            self.tell(sentence(CodeNotThisOne(), self.desk.language.lang))
        elif len(wrong) == 1:
            self.tell(self.tr("Group {number} is not as on the sheet. Look at it again.").format(number=wrong[0]))
        elif wrong:
            numbers = ", ".join(str(number) for number in wrong)
            self.tell(self.tr("These groups are not as on the sheet: {numbers}.").format(numbers=numbers))
        else:
            self.tell(sentence(error, self.desk.language.lang))
        self.code.mark(wrong or [1])

    def _did(self, _answer: object) -> None:
        self._counts = True
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self.end_text.setText(
            self.tr("From now on this code opens the case file when the passphrase is forgotten: type it where the "
                    "passphrase is asked.")
        )  # fmt: skip
        self._say_next()
        self.succeeded.emit(self.tr("The recovery code counts. Put the sheet away."))
        self._go_to(self.end_step)

    def _say_next(self) -> None:
        text = self.tr("Write the day on the sheet and put it away, not beside this computer. In a year you will be "
                       "asked to try it.")  # fmt: skip
        if self.saved_at is not None:
            text += "\n\n" + self.tr("The PDF is still here, and the code in it: {path}").format(
                path=str(self.saved_at)
            )
        self.end_next.setText(text)
        self.delete_button.setVisible(self.saved_at is not None)

    def _delete(self) -> None:
        if self.saved_at is not None:
            self.work(self.tr("Deleting it…"), partial(keys_sheet.remove, self.saved_at), self._deleted)

    def _deleted(self, _answer: object) -> None:
        self.saved_at = None
        self._say_next()
        self.go.setFocus()

    # Closing before it counts

    def reject(self) -> None:
        """Once there is a code, closing first says that it opens nothing."""
        if self.working:
            return
        if self._made is None or self._counts or self.steps.currentWidget() is self.end_step:
            super().reject()
            return
        text = self.tr("The code was not typed back: it opens nothing, and no key was added. If it is on paper, "
                       "destroy the paper.")  # fmt: skip
        if self.saved_at is not None:
            text += "\n\n" + self.tr("The PDF is deleted when you close: {path}").format(path=str(self.saved_at))
        self.end_text.setText(text)
        self.end_next.setText(self.tr("You can make a sheet at any time: “File > Keys of this case file”."))
        self.delete_button.hide()
        self._go_to(self.end_step)

    def done(self, result: int) -> None:
        """However the window goes, locking among the ways: a code that does not count is forgotten, its PDF deleted."""
        if self._made is not None and not self._counts:
            work = partial(keys_sheet.abandon, self._made, self.saved_at)
            self.desk.tasks.database(work, owner=self.desk.tasks)
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self._known = ""
        super().done(result)

    def _go_to(self, step: QWidget) -> None:
        self.tell("")
        self.steps.setCurrentWidget(step)
        over = step is self.end_step
        self.back_button.setVisible(step is self.back_step)
        self.cancel.setVisible(not (over and self._counts))
        self.cancel.setText(self.tr("Close without a key") if over else self.tr("Not now"))
        if step is self.ask_step:
            heading, go = self.tr("Make a recovery sheet"), self.tr("Make the sheet")
        elif step is self.sheet:
            heading, go = self.tr("1. Put it on paper"), self.tr("I have it on paper")
        elif step is self.back_step:
            heading, go = self.tr("2. Type it back"), self.tr("Check it")
        elif self._counts:
            heading, go = self.tr("The recovery code counts"), self.tr("Done")
        else:
            heading, go = self.tr("There is no recovery code yet"), self.tr("Back to the sheet")
        self.heading.setText(heading)
        self.go.setText(go)
        roomy(self, _LETTERS, _SHEET_LINES if step is self.sheet else _LINES)
        if over:
            self.go.setFocus()
