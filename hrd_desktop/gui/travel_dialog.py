"""A travel file: which cases go on the road, and the passphrase that opens them there; all the rest stays at home."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QStackedWidget, QWidget

from hrd_desktop import paths
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.hand_over_cases import CasePicker
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_secret import SecretField
from hrd_desktop.gui.hand_over_words import written
from hrd_desktop.gui.hand_over_work import WorkDialog, roomy
from hrd_desktop.gui.judgement import fill
from hrd_desktop.services import handing
from hrd_desktop.services.handing import Sealed

_LETTERS, _LINES = 80, 34


class TravelDialog(WorkDialog):
    """The cases stay in this file too; what is changed on either side meanwhile is compared on return."""

    heading: QLabel
    steps: QStackedWidget
    form: QScrollArea
    ended: QScrollArea
    cases: CasePicker
    home: QLabel
    secret: SecretField
    again: QLineEdit
    done_heading: QLabel
    written: QLabel
    next_1: QLabel
    next_2: QLabel
    next_3: QLabel
    go: QPushButton

    def __init__(
        self, desk: Desk, codes: Sequence[str] = (), *, calibrate: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        load_form(self, own=[CasePicker, SecretField])
        self.begin()
        self._calibrate = calibrate
        self._made = False
        self.secret.begin(desk.tasks, desk.language)
        self.secret.suggest.clicked.connect(lambda: self.again.setText(self.secret.text))
        self.cases.failed.connect(self._failed)
        self.cases.changed.connect(self._say_home)
        self.cases.begin(desk, codes)
        self.go.clicked.connect(self.submit)
        roomy(self, _LETTERS, _LINES)

    @classmethod
    def ask(
        cls, desk: Desk, codes: Sequence[str] = (), *, calibrate: bool = True, parent: QWidget | None = None
    ) -> tuple[str, ...]:
        """Show it with these cases chosen; the codes of those that travel now."""
        dialog = cls(desk, codes, calibrate=calibrate, parent=parent)
        dialog.exec()
        codes = dialog.cases.codes if dialog._made else ()
        dialog.deleteLater()
        return codes

    def submit(self) -> None:
        """Make it, if everything is filled in; once that is done, close."""
        if self._made:
            self.accept()
            return
        refusal, where = self._refusal()
        self.tell(refusal)
        if refusal:
            where.setFocus()
            self.form.ensureWidgetVisible(where)
            return
        out = self.choose_file(paths.documents() / f"{self.tr('travel')}-{self.desk.now().date().isoformat()}.hrd")
        if out is not None:
            work = partial(
                handing.travel, self.desk.file, self.cases.codes, out, self.secret.text, at=self.desk.now(),
                by=self.desk.by, calibrate=self._calibrate,
            )  # fmt: skip
            self.work(self.tr("Writing the travel file and reading it back…"), work, self._written)

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write, a place where nothing is yet; None if the person thinks better of it."""
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to write the travel file"),
            str(suggested),
            self.tr("Case file (*.hrd)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def set_free(self, free: bool) -> None:
        self.form.setEnabled(free)
        self.go.setEnabled(free)

    def _refusal(self) -> tuple[str, QWidget]:
        if not self.cases.codes:
            return self.tr("Choose at least one case."), self.cases.list
        if not self.secret.text:
            return self.tr("Choose the words that open it."), self.secret.line
        if self.secret.text != self.again.text():
            return self.tr("The two are not the same."), self.again
        return "", self

    def _say_home(self) -> None:
        stay = max(self.cases.all_cases - len(self.cases.codes), 0)
        text = self.tr("At home stay: {count} other cases, the record of what was done, and your keys. The cases that "
                       "travel stay here as well.")  # fmt: skip
        fill(self.home, text.format(count=stay))

    def _written(self, sealed: Sealed) -> None:
        self._made = True
        self.done_heading.setText(self.tr("The travel file is ready"))
        self.written.setText(written(sealed))
        self.next_1.setText(
            self.tr("1. Take this folder with you, and leave this case file at home. It opens with its own passphrase.")
        )
        self.next_2.setText(
            self.tr("2. Work on these cases there. What is changed here meanwhile is compared when you return.")
        )
        self.next_3.setText(
            self.tr(
                "3. Back home: “File > Hand over and travel > Bring a travel file home”. Then erase the travel file."
            )
        )
        self.secret.forget()
        self.again.clear()
        self.steps.setCurrentWidget(self.ended)
        self.heading.hide()
        self.cancel.hide()
        self.go.setText(self.tr("Close"))
        self.go.setFocus()
